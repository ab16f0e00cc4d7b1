// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"

#include <QSet>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

#include <initializer_list>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

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
    explicit Rows(QSqlQuery &query)
        : m_query(&query)
    {
    }
    Rows(Rows &&other) noexcept
        : m_query(std::exchange(other.m_query, nullptr))
    {
    }
    Rows(const Rows &) = delete;
    Rows &operator=(const Rows &) = delete;
    Rows &operator=(Rows &&) = delete;
    ~Rows()
    {
        if (m_query)
            m_query->finish();
    }

    bool next() { return m_query->next(); }
    [[nodiscard]] qint64 integer(int column) const { return m_query->value(column).toLongLong(); }
    [[nodiscard]] double real(int column) const { return m_query->value(column).toDouble(); }
    [[nodiscard]] QString text(int column) const { return m_query->value(column).toString(); }
    [[nodiscard]] QVariant value(int column) const { return m_query->value(column); }
    [[nodiscard]] bool isNull(int column) const { return m_query->isNull(column); }
    [[nodiscard]] Instant instant(int column) const { return fromMillis(integer(column)); }
    [[nodiscard]] std::optional<Instant> optionalInstant(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(instant(column));
    }
    /// Rows changed by an insert, update or delete without RETURNING.
    [[nodiscard]] int changed() const { return m_query->numRowsAffected(); }
    [[nodiscard]] qint64 insertedId() const { return m_query->lastInsertId().toLongLong(); }

private:
    QSqlQuery *m_query;
};

/// One connection to the SQLite file. Belongs to the thread that opened it.
class Database
{
public:
    enum class Access { ReadWrite, ReadOnly };

    /// WAL, synchronous FULL, foreign keys on. A read-write open brings the schema up to date, each migration in one
    /// transaction and after a backup beside the file; a database of a newer program is refused.
    static Result<std::unique_ptr<Database>> open(const QString &path, Access access, const Clock &clock);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Runs the named statement with its values in the order of their numbers. `name` is a literal. Throws SqlFailure.
    Rows execute(const char *name, std::initializer_list<QVariant> values = {});
    /// Text that is not a named statement: transaction control and pages with a filter built from named parts.
    Rows executeText(const QString &sql, const QVariantList &values = {});

    void begin();
    /// How long begin() waits for another connection's lock [10 s].
    void setBusyTimeout(Milliseconds timeout);
    void commit();
    void rollback();

    /// All lease arithmetic takes its time from here: for SQLite the database's clock is this machine's.
    [[nodiscard]] Instant now() const { return m_clock.now(); }

    /// The time that this connection last compared with what was seen before; MessageQueue's.
    [[nodiscard]] Instant comparedAt() const { return m_comparedAt; }
    void setComparedAt(Instant at) { m_comparedAt = at; }

    /// Queues that this transaction sent messages to; taken by the writer after the commit to ring for them.
    void noteSent(const QString &queue) { m_sentTo.insert(queue); }
    QSet<QString> takeSentTo() { return std::exchange(m_sentTo, {}); }

private:
    Database(QString connectionName, Access access, const Clock &clock);
    void configure();
    void checkWhole(const QString &path);
    void migrate(const QString &path);
    void applyMigrations(int from);
    int schemaVersion();
    struct Prepared {
        QSqlQuery query;
        std::vector<int> order;
    };
    Prepared &prepared(const char *name);
    std::unique_ptr<Prepared> prepare(const QString &sql, std::vector<int> order, const QString &name);
    [[nodiscard]] QString describe(const QSqlQuery &query, const QString &what) const;

    QString m_connectionName;
    Access m_access;
    QSqlDatabase m_connection;
    const Clock &m_clock;
    std::unordered_map<std::string_view, std::unique_ptr<Prepared>>
        m_named; ///< by names that live as long as the program
    std::unordered_map<QString, std::unique_ptr<Prepared>> m_texts;
    QSet<QString> m_sentTo;
    Instant m_comparedAt{};
};

} // namespace linernotes
