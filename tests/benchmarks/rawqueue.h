// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <sqlite3.h>

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <variant>
#include <vector>

/// The limit that the store is held against: one writer thread with group commit straight on the sqlite3 C API, with
/// the very SQL of the program.
class RawQueue
{
public:
    explicit RawQueue(const QString &path);
    ~RawQueue();
    RawQueue(const RawQueue &) = delete;
    RawQueue &operator=(const RawQueue &) = delete;

    struct Read {
        sqlite3_int64 id = 0;
        sqlite3_int64 readCount = 0;
    };
    void send();
    std::optional<Read> read();
    void archive(Read lease);

private:
    using Value = std::variant<sqlite3_int64, std::string>;
    struct Job {
        std::function<void()> run;
        std::promise<void> done;
    };
    void commit(std::function<void()> run);
    void work();
    /// Binds by number, steps once, and lets `row` look at the row before the statement is reset.
    void execute(const char *name, const std::vector<Value> &values,
                 const std::function<void(sqlite3_stmt *)> &row = nullptr);
    void plain(const char *sql);
    static sqlite3_int64 now();

    sqlite3 *m_database = nullptr;
    std::map<std::string, sqlite3_stmt *> m_statements;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job *> m_jobs;
    bool m_stopping = false;
    std::thread m_thread;
};
