// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/producers.h"

#include "matching/title.h"
#include "store/catalog.h"
#include "store/credits.h"
#include "store/statements.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace linernotes
{
namespace
{

constexpr int shownArtists = 3;

/// Column of `people` and of producers.select.
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
    }
    Q_UNREACHABLE();
}

/// Adds one condition a word. The words are bound, never part of the text.
void addFilter(const QString &filter, QString &sql, QVariantList &values)
{
    for (const auto &word : filter.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const auto normalised = normalisedName(word);
        sql += QLatin1Char(' ') + Statements::sqlite().text("producers.word");
        values << (normalised.isEmpty() ? word : normalised) << word.toLower() << word.toLower();
    }
}

ProducerRow producerRow(const Rows &rows)
{
    return {.id = rows.integer(0),
            .name = rows.text(1),
            .roles = {},
            .credits = rows.integer(2),
            .artists = {},
            .artistCount = rows.integer(3),
            .confidence = rows.real(4),
            .profiles = {}};
}

QStringList stringList(const QString &json)
{
    QStringList strings;
    const auto array = QJsonDocument::fromJson(json.toUtf8()).array();
    for (const auto &entry : array)
        strings.append(entry.toString());
    return strings;
}

} // namespace

ProducerPage Producers::page(const ProducerQuery &query, const std::optional<ProducerCursor> &after, int limit)
{
    ProducerPage page;
    const auto column = sortColumn(query.sort);
    QVariantList filterValues;
    QString filter;
    addFilter(query.filter, filter, filterValues);
    {
        auto rows = m_database.executeText(Statements::sqlite().text("producers.count") + filter, filterValues);
        page.total = rows.next() ? rows.integer(0) : 0;
    }
    auto sql = Statements::sqlite().text("producers.select") + filter;
    auto values = filterValues;
    const auto direction = query.descending ? QStringLiteral("DESC") : QStringLiteral("ASC");
    if (after) {
        sql += QStringLiteral(" AND (%1, p.id) %2 (?, ?)")
                   .arg(column.name, query.descending ? QStringLiteral("<") : QStringLiteral(">"));
        values << after->key << after->id;
    }
    sql += QStringLiteral(" ORDER BY %1 %2, p.id %2 LIMIT ?").arg(column.name, direction);
    values << limit + 1;
    ProducerCursor last;
    {
        auto rows = m_database.executeText(sql, values);
        while (rows.next()) {
            if (static_cast<int>(page.rows.size()) == limit) {
                page.next = last; // there is one more than was asked for
                break;
            }
            page.rows.push_back(producerRow(rows));
            last = {rows.value(column.index), page.rows.back().id};
        }
    }
    for (auto &row : page.rows)
        complete(row);
    return page;
}

void Producers::complete(ProducerRow &row)
{
    {
        auto rows = m_database.execute("producers.roles", {row.id});
        while (rows.next())
            row.roles.append(rows.text(0));
    }
    {
        auto rows = m_database.execute("producers.artists", {row.id, shownArtists});
        while (rows.next())
            row.artists.append(rows.text(0));
    }
    auto rows = m_database.execute("producers.profiles", {row.id});
    while (rows.next())
        row.profiles.push_back({rows.text(0), rows.text(1), rows.text(2), rows.text(3)});
}

std::optional<ProducerDetail> Producers::detail(qint64 personId)
{
    Credits credits(m_database);
    const auto known = credits.person(personId);
    if (!known)
        return std::nullopt;
    ProducerDetail detail;
    {
        auto rows = m_database.execute("producers.one", {known->id});
        if (!rows.next())
            return std::nullopt;
        detail.summary = producerRow(rows);
    }
    complete(detail.summary);
    detail.ids = known->ids;
    detail.aliases = credits.aliases(known->id);
    std::vector<qint64> creditIds;
    {
        auto rows = m_database.execute("producers.credits", {known->id});
        while (rows.next()) {
            creditIds.push_back(rows.integer(0));
            detail.credits.push_back({.recordingId = rows.integer(1),
                                      .title = rows.text(2),
                                      .isrc = rows.text(3),
                                      .artists = {},
                                      .releaseDate = rows.text(6),
                                      .role = rows.text(4),
                                      .confidence = rows.real(5),
                                      .evidence = {}});
        }
    }
    for (std::size_t i = 0; i < creditIds.size(); ++i) {
        detail.credits[i].artists = artistsOf(detail.credits[i].recordingId);
        detail.credits[i].evidence = evidence(creditIds[i]);
    }
    return detail;
}

QStringList Producers::artistsOf(qint64 recordingId)
{
    QStringList names;
    auto rows = m_database.execute("catalog.recording_artists", {recordingId});
    while (rows.next())
        names.append(rows.text(2));
    return names;
}

std::vector<EvidenceRow> Producers::evidence(qint64 creditId)
{
    std::vector<EvidenceRow> evidence;
    auto rows = m_database.execute("producers.evidence", {creditId});
    while (rows.next()) {
        evidence.push_back({.source = rows.text(0),
                            .statement = rows.text(1),
                            .url = rows.text(2),
                            .matchScore = rows.real(3),
                            .matchReasons = stringList(rows.text(4)),
                            .seenAt = rows.instant(5)});
    }
    return evidence;
}

} // namespace linernotes
