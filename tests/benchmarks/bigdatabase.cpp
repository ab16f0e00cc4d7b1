// SPDX-License-Identifier: GPL-3.0-or-later
#include "bigdatabase.h"

#include "store/database.h"
#include "store/statements.h"

#include <QFile>
#include <QFileInfo>

#include <array>

namespace linernotes::test
{
namespace
{

constexpr std::array syllables{"ka",  "ro",  "mi",  "ven", "tor", "la",  "sha", "del", "ny",  "bro", "gan",
                               "wil", "son", "ber", "tu",  "zo",  "qui", "pe",  "ral", "sto", "ham", "dre",
                               "lo",  "ix",  "mar", "cus", "ja",  "el",  "in",  "ot",  "ann", "vey"};

class Maker
{
public:
    Maker(Database &database, const DatabaseSize &size)
        : m_database(database)
        , m_size(size)
    {
    }

    void make()
    {
        for (const auto *pragma : {"PRAGMA synchronous = OFF", "PRAGMA foreign_keys = OFF",
                                   "PRAGMA cache_size = -400000", "PRAGMA temp_store = FILE"})
            run(pragma);
        m_database.begin();
        takeAway();
        catalogue();
        credits();
        people();
        giveBack();
        m_database.commit();
        for (const auto *statement : {"ANALYZE", "PRAGMA wal_checkpoint(TRUNCATE)"})
            run(statement);
    }

private:
    void run(const char *sql, const QVariantList &values = {})
    {
        auto rows = m_database.executeText(QString::fromLatin1(sql), values);
        while (rows.next()) { }
    }

    /// Indexes and triggers are made anew over the whole: row by row they would cost hours.
    void takeAway()
    {
        QStringList drops;
        {
            auto rows = m_database.executeText(
                QStringLiteral("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN ('index', "
                               "'trigger') AND tbl_name IN ('people', 'credits', 'profiles', 'recordings', 'tracks', "
                               "'person_roles', 'person_artists', 'person_ids')"));
            while (rows.next()) {
                drops.append(QStringLiteral("DROP %1 %2").arg(rows.text(0), rows.text(1)));
                m_made.append(rows.text(2));
            }
        }
        for (const auto &drop : drops)
            m_database.executeText(drop);
    }

    void giveBack()
    {
        for (const auto &sql : m_made)
            m_database.executeText(sql);
        run("INSERT INTO people_search (people_search) VALUES ('rebuild')");
        run("INSERT INTO people_search (people_search) VALUES ('optimize')");
        run("UPDATE totals SET producers = (SELECT count(*) FROM people), credits = (SELECT count(*) FROM credits), "
            "profiles = (SELECT count(*) FROM profiles), recordings = (SELECT count(*) FROM recordings)");
    }

    void catalogue()
    {
        const auto recordings = m_size.credits / 5;
        m_artists = std::max<qint64>(recordings / 50, 10);
        run("CREATE TEMP TABLE syllables (k INTEGER PRIMARY KEY, t TEXT)");
        for (std::size_t i = 0; i < syllables.size(); ++i)
            run("INSERT INTO syllables VALUES (?, ?)", {static_cast<qint64>(i), QString::fromLatin1(syllables.at(i))});
        run("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
            "INSERT INTO artists (id, spotify_id, name, name_key) SELECT i, printf('%022d', i), 'The ' || a.t || b.t "
            "|| "
            "' Band', 'the ' || a.t || b.t || ' band' FROM n JOIN syllables a ON a.k = i % 32 JOIN syllables b ON b.k "
            "= "
            "(i / 32) % 32",
            {m_artists});
        run("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
            "INSERT INTO albums (id, spotify_id, name, type, release_date) SELECT i, printf('%022d', i), 'Album ' || "
            "i, "
            "'album', printf('%04d-%02d-01', 1965 + (i * 7) % 60, 1 + i % 12) FROM n",
            {recordings / 10});
        run("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1) "
            "INSERT INTO recordings (id, title, title_key, version_key, artist_key, shortest_ms, longest_ms, "
            "identification) SELECT i, 'Song ' || i, 'song ' || i, '', printf('%022d', 1 + i % ?2), 200000, 200000, "
            "'matched' FROM n",
            {recordings, m_artists});
        run("INSERT INTO recording_artists SELECT id, 1 + id % ?, 0 FROM recordings", {m_artists});
        run("INSERT INTO tracks (id, spotify_id, album_id, recording_id, title, disc, position, duration_ms) "
            "SELECT id, printf('%022d', id), 1 + (id - 1) / 10, id, title, 1, 1 + id % 10, 200000 FROM recordings "
            "WHERE id <= ?",
            {recordings / 10 * 10});
    }

    /// Every second credit goes to one of the busy few, every other one goes round.
    void credits()
    {
        const auto busy = std::max<qint64>(m_size.producers / 50, 10);
        run("WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ?1 - 1) "
            "INSERT OR IGNORE INTO credits (recording_id, person_id, role, confidence) SELECT i / 5 + 1, "
            "iif(i % 2, 1 + (i * 7919) % ?3, 1 + ((i / 2) * 104729) % ?2), "
            "CASE (i * 31) % 11 WHEN 0 THEN 'composer' WHEN 1 THEN 'lyricist' WHEN 2 THEN 'writer' WHEN 3 THEN "
            "'writer' "
            "WHEN 4 THEN 'co_producer' WHEN 5 THEN 'vocal_producer' ELSE 'producer' END, 0.5 + (i * 17) % 50 / 100.0 "
            "FROM n",
            {m_size.credits, m_size.producers, busy});
        run("INSERT INTO person_roles SELECT person_id, role, count(*) FROM credits GROUP BY person_id, role");
        run("INSERT INTO person_artists SELECT c.person_id, ra.artist_id, count(*) FROM credits c JOIN "
            "recording_artists "
            "ra ON ra.recording_id = c.recording_id GROUP BY c.person_id, ra.artist_id");
        run("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
            "INSERT INTO profiles (person_id, platform, handle, url, source, seen_at) SELECT i, CASE i % 5 WHEN 0 THEN "
            "'x' WHEN 1 THEN 'facebook' ELSE 'instagram' END, 'handle' || i, 'https://example.com/' || i, 'genius', 0 "
            "FROM n WHERE i % 5 < 3",
            {m_size.producers});
        run("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
            "INSERT INTO person_ids SELECT 'genius', 900000000 + i, i, '' FROM n",
            {m_size.producers});
    }

    void people()
    {
        run("INSERT INTO people (id, name, sort_name, search_text, is_producer, credit_count, artist_count, "
            "profile_count, confidence, found_at, main_role) "
            "SELECT s.id, s.name, s.name, s.name, 1, s.credits, (SELECT count(*) FROM person_artists a WHERE "
            "a.person_id "
            "= s.id), (s.id % 5 < 3), s.confidence, 1700000000000 + s.id * 1000, (SELECT role FROM person_roles r "
            "WHERE "
            "r.person_id = s.id ORDER BY credit_count DESC, role LIMIT 1) "
            "FROM (SELECT c.person_id AS id, a.t || b.t || iif(c.person_id % 3, d.t, '') || ' ' || e.t || f.t AS name, "
            "count(*) AS credits, max(c.confidence) AS confidence FROM credits c "
            "JOIN syllables a ON a.k = (c.person_id * 13) % 32 JOIN syllables b ON b.k = (c.person_id / 32) % 32 "
            "JOIN syllables d ON d.k = (c.person_id / 7) % 32 JOIN syllables e ON e.k = (c.person_id / 1024) % 32 "
            "JOIN syllables f ON f.k = (c.person_id / 32768) % 32 GROUP BY c.person_id) s");
    }

    Database &m_database;
    DatabaseSize m_size;
    qint64 m_artists = 0;
    QStringList m_made;
};

} // namespace

void makeBigDatabase(const QString &path, const DatabaseSize &size)
{
    const auto schema = Statements::sqlite().migrations().back().number;
    const auto mark = QStringLiteral("%1.schema-%2").arg(path).arg(schema);
    if (QFileInfo::exists(path) && QFileInfo::exists(mark))
        return;
    for (const auto *ending : {"", "-wal", "-shm"})
        QFile::remove(path + QLatin1String(ending));
    try {
        auto database = Database::open(path, Database::Access::ReadWrite, Clock::system());
        if (!database)
            qFatal("%s", qPrintable(database.error().message));
        Maker(**database, size).make();
    } catch (const SqlFailure &failed) {
        qFatal("%s", failed.what());
    }
    QFile made(mark); // only what was made whole is used again
    if (!made.open(QIODevice::WriteOnly))
        qFatal("%s can't be written", qPrintable(mark));
}

} // namespace linernotes::test
