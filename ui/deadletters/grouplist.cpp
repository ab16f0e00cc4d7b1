// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadletters/grouplist.h"

#include "common/theme.h"
#include "common/wording.h"
#include "deadletters/groupdelegate.h"

namespace linernotes::ui
{
namespace
{

QStringList asRow(const DeadLetterGroup &group)
{
    return {QString::number(group.letters),
            group.queue,
            categoryLabel(group.category),
            group.service,
            group.endpoint,
            group.title.simplified(),
            exactTimeLabel(group.first),
            exactTimeLabel(group.last)};
}

} // namespace

GroupList::GroupList(GroupsModel *model, QWidget *parent)
    : RowsList(QStringLiteral("deadGroups"), parent)
    , m_model(model)
{
    setAccessibleName(tr("Dead letters by what went wrong"));
    setItemDelegate(new GroupDelegate(this));
    setTaken([this] { return taken(); });
    connect(model, &GroupsModel::rowsAboutToBeRemoved, this, [this] { m_isChanging = true; }); // before the view hears
    setModel(model);
    setMinimumWidth(Theme::instance().figureWidth(TypeStep::Body, 28));
    setCurrentIndex(model->index(0));
    connect(model, &GroupsModel::changed, this, &GroupList::follow);
    connect(&Theme::instance(), &Theme::changed, this, [this] { scheduleDelayedItemsLayout(); });
}

void GroupList::choose(const QString &key, bool isKept)
{
    m_wanted = key;
    m_linked = isKept ? QString() : key;
    const auto row = m_model->rowOf(key);
    if (row >= 0)
        take(row);
}

void GroupList::take(int row)
{
    m_isChoosing = true;
    setCurrentIndex(m_model->index(row));
    m_isChoosing = false;
}

QString GroupList::kept() const
{
    const auto key = m_wanted.isEmpty() ? m_chosen : m_wanted;
    return key == m_linked ? QString() : key;
}

/// A group that is gone leaves all of them chosen, not its neighbour, which nobody asked for.
void GroupList::follow()
{
    m_isChanging = false;
    auto row = m_wanted.isEmpty() ? -1 : m_model->rowOf(m_wanted);
    if (row < 0)
        row = std::max(m_model->rowOf(m_chosen), 0);
    take(row);
}

void GroupList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    RowsList::currentChanged(current, previous);
    if (!current.isValid() || m_isChanging)
        return;
    const auto key = current.data(GroupsModel::KeyRole).toString();
    if (key == m_wanted)
        m_wanted.clear();
    if (!m_isChoosing) {
        m_linked.clear();
        m_wanted.clear();
    }
    if (std::exchange(m_chosen, key) != key)
        Q_EMIT groupChosen(key);
}

/// The chosen group; of all, each.
RowTexts GroupList::taken() const
{
    RowTexts rows{{tr("Letters"), tr("Queue"), tr("Category"), tr("Service"), tr("Endpoint"), tr("What went wrong"),
                   tr("First"), tr("Last")}};
    for (int row = 1; row < m_model->rowCount(); ++row) {
        if (m_chosen.isEmpty() || m_model->group(row).key == m_chosen)
            rows.append(asRow(m_model->group(row)));
    }
    return rows;
}

} // namespace linernotes::ui
