// SPDX-License-Identifier: GPL-3.0-or-later
// What died, by what went wrong: DeadLetters::overview.
#include "core/error.h"
#include "store/deadlettermessage.h"
#include "store/deadletterquestion.h"
#include "store/deadletters.h"
#include "store/errorshape.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace linernotes
{
namespace
{

/// The shortest usual span that reaches back to the oldest letter.
Milliseconds trendSpan(Milliseconds oldest)
{
    using namespace std::chrono_literals;
    constexpr std::array<Milliseconds, 6> usual{10min, 1h, 6h, 24h, 7 * 24h, 30 * 24h};
    const auto *const fits = std::ranges::lower_bound(usual, oldest);
    return fits == usual.end() ? usual.back() : *fits;
}

} // namespace

void DeadLetters::countSlices(const DeadLetterFilter &filter, DeadLetterOverview &overview, std::vector<qint64> &newest)
{
    QHash<QString, std::size_t> places;
    DeadLetterQuestion question("dead.count_slices", {toMillis(overview.trendFrom), qint64(overview.slice.count())});
    auto rows = m_database.executeText(question.add(filter).add("dead.by_slice").sql, question.values);
    while (rows.next()) {
        const auto key = rows.text(0);
        if (!places.contains(key)) {
            places.insert(key, overview.groups.size());
            overview.groups.push_back({.key = key, .first = rows.instant(3)});
            overview.groups.back().trend.assign(DeadLetterOverview::slices, 0);
            newest.push_back(0);
        }
        const auto place = places.value(key);
        auto &group = overview.groups.at(place);
        const auto slice = std::min<qint64>(rows.integer(1), DeadLetterOverview::slices - 1);
        group.trend.at(static_cast<std::size_t>(slice)) += rows.integer(2);
        group.letters += rows.integer(2);
        group.first = std::min(group.first, rows.instant(3));
        group.last = std::max(group.last, rows.instant(4));
        group.replayedBefore += rows.integer(5);
        newest.at(place) = std::max(newest.at(place), rows.integer(6));
    }
}

DeadLetterOverview DeadLetters::overview(const DeadLetterFilter &filter)
{
    DeadLetterOverview overview;
    const auto now = m_database.now();
    {
        DeadLetterQuestion question("dead.oldest");
        auto rows = m_database.executeText(question.add(filter.scope).sql, question.values);
        const auto oldest = rows.next() ? rows.optionalInstant(0).value_or(now) : now;
        const auto span = trendSpan(now - oldest);
        overview.trendFrom = now - span;
        overview.slice = span / DeadLetterOverview::slices;
    }
    std::vector<qint64> newest;
    countSlices(filter, overview, newest);
    for (std::size_t i = 0; i < newest.size(); ++i)
        name(overview.groups.at(i), newest.at(i));
    entitle(filter.scope, overview.groups);
    std::ranges::sort(overview.groups, std::ranges::greater(),
                      [](const DeadLetterGroup &group) { return std::tuple(group.letters, group.last, group.key); });
    return overview;
}

void DeadLetters::name(DeadLetterGroup &group, qint64 newest)
{
    auto rows = m_database.execute("dead.name_group", {newest});
    rows.next();
    group.queue = rows.text(0);
    group.category = rows.text(1);
    group.service = rows.text(2);
    group.endpoint = rows.text(3);
    group.shape = rows.text(4);
    group.title = group.letters == 1 ? rows.text(5) : CommonText(group.shape).text();
    const DeadLetter letter{.category = group.category, .evidence = rows.text(6).toUtf8()};
    group.fitsNobody = letter.category == categoryName(ErrorCategory::Ambiguous) && fitsNobody(candidatesOf(letter));
}

/// By the newest letters, whatever the filter: a group keeps its title while somebody types, and a hundred thousand
/// are not read.
void DeadLetters::entitle(DeadLetterScope scope, std::vector<DeadLetterGroup> &groups)
{
    constexpr int mostRead = 2000;
    QHash<QString, CommonText> common;
    for (const auto &group : groups)
        common.insert(group.key, CommonText(group.shape));
    DeadLetterQuestion question("dead.errors");
    question.add(scope).add("dead.newest", {mostRead});
    auto rows = m_database.executeText(question.sql, question.values);
    while (rows.next()) {
        if (const auto place = common.find(rows.text(0)); place != common.end())
            place->add(rows.text(1));
    }
    for (auto &group : groups) {
        if (group.letters > 1)
            group.title = common[group.key].text();
    }
}

} // namespace linernotes
