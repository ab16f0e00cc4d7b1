// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the columns: the other half of ProducersModel.
#include "common/wording.h"
#include "producers/producersmodel.h"

#include <array>

namespace linernotes::ui
{
namespace
{

constexpr std::array<ProducerSort, ProducersModel::columns> sorts{
    ProducerSort::Name,       ProducerSort::Role,     ProducerSort::Credits, ProducerSort::Artists,
    ProducerSort::Confidence, ProducerSort::Profiles, ProducerSort::Tags,    ProducerSort::Found};

QStringList platformsOf(const ProducerRow &row)
{
    QStringList platforms;
    for (const auto &profile : row.profiles) {
        if (const auto label = platformLabel(profile.platform); !platforms.contains(label))
            platforms.append(label);
    }
    return platforms;
}

QStringList chipsOf(const ProducerRow &row, int column)
{
    switch (column) {
    case ProducersModel::Profiles:
        return platformsOf(row);
    case ProducersModel::Tags:
        return row.tags;
    default:
        return roleLabels(row.roles);
    }
}

QString textOf(const ProducerRow &row, int column)
{
    switch (column) {
    case ProducersModel::Name:
        return row.name;
    case ProducersModel::Credits:
        return number(row.credits);
    case ProducersModel::Artists:
        return ProducersModel::artistsText(row, row.artists.size());
    case ProducersModel::Confidence:
        return percent(row.confidence);
    case ProducersModel::Roles:
    case ProducersModel::Profiles:
    case ProducersModel::Tags:
        return chipsOf(row, column).join(QStringLiteral(", "));
    case ProducersModel::Found: // of those of older databases it is not always known
        return row.foundAt > Instant() ? dateTimeLabel(row.foundAt) : QString();
    default:
        return {};
    }
}

Qt::Alignment alignmentOf(int column)
{
    return (column == ProducersModel::Credits ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

} // namespace

QString ProducersModel::artistsText(const ProducerRow &row, qsizetype shown)
{
    const auto names = joined(row.artists.first(shown));
    const auto more = row.artistCount - shown;
    return more > 0 ? tr("%1 and %Ln more", nullptr, static_cast<int>(more)).arg(names) : names;
}

std::optional<ProducerSort> ProducersModel::sortOf(int column)
{
    if (column < 0 || column >= columns)
        return std::nullopt;
    return sorts.at(static_cast<std::size_t>(column));
}

int ProducersModel::columnOf(ProducerSort sort)
{
    for (int column = 0; column < columns; ++column) {
        if (sortOf(column) == sort)
            return column;
    }
    return -1;
}

QVariant ProducersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &shown = row(index.row());
    const bool isSigned = index.column() == Name && shown.hasNote;
    switch (role) {
    case Qt::DisplayRole:
        return textOf(shown, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(isSigned ? tr("%1\nThere is a note about them.").arg(shown.name)
                                     : textOf(shown, index.column()));
    case Qt::DecorationRole:
        return isSigned ? QVariant(QStringLiteral("note")) : QVariant();
    case Qt::AccessibleTextRole:
        return isSigned ? QVariant(tr("%1, with a note").arg(shown.name)) : QVariant();
    case Qt::TextAlignmentRole:
        return static_cast<int>(alignmentOf(index.column()));
    case IdRole:
        return shown.id;
    case ChipsRole:
        return chipsOf(shown, index.column());
    case ShareRole:
        return shown.confidence;
    default:
        return {};
    }
}

QVariant ProducersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(alignmentOf(section));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Roles:
        return tr("Roles");
    case Credits:
        return tr("Credits");
    case Artists:
        return tr("Artists worked with");
    case Confidence:
        return tr("Confidence");
    case Profiles:
        return tr("Profiles");
    case Tags:
        return tr("Tags");
    case Found:
        return tr("Found");
    default:
        return {};
    }
}

} // namespace linernotes::ui
