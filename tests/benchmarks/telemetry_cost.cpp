// SPDX-License-Identifier: GPL-3.0-or-later
// What it costs to count and to tell: nanoseconds of the hot path, milliseconds of the writer's time, and how long a
// full table of events is asked. Prints one JSON object.
#include "store/events.h"
#include "store/metrics.h"
#include "telemetry/instruments.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <cstdio>
#include <thread>

using namespace linernotes;

namespace
{

constexpr int rounds = 1'000'000;

/// Nanoseconds a call, where so many threads call at once.
template <typename Act>
double nanoseconds(int threadCount, Act act)
{
    QElapsedTimer timer;
    timer.start();
    std::vector<std::thread> threads;
    threads.reserve(static_cast<std::size_t>(threadCount));
    for (int i = 0; i < threadCount; ++i) {
        threads.emplace_back([&act] {
            for (int j = 0; j < rounds; ++j)
                act(j);
        });
    }
    for (auto &thread : threads)
        thread.join();
    return static_cast<double>(timer.nsecsElapsed()) / (static_cast<double>(rounds) * threadCount);
}

template <typename Act>
double milliseconds(Act act)
{
    constexpr double nanosecondsOfOne = 1e6;
    QElapsedTimer timer;
    timer.start();
    act();
    return static_cast<double>(timer.nsecsElapsed()) / nanosecondsOfOne;
}

QJsonObject hotPath()
{
    Instruments instruments(Clock::system());
    auto &stage = instruments.stage(StageId::TrackDiscovery);
    auto &service = instruments.service(QStringLiteral("spotify"));
    const auto archive = [&stage](int i) { stage.archived(Microseconds(i), 1); };
    return {
        {QStringLiteral("stage_meter_ns"), nanoseconds(1, archive)},
        {QStringLiteral("stage_meter_ns_4_threads"), nanoseconds(4, archive)},
        {QStringLiteral("service_meter_ns"), nanoseconds(1, [&service](int i) { service.answered(Microseconds(i)); })},
        {QStringLiteral("event_below_the_level_ns"), nanoseconds(1, [&instruments](int i) {
             instruments.log().note({.level = EventLevel::Debug,
                                     .kind = EventKind::MessageArchived,
                                     .stage = StageId::TrackDiscovery,
                                     .runId = 1,
                                     .messageId = i});
         })}};
}

MetricsTally busyTally()
{
    MetricsTally tally;
    for (auto &stage : tally.stages) {
        stage.archived = 4000;
        for (int i = 1; i <= 4000; ++i)
            stage.durations.add(Microseconds(i * 50));
    }
    for (const auto &name : {QStringLiteral("spotify"), QStringLiteral("genius")}) {
        tally.services[name].calls = 4000;
        tally.services[name].latencies = tally.stages.front().durations;
    }
    return tally;
}

Event failure(qint64 number)
{
    return {.at = Clock::system().now(),
            .level = number % 10 == 0 ? EventLevel::Warning : EventLevel::Debug,
            .kind = number % 10 == 0 ? EventKind::AttemptFailed : EventKind::MessageArchived,
            .stage = allStages.at(static_cast<std::size_t>(number % 5)),
            .service = QStringLiteral("spotify"),
            .runId = 1 + (number % 7),
            .messageId = number,
            .attempt = 1,
            .text = number % 10 == 0 ? QStringLiteral("no complete answer within 10 s") : QString()};
}

QJsonObject writing(Database &database)
{
    const auto tally = busyTally();
    constexpr int flushes = 100;
    const auto flushing = milliseconds([&] {
        for (int i = 0; i < flushes; ++i) {
            database.begin();
            Metrics metrics(database);
            metrics.add(database.now(), tally);
            metrics.trim(100);
            database.commit();
        }
    });
    constexpr int batch = 1000;
    const auto telling = milliseconds([&] {
        for (qint64 number = 0; number < Events::mostKept; number += batch) {
            std::vector<Event> events;
            events.reserve(batch);
            for (qint64 i = 0; i < batch; ++i)
                events.push_back(failure(number + i));
            database.begin();
            Events kept(database);
            kept.add(events);
            kept.trim(std::chrono::days(30), 2 * batch);
            database.commit();
        }
    });
    return {{QStringLiteral("flush_of_the_meters_ms"), flushing / flushes},
            {QStringLiteral("a_thousand_events_ms"), telling * batch / Events::mostKept}};
}

QJsonObject reading(Database &database)
{
    Events events(database);
    Metrics metrics(database);
    return {
        {QStringLiteral("newest_page_ms"), milliseconds([&] { (void)events.page({}); })},
        {QStringLiteral("page_of_a_run_ms"), milliseconds([&] { (void)events.page({.runId = 3}); })},
        {QStringLiteral("page_of_warnings_ms"),
         milliseconds([&] { (void)events.page({.least = EventLevel::Warning}); })},
        {QStringLiteral("text_that_is_nowhere_ms"),
         milliseconds([&] { (void)events.page({.text = QStringLiteral("nowhere")}); })},
        {QStringLiteral("groups_ms"), milliseconds([&] { (void)events.groups(EventLevel::Warning, Instant(), 100); })},
        {QStringLiteral("recent_metrics_ms"), milliseconds([&] { (void)metrics.recent(); })}};
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    const auto database = std::move(*Database::open(folder.filePath(QStringLiteral("telemetry.sqlite")),
                                                    Database::Access::ReadWrite, Clock::system()));
    auto figures = hotPath();
    for (const auto &part : {writing(*database), reading(*database)}) {
        for (auto figure = part.begin(); figure != part.end(); ++figure)
            figures.insert(figure.key(), figure.value());
    }
    figures.insert(QStringLiteral("benchmark"), QStringLiteral("telemetry_cost"));
    std::puts(QJsonDocument(figures).toJson().constData());
    return 0;
}
