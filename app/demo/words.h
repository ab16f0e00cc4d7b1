// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <algorithm>
#include <vector>

namespace linernotes::demo
{

/// The words of a text, folded, for a search that is as vague as the services' own.
QStringList wordsOf(const QString &text);
/// How many words of `wanted` occur in `text`; many more if the texts are the same.
int sharedWords(const QString &text, const QString &wanted);

/// What shares words with the query, best first, at most 60: more would be as useless as the services' own tail.
template <typename T, typename Text>
std::vector<const T *> ranked(const std::vector<T> &all, const QString &wanted, Text text)
{
    constexpr std::size_t most = 60;
    std::vector<std::pair<int, const T *>> scored;
    for (const auto &one : all) {
        if (const auto score = sharedWords(text(one), wanted); score > 0)
            scored.emplace_back(score, &one);
    }
    std::ranges::stable_sort(scored, std::greater<>(), [](const auto &entry) { return entry.first; });
    std::vector<const T *> found;
    for (std::size_t i = 0; i < std::min(scored.size(), most); ++i)
        found.push_back(scored[i].second);
    return found;
}

} // namespace linernotes::demo
