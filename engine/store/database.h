// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "telemetry/event.h"

#include <QSet>
#include <QString>
#include <QVariant>

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace linernotes
{

/// A failed statement. Thrown inside engine/store only and turned into an Error where a transaction ends.
class SqlFailure : public std::runtime_error
{
public:
    explicit SqlFailure(const QString &message, bool isBusy = false)
        : std::runtime_error(message.toStdString())
        , m_isBusy(isBusy)
    {
    }
    /// Another connection holds the lock: it may go later.
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    [[nodiscard]] Error error() const
    {
        return {.category = ErrorCategory::Database, .message = QString::fromStdString(what())};
    }

private:
    bool m_isBusy;
};

/// One row set of a prepared statement. Gives the statement back when it goes.
class Rows
{
public:
    /// `hasRow`: the statement stands on its first row.
    Rows(sqlite3_stmt *statement, bool hasRow)
        : m_statement(statement)
        , m_hasRow(hasRow)
    {
    }
    Rows(Rows &&other) noexcept
        : m_statement(std::exchange(other.m_statement, nullptr))
        , m_hasRow(other.m_hasRow)
        , m_isBegun(other.m_isBegun)
    {
    }
    Rows(const Rows &) = delete;
    Rows &operator=(const Rows &) = delete;
    Rows &operator=(Rows &&) = delete;
    ~Rows();

    /// Throws SqlFailure.
    bool next();
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    /// In the type in which it is stored.
    [[nodiscard]] QVariant value(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] Instant instant(int column) const { return fromMillis(integer(column)); }
    [[nodiscard]] std::optional<Instant> optionalInstant(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(instant(column));
    }
    /// Rows changed by an insert, update or delete without RETURNING.
    [[nodiscard]] int changed() const;
    [[nodiscard]] qint64 insertedId() const;

private:
    sqlite3_stmt *m_statement;
    bool m_hasRow;
    bool m_isBegun = false;
};

/// One connection to the SQLite file. Belongs to the thread that opened it.
/// On SQLite's own interface and not on Qt's: that one builds a description of every column at every execution, a third
/// of what a short statement costs, and has no interrupt.
class Database
{
public:
    enum class Access { ReadWrite, ReadOnly };

    /// WAL, synchronous FULL, foreign keys on. A read-write open brings the schema up to date, each migration in one
    /// transaction and after a backup beside the file; a database of a newer program is refused.
    static Result<std::unique_ptr<Database>> open(const QString &path, Access access, const Clock &clock);
    /// A look at the file alone: opening it will copy it and bring it up to date, which takes as long as it is large.
    static bool isOutdated(const QString &path);
    /// At this moment another program keeps it from being written to. Changes nothing, and does not wait.
    static bool isLocked(const QString &path);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Runs the named statement with its values in the order of their numbers. `name` is a literal. Throws SqlFailure.
    Rows execute(const char *name, std::initializer_list<QVariant> values = {});
    /// Text that is not a named statement: transaction control and pages with a filter built from named parts.
    Rows executeText(const QString &sql, const QVariantList &values = {});

    void begin();
    /// What runs is broken off, and fails, as soon as this says so; it is asked every few thousand steps. Empty: never.
    void setUnwanted(std::function<bool()> isUnwanted);

    /// How long begin() waits for another connection's lock [10 s].
    void setBusyTimeout(Milliseconds timeout);
    void commit();
    void rollback();

    [[nodiscard]] bool isReadOnly() const { return m_access == Access::ReadOnly; }

    /// All lease arithmetic takes its time from here: for SQLite the database's clock is this machine's.
    [[nodiscard]] Instant now() const { return m_clock.now(); }

    /// The time that this connection last compared with what was seen before; MessageQueue's.
    [[nodiscard]] Instant comparedAt() const { return m_comparedAt; }
    void setComparedAt(Instant at) { m_comparedAt = at; }

    /// Queues that this transaction sent messages to; taken by the writer after the commit to ring for them.
    void noteSent(const QString &queue) { m_sentTo.insert(queue); }
    QSet<QString> takeSentTo() { return std::exchange(m_sentTo, {}); }
    /// What this transaction did and people should hear of; taken by the writer after the commit. What is undone was
    /// never told.
    void noteEvent(Event event);
    std::vector<Event> takeEvents() { return std::exchange(m_events, {}); }
    [[nodiscard]] std::size_t eventCount() const { return m_events.size(); }
    void dropEventsFrom(std::size_t count) { m_events.resize(std::min(count, m_events.size())); }

private:
    struct Close {
        void operator()(sqlite3 *connection) const;
    };
    struct Finalize {
        void operator()(sqlite3_stmt *statement) const;
    };
    using Connection = std::unique_ptr<sqlite3, Close>;
    using Prepared = std::unique_ptr<sqlite3_stmt, Finalize>;

    Database(Connection connection, Access access, const Clock &clock);
    bool isUpToDate();
    void configure();
    void addFunctions();
    void checkWhole(const QString &path);
    void migrate(const QString &path);
    void applyMigrations(int from);
    void completeMigration(int number);
    int schemaVersion();
    [[nodiscard]] Prepared prepare(const QString &sql) const;
    template <typename Values>
    Rows run(sqlite3_stmt *statement, const Values &values);

    Connection m_connection;
    Access m_access;
    const Clock &m_clock;
    std::unordered_map<std::string_view, Prepared> m_named; ///< by names that live as long as the program
    std::unordered_map<QString, Prepared> m_texts;
    QSet<QString> m_sentTo;
    std::vector<Event> m_events;
    Instant m_comparedAt{};
    std::function<bool()> m_isUnwanted;
};

} // namespace linernotes
