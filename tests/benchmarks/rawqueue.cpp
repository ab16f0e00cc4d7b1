// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawqueue.h"

#include "core/clock.h"
#include "store/statements.h"

#include <cstdio>
#include <cstdlib>

using namespace linernotes;

namespace
{

const std::string queueText = "social_enrichment";
const std::string messageText = R"({"person_id":1})";

[[noreturn]] void die(sqlite3 *database, const char *what)
{
    std::fprintf(stderr, "%s: %s\n", what, sqlite3_errmsg(database));
    std::quick_exit(1); // other threads are at work
}

} // namespace

RawQueue::RawQueue(const QString &path)
{
    if (sqlite3_open(path.toUtf8().constData(), &m_database) != SQLITE_OK)
        die(m_database, "open");
    plain("PRAGMA journal_mode = WAL");
    plain("PRAGMA synchronous = FULL");
    plain("PRAGMA foreign_keys = ON");
    m_thread = std::thread([this] { work(); });
}

RawQueue::~RawQueue()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
    for (const auto &[name, statement] : m_statements)
        sqlite3_finalize(statement);
    sqlite3_close(m_database);
}

sqlite3_int64 RawQueue::now()
{
    return toMillis(Clock::system().now());
}

void RawQueue::plain(const char *sql)
{
    auto &statement = m_statements[sql];
    if (!statement && sqlite3_prepare_v2(m_database, sql, -1, &statement, nullptr) != SQLITE_OK)
        die(m_database, sql);
    const auto stepped = sqlite3_step(statement);
    if (stepped != SQLITE_DONE && stepped != SQLITE_ROW)
        die(m_database, sql);
    sqlite3_reset(statement);
}

void RawQueue::execute(const char *name, const std::vector<Value> &values,
                       const std::function<void(sqlite3_stmt *)> &row)
{
    const auto &source = Statements::sqlite().text(name);
    auto &statement = m_statements[name];
    if (!statement && sqlite3_prepare_v2(m_database, source.toUtf8().constData(), -1, &statement, nullptr) != SQLITE_OK)
        die(m_database, name);
    const auto bind = [&](int position, const Value &value) {
        if (const auto *number = std::get_if<sqlite3_int64>(&value))
            sqlite3_bind_int64(statement, position, *number);
        else
            sqlite3_bind_text(statement, position, std::get<std::string>(value).c_str(), -1, SQLITE_TRANSIENT);
    };
    int position = 0;
    for (const auto &value : values)
        bind(++position, value);
    const auto stepped = sqlite3_step(statement);
    if (stepped != SQLITE_DONE && stepped != SQLITE_ROW)
        die(m_database, name);
    if (stepped == SQLITE_ROW && row)
        row(statement);
    sqlite3_reset(statement);
}

void RawQueue::commit(std::function<void()> run)
{
    Job job{std::move(run), {}};
    auto done = job.done.get_future();
    {
        const std::scoped_lock lock(m_mutex);
        m_jobs.push_back(&job);
    }
    m_wake.notify_one();
    done.wait();
}

void RawQueue::work()
{
    for (;;) {
        std::deque<Job *> group;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_jobs.empty(); });
            if (m_jobs.empty())
                return;
            group.swap(m_jobs);
        }
        plain("BEGIN IMMEDIATE");
        for (auto *job : group) {
            plain("SAVEPOINT job");
            job->run();
            plain("RELEASE job");
        }
        plain("COMMIT");
        for (auto *job : group)
            job->done.set_value();
    }
}

void RawQueue::send()
{
    commit([this] {
        execute("queue.send", {queueText, sqlite3_int64(1), messageText, now(), now()});
        execute("queue.count_sent", {sqlite3_int64(1), queueText, sqlite3_int64(1)});
    });
}

std::optional<RawQueue::Read> RawQueue::read()
{
    std::optional<Read> lease;
    commit([this, &lease] {
        execute(
            "queue.read", {queueText, now(), sqlite3_int64(30'000), std::string("raw")},
            [&lease](sqlite3_stmt *row) { lease = Read{sqlite3_column_int64(row, 0), sqlite3_column_int64(row, 3)}; });
    });
    return lease;
}

void RawQueue::archive(Read lease)
{
    commit([this, lease] {
        std::vector<Value> taken;
        execute("queue.take", {lease.id, lease.readCount}, [&](sqlite3_stmt *row) {
            const auto textOf = [row](int column) {
                return std::string(reinterpret_cast<const char *>(sqlite3_column_text(row, column)));
            };
            taken = {lease.id,
                     textOf(0),
                     sqlite3_column_int64(row, 1),
                     textOf(2),
                     sqlite3_column_int64(row, 3),
                     sqlite3_column_int64(row, 4),
                     now()};
        });
        if (taken.empty())
            die(m_database, "lease lost");
        execute("queue.into_archive", taken);
        execute("queue.count_archived", {sqlite3_int64(1), queueText});
    });
}
