// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/producers.h"

#include "store/annotations.h"
#include "store/credits.h"
#include "store/producersearch.h"
#include "store/sourcegaps.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace linernotes
{
namespace
{

ProducerRow producerRow(const Rows &rows)
{
    return {.id = rows.integer(0),
            .name = rows.text(1),
            .roles = {},
            .credits = rows.integer(2),
            .artists = {},
            .artistCount = rows.integer(3),
            .confidence = rows.real(4),
            .profiles = {},
            .tags = rows.text(9).split(QLatin1Char('\n'), Qt::SkipEmptyParts),
            .foundAt = rows.instant(7),
            .hasNote = rows.integer(10) != 0};
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

ProducerPage Producers::page(const ProducerQuery &query, const std::optional<ProducerCursor> &after, int limit,
                             int mostArtists)
{
    const auto statement = ProducerSearch(m_database, query).page(after, limit + 1);
    return read(m_database.executeText(statement.sql, statement.values), limit, mostArtists,
                ProducerSearch::keyColumn(query.sort));
}

ProducerPage Producers::others(const std::optional<ProducerCursor> &after, int limit)
{
    const auto from = after.value_or(ProducerCursor{.key = QString(), .id = 0});
    return read(m_database.execute("producers.others", {from.key, from.id, limit + 1}), limit, allArtists,
                ProducerSearch::keyColumn(ProducerSort::Name));
}

/// `rows`: one more than the page has, if there are more.
ProducerPage Producers::read(Rows rows, int limit, int mostArtists, int keyColumn)
{
    ProducerPage page;
    ProducerCursor last;
    while (rows.next()) {
        if (static_cast<int>(page.rows.size()) == limit) {
            page.next = last;
            break;
        }
        page.rows.push_back(producerRow(rows));
        last = {rows.value(keyColumn), page.rows.back().id};
    }
    for (auto &row : page.rows)
        complete(row, mostArtists);
    return page;
}

std::vector<qint64> Producers::ids(const ProducerQuery &query, int limit)
{
    std::vector<qint64> ids;
    const auto statement = ProducerSearch(m_database, query).page(std::nullopt, limit);
    auto rows = m_database.executeText(statement.sql, statement.values);
    while (rows.next())
        ids.push_back(rows.integer(0));
    return ids;
}

qint64 Producers::count(const ProducerQuery &query)
{
    const auto statement = ProducerSearch(m_database, query).count();
    auto rows = m_database.executeText(statement.sql, statement.values);
    return rows.next() ? rows.integer(0) : 0;
}

QStringList Producers::column(const char *statement)
{
    QStringList values;
    auto rows = m_database.execute(statement);
    while (rows.next())
        values.append(rows.text(0));
    return values;
}

ProducerChoices Producers::choices()
{
    return {.roles = column("producers.known_roles"),
            .platforms = column("producers.known_platforms"),
            .tags = Annotations(m_database).knownTags()};
}

void Producers::complete(ProducerRow &row, int mostArtists)
{
    {
        auto rows = m_database.execute("producers.roles", {row.id});
        while (rows.next())
            row.roles.append(rows.text(0));
    }
    {
        auto rows = m_database.execute("producers.artists", {row.id, mostArtists});
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
    complete(detail.summary, shownArtists);
    detail.ids = known->ids;
    detail.aliases = credits.aliases(known->id);
    detail.credits = this->credits(known->id);
    detail.colleagues = colleagues(known->id);
    detail.note = Annotations(m_database).note(known->id);
    detail.gaps = SourceGaps(m_database).of(known->id);
    return detail;
}

std::optional<YearSpan> Producers::years(qint64 personId)
{
    auto rows = m_database.execute("producers.years", {personId});
    if (!rows.next() || rows.integer(0) == 0)
        return std::nullopt;
    return YearSpan{.first = static_cast<int>(rows.integer(0)), .last = static_cast<int>(rows.integer(1))};
}

std::vector<CreditRow> Producers::credits(qint64 personId)
{
    std::vector<qint64> creditIds;
    std::vector<CreditRow> credits;
    {
        auto rows = m_database.execute("producers.credits", {personId});
        while (rows.next()) {
            creditIds.push_back(rows.integer(0));
            credits.push_back({.recordingId = rows.integer(1),
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
        credits[i].artists = artistsOf(credits[i].recordingId);
        credits[i].evidence = evidence(creditIds[i]);
    }
    return credits;
}

std::vector<Colleague> Producers::colleagues(qint64 personId)
{
    std::vector<Colleague> colleagues;
    auto rows = m_database.execute("producers.colleagues", {personId, mostColleagues});
    while (rows.next())
        colleagues.push_back({rows.integer(0), rows.text(1), rows.integer(2)});
    return colleagues;
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
