// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include "core/foruser.h"
#include "core/logging.h"
#include "matching/title.h"
#include "store/searchtext.h"
#include "store/statements.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QtEndian>

#include <sqlite3.h>

#include <algorithm>

namespace linernotes
{
namespace
{

/// Another process (a second desktop, a headless run) may hold the write lock for the length of a group commit.
constexpr Milliseconds busyTimeout = std::chrono::seconds(10);

/// A large file is copied before it is changed.
constexpr int updatePatience = 60'000;

/// What a person may meet and can do something about is said without the statement: that is for who reads the code.
QString problemOf(sqlite3 *connection, int code, const QString &statement)
{
    auto words = QString::fromUtf8(sqlite3_errmsg(connection));
    switch (code) {
    case SQLITE_BUSY:
        return ForUser::tr("another program keeps the database locked");
    case SQLITE_FULL:
        return ForUser::tr("the disk is full");
    case SQLITE_IOERR:
        return ForUser::tr("the disk can't be read or written (%1)").arg(words);
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return words;
    default:
        return QStringLiteral("%1 (%2)").arg(words, statement);
    }
}

SqlFailure failureOf(sqlite3 *connection, const QString &statement)
{
    constexpr int primaryCode = 0xff;
    const auto code = sqlite3_errcode(connection) & primaryCode;
    return SqlFailure(problemOf(connection, code, statement), code == SQLITE_BUSY);
}

/// So much of a statement that it can be recognised.
QString beginningOf(sqlite3_stmt *statement)
{
    constexpr qsizetype enough = 80;
    return QString::fromUtf8(sqlite3_sql(statement)).left(enough).simplified();
}

/// True: there is a row.
bool step(sqlite3_stmt *statement)
{
    const auto result = sqlite3_step(statement);
    if (result != SQLITE_ROW && result != SQLITE_DONE)
        throw failureOf(sqlite3_db_handle(statement), beginningOf(statement));
    return result == SQLITE_ROW;
}

/// An absent text is an empty one to us; NULL is an invalid QVariant.
int bind(sqlite3_stmt *statement, int position, const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::UnknownType:
        return sqlite3_bind_null(statement, position);
    case QMetaType::Double:
        return sqlite3_bind_double(statement, position, value.toDouble());
    case QMetaType::QString: {
        const auto text = value.toString().toUtf8();
        return sqlite3_bind_text64(statement, position, text.constData(), static_cast<sqlite3_uint64>(text.size()),
                                   SQLITE_TRANSIENT, SQLITE_UTF8);
    }
    case QMetaType::QByteArray: {
        const auto bytes = value.toByteArray();
        return sqlite3_bind_blob64(statement, position, bytes.isNull() ? "" : bytes.constData(),
                                   static_cast<sqlite3_uint64>(bytes.size()), SQLITE_TRANSIENT);
    }
    default:
        Q_ASSERT(value.canConvert<qint64>());
        return sqlite3_bind_int64(statement, position, value.toLongLong());
    }
}

QString backupOf(const QString &path, int schema)
{
    return path + QStringLiteral(".backup-%1").arg(schema);
}

/// The newest backup that lies beside it; empty: there is none.
QString lastBackupOf(const QString &path)
{
    const QFileInfo file(path);
    const auto backups = file.dir().entryList({file.fileName() + QStringLiteral(".backup-*")}, QDir::Files, QDir::Time);
    return backups.isEmpty() ? QString() : backups.constFirst();
}

QString damaged(const QString &how, const QString &path)
{
    const auto backup = lastBackupOf(path);
    const auto text = ForUser::tr("it is damaged (%1). Nothing was written to it. Keep a copy, and go on with %2.");
    return text.arg(how,
                    backup.isEmpty() ? ForUser::tr("another file (--database)")
                                     : ForUser::tr("the backup “%1”, which lies beside it, or with another file "
                                                   "(--database)")
                                           .arg(backup));
}

/// SQLite's words for what a person can do something about, in words for people.
QString openingProblem(const QString &problem, const QString &path)
{
    if (problem.contains(QLatin1String("malformed")))
        return damaged(problem, path);
    if (problem.contains(QLatin1String("not a database")))
        return damaged(ForUser::tr("its beginning is not that of a database"), path);
    if (problem.contains(QLatin1String("readonly database"))
        || problem.contains(QLatin1String("unable to open database file"))) {
        return ForUser::tr("it can't be written to. Give yourself that right for the file and its folder, or choose "
                           "another file with --database.");
    }
    return problem;
}

} // namespace

Rows::~Rows()
{
    if (m_statement)
        sqlite3_reset(m_statement);
}

bool Rows::next()
{
    if (std::exchange(m_isBegun, true) && m_hasRow)
        m_hasRow = step(m_statement);
    return m_hasRow;
}

qint64 Rows::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Rows::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QString Rows::text(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(text, sqlite3_column_bytes(m_statement, column));
}

QByteArray Rows::bytes(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return {bytes, sqlite3_column_bytes(m_statement, column)};
}

QVariant Rows::value(int column) const
{
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER:
        return integer(column);
    case SQLITE_FLOAT:
        return real(column);
    case SQLITE_TEXT:
        return text(column);
    case SQLITE_BLOB:
        return bytes(column);
    default:
        return {};
    }
}

bool Rows::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

int Rows::changed() const
{
    return sqlite3_changes(sqlite3_db_handle(m_statement));
}

qint64 Rows::insertedId() const
{
    return sqlite3_last_insert_rowid(sqlite3_db_handle(m_statement));
}

void Database::Close::operator()(sqlite3 *connection) const
{
    sqlite3_close(connection);
}

void Database::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Database::Database(Connection connection, Access access, const Clock &clock)
    : m_connection(std::move(connection))
    , m_access(access)
    , m_clock(clock)
{
}

Database::~Database() = default;

Result<std::unique_ptr<Database>> Database::open(const QString &path, Access access, const Clock &clock)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath())) {
        return failure(ErrorCategory::Database,
                       ForUser::tr("The folder %1 can't be made. Choose another place with --database.")
                           .arg(QDir::toNativeSeparators(QFileInfo(path).absolutePath())));
    }
    const int flags = access == Access::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    sqlite3 *opened = nullptr;
    const auto result =
        sqlite3_open_v2(QFile::encodeName(path).constData(), &opened, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    Connection connection(opened); // there is one also where it failed
    if (result != SQLITE_OK) {
        return failure(
            ErrorCategory::Database,
            ForUser::tr("The database %1 can't be opened: %2").arg(path, QString::fromUtf8(sqlite3_errmsg(opened))));
    }
    std::unique_ptr<Database> database(new Database(std::move(connection), access, clock));
    try {
        database->setBusyTimeout(busyTimeout);
        // One process after the other makes the file or updates it: SQLite does not wait for who switches to the log,
        // and two updates would write the same backup.
        QLockFile changing(path + QStringLiteral(".update-lock"));
        changing.setStaleLockTime(0); // only its owner's death ends it: the backup of a large file takes long
        if (access == Access::ReadWrite && !database->isUpToDate() && !changing.tryLock(updatePatience))
            throw SqlFailure(
                changing.error() == QLockFile::LockFailedError
                    ? ForUser::tr("another Linernotes is bringing it up to date. Start again when it is done.")
                    : ForUser::tr("it has to be made or brought up to date, and its folder can't be written to. "
                                  "Give yourself that right, or choose another file with --database."));
        database->configure();
        database->addFunctions();
        if (access == Access::ReadWrite) {
            database->checkWhole(path);
            database->migrate(path);
        }
    } catch (const SqlFailure &failed) {
        auto error = failed.error();
        error.message = ForUser::tr("The database %1 can't be used: %2").arg(path, openingProblem(error.message, path));
        return failure(error);
    }
    return database;
}

bool Database::isOutdated(const QString &path)
{
    // https://www.sqlite.org/fileformat.html: the user version stands at byte 60, its highest byte first.
    constexpr qint64 place = 60;
    QFile file(path);
    const bool isThere = file.open(QIODevice::ReadOnly) && file.seek(place);
    const auto bytes = isThere ? file.read(sizeof(quint32)) : QByteArray();
    if (bytes.size() < qsizetype(sizeof(quint32)))
        return false;
    const auto version = qFromBigEndian<quint32>(bytes.constData());
    return version > 0 && version < static_cast<quint32>(Statements::sqlite().migrations().back().number);
}

bool Database::isLocked(const QString &path)
{
    sqlite3 *opened = nullptr;
    const auto result =
        sqlite3_open_v2(QFile::encodeName(path).constData(), &opened, SQLITE_OPEN_READWRITE, nullptr); // makes none
    const Connection connection(opened);
    if (result != SQLITE_OK)
        return false;
    sqlite3_db_config(opened, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr); // a damaged file is not written to
    constexpr int primaryCode = 0xff;
    const auto begun = sqlite3_exec(opened, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) & primaryCode;
    if (begun == SQLITE_OK)
        sqlite3_exec(opened, "ROLLBACK", nullptr, nullptr, nullptr);
    return begun == SQLITE_BUSY;
}

bool Database::isUpToDate()
{
    const auto newest = Statements::sqlite().migrations().back().number;
    auto rows = executeText(QStringLiteral("PRAGMA journal_mode"));
    return rows.next() && rows.text(0) == QLatin1String("wal") && schemaVersion() == newest;
}

void Database::configure()
{
    executeText(QStringLiteral("PRAGMA foreign_keys = ON"));
    // The pages that every transaction touches stay in memory; SQLite's own 2 MB are read anew all the time. There are
    // several readers, and what they lack the system has at hand.
    executeText(m_access == Access::ReadOnly ? QStringLiteral("PRAGMA cache_size = -6000")
                                             : QStringLiteral("PRAGMA cache_size = -32000"));
    if (m_access == Access::ReadOnly)
        return;
    executeText(QStringLiteral("PRAGMA journal_mode = WAL"));
    // FULL: what was acknowledged survives a power cut. The group commit pays for it.
    executeText(QStringLiteral("PRAGMA synchronous = FULL"));
    // 16 MB of log: a page that many transactions change is copied back once in four times as many of them.
    executeText(QStringLiteral("PRAGMA wal_autocheckpoint = 4000"));
}

/// SQLite's own lower() knows the letters of ASCII alone.
void Database::addFunctions()
{
    const auto fold = [](sqlite3_context *context, int, sqlite3_value **values) {
        const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(values[0]));
        const auto given = QByteArrayView(text, sqlite3_value_bytes(values[0]));
        const bool isAscii = std::ranges::none_of(given, [](char unit) { return static_cast<signed char>(unit) < 0; });
        const auto folded = isAscii ? given.toByteArray().toLower() : QString::fromUtf8(given).toCaseFolded().toUtf8();
        sqlite3_result_text(context, folded.constData(), static_cast<int>(folded.size()), SQLITE_TRANSIENT);
    };
    sqlite3_create_function_v2(m_connection.get(), "folded", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr, fold,
                               nullptr, nullptr, nullptr);
}

/// A damaged file is not written to: what is left of it may be all that there is. Reading all of it takes about a
/// second for each GiB; a larger one shows its damage where it is touched.
void Database::checkWhole(const QString &path)
{
    constexpr qint64 largestChecked = 256LL * 1024 * 1024;
    if (QFileInfo(path).size() > largestChecked)
        return;
    auto rows = executeText(QStringLiteral("PRAGMA quick_check(1)"));
    if (!rows.next() || rows.text(0) == QLatin1String("ok"))
        return;
    auto findings = rows.text(0).split(QLatin1Char('\n'));
    if (findings.size() > 1 && findings.constFirst().startsWith(QLatin1String("***")))
        findings.removeFirst(); // which of the databases, of which there is one
    throw SqlFailure(damaged(findings.constFirst(), path));
}

void Database::migrate(const QString &path)
{
    const int version = schemaVersion();
    const auto &migrations = Statements::sqlite().migrations();
    const int newest = migrations.back().number;
    if (version > newest) {
        throw SqlFailure(ForUser::tr("it was written by a newer Linernotes (schema %1, this program knows %2). "
                                     "Install the newer Linernotes, or choose another file with --database.")
                             .arg(version)
                             .arg(newest));
    }
    if (version == newest)
        return;
    if (version > 0) {
        const auto backup = backupOf(path, version);
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
            completeMigration(migration.number);
            executeText(QStringLiteral("PRAGMA user_version = %1").arg(migration.number));
        }
        commit();
    }
    m_texts.clear();
}

/// What a migration can't say in SQL, in its transaction.
void Database::completeMigration(int number)
{
    constexpr int artistNames = 12;
    constexpr int annotations = 17;
    if (number == annotations)
        writeSearchTextOfAnnotated(*this);
    if (number != artistNames)
        return;
    std::vector<std::pair<qint64, QString>> artists;
    {
        auto rows = execute("catalog.artist_names");
        while (rows.next())
            artists.emplace_back(rows.integer(0), rows.text(1));
    }
    for (const auto &[id, name] : artists)
        execute("catalog.set_artist_key", {normalisedName(name), id});
}

Database::Prepared Database::prepare(const QString &sql) const
{
    const auto text = sql.toUtf8();
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v3(m_connection.get(), text.constData(), static_cast<int>(text.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement, nullptr)
        != SQLITE_OK)
        throw failureOf(m_connection.get(), sql);
    return Prepared(statement);
}

template <typename Values>
Rows Database::run(sqlite3_stmt *statement, const Values &values)
{
    int position = 0;
    for (const QVariant &value : values) {
        if (bind(statement, ++position, value) != SQLITE_OK)
            throw failureOf(m_connection.get(), beginningOf(statement));
    }
    Q_ASSERT(position == sqlite3_bind_parameter_count(statement));
    try {
        return {statement, step(statement)};
    } catch (const SqlFailure &) {
        sqlite3_reset(statement);
        throw;
    }
}

Rows Database::execute(const char *name, std::initializer_list<QVariant> values)
{
    auto &known = m_named[name];
    if (!known)
        known = prepare(Statements::sqlite().text(name));
    return run(known.get(), values);
}

Rows Database::executeText(const QString &sql, const QVariantList &values)
{
    auto &known = m_texts[sql];
    if (!known)
        known = prepare(sql);
    return run(known.get(), values);
}

void Database::setUnwanted(std::function<bool()> isUnwanted)
{
    constexpr int steps = 4000; // some tens of microseconds
    m_isUnwanted = std::move(isUnwanted);
    sqlite3_progress_handler(
        m_connection.get(), m_isUnwanted ? steps : 0,
        [](void *self) { return static_cast<Database *>(self)->m_isUnwanted() ? 1 : 0; }, this);
}

void Database::noteEvent(Event event)
{
    event.at = now();
    m_events.push_back(std::move(event));
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
