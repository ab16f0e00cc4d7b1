// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes/filedatabase.h"
#include "store/messagequeue.h"
#include "store/metrics.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace linernotes;
using namespace std::chrono_literals;

/// Metrics as they are kept: what is counted adds up, whoever counts it and whatever the clock does.
class MetricsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<FileDatabase> m_file;

    static constexpr auto stage = StageId::TrackDiscovery;

    static MetricsTally tallyOf(qint64 archived, Microseconds took = 1ms)
    {
        MetricsTally tally;
        auto &done = tally.stages.at(static_cast<std::size_t>(stage));
        done.archived = archived;
        for (qint64 i = 0; i < archived; ++i)
            done.durations.add(took);
        return tally;
    }
    [[nodiscard]] Instant now() const { return m_file->clock.now(); }
    void add(Instant at, const MetricsTally &tally) const { Metrics(*m_file->connection).add(at, tally); }
    [[nodiscard]] MetricsChart chart(Milliseconds span) const
    {
        return Metrics(*m_file->connection).chart({.span = span, .stage = stage, .service = {}});
    }
    [[nodiscard]] StageTally total(Milliseconds span) const { return chart(span).stages.front().total; }
    [[nodiscard]] qint64 rows(Milliseconds step) const
    {
        auto found = m_file->connection->executeText(
            QStringLiteral("SELECT count(*) FROM stage_metrics WHERE step = ?"), {qint64(step.count())});
        return found.next() ? found.integer(0) : -1;
    }

private Q_SLOTS:
    void init() { m_file = std::make_unique<FileDatabase>(); }

    void aPercentileIsWithinABinOfTheTruth_data()
    {
        QTest::addColumn<double>("mean");
        QTest::addColumn<double>("spread");
        QTest::newRow("fast") << 7.0 << 0.5; // e^7 µs: a millisecond
        QTest::newRow("usual") << 12.0 << 1.0; // 160 ms
        QTest::newRow("slow and scattered") << 15.0 << 2.0;
    }
    void aPercentileIsWithinABinOfTheTruth()
    {
        QFETCH(double, mean);
        QFETCH(double, spread);
        std::mt19937 random(7); // NOLINT(bugprone-random-generator-seed,cert-msc51-cpp): the same each time
        std::lognormal_distribution<double> distribution(mean, spread);
        std::vector<qint64> truth;
        Histogram histogram;
        for (int i = 0; i < 20'000; ++i) {
            truth.push_back(static_cast<qint64>(distribution(random)) + Histogram::shortest.count());
            histogram.add(Microseconds(truth.back()));
        }
        std::ranges::sort(truth);
        QCOMPARE(histogram.count(), 20'000);
        for (const double share : {0.5, 0.95, 0.99}) {
            const auto real = static_cast<double>(truth.at(static_cast<std::size_t>(share * 20'000)));
            const auto estimated = static_cast<double>(histogram.percentile(share)->count());
            const auto off = estimated / real;
            QVERIFY2(off > 1 / 1.0905 && off < 1.0905, qPrintable(QStringLiteral("p%1: %2").arg(share).arg(off)));
        }
    }

    void histogramsAddUpAndSurviveTheirText()
    {
        Histogram one;
        Histogram other;
        Histogram both;
        for (int i = 1; i < 2000; ++i) {
            const Microseconds time(i * i * 37);
            (i % 3 == 0 ? one : other).add(time);
            both.add(time);
        }
        both.add(0us);
        one.add(0us);
        both.add(48h); // beyond the last bin
        other.add(48h);
        one += other;
        QVERIFY(one == both);
        QVERIFY(Histogram::fromText(both.toText()) == both);
        QVERIFY(!Histogram().percentile(0.5));
        QVERIFY(Histogram::fromText(QStringLiteral("7:3 x 9 -1:4 99999:1 8:-2")).count() == 3);
    }

    void everyStepIsTheExactSumOfTheFinerOne()
    {
        const auto begin = beginningOfStep(now(), 1h);
        qint64 sent = 0;
        for (int i = 0; i < 60; ++i) { // ten minutes, from 55 past on: two hours take part
            add(begin + 55min + i * 10s, tallyOf(i, Microseconds(100 * (i + 1))));
            sent += i;
        }
        m_file->clock.advance(begin + 65min + 13s - now());
        for (const auto span : {Milliseconds(15min), Milliseconds(2h), Milliseconds(48h), Milliseconds(200 * 24h)}) {
            const auto sum = total(span);
            QCOMPARE(sum.archived, sent);
            QVERIFY(sum.durations == total(15min).durations);
        }
        const auto minutes = chart(2h);
        QCOMPARE(minutes.step, Milliseconds(1min));
        QCOMPARE(minutes.at.size(), std::size_t(120));
        QCOMPARE(minutes.stages.front().points.size(), std::size_t(120));
        std::vector<qint64> seen;
        for (const auto &point : minutes.stages.front().points) {
            if (point)
                seen.push_back(point->archived);
        }
        QCOMPARE(seen, (std::vector<qint64>{15, 51, 87, 123, 159, 195, 231, 267, 303, 339}));
    }

    void gapsAreMissingPointsAndNotZeros()
    {
        add(now() - 40s, tallyOf(4));
        add(now() - 20s, tallyOf(0)); // nothing was done: nothing is written
        MetricsTally idle;
        idle.stages.at(static_cast<std::size_t>(stage)).last = QueueDepth{};
        add(now() - 30s, idle);
        const auto points = chart(5min).stages.front().points;
        QCOMPARE(points.size(), std::size_t(30));
        QCOMPARE(std::ranges::count_if(points, [](const auto &point) { return point.has_value(); }), 2);
        QCOMPARE(points.at(points.size() - 3)->archived, 4);
        QCOMPARE(points.at(points.size() - 2)->archived, 0);
        QVERIFY(!points.back());
    }

    void severalProcessesAddUp()
    {
        const auto other = m_file->open();
        for (int i = 0; i < 10; ++i) {
            add(now(), tallyOf(3, 2ms));
            Metrics(*other).add(now(), tallyOf(5, 200ms));
        }
        m_file->clock.advance(20s);
        const auto sum = total(1min);
        QCOMPARE(sum.archived, 80);
        QCOMPARE(sum.durations.count(), 80);
        QVERIFY(sum.durations.percentile(0.2) < 3ms);
        QVERIFY(sum.durations.percentile(0.8) > 150ms);
    }

    void whatStandsInAQueueIsTheLastAndTheMostThatWasSeen()
    {
        StageMeter meter;
        meter.observe({.queue = {}, .ready = 900, .leased = 8, .oldestReady = Milliseconds(5s)});
        meter.observe({.queue = {}, .ready = 7, .leased = 3, .dead = 2, .oldestReady = Milliseconds(1s)});
        MetricsTally tally;
        tally.stages.at(static_cast<std::size_t>(stage)) = meter.take();
        add(now(), tally);
        add(now(), tallyOf(1)); // of somebody who did not look
        m_file->clock.advance(20s);
        const auto sum = total(1min);
        QVERIFY(sum.last == (QueueDepth{.ready = 7, .leased = 3, .delayed = 0, .dead = 2}));
        QVERIFY(sum.most == (QueueDepth{.ready = 900, .leased = 8, .delayed = 0, .dead = 2}));
        QCOMPARE(sum.oldest, Milliseconds(5s));
        QVERIFY(meter.take().isEmpty());
    }

    void aClockThatIsSetBackLosesNothing()
    {
        const auto before = now();
        add(now(), tallyOf(5));
        m_file->clock.advance(-3h);
        add(now(), tallyOf(7));
        m_file->clock.advance(20s);
        QCOMPARE(total(5min).archived, 7); // what lies in the future is not shown yet
        m_file->clock.advance(before + 20s - now());
        QCOMPARE(total(5min).archived, 5);
        QCOMPARE(total(24h).archived, 12);
        add(before, tallyOf(1)); // the same seconds again
        QCOMPARE(total(5min).archived, 6);
    }

    void everyStepIsKeptForItsTime()
    {
        constexpr int days = 100;
        for (int day = 0; day < days; ++day) {
            add(now(), tallyOf(1));
            Metrics(*m_file->connection).trim(1000);
            m_file->clock.advance(24h);
        }
        QCOMPARE(rows(10s), 1); // the newest is trimmed with the next
        QCOMPARE(rows(1min), 3); // as old as two days, and no older, when it was trimmed last
        QCOMPARE(rows(1h), 91);
        QCOMPARE(rows(24h), days);
        QCOMPARE(total(200 * 24h).archived, days);
    }

    void trimmingGoesOnInSmallParts()
    {
        for (int i = 0; i < 50; ++i)
            add(now() + i * 10s, tallyOf(1));
        m_file->clock.advance(24h);
        Metrics(*m_file->connection).trim(20);
        QCOMPARE(rows(10s), 30);
        Metrics(*m_file->connection).trim(20);
        Metrics(*m_file->connection).trim(20);
        QCOMPARE(rows(10s), 0);
        QCOMPARE(total(48h).archived, 50);
    }

    void servicesAreCountedByWhatCameOfTheirCalls()
    {
        ServiceMeter meter;
        for (int i = 0; i < 10; ++i)
            meter.answered(20ms);
        for (const auto category : {ErrorCategory::RateLimited, ErrorCategory::Timeout, ErrorCategory::Network,
                                    ErrorCategory::Server, ErrorCategory::NotFound, ErrorCategory::Cancelled})
            meter.failed(category, 1s);
        meter.cacheHit();
        meter.cacheMiss();
        meter.cacheMiss();
        MetricsTally tally;
        tally.services[QStringLiteral("genius")] = meter.take();
        add(now(), tally);
        add(now(), tally);
        m_file->clock.advance(20s);
        const auto found =
            Metrics(*m_file->connection).chart({.span = 1min, .stage = {}, .service = QStringLiteral("genius")});
        QVERIFY(found.stages.empty());
        const auto sum = found.services.front().total;
        QCOMPARE(sum.calls, 32);
        QCOMPARE(sum.refused, 2);
        QCOMPARE(sum.failures(), 8);
        QCOMPARE(sum.cacheHits, 2);
        QCOMPARE(sum.cacheMisses, 4);
        QCOMPARE(sum.latencies.count(), 26); // without those that were never answered, or ended by ourselves
    }

    void theStepFitsTheSpan_data()
    {
        QTest::addColumn<Milliseconds>("span");
        QTest::addColumn<Milliseconds>("step");
        QTest::newRow("5 min") << Milliseconds(5min) << Milliseconds(10s);
        QTest::newRow("20 min") << Milliseconds(20min) << Milliseconds(10s);
        QTest::newRow("1 h") << Milliseconds(1h) << Milliseconds(1min);
        QTest::newRow("24 h") << Milliseconds(24h) << Milliseconds(1min);
        QTest::newRow("7 d") << Milliseconds(7 * 24h) << Milliseconds(1h);
        QTest::newRow("a year") << Milliseconds(365 * 24h) << Milliseconds(24h);
    }
    void theStepFitsTheSpan()
    {
        QFETCH(Milliseconds, span);
        QFETCH(Milliseconds, step);
        const auto found = chart(span);
        QCOMPARE(found.step, step);
        QCOMPARE(found.at.size(), static_cast<std::size_t>(span / step));
        QVERIFY(found.at.back() <= now() && found.at.back() + 3 * step > now());
    }

    void aRestartChangesNothing()
    {
        add(now(), tallyOf(9));
        m_file->connection = m_file->open();
        m_file->clock.advance(20s);
        QCOMPARE(total(1min).archived, 9);
    }
};

QTEST_GUILESS_MAIN(MetricsTest)
#include "tst_metrics.moc"
