// SPDX-License-Identifier: GPL-3.0-or-later
// Send + read + archive cycles a second through the Store, beside one writer thread on the raw sqlite3 C API with the
// same SQL, in turns within one run; and with delayed messages ahead. Durations in ms. Prints one JSON object and fails
// where a bar is missed.
#include "bars.h"
#include "core/clock.h"
#include "rawqueue.h"
#include "store/messagequeue.h"
#include "store/operations.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <numeric>
#include <thread>

using namespace linernotes;

namespace
{

using Timer = std::chrono::steady_clock;
const auto queueOfPeople = queueName(StageId::SocialEnrichment);
constexpr Milliseconds visibility = std::chrono::seconds(30);

struct Figures {
    double perSecond = 0;
    double p50 = 0; ///< of one round trip
    double p99 = 0;
    double longest = 0;
};

double millisecondsSince(Timer::time_point start)
{
    return std::chrono::duration<double, std::milli>(Timer::now() - start).count();
}

Figures measure(int clients, std::chrono::seconds span, const std::function<void(std::vector<double> &)> &cycle)
{
    std::vector<std::vector<double>> times(static_cast<std::size_t>(clients));
    std::vector<qint64> cycles(static_cast<std::size_t>(clients), 0);
    const auto start = Timer::now();
    {
        std::vector<std::jthread> threads;
        threads.reserve(times.size());
        for (std::size_t i = 0; i < times.size(); ++i) {
            threads.emplace_back([&, i] {
                while (Timer::now() - start < span) {
                    cycle(times[i]);
                    ++cycles[i];
                }
            });
        }
    }
    const double seconds = millisecondsSince(start) / 1000;
    std::vector<double> all;
    for (const auto &own : times)
        all.insert(all.end(), own.begin(), own.end());
    std::ranges::sort(all);
    const auto at = [&all](double share) {
        return all[static_cast<std::size_t>(share * static_cast<double>(all.size() - 1))];
    };
    return {static_cast<double>(std::accumulate(cycles.begin(), cycles.end(), qint64(0))) / seconds, at(0.5), at(0.99),
            all.back()};
}

template <typename Function>
auto timed(std::vector<double> &times, Function function)
{
    const auto start = Timer::now();
    if constexpr (std::is_void_v<decltype(function())>) {
        function();
        times.push_back(millisecondsSince(start));
    } else {
        auto value = function();
        times.push_back(millisecondsSince(start));
        return value;
    }
}

Figures throughStore(Store &store, qint64 run, int clients, std::chrono::seconds span)
{
    return measure(clients, span, [&](std::vector<double> &times) {
        timed(times, [&] {
            store
                .transact([run](Database &database) -> Result<bool> {
                    MessageQueue(database).send(run, SocialEnrichmentMessage{1});
                    return true;
                })
                .waitForFinished();
        });
        const auto lease = timed(times, [&] {
            return store
                .transact([](Database &database) -> Result<std::optional<Lease>> {
                    return MessageQueue(database).read(queueOfPeople, visibility);
                })
                .result();
        });
        if (!lease || !*lease)
            qFatal("no message to read");
        timed(times, [&] {
            store
                .transact([taken = **lease](Database &database) -> Result<bool> {
                    return MessageQueue(database).archive(taken);
                })
                .waitForFinished();
        });
    });
}

Figures throughRaw(RawQueue &queue, int clients, std::chrono::seconds span)
{
    return measure(clients, span, [&](std::vector<double> &times) {
        timed(times, [&] { queue.send(); });
        const auto lease = timed(times, [&] { return queue.read(); });
        if (!lease)
            qFatal("no message to read");
        timed(times, [&] { queue.archive(*lease); });
    });
}

qint64 startRun(Store &store)
{
    return store
        .transact([](Database &database) -> Result<qint64> {
            return Operations(database).startRun(QStringLiteral("benchmark"));
        })
        .result()
        .value();
}

void sendDelayed(Store &store, qint64 run, int count)
{
    constexpr int batch = 10'000;
    for (int sent = 0; sent < count; sent += batch) {
        store
            .transact([run](Database &database) -> Result<bool> {
                MessageQueue queue(database);
                for (int i = 0; i < batch; ++i)
                    queue.sendText(run, queueOfPeople, QStringLiteral("{\"person_id\":1}"), std::chrono::hours(1));
                return true;
            })
            .waitForFinished();
    }
}

QJsonObject json(const Figures &figures)
{
    return {{QStringLiteral("cycles_per_second"), figures.perSecond},
            {QStringLiteral("round_trip_p50_ms"), figures.p50},
            {QStringLiteral("round_trip_p99_ms"), figures.p99},
            {QStringLiteral("longest_ms"), figures.longest}};
}

QJsonObject compare(const QTemporaryDir &folder, int clients, std::chrono::seconds span, test::Bars &bars)
{
    const auto path = folder.filePath(QStringLiteral("store-%1.sqlite").arg(clients));
    const auto rawPath = folder.filePath(QStringLiteral("raw-%1.sqlite").arg(clients));
    auto store = std::move(*Store::open(path));
    const auto run = startRun(*store);
    {
        auto schema = std::move(*Store::open(rawPath));
        startRun(*schema);
    }
    RawQueue raw(rawPath);
    // In turns, so that a machine that slows down slows both.
    Figures best;
    Figures bestRaw;
    double longest = 0;
    constexpr int turns = 3;
    QJsonArray ratios;
    for (int turn = 0; turn < turns; ++turn) {
        const auto ours = throughStore(*store, run, clients, span);
        const auto theirs = throughRaw(raw, clients, span);
        ratios.append(ours.perSecond / theirs.perSecond);
        longest = std::max(longest, ours.longest);
        if (ours.perSecond > best.perSecond)
            best = ours;
        if (theirs.perSecond > bestRaw.perSecond)
            bestRaw = theirs;
    }
    const auto who = QStringLiteral("%1 clients: ").arg(clients);
    constexpr double leastRate = 5000;
    constexpr double leastRatio = 0.7;
    constexpr double longestStall = 50;
    if (clients == 5)
        bars.atLeast(who + QStringLiteral("cycles per second"), leastRate, best.perSecond);
    bars.atLeast(who + QStringLiteral("ratio to raw"), leastRatio, best.perSecond / bestRaw.perSecond);
    bars.atMost(who + QStringLiteral("longest stall, ms"), longestStall, longest);
    return {{QStringLiteral("clients"), clients},
            {QStringLiteral("store"), json(best)},
            {QStringLiteral("store_longest_of_all_turns_ms"), longest},
            {QStringLiteral("raw"), json(bestRaw)},
            {QStringLiteral("ratio_best"), best.perSecond / bestRaw.perSecond},
            {QStringLiteral("ratios"), ratios}};
}

QJsonArray withDelayed(const QTemporaryDir &folder, std::chrono::seconds span)
{
    QJsonArray rows;
    auto store = std::move(*Store::open(folder.filePath(QStringLiteral("delayed.sqlite"))));
    const auto run = startRun(*store);
    int delayed = 0;
    for (const auto wanted : {0, 100'000, 500'000}) {
        sendDelayed(*store, run, wanted - delayed);
        delayed = wanted;
        auto row = json(throughStore(*store, run, 5, span));
        row.insert(QStringLiteral("delayed_ahead"), delayed);
        rows.append(row);
    }
    return rows;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    const std::chrono::seconds span(argc > 1 ? std::max(1, QString::fromLocal8Bit(argv[1]).toInt()) : 4);
    test::Bars bars;
    QJsonArray comparisons;
    for (const auto clients : {5, 40})
        comparisons.append(compare(folder, clients, span, bars));
    return bars.print({{QStringLiteral("benchmark"), QStringLiteral("queue_cycles")},
                       {QStringLiteral("synchronous"), QStringLiteral("FULL")},
                       {QStringLiteral("comparisons"), comparisons},
                       {QStringLiteral("delayed"), withDelayed(folder, span)}});
}
