// SPDX-License-Identifier: GPL-3.0-or-later
#include "producers/producerspage.h"

#include "common/icons.h"
#include "common/keymenu.h"
#include "common/outcomebar.h"
#include "common/pageheader.h"
#include "common/sortmenu.h"
#include "common/stack.h"
#include "common/tableview.h"
#include "common/theme.h"
#include "common/wording.h"
#include "core/whendone.h"
#include "producers/keptquery.h"
#include "producers/producercommands.h"
#include "producers/producerfilterbar.h"
#include "producers/producerlist.h"
#include "producers/producerpage.h"
#include "producers/savedfilters.h"
#include "producers/selectionbanner.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace linernotes::ui
{
namespace
{

const auto openedId = QStringLiteral("opened/id");
const auto openedName = QStringLiteral("opened/name");

/// Between a key and the question to the database: what came before it is broken off, so it need not be long.
constexpr std::chrono::milliseconds filterDelay{15};
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
        sentences.append(
            ProducersPage::tr("The work is paused: resume it with %1.").arg(keyLabel(Qt::CTRL | Qt::Key_R)));
    return sentences.join(QLatin1Char(' '));
}

QString selectedLabel(std::size_t producers)
{
    return producers < 2 ? ProducersPage::tr("Selected")
                         : ProducersPage::tr("%Ln selected", nullptr, static_cast<int>(producers));
}

} // namespace

ProducersPage::ProducersPage(ProducerActions &actions, QWidget *parent)
    : Page({QStringLiteral("producersPage"), tr("Producers"), QStringLiteral("producers")}, parent)
    , m_actions(actions)
    , m_model(new ProducersModel(
          {[&actions](const auto &query, const auto &after, int limit) { return actions.page(query, after, limit); },
           [&actions](const auto &query) { return actions.count(query); }},
          this))
    , m_stack(new Stack(this))
    , m_producer(new ProducerPage(actions, this))
{
    // Here, for it fills members that are initialised after the list.
    // NOLINTNEXTLINE(cppcoreguidelines-prefer-member-initializer)
    m_listSide = makeList();
    m_stack->addWidget(m_listSide);
    m_stack->addWidget(m_producer);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_filterTimer.setSingleShot(true);
    m_filterTimer.setInterval(filterDelay);
    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(refreshInterval);
    connectParts();
    connectCommands();
    showSelection();
    setFirst(m_list->table());
    setQuery(m_model->query());
}

QWidget *ProducersPage::makeList()
{
    auto *side = new QWidget(this);
    m_commands = new ProducerCommands(m_actions, side);
    m_clear = new QAction(icon(QStringLiteral("close")), tr("Clear the &filter"), side);
    m_clear->setObjectName(QStringLiteral("producersClearAction"));
    m_clear->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    side->addAction(m_clear);
    m_list = new ProducerList(m_model, *m_commands, side);
    m_outcome = new OutcomeBar(QStringLiteral("producers"), side);
    side->addAction(m_outcome->closing());
    m_more = new SelectionBanner(m_actions, *m_model, *m_list, side);
    m_saved = new SavedFilters(m_actions, side);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTop());
    layout->addWidget(m_list, 1);
    // At the foot, where they come and go without moving the rows under the mouse.
    layout->addWidget(m_more);
    layout->addWidget(m_outcome);
    giveKey(m_saved, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), side);
    giveKey(m_list->sortMenu(), QKeySequence(Qt::CTRL | Qt::Key_B), side);
    giveKey(m_list->table()->columnMenu(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B), side);
    m_bar->orderTabs(m_selection, m_list->table());
    return side;
}

QWidget *ProducersPage::makeTop()
{
    auto *top = new PageHeader(title().text, QStringLiteral("producersCount"), this);
    m_count = top->summary();
    m_filter = new QLineEdit(top);
    m_filter->setObjectName(QStringLiteral("producersFilter"));
    m_filter->setAccessibleName(tr("Filter producers"));
    m_filter->setToolTip(
        tr("Words of a name, an alias, an artist worked with, a tag or a note; or a role, as “writer”"));
    m_filter->installEventFilter(this);
    top->addSearch(m_filter);
    auto *filters = makeMenuButton(QStringLiteral("producersFilters"), tr("Filters"), top);
    filters->setToolTip(tr("Filters that were kept"));
    filters->setMenu(m_saved);
    auto *columns = makeMenuButton(QStringLiteral("producersColumns"), tr("Columns"), top);
    columns->setMenu(m_list->table()->columnMenu());
    constexpr int many = 99'999;
    m_selection = makeMenuButton(QStringLiteral("producersSelection"), selectedLabel(many), top);
    m_selection->setMinimumWidth(m_selection->sizeHint().width()); // what stands before it stays where it is
    m_selection->setText(selectedLabel(0));
    auto *menu = new QMenu(m_selection);
    menu->setObjectName(QStringLiteral("producersSelectionMenu"));
    menu->addActions(m_commands->all());
    m_selection->setMenu(menu);
    for (auto *button : {filters, columns, m_selection})
        top->addPart(button);
    m_bar = new ProducerFilterBar(top);
    top->addFilters(m_bar);
    return top;
}

QToolButton *ProducersPage::makeMenuButton(const QString &objectName, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(objectName);
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QList<QAction *> ProducersPage::commands() const
{
    if (m_stack->currentWidget() == m_producer)
        return m_producer->actions();
    auto commands = m_commands->all();
    commands.removeOne(m_commands->copy); // is in the menu “Edit”
    commands.append({m_commands->cancel, m_outcome->closing(), m_more->selectAll(), m_clear, m_saved->menuAction(),
                     m_list->sortMenu()->menuAction(), m_list->table()->columnMenu()->menuAction()});
    return commands;
}

void ProducersPage::connectParts()
{
    connect(m_clear, &QAction::triggered, this, &ProducersPage::clearFilter);
    connect(m_filter, &QLineEdit::textChanged, &m_filterTimer, qOverload<>(&QTimer::start));
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        applyFilter();
        m_list->table()->setFocus();
    });
    connect(&m_filterTimer, &QTimer::timeout, this, &ProducersPage::applyFilter);
    connect(m_bar, &ProducerFilterBar::changed, this, &ProducersPage::applyFilter);
    connect(m_bar, &ProducerFilterBar::clearWanted, this, &ProducersPage::clearFilter);
    connect(m_saved, &SavedFilters::chosen, this, &ProducersPage::narrow);
    connect(m_saved, &SavedFilters::told, this, &ProducersPage::told);
    connect(m_saved, &SavedFilters::failed, this, &ProducersPage::failed);
    connect(&m_refreshTimer, &QTimer::timeout, this, [this] {
        m_isStale = !isVisible();
        if (isVisible())
            m_model->refresh(m_list->lastSeenRow());
    });
    connect(m_model, &ProducersModel::totalChanged, this, &ProducersPage::showCount);
    connect(m_model, &ProducersModel::readingEnded, this, &ProducersPage::showCount);
    connect(m_model, &ProducersModel::failed, this, &ProducersPage::failed);
    connect(m_list, &ProducerList::activated, this, &ProducersPage::open);
    connect(m_list, &ProducerList::sortWanted, this, &ProducersPage::sortBy);
    connect(m_list, &ProducerList::selectionChanged, this, &ProducersPage::showSelection);
    connect(m_more, &SelectionBanner::failed, this, &ProducersPage::failed);
    connect(m_list, &ProducerList::seedWanted, this, &ProducersPage::seedWanted);
    connect(m_list, &ProducerList::clearWanted, this, &ProducersPage::clearFilter);
    connect(m_producer, &ProducerPage::backWanted, this, &ProducersPage::showList);
    connect(m_producer, &ProducerPage::tagsChanged, this, &ProducersPage::showTags);
    connect(m_producer, &ProducerPage::told, this, &ProducersPage::told);
    connect(m_producer, &ProducerPage::failed, this, &ProducersPage::failed);
}

void ProducersPage::connectCommands()
{
    connect(m_commands->open, &QAction::triggered, this, [this] {
        if (m_commands->chosen().size() == 1)
            open(m_commands->chosen().front());
    });
    connect(m_commands->copy, &QAction::triggered, this, [this] {
        if (m_list->table()->copyRows())
            Q_EMIT told(tr("Copied to the clipboard."));
    });
    connect(m_commands->exportThem, &QAction::triggered, this, [this] { Q_EMIT exportWanted(m_commands->chosen()); });
    connect(m_commands, &ProducerCommands::tagsChanged, this, &ProducersPage::showTags);
    connect(m_commands, &ProducerCommands::progressed, m_outcome, &OutcomeBar::showProgress);
    connect(m_commands, &ProducerCommands::ended, m_outcome, &OutcomeBar::showOutcome);
    connect(m_outcome, &OutcomeBar::undoClicked, m_commands->undoTag, &QAction::trigger);
    connect(m_outcome, &OutcomeBar::cancelClicked, m_commands->cancel, &QAction::trigger);
}

void ProducersPage::present(const PipelineSnapshotPtr &snapshot)
{
    const auto before = std::exchange(m_shown, snapshot);
    Q_EMIT badgeChanged(snapshot->producers > 0 ? number(snapshot->producers) : QString());
    m_list->setNothingYet(nothingYet(*snapshot), hasWork(*snapshot) ? QString() : tr("Seed artists…"));
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

void ProducersPage::refreshChoices()
{
    whenDone(m_actions.choices(), this, [this](const Result<ProducerChoices> &choices) {
        if (!choices)
            return; // the rows' answer tells what is wrong
        m_bar->setChoices(*choices);
        m_commands->setKnownTags(choices->tags);
        m_producer->setKnownTags(choices->tags);
    });
}

void ProducersPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_saved->refresh();
    refreshChoices();
    if (std::exchange(m_isStale, false))
        m_model->refresh(m_list->lastSeenRow());
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
    return m_stack->currentWidget() == m_producer ? m_producer->copyRows() : m_list->table()->copyRows();
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
    if (watched == m_filter && event->type() == QEvent::Resize)
        showPlaceholder();
    return Page::eventFilter(watched, event);
}

/// What it looks for, where there is room to say so.
void ProducersPage::showPlaceholder()
{
    const auto all = tr("Filter by name, alias, artist, tag or note");
    const auto rest = 2 * Theme::instance().iconSize(TypeStep::Body) + Theme::instance().space(4); // of the icon's side
    const bool isRoom = m_filter->fontMetrics().horizontalAdvance(all) + rest <= m_filter->width();
    m_filter->setPlaceholderText(isRoom ? all : tr("Filter producers"));
}

void ProducersPage::applyFilter()
{
    m_filterTimer.stop();
    auto query = m_model->query();
    query.filter = m_filter->text().simplified();
    m_bar->applyTo(query);
    setQuery(query);
}

void ProducersPage::narrow(const ProducerQuery &query)
{
    showList();
    m_filter->setText(query.filter);
    m_bar->show(query);
    applyFilter();
}

void ProducersPage::clearFilter()
{
    narrow({});
    m_filter->setFocus();
}

void ProducersPage::sortBy(int column)
{
    const auto sort = ProducersModel::sortOf(column);
    if (!sort)
        return;
    const auto isText = *sort == ProducerSort::Name || *sort == ProducerSort::Role;
    auto query = m_model->query();
    // Words are read from A; of figures the largest is looked for.
    query.descending = query.sort == *sort ? !query.descending : !isText;
    query.sort = *sort;
    setQuery(query);
}

void ProducersPage::setQuery(const ProducerQuery &query)
{
    if (query != m_model->query())
        m_model->setQuery(query);
    m_list->showSort();
    m_bar->showNarrowed(query.isNarrowed());
    m_clear->setEnabled(query.isNarrowed());
    m_saved->setCurrent(query);
}

void ProducersPage::showCount()
{
    const auto total = m_model->total();
    m_more->follow();
    m_count->setText(total ? tr("%Ln producer(s)", nullptr, static_cast<int>(*total)) : QString());
    m_count->setBrief(total ? number(*total) : QString()); // of whom is said by the title
    m_list->showContent(m_model->query().filter, m_model->query().isNarrowed());
}

void ProducersPage::showSelection()
{
    const auto ids = m_list->selected();
    m_commands->setChosen(ids);
    m_more->follow();
    m_selection->setEnabled(!ids.empty());
    m_selection->setText(selectedLabel(ids.size()));
}

/// Where tags are written, they are meant to be seen.
void ProducersPage::showTags()
{
    m_list->table()->setColumnShown(ProducersModel::Tags, true);
    m_model->refresh(m_list->lastSeenRow());
    m_model->recount();
    refreshChoices();
}

void ProducersPage::open(qint64 personId)
{
    m_producer->open(personId);
    m_stack->setCurrentWidget(m_producer);
    setFirst(m_producer->first());
    takeFocus();
}

void ProducersPage::showList()
{
    if (m_stack->currentWidget() == m_listSide)
        return;
    m_stack->setCurrentWidget(m_listSide);
    setFirst(m_list->table());
    takeFocus();
}

void ProducersPage::saveState(QSettings &settings) const
{
    m_list->saveState(settings);
    keepQuery(m_model->query(), settings);
    m_producer->saveState(settings);
    const bool isOpen = m_stack->currentWidget() == m_producer;
    settings.setValue(openedId, isOpen ? m_producer->personId() : 0);
    settings.setValue(openedName, isOpen ? m_producer->personName() : QString());
}

void ProducersPage::restoreState(QSettings &settings)
{
    m_list->restoreState(settings);
    m_producer->restoreState(settings);
    const auto query = keptQuery(settings);
    m_filter->setText(query.filter);
    m_bar->show(query);
    setQuery(query);
    if (const auto person = settings.value(openedId).toLongLong(); person > 0)
        openAgain(person, settings.value(openedName).toString());
}

/// On another database the number is somebody else's.
void ProducersPage::openAgain(qint64 personId, const QString &name)
{
    whenDone(m_actions.detail(personId), this,
             [this, personId, name](const Result<std::optional<ProducerDetail>> &detail) {
                 const bool isThere = detail && *detail && (*detail)->summary.name == name;
                 if (isThere && m_stack->currentWidget() == m_listSide)
                     open(personId);
             });
}

QString ProducersPage::explanation() const
{
    return tr(
        "Everybody who was found to have produced or written a recording, with how sure that is.\n\n"
        "Type to filter; click a heading to sort. Enter opens a producer: every credit with its evidence, the other "
        "names and the profiles. The export writes the rows of the filter in their order, or everything.");
}

} // namespace linernotes::ui
