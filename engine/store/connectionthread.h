// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace linernotes
{

/// A thread with one connection that works off functions in the order they came. Those that gathered while it worked
/// are committed as one group: one fsync for all of them. Private to Store.
class ConnectionThread
{
public:
    struct Job {
        /// Works inside the transaction and keeps its outcome. False undoes what it did. Called again where another of
        /// its group failed: it must change nothing but the database, and its outcome only by replacing it.
        std::function<bool(Database &)> run;
        /// Called after the COMMIT; with the error where there was none.
        std::function<void(const std::optional<Error> &)> answer;
    };
    /// Told after each commit that had something to tell: which queues got messages, and what happened.
    using Committed = std::function<void(const QSet<QString> &, std::vector<Event>)>;

    ConnectionThread(QString path, Database::Access access, const Clock &clock, Committed committed);
    /// Works off what was handed over, then joins.
    ~ConnectionThread();
    ConnectionThread(const ConnectionThread &) = delete;
    ConnectionThread &operator=(const ConnectionThread &) = delete;

    /// Opens the connection on the thread and returns when that is done.
    std::optional<Error> start();
    /// From every thread.
    void submit(Job job);
    /// From every thread: another process that holds the lock is waited for only shortly, since a person waits for us.
    void setHurried(bool isHurried) { m_isHurried = isHurried; }
    /// From every thread: it works off the last jobs.
    [[nodiscard]] bool isStopping() const;

private:
    void work(const std::function<void(std::optional<Error>)> &opened);
    void begin(Database &database) const;
    bool takeGroup(std::deque<Job> &group);
    void commitGroup(Database &database, std::deque<Job> &group) const;
    std::optional<Error> runGroup(Database &database, std::deque<Job> &group,
                                  std::vector<std::optional<Error>> &errors) const;
    static std::optional<Error> runUnderSavepoint(Database &database, const Job &job);
    static bool runTogether(Database &database, const std::deque<Job> &group,
                            std::vector<std::optional<Error>> &errors);
    static void rollBack(Database &database);

    QString m_path;
    Database::Access m_access;
    const Clock &m_clock;
    Committed m_committed;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    bool m_stopping = false;
    std::atomic<bool> m_isHurried{false};
    std::thread m_thread;
};

} // namespace linernotes
