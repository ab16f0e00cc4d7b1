// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include "core/logging.h"
#include "store/statements.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>
#include <QVariant>

namespace linernotes
{
namespace
{

/// Another process (a second desktop, a headless run) may hold the write lock for the length of a group commit.
constexpr int busyTimeoutMs = 10'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("Database", text);
}

/// The driver takes a null QString for NULL; to us an absent text is an empty one. NULL is an invalid QVariant.
void bind(QSqlQuery &query, int position, const QVariant &value)
{
    if (value.typeId() == QMetaType::QString && value.toString().isNull())
        query.bindValue(position, QStringLiteral(""));
    else
        query.bindValue(position, value);
}

QString damaged(const QString &how)
{
    return tr("it is damaged (%1). Nothing was written to it. Keep a copy, and go on with a backup, which lies beside "
              "it, "
              "or with another file (--database).")
        .arg(how);
}

bool isBusy(const QSqlQuery &query)
{
    return query.lastError().nativeErrorCode() == QLatin1String("5"); // SQLITE_BUSY
}

} // namespace

Database::Database(QString connectionName, Access access, const Clock &clock)
    : m_connectionName(std::move(connectionName))
    , m_access(access)
    , m_clock(clock)
{
}

Database::~Database()
{
    m_named.clear();
    m_texts.clear();
    m_connection.close();
    m_connection = {};
    QSqlDatabase::removeDatabase(m_connectionName);
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, Access access, const Clock &clock)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath())) {
        return failure(ErrorCategory::Database,
                       tr("The folder %1 can't be made. Choose another place with --database.")
                           .arg(QDir::toNativeSeparators(QFileInfo(path).absolutePath())));
    }
    std::unique_ptr<Database> database(new Database(QUuid::createUuid().toString(QUuid::WithoutBraces), access, clock));
    auto &connection = database->m_connection;
    connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), database->m_connectionName);
    connection.setDatabaseName(path);
    auto options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeoutMs);
    if (access == Access::ReadOnly)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    connection.setConnectOptions(options);
    if (!connection.open()) {
        return failure(ErrorCategory::Database,
                       tr("The database %1 can't be opened: %2").arg(path, connection.lastError().databaseText()));
    }
    try {
        database->configure();
        if (access == Access::ReadWrite) {
            database->checkWhole(path);
            database->migrate(path);
        }
    } catch (const SqlFailure &failed) {
        auto error = failed.error();
        if (error.message.contains(QLatin1String("malformed"))) // SQLite's word for it
            error.message = damaged(error.message);
        error.message = tr("The database %1 can't be used: %2").arg(path, error.message);
        return failure(error);
    }
    return database;
}

void Database::configure()
{
    executeText(QStringLiteral("PRAGMA foreign_keys = ON"));
    // The pages that every transaction touches stay in memory; SQLite's own 2 MB are read anew all the time.
    executeText(QStringLiteral("PRAGMA cache_size = -32000"));
    if (m_access == Access::ReadOnly)
        return;
    executeText(QStringLiteral("PRAGMA journal_mode = WAL"));
    // FULL: what was acknowledged survives a power cut. The group commit pays for it.
    executeText(QStringLiteral("PRAGMA synchronous = FULL"));
    // 16 MB of log: a page that many transactions change is copied back once in four times as many of them.
    executeText(QStringLiteral("PRAGMA wal_autocheckpoint = 4000"));
}

/// A damaged file is not written to: what is left of it may be all that there is. Reading all of it takes about a
/// second for each GiB; a larger one shows its damage where it is touched.
void Database::checkWhole(const QString &path)
{
    constexpr qint64 largestChecked = 256LL * 1024 * 1024;
    if (QFileInfo(path).size() > largestChecked)
        return;
    auto rows = executeText(QStringLiteral("PRAGMA quick_check(1)"));
    if (rows.next() && rows.text(0) != QLatin1String("ok")) {
        throw SqlFailure(damaged(rows.text(0).section(QLatin1Char('\n'), 0, 0)));
    }
}

void Database::migrate(const QString &path)
{
    const int version = schemaVersion();
    const auto &migrations = Statements::sqlite().migrations();
    const int newest = migrations.back().number;
    if (version > newest) {
        throw SqlFailure(tr("it was written by a newer Linernotes (schema %1, this program knows %2). "
                            "Install the newer Linernotes, or choose another file with --database.")
                             .arg(version)
                             .arg(newest));
    }
    if (version == newest)
        return;
    if (version > 0) {
        const auto backup = QStringLiteral("%1.backup-%2").arg(path).arg(version);
        QFile::remove(backup);
        executeText(QStringLiteral("VACUUM INTO ?"), {backup});
        qCInfo(lcStore) << "backed up to" << backup << "before the schema is brought up to date";
    }
    applyMigrations(version);
}

int Database::schemaVersion()
{
    auto rows = executeText(QStringLiteral("PRAGMA user_version"));
    return rows.next() ? static_cast<int>(rows.integer(0)) : 0;
}

void Database::applyMigrations(int from)
{
    for (const auto &migration : Statements::sqlite().migrations()) {
        if (migration.number <= from)
            continue;
        begin();
        // Another process may have come first while we waited for the lock.
        if (schemaVersion() < migration.number) {
            for (const auto &statement : Statements::split(migration.script))
                executeText(statement);
            executeText(QStringLiteral("PRAGMA user_version = %1").arg(migration.number));
        }
        commit();
    }
    m_texts.clear();
}

QString Database::describe(const QSqlQuery &query, const QString &what) const
{
    return QStringLiteral("%1 (%2)").arg(query.lastError().text().trimmed(), what);
}

std::unique_ptr<Database::Prepared> Database::prepare(const QString &sql, std::vector<int> order, const QString &name)
{
    auto fresh = std::make_unique<Prepared>(Prepared{QSqlQuery(m_connection), std::move(order)});
    fresh->query.setForwardOnly(true);
    if (!fresh->query.prepare(sql))
        throw SqlFailure(describe(fresh->query, name));
    return fresh;
}

Database::Prepared &Database::prepared(const char *name)
{
    auto &known = m_named[name];
    if (!known) {
        const auto &statement = Statements::sqlite().statement(name);
        known = prepare(statement.text, statement.order, QString::fromLatin1(name));
    }
    return *known;
}

Rows Database::execute(const char *name, std::initializer_list<QVariant> values)
{
    auto &[query, order] = prepared(name);
    int position = 0;
    if (order.empty()) {
        for (const auto &value : values)
            bind(query, position++, value);
    }
    for (const auto index : order)
        bind(query, position++, *(values.begin() + index));
    if (!query.exec())
        throw SqlFailure(describe(query, QString::fromLatin1(name)), isBusy(query));
    return Rows(query);
}

Rows Database::executeText(const QString &sql, const QVariantList &values)
{
    auto &known = m_texts[sql];
    if (!known)
        known = prepare(sql, {}, sql.left(80));
    auto &query = known->query;
    for (qsizetype i = 0; i < values.size(); ++i)
        bind(query, static_cast<int>(i), values.at(i));
    if (!query.exec())
        throw SqlFailure(describe(query, sql.left(80)), isBusy(query));
    return Rows(query);
}

void Database::setBusyTimeout(Milliseconds timeout)
{
    executeText(QStringLiteral("PRAGMA busy_timeout = %1").arg(timeout.count()));
}

void Database::begin()
{
    // IMMEDIATE: the lock is waited for here and not in the middle of a transaction, where waiting can't help.
    executeText(m_access == Access::ReadOnly ? QStringLiteral("BEGIN") : QStringLiteral("BEGIN IMMEDIATE"));
}

void Database::commit()
{
    executeText(QStringLiteral("COMMIT"));
}

void Database::rollback()
{
    executeText(QStringLiteral("ROLLBACK"));
}

} // namespace linernotes
