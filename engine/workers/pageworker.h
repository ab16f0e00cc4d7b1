// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/httpclient.h"
#include "store/messagequeue.h"
#include "store/store.h"
#include "telemetry/histogram.h"
#include "workers/worker.h"

#include <functional>
#include <memory>

namespace linernotes
{

class Stage;

/// One slot: asks for its service's permit, reads one message, processes it, commits its effects with its archiving,
/// and begins again. Lives in its stage's thread.
class PageWorker
{
public:
    /// `worker` makes its calls through `http`.
    PageWorker(Stage &stage, std::unique_ptr<HttpClient> http,
               std::function<std::unique_ptr<Worker>(HttpClient &)> make);
    ~PageWorker();

    /// Ends after a stop, when the message in hand is finished or given back.
    QCoro::Task<> run();

    [[nodiscard]] const std::optional<Lease> &lease() const { return m_lease; }

private:
    struct Reading {
        std::optional<Lease> lease;
        std::optional<Instant> nextVisible; ///< where there was nothing to read
    };
    enum class Fate { Archived, TriedAgain, Buried, GivenBack };
    struct Settled {
        bool leaseHeld = false; ///< false: it was lost, and nothing was changed
        Fate fate = Fate::Archived;
        std::optional<Lease> next; ///< read in the same transaction
    };
    QCoro::Task<bool> openGate();
    bool prepay();
    QCoro::Task<std::optional<Lease>> take();
    QCoro::Task<std::optional<Lease>> work(Lease lease);
    QCoro::Task<Result<Effects>> process(Lease lease);
    // Futures, not coroutines: GCC 12 destroys a closure twice that is made within a co_await (its bug 95599 and kin).
    QFuture<Result<Reading>> read();
    template <typename T>
    void heed(const Result<T> &outcome);
    QFuture<Result<Settled>> commit(const Lease &lease, const Effects &effects, bool readsOn);
    QFuture<Result<Settled>> settle(const Lease &lease, const Error &error);
    /// To the stage's meter and the log.
    void report(const Lease &lease, const Settled &settled, const Result<Effects> &effects, Microseconds took);

    Stage &m_stage;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<Worker> m_worker;
    std::optional<Lease> m_lease;
};

} // namespace linernotes
