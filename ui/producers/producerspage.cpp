// SPDX-License-Identifier: GPL-3.0-or-later
#include "producers/producerspage.h"

#include "common/emptystate.h"
#include "common/icons.h"
#include "common/rowdelegate.h"
#include "common/tableview.h"
#include "common/theme.h"
#include "common/wording.h"
#include "producers/producerpage.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace linernotes::ui
{
namespace
{

/// Between the last key and the question to the database.
constexpr std::chrono::milliseconds filterDelay{80};
/// At most so often the rows are read again while a run works.
constexpr std::chrono::milliseconds refreshInterval{1000};

bool hasWork(const PipelineSnapshot &snapshot)
{
    return std::ranges::any_of(snapshot.stages, [](const StageSnapshot &stage) { return stage.metrics.length() > 0; });
}

/// Why there is no producer yet, and what will bring the first.
QString nothingYet(const PipelineSnapshot &snapshot)
{
    if (!hasWork(snapshot))
        return ProducersPage::tr("Producers appear here as soon as the first credits are found.");
    const auto stage = static_cast<std::size_t>(StageId::ProducerIdentification);
    const auto waiting = snapshot.stages.at(stage).metrics.length();
    QStringList sentences{ProducersPage::tr("Producers appear here as recordings are identified.")};
    sentences.append(waiting > 0
                         ? ProducersPage::tr("%Ln recording(s) are waiting.", nullptr, static_cast<int>(waiting))
                         : ProducersPage::tr("Artists, albums and tracks are read first."));
    if (!snapshot.running)
        sentences.append(ProducersPage::tr("The work is paused: start it with Ctrl+R."));
    return sentences.join(QLatin1Char(' '));
}

} // namespace

ProducersPage::ProducersPage(ProducersModel::Source rows, Detail detail, QWidget *parent)
    : Page({QStringLiteral("producersPage"), tr("Producers"), QStringLiteral("producers")}, parent)
    , m_model(new ProducersModel(std::move(rows), this))
    , m_stack(new QStackedWidget(this))
    , m_producer(new ProducerPage(std::move(detail), this))
{
    // Here, for it fills members that are initialised after the list.
    // NOLINTNEXTLINE(cppcoreguidelines-prefer-member-initializer)
    m_list = makeList();
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_producer);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);

    m_filterTimer.setSingleShot(true);
    m_filterTimer.setInterval(filterDelay);
    connect(&m_filterTimer, &QTimer::timeout, this, &ProducersPage::applyFilter);
    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(refreshInterval);
    connect(&m_refreshTimer, &QTimer::timeout, this, [this] {
        m_isStale = !isVisible();
        if (isVisible())
            m_model->refresh();
    });
    connect(m_model, &ProducersModel::totalChanged, this, &ProducersPage::showCount);
    connect(m_model, &ProducersModel::modelReset, this, &ProducersPage::keepCurrent);
    connect(m_model, &ProducersModel::readingEnded, this, &ProducersPage::showCount);
    connect(m_model, &ProducersModel::aboutToRefresh, this, &ProducersPage::rememberPlace);
    connect(m_model, &ProducersModel::refreshed, this, &ProducersPage::restorePlace);
    connect(m_model, &ProducersModel::failed, this, &ProducersPage::failed);
    connect(m_producer, &ProducerPage::backWanted, this, &ProducersPage::showList);
    connect(m_producer, &ProducerPage::failed, this, &ProducersPage::failed);
    showSort();
}

QWidget *ProducersPage::makeList()
{
    const auto &theme = Theme::instance();
    auto *list = new QWidget(this);
    auto *heading = new QLabel(title().text, list);
    heading->setFont(theme.font(TypeStep::Title));
    m_filter = new QLineEdit(list);
    m_filter->setObjectName(QStringLiteral("producersFilter"));
    m_filter->setAccessibleName(tr("Filter producers"));
    m_filter->setPlaceholderText(tr("Filter by name, alias, role or artist"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(QStringLiteral("search"), IconInk::Muted), QLineEdit::LeadingPosition);
    m_filter->installEventFilter(this);
    m_filter->setMaximumWidth(theme.figureWidth(TypeStep::Body, 60));
    m_count = new QLabel(list);
    m_count->setObjectName(QStringLiteral("producersCount"));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    makeTable();
    m_nothingYet =
        new EmptyState(QStringLiteral("producers"), tr("Producers appear here as soon as the first credits are found."),
                       tr("Seed artists…"), list);
    m_nothingYet->setObjectName(QStringLiteral("producersNothingYet"));
    m_nothingFound = new EmptyState(QStringLiteral("search"), {}, tr("Clear the filter"), list);
    m_nothingFound->setObjectName(QStringLiteral("producersNothingFound"));
    m_content = new QStackedWidget(list);
    for (QWidget *content : {static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_nothingYet),
                             static_cast<QWidget *>(m_nothingFound)})
        m_content->addWidget(content);

    auto *top = new QHBoxLayout;
    top->setContentsMargins(theme.space(4), theme.space(3), theme.space(4), theme.space(3));
    top->setSpacing(theme.space(3));
    top->addWidget(heading);
    top->addWidget(m_count);
    top->addStretch(1);
    top->addWidget(m_filter, 2);
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_content, 1);

    connect(m_filter, &QLineEdit::textChanged, &m_filterTimer, qOverload<>(&QTimer::start));
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        applyFilter();
        m_table->setFocus();
    });
    connect(m_nothingYet, &EmptyState::buttonClicked, this, &ProducersPage::seedWanted);
    connect(m_nothingFound, &EmptyState::buttonClicked, m_filter, &QLineEdit::clear);
    return list;
}

void ProducersPage::makeTable()
{
    m_table = new TableView(QStringLiteral("producersTable"), this);
    m_table->setAccessibleName(tr("Producers"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(ProducersModel::Name, new RowDelegate(RowDelegate::Ink::Strong, m_table));
    m_table->setItemDelegateForColumn(ProducersModel::Roles, new ChipsDelegate(ProducersModel::ChipsRole, m_table));
    m_table->setItemDelegateForColumn(ProducersModel::Profiles, new ChipsDelegate(ProducersModel::ChipsRole, m_table));
    m_table->setItemDelegateForColumn(ProducersModel::Confidence,
                                      new ShareDelegate(ProducersModel::ShareRole, m_table));
    auto *header = m_table->horizontalHeader();
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    m_table->setElasticWidth(ProducersModel::Name, 18, 2);
    m_table->setElasticWidth(ProducersModel::Roles, 18, 2);
    m_table->setFixedWidth(ProducersModel::Credits, 8);
    m_table->setElasticWidth(ProducersModel::Artists, 18, 4);
    m_table->setFixedWidth(ProducersModel::Confidence, 16);
    m_table->setElasticWidth(ProducersModel::Profiles, 14, 2);
    connect(header, &QHeaderView::sectionClicked, this, &ProducersPage::sortBy);
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex &index) { open(index.data(ProducersModel::IdRole).toLongLong()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    m_currentId = current.data(ProducersModel::IdRole).toLongLong();
            });
}

void ProducersPage::present(const PipelineSnapshotPtr &snapshot)
{
    const auto before = std::exchange(m_shown, snapshot);
    Q_EMIT badgeChanged(snapshot->producers > 0 ? number(snapshot->producers) : QString());
    m_nothingYet->setSentence(nothingYet(*snapshot));
    m_nothingYet->setButtonText(hasWork(*snapshot) ? QString() : tr("Seed artists…"));
    const bool isChanged = !before || before->producers != snapshot->producers || before->credits != snapshot->credits
        || before->profiles != snapshot->profiles;
    if (isChanged)
        refreshSoon();
    if (isChanged && m_stack->currentWidget() == m_producer)
        m_producer->refresh();
}

void ProducersPage::refreshSoon()
{
    m_isStale = true;
    if (!m_model->isLoaded() && !m_model->isReading())
        m_model->refresh(); // the first rows are not waited for
    else if (!m_refreshTimer.isActive())
        m_refreshTimer.start();
}

void ProducersPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (std::exchange(m_isStale, false))
        m_model->refresh();
}

bool ProducersPage::find()
{
    showList();
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
    return true;
}

bool ProducersPage::copyRows()
{
    return m_stack->currentWidget() == m_producer ? m_producer->copyRows() : m_table->copyRows();
}

/// A field takes Ctrl+E for its own (to the end of the line, on X11): here it is Export, wherever the cursor is.
bool ProducersPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::ControlModifier && key->key() == Qt::Key_E) {
            event->ignore();
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

void ProducersPage::applyFilter()
{
    m_filterTimer.stop();
    auto query = m_model->query();
    query.filter = m_filter->text().simplified();
    if (query != m_model->query())
        m_model->setQuery(query);
}

void ProducersPage::sortBy(int column)
{
    const auto sort = ProducersModel::sortOf(column);
    if (sort) {
        auto query = m_model->query();
        // Names are read from A; of figures the largest is looked for.
        query.descending = query.sort == *sort ? !query.descending : *sort != ProducerSort::Name;
        query.sort = *sort;
        m_model->setQuery(query);
    }
    showSort();
}

void ProducersPage::showSort()
{
    const auto &query = m_model->query();
    m_table->horizontalHeader()->setSortIndicator(ProducersModel::columnOf(query.sort),
                                                  query.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void ProducersPage::showCount()
{
    const auto total = m_model->total();
    const bool isFiltered = !m_model->query().filter.isEmpty();
    m_count->setText(m_model->isLoaded() ? tr("%Ln producer(s)", nullptr, static_cast<int>(total)) : QString());
    if (m_model->rowCount() > 0 || !m_model->isLoaded()) {
        m_content->setCurrentWidget(m_table);
    } else if (isFiltered) {
        m_nothingFound->setSentence(tr("No producer fits “%1”.").arg(m_model->query().filter));
        m_content->setCurrentWidget(m_nothingFound);
    } else {
        m_content->setCurrentWidget(m_nothingYet);
    }
}

void ProducersPage::open(qint64 personId)
{
    m_producer->open(personId);
    m_stack->setCurrentWidget(m_producer);
    m_producer->setFocus();
}

void ProducersPage::showList()
{
    if (m_stack->currentWidget() == m_list)
        return;
    m_stack->setCurrentWidget(m_list);
    m_table->setFocus();
}

void ProducersPage::rememberPlace()
{
    m_place = {};
    const auto top = m_table->rowAt(0);
    if (m_table->verticalScrollBar()->value() == 0 || top < 0)
        return;
    m_place = {m_model->row(top).id, m_table->rowViewportPosition(top)};
}

void ProducersPage::restorePlace()
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

void ProducersPage::keepCurrent()
{
    const auto row = m_currentId == 0 ? -1 : m_model->rowOf(m_currentId);
    if (row >= 0)
        m_table->setCurrentIndex(m_model->index(row, ProducersModel::Name));
}

void ProducersPage::saveState(QSettings &settings) const
{
    m_table->saveColumns(settings);
    settings.setValue(QStringLiteral("sortColumn"), ProducersModel::columnOf(m_model->query().sort));
    settings.setValue(QStringLiteral("descending"), m_model->query().descending);
}

void ProducersPage::restoreState(QSettings &settings)
{
    m_table->restoreColumns(settings);
    auto query = m_model->query();
    if (const auto sort = ProducersModel::sortOf(settings.value(QStringLiteral("sortColumn"), -1).toInt())) {
        query.sort = *sort;
        query.descending = settings.value(QStringLiteral("descending"), query.descending).toBool();
    }
    m_model->setQuery(query);
    showSort();
}

QString ProducersPage::explanation() const
{
    return tr(
        "Everybody who was found to have produced or written a recording, with how sure that is.\n\n"
        "Type to filter; click a heading to sort. Enter opens a producer: every credit with its evidence, the other "
        "names and the profiles. The export writes the rows of the filter in their order, or everything.");
}

} // namespace linernotes::ui
