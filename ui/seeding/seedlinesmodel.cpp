// SPDX-License-Identifier: GPL-3.0-or-later
#include "seeding/seedlinesmodel.h"

#include "common/wording.h"

#include <algorithm>

namespace linernotes::ui
{
namespace
{

using Kind = SeedLine::Kind;

bool isArtist(const SeedLine &line)
{
    return line.kind == Kind::SpotifyId || line.kind == Kind::SpotifyUri || line.kind == Kind::SpotifyUrl
        || line.kind == Kind::Name;
}

QString explanationOf(const SeedLine &line)
{
    switch (line.kind) {
    case Kind::SpotifyId:
        return SeedLinesModel::tr("Spotify id");
    case Kind::SpotifyUri:
        return SeedLinesModel::tr("Spotify URI");
    case Kind::SpotifyUrl:
        return SeedLinesModel::tr("Spotify link");
    case Kind::Name:
        return SeedLinesModel::tr("Name, will be searched for");
    case Kind::Duplicate:
        return SeedLinesModel::tr("Is in the list already");
    case Kind::Invalid:
        return line.problem;
    case Kind::Empty:
        return {};
    }
    Q_UNREACHABLE();
}

QString iconOf(const SeedLine &line)
{
    switch (line.kind) {
    case Kind::Name:
        return QStringLiteral("search");
    case Kind::Duplicate:
        return QStringLiteral("copy");
    case Kind::Invalid:
        return QStringLiteral("warning");
    default:
        return QStringLiteral("check");
    }
}

} // namespace

void SeedLinesModel::setLines(const std::vector<SeedLine> &lines)
{
    std::vector<Entry> fresh;
    fresh.reserve(lines.size());
    int lineNumber = 0;
    for (const auto &line : lines) {
        if (line.kind != Kind::Empty)
            fresh.push_back({line, lineNumber});
        ++lineNumber;
    }
    const auto shorter = std::min(fresh.size(), m_entries.size());
    std::size_t head = 0;
    while (head < shorter && fresh[head] == m_entries[head])
        ++head;
    std::size_t tail = 0;
    const auto fromEnd = [](const auto &entries, std::size_t i) -> const Entry & {
        return entries[entries.size() - 1 - i];
    };
    // Below the change only the line numbers differ.
    while (tail < shorter - head && fromEnd(fresh, tail).line == fromEnd(m_entries, tail).line)
        ++tail;
    const auto at = [](std::size_t i) { return static_cast<std::ptrdiff_t>(i); };
    const auto removed = m_entries.size() - tail - head;
    const auto inserted = fresh.size() - tail - head;
    const auto replaced = std::min(removed, inserted);
    const auto firstOdd = head + replaced; // from here on the counts differ
    if (removed > replaced) {
        beginRemoveRows({}, static_cast<int>(firstOdd), static_cast<int>(head + removed) - 1);
        m_entries.erase(m_entries.begin() + at(firstOdd), m_entries.begin() + at(head + removed));
        endRemoveRows();
    } else if (inserted > replaced) {
        beginInsertRows({}, static_cast<int>(firstOdd), static_cast<int>(head + inserted) - 1);
        m_entries.insert(m_entries.begin() + at(firstOdd), fresh.begin() + at(firstOdd),
                         fresh.begin() + at(head + inserted));
        endInsertRows();
    }
    m_entries = std::move(fresh);
    if (replaced > 0)
        Q_EMIT dataChanged(index(static_cast<int>(head)), index(static_cast<int>(head + replaced) - 1));
    countLines();
}

void SeedLinesModel::countLines()
{
    m_counts = {};
    for (const auto &entry : m_entries) {
        m_counts.artists += isArtist(entry.line) ? 1 : 0;
        m_counts.duplicates += entry.line.kind == Kind::Duplicate ? 1 : 0;
        m_counts.invalid += entry.line.kind == Kind::Invalid ? 1 : 0;
    }
}

std::vector<ArtistDiscoveryMessage> SeedLinesModel::artists() const
{
    std::vector<ArtistDiscoveryMessage> artists;
    for (const auto &entry : m_entries) {
        if (isArtist(entry.line))
            artists.push_back({.artistId = entry.line.artistId, .name = entry.line.name});
    }
    return artists;
}

QStringList SeedLinesModel::invalidLines() const
{
    QStringList lines;
    for (const auto &entry : m_entries) {
        if (entry.line.kind == Kind::Invalid)
            lines.append(entry.line.text);
    }
    return lines;
}

QModelIndex SeedLinesModel::nextInvalid(int line) const
{
    const auto isInvalid = [](const Entry &entry) { return entry.line.kind == Kind::Invalid; };
    auto next =
        std::ranges::find_if(m_entries, [&](const Entry &entry) { return entry.number > line && isInvalid(entry); });
    if (next == m_entries.end())
        next = std::ranges::find_if(m_entries, isInvalid);
    return next == m_entries.end() ? QModelIndex() : index(static_cast<int>(next - m_entries.begin()));
}

QString SeedLinesModel::suggestedRunName() const
{
    const auto first = std::ranges::find_if(m_entries, [](const Entry &entry) { return isArtist(entry.line); });
    if (first == m_entries.end())
        return {};
    // An id tells nobody anything, so a name further down is the better name of the run.
    const auto named =
        std::ranges::find_if(m_entries, [](const Entry &entry) { return entry.line.kind == Kind::Name; });
    const auto &line = named == m_entries.end() ? first->line : named->line;
    const auto title = line.name.isEmpty() ? line.artistId : line.name;
    const auto more = m_counts.artists - 1;
    return more > 0 ? tr("%1 and %Ln more", nullptr, static_cast<int>(more)).arg(title) : title;
}

int SeedLinesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant SeedLinesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &entry = m_entries[static_cast<std::size_t>(index.row())];
    const auto &line = entry.line;
    switch (role) {
    case Qt::DisplayRole:
        return line.kind == Kind::Invalid ? line.text : !line.name.isEmpty() ? line.name : line.artistId;
    case Qt::ToolTipRole:
        return plainToolTip(tr("Line %1: %2").arg(number(entry.number + 1), explanationOf(line)));
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(line.text, explanationOf(line));
    case KindRole:
        return static_cast<int>(line.kind);
    case LineRole:
        return entry.number;
    case ExplanationRole:
        return explanationOf(line);
    case IconRole:
        return iconOf(line);
    default:
        return {};
    }
}

} // namespace linernotes::ui
