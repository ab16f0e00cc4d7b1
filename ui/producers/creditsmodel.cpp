// SPDX-License-Identifier: GPL-3.0-or-later
#include "producers/creditsmodel.h"

#include "common/wording.h"

#include <algorithm>
#include <array>

namespace linernotes::ui
{
namespace
{

QString textOf(const CreditRow &credit, int column)
{
    switch (column) {
    case CreditsModel::Title:
        return credit.title;
    case CreditsModel::Artists:
        return joined(credit.artists);
    case CreditsModel::CreditRole:
        return roleLabel(credit.role);
    case CreditsModel::Released:
        return releaseLabel(credit.releaseDate);
    case CreditsModel::Isrc:
        return credit.isrc;
    case CreditsModel::Confidence:
        return percent(credit.confidence);
    default:
        return {};
    }
}

bool isSameCredit(const CreditRow &a, const CreditRow &b)
{
    return a.recordingId == b.recordingId && a.role == b.role;
}

} // namespace

void CreditsModel::setCredits(std::vector<CreditRow> credits)
{
    // A refresh mostly changes values, or adds: then the rows stay, and the selection with them.
    const bool isContinued = credits.size() >= m_credits.size() && !m_credits.empty()
        && std::equal(m_credits.begin(), m_credits.end(), credits.begin(), isSameCredit);
    if (!isContinued) {
        beginResetModel();
        m_credits = std::move(credits);
        endResetModel();
        return;
    }
    const auto before = m_credits.size();
    if (credits.size() > before) {
        beginInsertRows({}, static_cast<int>(before), static_cast<int>(credits.size()) - 1);
        m_credits = std::move(credits);
        endInsertRows();
    } else {
        m_credits = std::move(credits);
    }
    Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(before) - 1, columns - 1));
}

int CreditsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_credits.size());
}

int CreditsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant CreditsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &shown = credit(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(shown, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(textOf(shown, index.column()));
    case SortRole:
        return index.column() == Confidence ? QVariant(shown.confidence)
            : index.column() == Released    ? QVariant(shown.releaseDate)
                                            : QVariant(textOf(shown, index.column()));
    case ChipsRole:
        return QStringList{roleLabel(shown.role)};
    case ShareRole:
        return shown.confidence;
    default:
        return {};
    }
}

QVariant CreditsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Title:
        return tr("Title");
    case Artists:
        return tr("Artists");
    case CreditRole:
        return tr("Role");
    case Released:
        return tr("Released");
    case Isrc:
        return tr("ISRC");
    case Confidence:
        return tr("Confidence");
    default:
        return {};
    }
}

} // namespace linernotes::ui
