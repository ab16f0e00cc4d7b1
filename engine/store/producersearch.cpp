// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/producersearch.h"

#include "matching/rolewords.h"
#include "matching/title.h"
#include "store/annotations.h"
#include "store/statements.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace linernotes
{
namespace
{

/// Letters of a piece that the index of names knows.
constexpr int pieceLength = 3;
/// What the first pieces of a word leave is looked at again; more of them leave hardly less.
constexpr int mostPieces = 20;
/// Of more artists it is sooner known whether a person's own are among them than who they are.
constexpr int mostArtists = 500;
/// Nobody's name has more, and SQLite takes a statement of that many conditions no more.
constexpr int mostWords = 50;

QString text(const char *name)
{
    return Statements::sqlite().text(name);
}

/// Column of `people` and of producers.walk.
struct SortColumn {
    QString name;
    int index = 0;
};

SortColumn sortColumn(ProducerSort sort)
{
    switch (sort) {
    case ProducerSort::Name:
        return {QStringLiteral("p.sort_name"), 6};
    case ProducerSort::Credits:
        return {QStringLiteral("p.credit_count"), 2};
    case ProducerSort::Artists:
        return {QStringLiteral("p.artist_count"), 3};
    case ProducerSort::Profiles:
        return {QStringLiteral("p.profile_count"), 5};
    case ProducerSort::Confidence:
        return {QStringLiteral("p.confidence"), 4};
    case ProducerSort::Role:
        return {QStringLiteral("p.main_role"), 8};
    case ProducerSort::Tags:
        return {QStringLiteral("p.tag_text"), 9};
    case ProducerSort::Found:
        return {QStringLiteral("p.found_at"), 7};
    }
    Q_UNREACHABLE();
}

/// Every word once, as names are kept.
QStringList wordsOf(QString filter)
{
    QStringList words;
    filter.remove(QChar(QChar::Null)); // the index's language ends there
    for (const auto &word : filter.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const auto normalised = normalisedName(word);
        words += (normalised.isEmpty() ? word : normalised).split(QLatin1Char(' '));
    }
    words.removeDuplicates();
    return words;
}

/// Every three letters in a row, all of which must occur. The words are quoted: nothing in them is an operator.
QString piecesOf(const QString &word)
{
    QStringList pieces;
    const auto letters = word.toUcs4().mid(0, mostPieces + pieceLength - 1); // the index counts no halves
    for (qsizetype i = 0; i + pieceLength <= letters.size(); ++i) {
        auto piece = QString::fromUcs4(reinterpret_cast<const char32_t *>(letters.constData()) + i, pieceLength);
        pieces.append(QLatin1Char('"') + piece.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"'));
    }
    return pieces.join(QStringLiteral(" AND "));
}

QString compact(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

/// As many as it takes to know that they are too many to be named.
QJsonArray artistsNamed(Database &database, const QString &word)
{
    QJsonArray artists;
    auto rows = database.execute("producers.artists_named", {word, mostArtists + 1});
    while (rows.next())
        artists.append(rows.integer(0));
    return artists;
}

} // namespace

bool ProducerQuery::isNarrowed() const
{
    return !choosesAs({});
}

bool ProducerQuery::choosesAs(const ProducerQuery &other) const
{
    auto same = other;
    same.sort = sort;
    same.descending = descending;
    return same == *this;
}

ProducerSearch::ProducerSearch(Database &database, const ProducerQuery &query)
    : m_sort(query.sort)
    , m_descending(query.descending)
{
    const auto words = wordsOf(query.filter);
    if (words.size() > mostWords)
        m_parts.push_back({{text("producers.of_nobody"), {}}, {text("producers.has_nobody"), {}}});
    for (const auto &word : words.mid(0, mostWords))
        addWord(database, word);
    if (query.ids) {
        QJsonArray ids;
        for (const auto id : *query.ids)
            ids.append(id);
        addValue("producers.of_ids", "producers.has_id", compact(ids));
    }
    if (!query.tag.isEmpty())
        addValue("producers.of_tag", "producers.has_tag", Annotations::tagKey(query.tag));
    if (!query.role.isEmpty())
        addValue("producers.of_role", "producers.has_role", query.role);
    if (!query.platform.isEmpty())
        addValue("producers.of_platform", "producers.has_platform", query.platform);
    if (query.leastConfidence > 0)
        addValue("producers.of_confidence", "producers.has_confidence", query.leastConfidence);
    if (query.since)
        addValue("producers.of_since", "producers.has_since", toMillis(*query.since));
    if (query.sinceLastRun)
        m_parts.push_back({{text("producers.of_last_run"), {few + 1}}, {text("producers.has_last_run"), {}}});
    if (query.run > 0)
        addValue("producers.of_run", "producers.has_run", query.run);
    chooseNarrowest(database);
}

void ProducerSearch::addWord(Database &database, const QString &word)
{
    const auto artists = artistsNamed(database, word);
    const bool areMany = artists.size() > mostArtists;
    const QVariant whose = areMany ? QVariant(word) : QVariant(compact(artists));
    Part part{.fits = {},
              .test = {text("producers.has_name") + QLatin1Char(' ')
                           + text(areMany ? "producers.has_artist_named" : "producers.has_artist_of"),
                       {word, whose}}};
    const auto pieces = piecesOf(word);
    if (!pieces.isEmpty())
        part.fits = {text("producers.of_name") + QLatin1Char(' ')
                         + text(areMany ? "producers.of_artist_named" : "producers.of_artists"),
                     {pieces, few + 1, whose, few + 1}};
    if (const auto roles = rolesWithWord(word); !roles.isEmpty()) {
        part.test.sql += QLatin1Char(' ') + text("producers.has_roles");
        part.test.values << compact(QJsonArray::fromStringList(roles));
        if (!part.fits.sql.isEmpty()) { // else there is no telling whose name has it
            part.fits.sql += QLatin1Char(' ') + text("producers.of_roles");
            part.fits.values << compact(QJsonArray::fromStringList(roles)) << few + 1;
        }
    }
    part.test.sql += QLatin1Char(')');
    m_parts.push_back(part);
}

void ProducerSearch::addValue(const char *fits, const char *test, const QVariant &value)
{
    m_parts.push_back({{text(fits), {value, few + 1}}, {text(test), {value}}, true});
}

void ProducerSearch::chooseNarrowest(Database &database)
{
    qint64 least = few + 1;
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const auto &fits = m_parts[i].fits;
        if (fits.sql.isEmpty())
            continue;
        auto rows = database.executeText(text("producers.how_many").arg(fits.sql), fits.values + QVariantList{few + 1});
        const auto count = rows.next() ? rows.integer(0) : 0;
        if (count >= least)
            continue;
        least = count;
        m_narrowest = i;
    }
}

void ProducerSearch::addTests(Statement &statement) const
{
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const auto &part = m_parts[i];
        if (m_narrowest == i && part.isExact)
            continue;
        statement.sql += QLatin1Char(' ') + part.test.sql;
        statement.values += part.test.values;
    }
}

ProducerSearch::Statement ProducerSearch::page(const std::optional<ProducerCursor> &after, int limit) const
{
    Statement page;
    if (m_narrowest) {
        const auto &fits = m_parts.at(*m_narrowest).fits;
        page = {text("producers.gather").arg(fits.sql), fits.values};
    } else {
        page.sql = text("producers.walk");
    }
    addTests(page);
    const auto column = sortColumn(m_sort).name;
    if (after) {
        page.sql += QStringLiteral(" AND (%1, p.id) %2 (?, ?)")
                        .arg(column, m_descending ? QStringLiteral("<") : QStringLiteral(">"));
        page.values << after->key << after->id;
    }
    const auto direction = m_descending ? QStringLiteral("DESC") : QStringLiteral("ASC");
    page.sql += QStringLiteral(" ORDER BY %1 %2, p.id %2 LIMIT ?").arg(column, direction);
    page.values << limit;
    return page;
}

ProducerSearch::Statement ProducerSearch::count() const
{
    if (m_parts.empty())
        return {text("producers.count_all"), {}};
    Statement count;
    if (m_narrowest) {
        const auto &fits = m_parts.at(*m_narrowest).fits;
        count = {text("producers.count_gather").arg(fits.sql), fits.values};
    } else {
        count.sql = text("producers.count_walk");
    }
    addTests(count);
    return count;
}

int ProducerSearch::keyColumn(ProducerSort sort)
{
    return sortColumn(sort).index;
}

} // namespace linernotes
