// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/eventsmodel.h"
#include "activity/problemsmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace linernotes;
using ui::EventsModel;
using ui::ProblemsModel;

namespace
{

Event numbered(qint64 id)
{
    return {.id = id,
            .at = fromMillis(1'000'000 + id),
            .level = id % 10 == 0 ? EventLevel::Error : EventLevel::Info,
            .kind = EventKind::RunStarted,
            .runId = id};
}

/// A log in memory, read as the engine's.
struct FakeLog {
    std::vector<Event> events; ///< the oldest first

    void grow(qint64 howMany)
    {
        for (qint64 i = 0; i < howMany; ++i)
            events.push_back(numbered(static_cast<qint64>(events.size()) + 1));
    }
    EventsModel::Pages pages()
    {
        return [this](const EventQuery &query) {
            std::vector<Event> page;
            for (auto event = events.rbegin(); event != events.rend(); ++event) {
                if (static_cast<int>(page.size()) < query.limit && (query.before == 0 || event->id < query.before)
                    && fits(*event, query))
                    page.push_back(*event);
            }
            return QtFuture::makeReadyFuture(Result<std::vector<Event>>(page));
        };
    }
    EventsModel::Tail tail()
    {
        return [this](qint64 after, int limit) {
            std::vector<Event> came;
            for (const auto &event : events) {
                if (event.id > after && static_cast<int>(came.size()) < limit)
                    came.push_back(event);
            }
            return QtFuture::makeReadyFuture(Result<std::vector<Event>>(came));
        };
    }
};

} // namespace

/// The models of the activity page over a log in memory.
class EventsModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theModelReadsPagesAndTheTail()
    {
        FakeLog log;
        log.grow(500);
        EventsModel model(log.pages(), log.tail(), {}, nullptr);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setQuery({});
        QTRY_COMPARE(model.rowCount(), 200);
        QCOMPARE(model.event(0).id, 500);
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 400);
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 500);
        QVERIFY(!model.canFetchMore({}));
        QCOMPARE(model.event(499).id, 1);
        log.grow(3);
        model.poll();
        QTRY_COMPARE(model.rowCount(), 503);
        QCOMPARE(model.event(0).id, 503);
        QCOMPARE(model.rowOf(500), 3);
    }

    void whatComesWhileItHoldsIsOnlyCounted()
    {
        FakeLog log;
        log.grow(50);
        EventsModel model(log.pages(), log.tail(), {}, nullptr);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setQuery({.least = EventLevel::Error});
        QTRY_COMPARE(model.rowCount(), 5);
        model.setHolding(true);
        log.grow(30);
        model.poll();
        QTRY_COMPARE(model.held(), 3);
        QCOMPARE(model.rowCount(), 5);
        model.release();
        QCOMPARE(model.rowCount(), 8);
        QCOMPARE(model.held(), 0);
        log.grow(30'000); // more than are kept
        model.poll();
        QTRY_COMPARE(model.held(), 3000);
        model.setHolding(false);
        QTRY_COMPARE(model.held(), 0);
        QTRY_COMPARE(model.event(0).id, 30'080);
        QCOMPARE(model.rowCount(), 200); // read anew, with no gap
        QCOMPARE(model.event(199).id, 30'080 - 1990);
    }

    void aTailThatNobodyReadsDoesNotGrowForEver()
    {
        FakeLog log;
        log.grow(10);
        EventsModel model(log.pages(), log.tail(), {}, nullptr);
        model.setQuery({});
        QTRY_COMPARE(model.rowCount(), 10);
        for (int i = 0; i < 40; ++i) {
            log.grow(100);
            model.poll();
            QTRY_COMPARE(model.event(0).id, static_cast<qint64>(log.events.size()));
            QVERIFY(model.rowCount() <= 3000);
        }
        while (model.canFetchMore({})) {
            model.fetchMore({});
            QTRY_VERIFY(!model.isReading());
        }
        QCOMPARE(model.rowCount(), 4010);
    }

    void problemsKeepTheirPlaceWhenOthersCome()
    {
        std::vector<EventGroup> groups;
        for (const auto *shape : {"a", "b", "c"})
            groups.push_back(
                {.key = {.shape = QString::fromLatin1(shape)}, .title = QString::fromLatin1(shape), .count = 10});
        ProblemsModel model(
            [&](Instant, int) { return QtFuture::makeReadyFuture(Result<std::vector<EventGroup>>(groups)); }, nullptr);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.refresh();
        QTRY_COMPARE(model.rowCount(), 4);
        const QPersistentModelIndex chosen = model.index(2);
        groups = {groups.at(2),
                  {.key = {.shape = QStringLiteral("d")}, .title = QStringLiteral("d"), .count = 5},
                  groups.at(1)};
        model.refresh();
        QTRY_COMPARE(model.key(2)->shape, QStringLiteral("d"));
        QCOMPARE(chosen.row(), 3);
        QCOMPARE(chosen.data().toString(), QStringLiteral("b"));
        QCOMPARE(model.rowOf(EventGroupKey{.shape = QStringLiteral("a")}), -1);
    }
};

QTEST_GUILESS_MAIN(EventsModelTest)
#include "tst_eventsmodel.moc"
