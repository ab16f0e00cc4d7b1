// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadletters/letterlist.h"

#include "common/actionbutton.h"
#include "common/rowdelegate.h"
#include "common/tableview.h"
#include "common/textlabel.h"
#include "common/theme.h"
#include "common/wording.h"
#include "deadletters/letteractions.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>

namespace linernotes::ui
{

LetterList::LetterList(LettersModel *model, LetterActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_actions(actions)
    , m_heading(new LineLabel(QStringLiteral("letterListHeading"), this))
{
    const auto &theme = Theme::instance();
    setObjectName(QStringLiteral("letterList"));
    m_heading->setFont(theme.font(TypeStep::Strong));
    makeTable();
    auto *top = new QHBoxLayout;
    top->setContentsMargins(theme.space(4), theme.space(2), theme.space(4), theme.space(2));
    top->setSpacing(theme.space(2));
    top->addWidget(m_heading, 1);
    top->addWidget(buttonOf(actions.retryListed, QStringLiteral("deadRetryListed"), this));
    top->addWidget(buttonOf(actions.discardListed, QStringLiteral("deadDiscardListed"), this));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_table, 1);
    connect(m_model, &LettersModel::aboutToRefresh, this, &LetterList::rememberPlace);
    connect(m_model, &LettersModel::refreshed, this, &LetterList::restorePlace);
    connect(m_model, &LettersModel::modelReset, this, &LetterList::keepSelection);
}

void LetterList::makeTable()
{
    m_table = new TableView(QStringLiteral("lettersTable"), this);
    m_table->setAccessibleName(tr("Dead letters"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(LettersModel::Died, new RowDelegate(RowDelegate::Ink::Muted, m_table));
    m_table->setWholeWidth(LettersModel::Died);
    QStringList stages;
    for (const auto stage : allStages)
        stages.append(stageLabel(stage));
    m_table->setFixedWidth(LettersModel::Stage, stages);
    m_table->setElasticWidth(LettersModel::Work, 16, 2);
    m_table->setElasticWidth(LettersModel::Error, 16, 3);
    m_table->setFixedWidth(LettersModel::Replays, 8);
    m_table->setElasticWidth(LettersModel::Ended, 16, 2);
    m_table->setColumnShown(LettersModel::Ended, false);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    constexpr int leastRows = 3; // the heading is one
    m_table->setMinimumHeight(Theme::instance().rowHeight() * leastRows);
    connect(m_table, &QWidget::customContextMenuRequested, this, &LetterList::openMenu);
    connect(m_table, &QTableView::activated, this, [this] {
        if (const auto chosen = selectedOpen(); chosen.size() == 1)
            Q_EMIT editWanted(chosen.front());
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (const auto now = selected(); !now.empty())
            m_lastSelected = now;
        Q_EMIT selectionChanged();
    });
}

void LetterList::openMenu(const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("letterMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_actions.retry, m_actions.edit, m_actions.discard});
    menu->addSeparator();
    menu->addActions({m_actions.showRun, m_actions.showService, m_actions.showActivity});
    menu->addSeparator();
    menu->addAction(m_actions.copyMessage);
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

void LetterList::setHeading(const QString &what, const DeadLetterGroup &group)
{
    m_heading->setText(what.simplified());
    m_heading->setToolTip(plainToolTip(what));
    m_table->setColumnShown(LettersModel::Stage, group.key.isEmpty());
    m_table->setColumnShown(LettersModel::Replays, group.replayedBefore > 0);
}

void LetterList::showEnds(bool shown)
{
    m_table->setColumnShown(LettersModel::Ended, shown);
}

int LetterList::heightNeeded() const
{
    return heightOf(m_model->rowCount());
}

/// By what its parts ask for: before it was shown none of them has a place.
int LetterList::heightOf(int rows) const
{
    const auto top = layout()->itemAt(0)->sizeHint().height();
    const auto header = m_table->horizontalHeader()->sizeHint().height();
    return top + header + rows * m_table->verticalHeader()->defaultSectionSize();
}

std::vector<qint64> LetterList::selected() const
{
    std::vector<qint64> ids;
    for (const auto &index : m_table->selectionModel()->selectedRows())
        ids.push_back(index.data(LettersModel::IdRole).toLongLong());
    return ids;
}

std::vector<qint64> LetterList::selectedOpen() const
{
    std::vector<qint64> ids;
    for (const auto &index : m_table->selectionModel()->selectedRows()) {
        if (index.data(LettersModel::OpenRole).toBool())
            ids.push_back(index.data(LettersModel::IdRole).toLongLong());
    }
    return ids;
}

QString LetterList::selectedNames() const
{
    constexpr qsizetype most = 5;
    QStringList names;
    qsizetype more = 0;
    for (const auto &index : m_table->selectionModel()->selectedRows()) {
        if (!index.data(LettersModel::OpenRole).toBool())
            continue;
        if (names.size() < most)
            names.append(shortened(index.siblingAtColumn(LettersModel::Work).data().toString()));
        else
            ++more;
    }
    if (more > 0)
        names.append(tr("and %Ln more", nullptr, static_cast<int>(more)));
    return names.join(QLatin1Char('\n'));
}

void LetterList::rememberPlace()
{
    constexpr int farEnough = 500;
    m_following.clear();
    const auto current = m_table->currentIndex().row();
    for (auto row = current; row >= 0 && row < std::min(current + farEnough, m_model->rowCount()); ++row)
        m_following.push_back(m_model->row(row).id);
    m_place = {};
    const auto top = m_table->rowAt(0);
    if (m_table->verticalScrollBar()->value() > 0 && top >= 0)
        m_place = {m_model->row(top).id, m_table->rowViewportPosition(top)};
}

void LetterList::restorePlace()
{
    selectSomething();
    const auto row = m_place.id == 0 ? -1 : m_model->rowOf(m_place.id);
    if (row < 0)
        return;
    auto *bar = m_table->verticalScrollBar();
    m_table->updateGeometry();
    bar->setValue(bar->value() + m_table->rowViewportPosition(row) - m_place.offset);
}

void LetterList::keepSelection()
{
    QItemSelection kept;
    QModelIndex first;
    for (const auto id : m_lastSelected) {
        const auto row = m_model->rowOf(id);
        if (row < 0)
            continue;
        const auto index = m_model->index(row, 0);
        first = first.isValid() ? first : index;
        kept.select(index, index);
    }
    auto *selection = m_table->selectionModel();
    if (first.isValid()) {
        selection->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        selection->select(kept, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    selectSomething();
}

/// Where the selected letters are gone, the first below them that is still there: work goes on downwards.
void LetterList::selectSomething()
{
    auto *selection = m_table->selectionModel();
    if (!selection->hasSelection() && m_model->rowCount() > 0) {
        auto row = std::max(selection->currentIndex().row(), 0);
        for (const auto id : m_following) {
            if (const auto place = m_model->rowOf(id); place >= 0) {
                row = place;
                break;
            }
        }
        m_table->setCurrentIndex(m_model->index(row, LettersModel::Died));
    }
    Q_EMIT selectionChanged();
}

} // namespace linernotes::ui
