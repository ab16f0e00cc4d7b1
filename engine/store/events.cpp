// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/events.h"

#include "store/errorshape.h"
#include "store/statements.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace linernotes
{
namespace
{

Event eventIn(const Rows &rows)
{
    Event event{.id = rows.integer(0),
                .at = rows.instant(1),
                .level = static_cast<EventLevel>(std::clamp<qint64>(rows.integer(2), 0, 3)),
                .kind = eventKindFromName(rows.text(3)).value(),
                .stage = stageOfQueue(rows.text(4)),
                .service = rows.text(5),
                .runId = rows.integer(6),
                .messageId = rows.integer(7),
                .attempt = static_cast<int>(rows.integer(8)),
                .took = {},
                .category = categoryFromName(rows.text(10)),
                .text = rows.text(11)};
    if (!rows.isNull(9))
        event.took = Milliseconds(rows.integer(9));
    return event;
}

/// The first columns of a row of trouble.
EventGroupKey keyIn(const Rows &rows)
{
    return {.category = categoryFromName(rows.text(0)),
            .stage = stageOfQueue(rows.text(1)),
            .service = rows.text(2),
            .shape = rows.text(3)};
}

/// A page's statement, put together of named parts, with its values.
struct Page {
    QString sql = Statements::sqlite().text("events.select");
    QVariantList values;

    void add(const char *part, const QVariant &value, int times = 1)
    {
        sql += QLatin1Char(' ') + Statements::sqlite().text(part);
        for (int i = 0; i < times; ++i)
            values << value;
    }
};

/// As a JSON array, which the statement takes apart.
QString jsonOf(const std::vector<QString> &texts)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(QStringList(texts.begin(), texts.end())))
                                 .toJson(QJsonDocument::Compact));
}

template <typename Value>
QString namesOf(const std::vector<Value> &values, QString (*name)(Value))
{
    QJsonArray names;
    for (const auto value : values)
        names.append(name(value));
    return QString::fromUtf8(QJsonDocument(names).toJson(QJsonDocument::Compact));
}

/// What a later program wrote of other kinds is left out by the statements: a page without it is as long as any.
const QString &knownKinds()
{
    static const auto names = [] {
        std::vector<EventKind> kinds;
        for (int kind = 0; kind <= static_cast<int>(EventKind::QuotaUsedUp); ++kind) // the last
            kinds.push_back(static_cast<EventKind>(kind));
        return namesOf(kinds, eventKindName);
    }();
    return names;
}

} // namespace

void Events::add(std::span<const Event> events)
{
    for (const auto &event : events) {
        m_database.execute("events.insert",
                           {toMillis(event.at), static_cast<int>(event.level), eventKindName(event.kind),
                            event.stage ? queueName(*event.stage) : QString(), event.service, event.runId,
                            event.messageId, event.attempt,
                            event.took ? QVariant(qint64(event.took->count())) : QVariant(),
                            event.category ? categoryName(*event.category) : QString(), event.text, eventShape(event)});
    }
}

void Events::trim(Milliseconds keptFor, int mostRows)
{
    m_database.execute("events.trim", {m_most, toMillis(m_database.now() - keptFor), mostRows});
}

std::vector<Event> Events::page(const EventQuery &query)
{
    constexpr int longestPage = 1000;
    Page page;
    page.values << (query.before > 0 ? query.before : std::numeric_limits<qint64>::max());
    page.add("events.of_kinds", knownKinds());
    if (query.messageId > 0)
        page.add("events.of_message", query.messageId);
    if (query.runId > 0)
        page.add("events.of_run", query.runId);
    if (query.least > EventLevel::Debug)
        page.add(query.least >= EventLevel::Warning ? "events.trouble" : "events.of_level",
                 static_cast<int>(query.least));
    if (query.stage)
        page.add("events.of_stage", queueName(*query.stage));
    if (!query.service.isEmpty())
        page.add("events.of_service", query.service);
    if (query.group) {
        const auto &group = *query.group;
        page.add("events.of_group", group.category ? categoryName(*group.category) : QString());
        page.values << (group.stage ? queueName(*group.stage) : QString()) << group.service << group.shape;
    }
    if (!query.text.isEmpty()) {
        page.add("events.with_text", query.text.toCaseFolded(), 3);
        page.values << namesOf(query.textKinds, eventKindName) << namesOf(query.textCategories, categoryName)
                    << jsonOf(query.textTokens);
    }
    page.add("events.newest_first", std::clamp(query.limit, 1, longestPage));
    std::vector<Event> events;
    auto rows = m_database.executeText(page.sql, page.values);
    while (rows.next())
        events.push_back(eventIn(rows));
    return events;
}

std::vector<Event> Events::after(qint64 id, int limit)
{
    std::vector<Event> events;
    auto rows = m_database.execute("events.after", {id, knownKinds(), limit});
    while (rows.next())
        events.push_back(eventIn(rows));
    return events;
}

std::vector<EventGroup> Events::groups(EventLevel least, Instant since, int limit)
{
    std::vector<EventGroup> groups;
    auto rows = m_database.execute("events.groups",
                                   {static_cast<int>(std::max(least, EventLevel::Warning)), toMillis(since), limit});
    while (rows.next()) {
        groups.push_back({.key = keyIn(rows),
                          .level = static_cast<EventLevel>(std::clamp<qint64>(rows.integer(4), 2, 3)),
                          .count = rows.integer(5),
                          .first = rows.instant(6),
                          .last = rows.instant(7),
                          .lastId = rows.integer(8)});
    }
    entitle(groups, least, since);
    return groups;
}

/// By the newest ones: what happened a thousand times is not read to its end.
void Events::entitle(std::vector<EventGroup> &groups, EventLevel least, Instant since)
{
    constexpr int mostRead = 2000;
    std::vector<CommonText> common;
    common.reserve(groups.size());
    for (const auto &group : groups)
        common.emplace_back(group.key.shape);
    auto rows = m_database.execute("events.trouble_texts",
                                   {static_cast<int>(std::max(least, EventLevel::Warning)), toMillis(since), mostRead});
    while (rows.next()) {
        const auto place = std::ranges::find(groups, keyIn(rows), &EventGroup::key) - groups.begin();
        if (place == std::ssize(groups))
            continue;
        auto &group = groups.at(static_cast<std::size_t>(place));
        if (rows.integer(6) == group.lastId)
            group.kind = eventKindFromName(rows.text(5)).value_or(group.kind);
        if (!rows.text(4).isEmpty())
            common.at(static_cast<std::size_t>(place)).add(rows.text(4));
    }
    for (std::size_t i = 0; i < groups.size(); ++i)
        groups[i].title = common[i].text();
}

} // namespace linernotes
