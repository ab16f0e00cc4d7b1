// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connectionthread.h"

#include "core/logging.h"
#include "core/threadpriority.h"

#include <future>

namespace linernotes
{
namespace
{

/// Bounds the time that the first of a group waits for the last.
constexpr std::size_t largestGroup = 256;
/// SQLite's own wait for another process's lock can't be called off, so it is taken in pieces.
constexpr Milliseconds busyPiece{100};
constexpr Milliseconds patience = std::chrono::seconds(10);
constexpr Milliseconds hurriedPatience{300};

} // namespace

ConnectionThread::ConnectionThread(QString path, Database::Access access, const Clock &clock, Committed committed)
    : m_path(std::move(path))
    , m_access(access)
    , m_clock(clock)
    , m_committed(std::move(committed))
{
}

ConnectionThread::~ConnectionThread()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

std::optional<Error> ConnectionThread::start()
{
    std::promise<std::optional<Error>> opened;
    auto outcome = opened.get_future();
    m_thread = std::thread(
        [this, &opened] { work([&opened](std::optional<Error> error) { opened.set_value(std::move(error)); }); });
    return outcome.get();
}

void ConnectionThread::submit(Job job)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
}

bool ConnectionThread::isStopping() const
{
    const std::scoped_lock lock(m_mutex);
    return m_stopping;
}

void ConnectionThread::work(const std::function<void(std::optional<Error>)> &opened)
{
    if (m_access == Database::Access::ReadWrite)
        letWindowGoFirst(); // it works for the stages; what the window reads comes from the others
    auto database = Database::open(m_path, m_access, m_clock);
    if (!database)
        return opened(database.error());
    (*database)->setBusyTimeout(busyPiece);
    opened(std::nullopt);
    std::deque<Job> group;
    while (takeGroup(group)) {
        commitGroup(**database, group);
        group.clear();
    }
}

void ConnectionThread::begin(Database &database) const
{
    const auto since = std::chrono::steady_clock::now();
    for (;;) {
        try {
            database.begin();
            return;
        } catch (const SqlFailure &failed) {
            const bool isHurried = m_isHurried || isStopping();
            const auto waited = std::chrono::steady_clock::now() - since;
            if (!failed.isBusy() || waited >= (isHurried ? hurriedPatience : patience))
                throw;
        }
    }
}

bool ConnectionThread::takeGroup(std::deque<Job> &group)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_stopping || !m_jobs.empty(); });
    // A group is answered when all of it is done. That is for writers: a short question does not wait for a long one.
    const auto largest = m_access == Database::Access::ReadOnly ? 1 : largestGroup;
    if (m_jobs.size() <= largest) {
        group.swap(m_jobs);
    } else {
        const auto end = m_jobs.begin() + static_cast<std::ptrdiff_t>(largest);
        std::move(m_jobs.begin(), end, std::back_inserter(group));
        m_jobs.erase(m_jobs.begin(), end);
    }
    return !group.empty();
}

void ConnectionThread::commitGroup(Database &database, std::deque<Job> &group) const
{
    std::vector<std::optional<Error>> errors(group.size());
    const auto groupError = runGroup(database, group, errors);
    const auto sentTo = database.takeSentTo();
    auto events = database.takeEvents();
    if (groupError)
        qCWarning(lcStore).noquote() << "transaction undone:" << groupError->message;
    // Before the answers: who has one may end the program, and what happened would not be told any more.
    const bool isNews = !sentTo.isEmpty() || !events.empty();
    if (!groupError && isNews && m_committed)
        m_committed(sentTo, std::move(events));
    for (std::size_t i = 0; i < group.size(); ++i)
        group[i].answer(groupError ? groupError : errors[i]);
}

/// Nearly always all of a group succeed. Only where one did not are they run again, each under a savepoint: a savepoint
/// costs two statements and a copy of every page that is changed under it, as much as the work itself.
std::optional<Error> ConnectionThread::runGroup(Database &database, std::deque<Job> &group,
                                                std::vector<std::optional<Error>> &errors) const
{
    try {
        begin(database);
        if (runTogether(database, group, errors)) {
            database.commit();
            return std::nullopt;
        }
        rollBack(database);
        database.takeSentTo();
        database.takeEvents();
        if (group.size() == 1)
            return std::nullopt;
        begin(database);
        for (std::size_t i = 0; i < group.size(); ++i)
            errors[i] = runUnderSavepoint(database, group[i]);
        database.commit();
        return std::nullopt;
    } catch (const SqlFailure &failed) {
        rollBack(database);
        return failed.error();
    }
}

/// False: one of them failed, and what the others did must not stand.
bool ConnectionThread::runTogether(Database &database, const std::deque<Job> &group,
                                   std::vector<std::optional<Error>> &errors)
{
    for (std::size_t i = 0; i < group.size(); ++i) {
        try {
            if (!group[i].run(database))
                return false;
        } catch (const SqlFailure &failed) {
            errors[i] = failed.error();
            return false;
        }
    }
    return true;
}

void ConnectionThread::rollBack(Database &database)
{
    try {
        database.rollback();
    } catch (const SqlFailure &nothingLeft) {
        // SQLite rolls back by itself on disk full and I/O errors; then there is nothing left to roll back.
        qCDebug(lcStore).noquote() << "rollback:" << nothingLeft.error().message;
    }
}

/// An error of the job's own stays with it. A failure of the transaction itself (disk full) is thrown on and undoes
/// the group: a savepoint can't be trusted then.
std::optional<Error> ConnectionThread::runUnderSavepoint(Database &database, const Job &job)
{
    database.executeText(QStringLiteral("SAVEPOINT job"));
    const auto told = database.eventCount();
    std::optional<Error> error;
    bool keep = false;
    try {
        keep = job.run(database);
    } catch (const SqlFailure &failed) {
        error = failed.error();
    }
    if (!keep) {
        database.executeText(QStringLiteral("ROLLBACK TO job"));
        database.dropEventsFrom(told);
    }
    database.executeText(QStringLiteral("RELEASE job"));
    return error;
}

} // namespace linernotes
