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
