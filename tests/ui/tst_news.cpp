// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/news.h"
#include "ui/madesnapshot.h"

#include <QTest>

using namespace linernotes;
using namespace std::chrono_literals;
using ui::News;
using ui::NewsWatch;
using ui::Preferences;

/// What a person is told of, by pictures of the engine that are made for it.
class NewsTest : public QObject
{
    Q_OBJECT

    static QList<Preferences::Notice> kinds(const std::vector<News> &news)
    {
        QList<Preferences::Notice> kinds;
        for (const auto &one : news)
            kinds.append(one.kind);
        return kinds;
    }

private Q_SLOTS:
    void aRunThatEndsIsToldOnce()
    {
        NewsWatch watch;
        auto snapshot = test::picture(); // its newest run is under way, the others are finished
        QVERIFY(watch.take(*snapshot).empty());
        snapshot->runs.front() = test::run(3, QStringLiteral("The <b>newest"), true, 7);
        const auto news = watch.take(*snapshot);
        QCOMPARE(kinds(news), QList{Preferences::Notice::RunFinished});
        QCOMPARE(news.front().title, QStringLiteral("“The <b>newest” is finished"));
        QVERIFY2(news.front().text.contains(QStringLiteral("Dead letters: 7")), qPrintable(news.front().text));
        QVERIFY(watch.take(*snapshot).empty());
    }

    void aRunThatBeginsAndEndsBetweenTwoPicturesIsTold()
    {
        NewsWatch watch;
        auto snapshot = test::picture();
        watch.take(*snapshot);
        snapshot->runs.insert(snapshot->runs.begin(), test::run(4, QStringLiteral("Short"), true, 0));
        const auto news = watch.take(*snapshot);
        QCOMPARE(kinds(news), QList{Preferences::Notice::RunFinished});
        QVERIFY(news.front().title.contains(QStringLiteral("Short")));
        QVERIFY(watch.take(*snapshot).empty());
    }

    void theVeryFirstRunMayBeAShortOne()
    {
        NewsWatch watch;
        auto snapshot = test::picture();
        snapshot->runs.clear();
        watch.take(*snapshot);
        snapshot->runs = {test::run(1, QStringLiteral("Short"), true, 0)};
        QCOMPARE(watch.take(*snapshot).size(), std::size_t(1));
    }

    /// The picture has the newest runs and those that have not ended.
    void aRunThatLeavesThePictureIsToBeAskedFor()
    {
        NewsWatch watch;
        auto snapshot = test::picture();
        const auto old = snapshot->runs.front();
        watch.take(*snapshot);
        QVERIFY(watch.takeGone().empty());
        snapshot->runs.erase(snapshot->runs.begin());
        QVERIFY(watch.take(*snapshot).empty());
        QCOMPARE(watch.takeGone(), std::vector<qint64>{old.id});
        watch.take(*snapshot);
        QVERIFY(watch.takeGone().empty());
        QVERIFY(!NewsWatch::ofEnded(old)); // not by then
        QVERIFY(NewsWatch::ofEnded(test::run(old.id, old.name, true, 0)));
    }

    /// A picture that could not be taken is the one before it, or none.
    void aPictureOfAProblemTellsNothing()
    {
        NewsWatch watch;
        PipelineSnapshot empty;
        empty.problem = Error{.category = ErrorCategory::Database, .message = QStringLiteral("locked")};
        watch.take(empty);
        auto snapshot = test::picture();
        QVERIFY(watch.take(*snapshot).empty()); // they all ended before
        watch.take(empty);
        QVERIFY(watch.takeGone().empty());
        snapshot->runs.front().finished = true;
        QCOMPARE(watch.take(*snapshot).size(), std::size_t(1));
    }

    void aCancelledRunIsNoNews()
    {
        NewsWatch watch;
        auto snapshot = test::picture();
        watch.take(*snapshot);
        snapshot->runs.front().finished = true;
        snapshot->runs.front().cancelled = true;
        QVERIFY(watch.take(*snapshot).empty());
    }

    void missingCredentialsAreToldWhenTheyBegin()
    {
        NewsWatch watch;
        auto snapshot = test::picture();
        snapshot->services.front().needsCredentials = true;
        QVERIFY(watch.take(*snapshot).empty()); // it was so at the start: the window says it
        snapshot->services.front().needsCredentials = false;
        QVERIFY(watch.take(*snapshot).empty());
        snapshot->services.front().needsCredentials = true;
        QCOMPARE(kinds(watch.take(*snapshot)), QList{Preferences::Notice::CredentialsNeeded});
        QVERIFY(watch.take(*snapshot).empty());
    }

    void aCircuitIsToldOfWhenItWasOpenForLong()
    {
        NewsWatch watch;
        auto snapshot = test::picture();
        watch.take(*snapshot);
        auto &genius = snapshot->services.back();
        genius.circuit = CircuitState::Open;
        genius.standing.since = snapshot->at;
        QVERIFY(watch.take(*snapshot).empty());
        snapshot->at += 4min;
        genius.standing.since = snapshot->at; // a probe failed: it is not well since
        QVERIFY(watch.take(*snapshot).empty());
        snapshot->at += 2min;
        QCOMPARE(kinds(watch.take(*snapshot)), QList{Preferences::Notice::CircuitOpen});
        snapshot->at += 2min;
        QVERIFY(watch.take(*snapshot).empty());
        genius.circuit = CircuitState::Closed;
        watch.take(*snapshot);
        genius.circuit = CircuitState::Open;
        genius.standing.since = snapshot->at;
        watch.take(*snapshot);
        snapshot->at += 6min;
        QCOMPARE(watch.take(*snapshot).size(), std::size_t(1));
    }

    void whatAPersonHoldsOpenIsNoNews()
    {
        NewsWatch watch;
        auto snapshot = test::picture();
        watch.take(*snapshot);
        auto &genius = snapshot->services.back();
        genius.circuit = CircuitState::Open;
        genius.standing.since = snapshot->at;
        genius.standing.override = CircuitOverride::Open;
        watch.take(*snapshot);
        snapshot->at += 60min;
        QVERIFY(watch.take(*snapshot).empty());
    }

    /// Nobody was told of it: the program was not there.
    void aCircuitThatIsLongOpenAtTheStartIsTold()
    {
        NewsWatch watch;
        auto snapshot = test::picture();
        auto &genius = snapshot->services.back();
        genius.circuit = CircuitState::Open;
        genius.standing.since = snapshot->at - 20min;
        QCOMPARE(kinds(watch.take(*snapshot)), QList{Preferences::Notice::CircuitOpen});
        snapshot->at += 1min;
        genius.standing.since = snapshot->at; // the next probe failed
        QVERIFY(watch.take(*snapshot).empty());
    }
};

QTEST_GUILESS_MAIN(NewsTest)
#include "tst_news.moc"
