// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/activitypage.h"

#include "activity/eventfilter.h"
#include "activity/eventlist.h"
#include "activity/eventview.h"
#include "activity/problemlist.h"
#include "common/emptystate.h"
#include "common/icons.h"
#include "common/keymenu.h"
#include "common/pageheader.h"
#include "common/stack.h"
#include "common/tableview.h"
#include "common/theme.h"
#include "common/wording.h"
#include "core/whendone.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QSplitter>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

namespace linernotes::ui
{
namespace
{

/// Events are written about once a second: asking more often brings nothing.
constexpr std::chrono::milliseconds tailInterval{1000};
/// So wide, in figures, the page has room for the problems beside the events.
constexpr int wideFrom = 150;
constexpr int problemFigures = 40;
/// How the height is shared at first, in rows' heights.
constexpr int listRows = 10;
constexpr int viewRows = 7;
/// Columns that were kept of another layout are not those of this one.
constexpr int layoutVersion = 2;

} // namespace

ActivityPage::ActivityPage(Engine &engine, QWidget *parent)
    : Page({QStringLiteral("activity"), tr("Activity"), QStringLiteral("activity")}, parent)
    , m_engine(engine)
    , m_filter(new EventFilter(this))
    , m_events(new EventsModel([this](const EventQuery &query) { return m_engine.events(query); },
                               [this](qint64 after, int limit) { return m_engine.eventsAfter(after, limit); },
                               [this](qint64 run) { return m_filter->runName(run); }, this))
    , m_problems(new ProblemsModel(
          [this](Instant since, int limit) { return m_engine.eventGroups(EventLevel::Warning, since, limit); }, this))
{
    makeActions();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTop());
    layout->addWidget(makeContent(), 1);
    setFirst(m_list->table());
    addActions(m_view->actions()); // their keys work in the table too
    addAction(m_list->showNew());
    giveKey(m_problemList->spanMenu(), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_G), this);
    giveKey(m_list->columnMenu(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B), this);
    connectParts();
    showProblems(false);
    m_tick.setInterval(tailInterval);
    m_tick.start();
}

void ActivityPage::makeActions()
{
    const auto make = [this](const QString &objectName, const QString &iconName, const QString &text,
                             const QKeySequence &shortcut, const QString &toolTip) {
        auto *action = new QAction(icon(iconName), text, this);
        action->setObjectName(objectName);
        action->setShortcut(shortcut);
        action->setToolTip(tr("%1 (%2)").arg(toolTip, shortcut.toString(QKeySequence::NativeText)));
        addAction(action);
        return action;
    };
    m_showProblems = make(QStringLiteral("activityProblems"), QStringLiteral("warning"), tr("Problems"),
                          QKeySequence(Qt::CTRL | Qt::Key_G), tr("What went wrong, by how often"));
    m_live = make(QStringLiteral("activityLive"), QStringLiteral("play"), tr("Live"),
                  QKeySequence(Qt::CTRL | Qt::Key_L), tr("Shows events as they come"));
    m_clear = make(QStringLiteral("activityClear"), QStringLiteral("close"), tr("Clear the filter"),
                   QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), tr("Shows all events"));
    m_showProblems->setCheckable(true);
    m_live->setCheckable(true);
    m_live->setChecked(true);
}

QWidget *ActivityPage::makeTop()
{
    auto *top = new PageHeader(title().text, QStringLiteral("activityState"), this);
    m_state = top->summary();
    top->addSearch(m_filter->field());
    top->addButton(m_showProblems, QStringLiteral("activityProblemsButton"));
    top->addButton(m_live, QStringLiteral("activityLiveButton"));
    top->addFilters(m_filter);
    return top;
}

QWidget *ActivityPage::makeContent()
{
    m_content = new Stack(this);
    m_columns = new QSplitter(Qt::Horizontal, m_content);
    m_columns->setChildrenCollapsible(false);
    m_problemList = new ProblemList(m_problems, m_columns);
    m_listStack = new Stack(m_columns);
    m_rows = new QSplitter(Qt::Vertical, m_listStack);
    m_rows->setChildrenCollapsible(false);
    m_list = new EventList(m_events, m_rows);
    m_view = new EventView([this](qint64 run) { return m_filter->runName(run); }, m_rows);
    m_rows->setStretchFactor(0, 1);
    m_rows->setStretchFactor(1, 0);
    const auto row = Theme::instance().rowHeight();
    m_rows->setSizes({row * listRows, row * viewRows});
    m_columns->setStretchFactor(0, 0);
    m_columns->setStretchFactor(1, 1);
    const auto problemWidth = Theme::instance().figureWidth(TypeStep::Body, problemFigures);
    m_columns->setSizes({problemWidth, 3 * problemWidth});
    m_nothingFound =
        new EmptyState(QStringLiteral("search"), tr("No event fits the filter."), tr("Clear the filter"), m_listStack);
    m_nothingFound->setObjectName(QStringLiteral("activityNothingFound"));
    m_listStack->addWidget(m_rows);
    m_listStack->addWidget(m_nothingFound);
    m_nothing = new EmptyState(QStringLiteral("activity"), tr("What the work does is told here as it happens."),
                               tr("Seed artists…"), m_content);
    m_nothing->setObjectName(QStringLiteral("activityNothing"));
    m_content->addWidget(m_columns);
    m_content->addWidget(m_nothing);
    return m_content;
}

void ActivityPage::connectParts()
{
    connect(&m_tick, &QTimer::timeout, this, &ActivityPage::tick);
    connect(m_live, &QAction::toggled, this, &ActivityPage::setLive);
    connect(m_showProblems, &QAction::toggled, this, [this](bool shown) {
        m_isLayoutKept = true;
        showProblems(shown);
    });
    connect(m_filter, &EventFilter::changed, this, &ActivityPage::applyFilter);
    connect(m_filter, &EventFilter::accepted, m_list->table(), qOverload<>(&QWidget::setFocus));
    connect(m_filter, &EventFilter::runsChanged, m_events, &EventsModel::renameRuns);
    connect(m_problemList, &ProblemList::problemChosen, this, &ActivityPage::applyFilter);
    connect(m_problemList, &ProblemList::hideWanted, m_showProblems, [this] { m_showProblems->setChecked(false); });
    connect(m_events, &EventsModel::failed, this, &ActivityPage::failed);
    connect(m_problems, &ProblemsModel::failed, this, &ActivityPage::failed);
    connect(m_events, &EventsModel::readingEnded, this, &ActivityPage::showState);
    connect(m_events, &EventsModel::rowsInserted, this, &ActivityPage::showState);
    connect(m_events, &EventsModel::troubleCame, this, [this] {
        if (m_problemList->isVisible())
            m_problems->refresh();
    });
    connect(m_list, &EventList::currentChanged, this, &ActivityPage::showCurrent);
    connect(m_list, &EventList::activated, this, &ActivityPage::follow);
    connect(m_list, &EventList::menuWanted, this, &ActivityPage::openMenu);
    connect(m_view, &EventView::letterWanted, this, &ActivityPage::letterWanted);
    connect(m_view, &EventView::runWanted, this, &ActivityPage::runWanted);
    connect(m_view, &EventView::serviceWanted, this, &ActivityPage::serviceWanted);
    connect(m_view, &EventView::messageWanted, this, &ActivityPage::showMessage);
    connect(m_view, &EventView::copyWanted, this, &ActivityPage::copyEvent);
    connect(m_nothing, &EmptyState::buttonClicked, this, &ActivityPage::seedWanted);
    connect(m_nothingFound, &EmptyState::buttonClicked, m_clear, &QAction::trigger);
    connect(m_clear, &QAction::triggered, this, [this] {
        m_problemList->choose({});
        m_filter->clear();
    });
}

void ActivityPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!std::exchange(m_isLayoutKept, true)) // the first time, by the room that there is
        m_showProblems->setChecked(width() >= Theme::instance().figureWidth(TypeStep::Body, wideFrom));
    if (std::exchange(m_isStale, false))
        applyFilter();
    else
        m_events->poll();
    if (m_showProblems->isChecked())
        m_problems->refresh();
}

void ActivityPage::present(const PipelineSnapshotPtr &snapshot)
{
    m_filter->present(*snapshot);
}

void ActivityPage::tick()
{
    if (!isVisible())
        return;
    m_events->poll();
    readMessage();
}

void ActivityPage::applyFilter()
{
    if (m_isStale)
        return; // is asked when the page is shown
    auto query = m_filter->query();
    query.group = m_problemList->chosen();
    m_events->setQuery(query);
}

void ActivityPage::setLive(bool live)
{
    m_live->setIcon(icon(live ? QStringLiteral("play") : QStringLiteral("pause")));
    m_list->setLive(live);
    showState();
}

void ActivityPage::showProblems(bool shown)
{
    m_problemList->setVisible(shown);
    if (shown)
        m_problems->refresh();
    else
        m_problemList->choose({}); // what is not seen must not narrow the list
}

void ActivityPage::showState()
{
    const bool isFiltered = m_filter->isSet() || m_problemList->chosen();
    const bool isEmpty = m_events->rowCount() == 0 && !m_events->isReading() && !m_isStale;
    m_content->setCurrentWidget(isEmpty && !isFiltered ? static_cast<QWidget *>(m_nothing) : m_columns);
    // What is done is not written down unless a setting says so; the message itself can be shown all the same.
    const auto alone = isEmpty ? m_filter->query().messageId : 0;
    const bool isNothing = isEmpty && isFiltered && alone == 0;
    m_listStack->setCurrentWidget(isNothing ? static_cast<QWidget *>(m_nothingFound) : m_rows);
    if (alone > 0) {
        m_view->showAlone(alone);
        readMessage();
    } else if (m_view->isAlone()) {
        showCurrent();
    }
    m_state->setText(m_live->isChecked() ? tr("As it happens") : tr("Stopped: what comes is counted"));
}

void ActivityPage::showCurrent()
{
    const auto *event = m_list->current();
    if (!event) {
        m_view->showNothing();
        return;
    }
    m_view->show(*event);
    readMessage();
}

/// Again and again, for it goes on.
void ActivityPage::readMessage()
{
    const auto id = m_view->messageId();
    if (id == 0)
        return;
    whenDone(m_engine.message(id), this, [this, id](const Result<std::optional<MessageStanding>> &found) {
        if (m_view->messageId() == id)
            m_view->showMessage(found);
    });
}

/// To what the event is about: the closest of dead letter, message, run and service.
void ActivityPage::follow()
{
    if (!m_list->current())
        return;
    const auto event = *m_list->current();
    const auto goOn = [this, event] {
        if (event.runId > 0)
            Q_EMIT runWanted(event.runId);
        else if (!event.service.isEmpty())
            Q_EMIT serviceWanted(event.service);
        else
            m_view->setFocus();
    };
    if (event.messageId == 0) {
        goOn();
        return;
    }
    whenDone(m_engine.message(event.messageId), this,
             [this, event, goOn](const Result<std::optional<MessageStanding>> &found) {
                 if (!found || !*found)
                     goOn();
                 else if (isLetter(**found))
                     Q_EMIT letterWanted(event.messageId);
                 else if (m_view->shown() && m_view->shown()->id == event.id) {
                     m_view->showMessage(found);
                     m_view->goToMessage();
                 }
             });
}

void ActivityPage::openMenu(const QPoint &globalPlace)
{
    const auto *event = m_list->current();
    if (!event)
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("eventMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_view->actions());
    menu->popup(globalPlace);
}

void ActivityPage::copyEvent()
{
    if (!m_view->shown())
        return;
    QGuiApplication::clipboard()->setText(
        eventAsText(*m_view->shown(), [this](qint64 run) { return m_filter->runName(run); }));
    Q_EMIT told(tr("Copied to the clipboard."));
}

void ActivityPage::showMessage(qint64 messageId)
{
    m_problemList->choose({});
    m_filter->showMessage(messageId);
}

void ActivityPage::showRun(qint64 runId)
{
    m_problemList->choose({});
    m_filter->showRun(runId);
}

bool ActivityPage::find()
{
    m_filter->focusText();
    return true;
}

bool ActivityPage::copyRows()
{
    return m_problemList->copyRows() || m_list->table()->copyRows();
}

void ActivityPage::saveState(QSettings &settings) const
{
    m_list->table()->saveColumns(settings);
    settings.setValue(QStringLiteral("layout"), layoutVersion);
    m_filter->saveState(settings);
    settings.setValue(QStringLiteral("columns"), m_columns->saveState());
    settings.setValue(QStringLiteral("rows"), m_rows->saveState());
    settings.setValue(QStringLiteral("live"), m_live->isChecked());
    settings.setValue(QStringLiteral("span"), m_problemList->spanHours());
    if (m_isLayoutKept)
        settings.setValue(QStringLiteral("problems"), m_showProblems->isChecked());
}

void ActivityPage::restoreState(QSettings &settings)
{
    if (settings.value(QStringLiteral("layout")).toInt() == layoutVersion)
        m_list->table()->restoreColumns(settings);
    m_filter->restoreState(settings);
    m_columns->restoreState(settings.value(QStringLiteral("columns")).toByteArray());
    m_rows->restoreState(settings.value(QStringLiteral("rows")).toByteArray());
    m_live->setChecked(settings.value(QStringLiteral("live"), true).toBool());
    if (const auto span = settings.value(QStringLiteral("span")); span.isValid())
        m_problemList->setSpanHours(span.toInt());
    if (const auto shown = settings.value(QStringLiteral("problems")); shown.isValid()) {
        m_showProblems->setChecked(shown.toBool());
        m_isLayoutKept = true;
    }
}

QString ActivityPage::explanation() const
{
    return tr(
        "What the engine did, the newest first: every message that ended, every attempt that failed, every circuit "
        "that changed.\n\n"
        "Type to filter, and choose a level, a stage, a service or a run. While “Live” is on, new rows come in at "
        "the top; when you read further down they wait until you go up again. The list beside it counts what went "
        "wrong most often: a click lists its rows. A row shows its message as it stands now, and leads to its dead "
        "letter, its run and its service.");
}

} // namespace linernotes::ui
