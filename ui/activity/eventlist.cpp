// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/eventlist.h"

#include "activity/leveldelegate.h"
#include "common/icons.h"
#include "common/rowdelegate.h"
#include "common/tableview.h"
#include "common/theme.h"
#include "common/tickmenu.h"
#include "common/wording.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace linernotes::ui
{

EventList::EventList(EventsModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_pill(new QPushButton(this))
    , m_showNew(new QAction(icon(QStringLiteral("up")), tr("Show what has come since"), this))
{
    setObjectName(QStringLiteral("eventList"));
    makeTable();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    m_pill->setObjectName(QStringLiteral("eventsNew"));
    m_pill->setProperty("primary", true);
    m_pill->setAutoDefault(false);
    m_pill->setIcon(icon(QStringLiteral("up"), IconInk::OnAccent));
    m_pill->hide();
    m_showNew->setObjectName(QStringLiteral("eventsShowNew"));
    m_showNew->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_U));
    m_showNew->setEnabled(false);
    connect(m_pill, &QPushButton::clicked, m_showNew, &QAction::trigger);
    connect(m_showNew, &QAction::triggered, this, &EventList::goUp);
    connect(m_model, &EventsModel::heldChanged, this, &EventList::showHeld);
    connect(m_model, &EventsModel::modelReset, this, &EventList::keepCurrent);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &EventList::hold);
}

void EventList::makeTable()
{
    m_table = new TableView(QStringLiteral("eventsTable"), this);
    m_table->setAccessibleName(tr("Events"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(EventsModel::Level, new LevelDelegate(m_table));
    for (const auto column : {EventsModel::Time, EventsModel::About, EventsModel::Stage, EventsModel::Service,
                              EventsModel::Run, EventsModel::Message, EventsModel::Attempt, EventsModel::Took})
        m_table->setItemDelegateForColumn(column, new RowDelegate(RowDelegate::Ink::Muted, m_table));
    m_table->setElasticWidth(EventsModel::Time, 8, 0);
    m_table->setFixedWidth(EventsModel::Level, 13);
    m_table->setElasticWidth(EventsModel::What, 24, 5);
    m_table->setElasticWidth(EventsModel::About, 12, 3);
    m_table->setFixedWidth(EventsModel::Stage, 9);
    m_table->setFixedWidth(EventsModel::Service, 9);
    m_table->setElasticWidth(EventsModel::Run, 8, 1);
    m_table->setFixedWidth(EventsModel::Message, 9);
    m_table->setElasticWidth(EventsModel::Category, 10, 0);
    m_table->setFixedWidth(EventsModel::Attempt, 8);
    m_table->setFixedWidth(EventsModel::Took, 9);
    QList<int> copied;
    for (int column = 0; column < EventsModel::columns; ++column) {
        if (column != EventsModel::About) // stands in the next three
            copied.append(column);
    }
    m_table->setCopied(copied);
    // Most events have little of these, and the chosen one tells all of it.
    for (const auto column : {EventsModel::Stage, EventsModel::Service, EventsModel::Run, EventsModel::Message,
                              EventsModel::Category, EventsModel::Attempt})
        m_table->setColumnShown(column, false);
    m_table->setMinimumHeight(Theme::instance().rowHeight() * 4);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &place) { Q_EMIT menuWanted(m_table->viewport()->mapToGlobal(place)); });
    connect(m_table, &QTableView::activated, this, &EventList::activated);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (const auto *event = current()) {
            m_currentId = event->id;
            Q_EMIT currentChanged();
        }
    });
    makeColumnMenu();
}

void EventList::makeColumnMenu()
{
    m_columnMenu = new TickMenu(tr("Columns"), this);
    m_columnMenu->setObjectName(QStringLiteral("eventColumns"));
    connect(m_columnMenu, &QMenu::aboutToShow, this, &EventList::fillColumnMenu);
    auto *header = m_table->horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, m_columnMenu,
            [this, header](const QPoint &place) { m_columnMenu->popup(header->mapToGlobal(place)); });
}

void EventList::fillColumnMenu()
{
    m_columnMenu->clear();
    for (int column = 0; column < EventsModel::columns; ++column) {
        auto *action = m_columnMenu->addAction(
            buttonText(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()));
        action->setCheckable(true);
        action->setChecked(!m_table->isColumnHidden(column));
        action->setEnabled(column != EventsModel::What); // without it the rows say nothing
        connect(action, &QAction::toggled, m_table,
                [this, column](bool shown) { m_table->setColumnShown(column, shown); });
    }
}

const Event *EventList::current() const
{
    const auto index = m_table->currentIndex();
    return index.isValid() ? &m_model->event(index.row()) : nullptr;
}

void EventList::setLive(bool live)
{
    m_isLive = live;
    hold();
}

void EventList::hold()
{
    m_model->setHolding(!m_isLive || m_table->verticalScrollBar()->value() > 0);
}

void EventList::goUp()
{
    const bool hadFocus = m_pill->hasFocus();
    m_table->scrollToTop();
    m_model->release();
    if (hadFocus)
        m_table->setFocus();
}

void EventList::showHeld(qint64 held)
{
    constexpr qint64 most = 999; // beyond it the number says no more than that it is large
    m_pill->setVisible(held > 0);
    m_showNew->setEnabled(held > 0);
    m_pill->setText(held > most ? tr("More than %Ln new", nullptr, static_cast<int>(most))
                                : tr("%Ln new", nullptr, static_cast<int>(held)));
    m_pill->setToolTip(
        tr("Shows what has come since (%1)").arg(m_showNew->shortcut().toString(QKeySequence::NativeText)));
    placePill();
}

void EventList::placePill()
{
    m_pill->adjustSize();
    const auto top = m_table->horizontalHeader()->height() + Theme::instance().space(2);
    m_pill->move((width() - m_pill->width()) / 2, top);
    m_pill->raise();
}

void EventList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placePill();
}

/// Other rows: the event that was chosen, if it is among them, or the newest.
void EventList::keepCurrent()
{
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(std::max(m_model->rowOf(m_currentId), 0), EventsModel::Time));
    Q_EMIT currentChanged();
}

} // namespace linernotes::ui
