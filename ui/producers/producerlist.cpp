// SPDX-License-Identifier: GPL-3.0-or-later
#include "producers/producerlist.h"

#include "common/emptystate.h"
#include "common/rowdelegate.h"
#include "common/sortmenu.h"
#include "common/stack.h"
#include "common/tableview.h"
#include "common/wording.h"
#include "producers/artistsdelegate.h"
#include "producers/producercommands.h"
#include "producers/wholeselection.h"

#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QVBoxLayout>

namespace linernotes::ui
{

ProducerList::ProducerList(ProducersModel *model, ProducerCommands &commands, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_commands(commands)
    , m_content(new Stack(this))
{
    makeTable();
    m_nothingYet =
        new EmptyState(QStringLiteral("producers"), tr("Producers appear here as soon as the first credits are found."),
                       tr("Seed artists…"), this);
    m_nothingYet->setObjectName(QStringLiteral("producersNothingYet"));
    m_nothingFound = new EmptyState(QStringLiteral("search"), {}, tr("Clear the filter"), this);
    m_nothingFound->setObjectName(QStringLiteral("producersNothingFound"));
    auto *unread = new QWidget(this); // until it is known whether there is anybody
    for (QWidget *content : {unread, static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_nothingYet),
                             static_cast<QWidget *>(m_nothingFound)})
        m_content->addWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_content);
    connect(m_nothingYet, &EmptyState::buttonClicked, this, &ProducerList::seedWanted);
    connect(m_nothingFound, &EmptyState::buttonClicked, this, &ProducerList::clearWanted);
    connect(m_model, &ProducersModel::modelReset, this, &ProducerList::keepCurrent);
    connect(m_model, &ProducersModel::aboutToRefresh, this, &ProducerList::rememberPlace);
    connect(m_model, &ProducersModel::refreshed, this, &ProducerList::restorePlace);
    watchSelection();
    showSort();
}

void ProducerList::watchSelection()
{
    m_whole = new WholeSelection(m_table, m_model);
    connect(m_whole, &WholeSelection::changed, this, &ProducerList::selectionChanged);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ProducerList::selectionChanged);
    connect(m_model, &ProducersModel::modelReset, this, &ProducerList::selectionChanged);
}

void ProducerList::makeTable()
{
    using Model = ProducersModel;
    m_table = new TableView(QStringLiteral("producersTable"), this);
    m_table->setAccessibleName(tr("Producers"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(Model::Name, new RowDelegate(RowDelegate::Ink::Strong, m_table));
    for (const auto column : {Model::Roles, Model::Profiles, Model::Tags})
        m_table->setItemDelegateForColumn(column, new ChipsDelegate(Model::ChipsRole, m_table));
    m_table->setItemDelegateForColumn(Model::Artists, new ArtistsDelegate(m_table));
    m_table->setItemDelegateForColumn(Model::Confidence, new ShareDelegate(Model::ShareRole, m_table));
    m_table->setItemDelegateForColumn(Model::Found, new RowDelegate(RowDelegate::Ink::Muted, m_table));
    auto *header = m_table->horizontalHeader();
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    m_table->setIndispensable(Model::Name);
    m_table->setElasticWidth(Model::Name, 16, 2);
    m_table->setElasticWidth(Model::Roles, 15, 2);
    m_table->setFixedWidth(Model::Credits, 8);
    m_table->setElasticWidth(Model::Artists, 16, 4);
    m_table->setFixedWidth(Model::Confidence, 16);
    m_table->setElasticWidth(Model::Profiles, 13, 2);
    m_table->setElasticWidth(Model::Tags, 14, 2);
    m_table->setFixedWidth(Model::Found, 24);
    m_table->setColumnShown(Model::Tags, false); // until somebody has tagged
    m_table->setColumnShown(Model::Found, false);
    static_cast<void>(m_table->columnMenu()); // on the header too
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &ProducerList::openMenu);
    m_sortMenu = new SortMenu(m_table, [](int column) { return Model::sortOf(column).has_value(); });
    connect(m_sortMenu, &SortMenu::chosen, this, &ProducerList::sortWanted);
    connect(header, &QHeaderView::sectionClicked, this, &ProducerList::sortWanted);
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT activated(index.data(Model::IdRole).toLongLong()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    m_currentId = current.data(Model::IdRole).toLongLong();
            });
}

void ProducerList::openMenu(const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("producerMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_commands.all());
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

int ProducerList::lastSeenRow() const
{
    const auto row = m_table->rowAt(m_table->viewport()->height() - 1);
    return row < 0 ? std::max(m_model->rowCount() - 1, 0) : row;
}

std::vector<qint64> ProducerList::selected() const
{
    if (!m_whole->ids().empty())
        return m_whole->ids();
    std::vector<qint64> ids;
    for (const auto &index : m_table->selectionModel()->selectedRows())
        ids.push_back(index.data(ProducersModel::IdRole).toLongLong());
    return ids;
}

void ProducerList::setNothingYet(const QString &sentence, const QString &button)
{
    m_nothingYet->setSentence(sentence);
    m_nothingYet->setButtonText(button);
}

void ProducerList::showContent(const QString &filter, bool isNarrowed)
{
    if (m_model->rowCount() > 0) {
        m_content->setCurrentWidget(m_table);
    } else if (!m_model->isLoaded()) {
        return; // what is shown stays until the answer is there
    } else if (isNarrowed) {
        m_nothingFound->setSentence(filter.isEmpty() ? tr("No producer fits what is chosen above.")
                                                     : tr("No producer fits “%1”.").arg(isolated(shortened(filter))));
        m_content->setCurrentWidget(m_nothingFound);
    } else {
        m_content->setCurrentWidget(m_nothingYet);
    }
}

void ProducerList::showSort()
{
    const auto &query = m_model->query();
    m_table->horizontalHeader()->setSortIndicator(ProducersModel::columnOf(query.sort),
                                                  query.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void ProducerList::rememberPlace()
{
    m_place = {};
    const auto top = m_table->rowAt(0);
    if (m_table->verticalScrollBar()->value() == 0 || top < 0)
        return;
    m_place = {m_model->row(top).id, m_table->rowViewportPosition(top)};
}

void ProducerList::restorePlace()
{
    if (m_place.id == 0)
        return;
    const auto row = m_model->rowOf(m_place.id);
    if (row < 0)
        return;
    auto *bar = m_table->verticalScrollBar();
    m_table->updateGeometry();
    bar->setValue(bar->value() + m_table->rowViewportPosition(row) - m_place.offset);
}

void ProducerList::keepCurrent()
{
    const auto row = m_currentId == 0 ? -1 : m_model->rowOf(m_currentId);
    if (row >= 0)
        m_table->setCurrentIndex(m_model->index(row, ProducersModel::Name));
}

void ProducerList::saveState(QSettings &settings) const
{
    m_table->saveColumns(settings);
}

void ProducerList::restoreState(QSettings &settings)
{
    m_table->restoreColumns(settings);
}

} // namespace linernotes::ui
