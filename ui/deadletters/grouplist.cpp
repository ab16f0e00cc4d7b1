// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadletters/grouplist.h"

#include "common/theme.h"
#include "common/wording.h"
#include "deadletters/groupdelegate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>

namespace linernotes::ui
{
namespace
{

QString asRow(const DeadLetterGroup &group)
{
    return QStringList({QString::number(group.letters), group.queue, categoryLabel(group.category), group.service,
                        group.endpoint, group.title.simplified(), exactTimeLabel(group.first),
                        exactTimeLabel(group.last)})
        .join(QLatin1Char('\t'));
}

} // namespace

GroupList::GroupList(GroupsModel *model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
{
    setObjectName(QStringLiteral("deadGroups"));
    setAccessibleName(tr("Dead letters by what went wrong"));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust); // a long error takes two lines where the list is narrow
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setItemDelegate(new GroupDelegate(this));
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
    QListView::currentChanged(current, previous);
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

void GroupList::copyRows() const
{
    QStringList lines{QStringList({tr("Letters"), tr("Queue"), tr("Category"), tr("Service"), tr("Endpoint"),
                                   tr("What went wrong"), tr("First"), tr("Last")})
                          .join(QLatin1Char('\t'))};
    for (int row = 1; row < m_model->rowCount(); ++row) {
        if (m_chosen.isEmpty() || m_model->group(row).key == m_chosen)
            lines.append(asRow(m_model->group(row)));
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')) + QLatin1Char('\n'));
}

void GroupList::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) { // the base class copies a single cell
        copyRows();
        event->accept();
        return;
    }
    QListView::keyPressEvent(event);
}

} // namespace linernotes::ui
