// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/runspage.h"

#include "common/emptystate.h"
#include "common/icons.h"
#include "common/pageheader.h"
#include "common/plainbox.h"
#include "common/scrolledroom.h"
#include "common/stack.h"
#include "common/theme.h"
#include "common/wording.h"
#include "core/whendone.h"
#include "runs/comparedialog.h"
#include "runs/rundetail.h"
#include "runs/runstable.h"

#include <QAction>
#include <QActionGroup>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace linernotes::ui
{

RunsPage::RunsPage(RunActions &runs, QWidget *parent)
    : Page({QStringLiteral("runsPage"), tr("Runs"), QStringLiteral("runs")}, parent)
    , m_actions(runs)
    , m_model(new RunsModel([this](qint64 before, int limit) { return m_actions.before(before, limit); }, this))
    , m_stack(new Stack(this))
{
    makeActions();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeading());
    m_nothing = new EmptyState(QStringLiteral("runs"), tr("Each list of artists that you seed is a run."),
                               tr("Seed artists…"), m_stack);
    m_nothing->setObjectName(QStringLiteral("runsPageNothing"));
    connect(m_nothing, &EmptyState::buttonClicked, this, &RunsPage::seedWanted);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(makeContent());
    layout->addWidget(m_stack, 1);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &RunsPage::showSummary);
    connect(m_model, &RunsModel::failed, this, &RunsPage::failed);
    connect(m_model, &RunsModel::endedUnseen, this, &RunsPage::fetch);
    setFirst(m_table);
    showCurrent();
}

QAction *RunsPage::makeAction(const QString &objectName, const QString &iconName, const QString &text,
                              const QKeySequence &shortcut)
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setObjectName(objectName);
    action->setShortcut(shortcut);
    addAction(action);
    return action;
}

void RunsPage::makeActions()
{
    m_pause = makeAction(QStringLiteral("runPause"), QStringLiteral("pause"), tr("&Pause run"),
                         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    m_repeat = makeAction(QStringLiteral("runRepeat"), QStringLiteral("repeat"), tr("Repeat with &fresh data"),
                          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    m_compare = makeAction(QStringLiteral("runCompare"), QStringLiteral("producers"), tr("C&ompare…"),
                           QKeySequence(Qt::CTRL | Qt::Key_D));
    m_cancel = makeAction(QStringLiteral("runCancel"), QStringLiteral("stop"), tr("&Cancel run…"),
                          QKeySequence(Qt::Key_Delete));
    m_repeat->setToolTip(tr("The same artists as a new run; what was fetched before counts as old"));
    m_compare->setToolTip(tr("Producers that this run has found and another has not"));
    m_cancel->setToolTip(tr("Discards what waits; what was found stays"));
    makeLinks();
    showPause();
    connect(m_pause, &QAction::triggered, this, &RunsPage::togglePause);
    connect(m_repeat, &QAction::triggered, this, &RunsPage::repeat);
    connect(m_compare, &QAction::triggered, this, &RunsPage::compare);
    connect(m_cancel, &QAction::triggered, this, &RunsPage::confirmCancel);
    auto *group = new QActionGroup(this);
    for (const auto priority : {RunPriority::Low, RunPriority::Normal, RunPriority::High}) {
        auto *action = new QAction(tr("%1 priority").arg(RunsModel::priorityText(priority)), this);
        action->setObjectName(QStringLiteral("runPriority_") + runPriorityName(priority));
        action->setCheckable(true);
        action->setShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + m_priorities.size())));
        group->addAction(action);
        addAction(action);
        m_priorities.append(action);
        connect(action, &QAction::triggered, this, [this, priority] { setPriority(priority); });
    }
}

/// To what belongs to the run on other pages.
void RunsPage::makeLinks()
{
    m_producers = makeAction(QStringLiteral("runProducers"), QStringLiteral("producers"), tr("Its p&roducers"),
                             QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_P));
    m_producers->setToolTip(tr("Who has credits on what this run has identified"));
    m_letters = makeAction(QStringLiteral("runLetters"), QStringLiteral("deadletters"), tr("Its dead &letters"),
                           QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D));
    m_activity = makeAction(QStringLiteral("runActivity"), QStringLiteral("activity"), tr("Its ac&tivity"),
                            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I));
    connect(m_producers, &QAction::triggered, this, [this] {
        if (const auto *run = current())
            Q_EMIT producersWanted(run->id);
    });
    connect(m_letters, &QAction::triggered, this, [this] {
        if (const auto *run = current())
            Q_EMIT deadLettersWanted(run->id, runLabel(*run));
    });
    connect(m_activity, &QAction::triggered, this, [this] {
        if (const auto *run = current())
            Q_EMIT activityWanted(run->id);
    });
}

QWidget *RunsPage::makeHeading()
{
    auto *heading = new PageHeader(title().text, QStringLiteral("runsSummary"), this);
    m_summary = heading->summary();
    heading->addButton(m_pause, QStringLiteral("runPauseButton"));
    m_priority = new QPushButton(icon(QStringLiteral("priority")), tr("Priority"), heading);
    m_priority->setObjectName(QStringLiteral("runPriorityButton"));
    m_priority->setFlat(true);
    auto *menu = new QMenu(m_priority);
    menu->addActions(m_priorities);
    m_priority->setMenu(menu);
    heading->addPart(m_priority);
    heading->addButton(m_repeat, QStringLiteral("runRepeatButton"));
    heading->addButton(m_compare, QStringLiteral("runCompareButton"));
    heading->addButton(m_cancel, QStringLiteral("runCancelButton"));
    return heading;
}

QWidget *RunsPage::makeContent()
{
    m_splitter = new QSplitter(Qt::Vertical, m_stack);
    m_splitter->setObjectName(QStringLiteral("runsSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_table = new RunsTable(QStringLiteral("allRunsTable"), m_model, m_splitter);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection); // to copy several
    m_table->setLeastRows(3);
    m_detail = new RunDetail({m_producers, m_letters, m_activity}, this); // the room takes it over
    m_detailRoom = new ScrolledRoom(m_detail, m_splitter);
    m_detailRoom->setMinimumHeight(Theme::instance().space(24));
    m_splitter->setStretchFactor(0, 1);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(m_pause);
        menu->addMenu(tr("Priority"))->addActions(m_priorities);
        menu->addActions({m_repeat, m_compare});
        menu->addSeparator();
        menu->addActions({m_producers, m_letters, m_activity});
        menu->addSeparator();
        menu->addAction(m_cancel);
        menu->popup(m_table->viewport()->mapToGlobal(at));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RunsPage::showCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunsPage::showCurrent);
    return m_splitter;
}

const RunSnapshot *RunsPage::current() const
{
    if (!m_shown)
        return nullptr;
    const auto &runs = m_model->runs();
    const auto found = std::ranges::find(runs, m_table->currentRun(), &RunSnapshot::id);
    return found == runs.end() ? nullptr : &*found;
}

void RunsPage::showPause()
{
    m_pause->setText(m_showsResume ? tr("&Resume run") : tr("&Pause run"));
    m_pause->setIcon(icon(m_showsResume ? QStringLiteral("play") : QStringLiteral("pause")));
    m_pause->setToolTip(m_showsResume ? tr("Goes on with what is queued")
                                      : tr("What is in flight is finished; the rest waits, over restarts too"));
}

void RunsPage::showCurrent()
{
    const auto *run = current();
    const bool isOne = run && m_table->selectionModel()->selectedRows().size() <= 1; // several can only be copied
    const bool isAlive = isOne && !run->finished && !run->cancelled;
    const bool isPaused = run && run->paused;
    m_pause->setEnabled(isAlive);
    if (std::exchange(m_showsResume, isPaused) != isPaused) // four times a second an icon is too much to make anew
        showPause();
    m_cancel->setEnabled(isAlive);
    m_priority->setEnabled(isAlive);
    for (auto *action : {m_repeat, m_producers, m_letters, m_activity})
        action->setEnabled(isOne);
    m_repeat->setEnabled(isOne && run->isOfArtists());
    m_compare->setEnabled(CompareDialog::pairOf(m_model->runs(), m_table->chosenRuns()).has_value());
    for (qsizetype i = 0; i < m_priorities.size(); ++i) {
        m_priorities.at(i)->setEnabled(isAlive);
        m_priorities.at(i)->setChecked(run && static_cast<qsizetype>(run->priority) == i + 1);
    }
    m_detailRoom->setVisible(run != nullptr);
    if (run)
        m_detail->present(*run, m_shown->at, workOn(*m_shown));
}

QString RunsPage::summaryOf(Work work, int unfinished)
{
    switch (work) {
    case Work::GoesOn:
        return tr("%Ln under way", nullptr, unfinished);
    case Work::Paused:
        return tr("%Ln waiting: all work is paused", nullptr, unfinished);
    case Work::Stopped:
        return tr("%Ln waiting: the work has stopped", nullptr, unfinished);
    }
    Q_UNREACHABLE();
}

/// What is under way, and what of all there is is not listed.
void RunsPage::showSummary()
{
    if (!m_shown)
        return;
    const auto unfinished = static_cast<int>(m_shown->unfinishedRuns);
    QStringList parts;
    if (unfinished > 0)
        parts.append(summaryOf(workOn(*m_shown), unfinished));
    if (m_shown->pausedRuns > 0)
        parts.append(tr("%Ln paused", nullptr, static_cast<int>(m_shown->pausedRuns)));
    const auto listed = static_cast<qint64>(m_model->runs().size());
    if (m_shown->allRuns > listed)
        parts.append(tr("the newest %1 of %2").arg(number(listed), number(m_shown->allRuns)));
    m_summary->setText(parts.join(QStringLiteral(" · ")));
    m_summary->setToolTip(plainToolTip(m_summary->text()));
}

void RunsPage::present(const PipelineSnapshotPtr &snapshot)
{
    m_shown = snapshot;
    m_model->present(*snapshot);
    m_stack->setCurrentWidget(snapshot->runs.empty() ? static_cast<QWidget *>(m_nothing) : m_splitter);
    if (m_wanted != 0 && m_table->select(m_wanted))
        m_wanted = 0;
    else if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->select(snapshot->runs.front().id);
    showSummary();
    Q_EMIT badgeChanged(snapshot->unfinishedRuns > 0 ? number(snapshot->unfinishedRuns) : QString());
    showCurrent();
}

void RunsPage::showRun(qint64 runId)
{
    m_wanted = m_table->select(runId) ? 0 : runId;
    if (m_wanted != 0)
        fetch(runId);
    m_table->setFocus();
}

/// One that no picture has: it is too old, or too new.
void RunsPage::fetch(qint64 runId)
{
    whenDone(m_actions.snapshot(runId), this, [this, runId](const Result<std::optional<RunSnapshot>> &run) {
        const bool isWanted = m_wanted == runId; // else it came with a picture, or another was asked for since
        if (run && *run) {
            m_model->add(**run);
            if (m_shown)
                present(PipelineSnapshotPtr(m_shown));
        } else if (isWanted) {
            m_wanted = 0;
            if (run)
                Q_EMIT told(tr("There is no run %1.").arg(runId));
            else
                Q_EMIT failed(run.error());
        }
    });
}

void RunsPage::hear(const QFuture<Result<RunSettling>> &settling, const QString &message, const QString &refusal,
                    const QString &name)
{
    whenDone(settling, this, [this, message, refusal, name](const Result<RunSettling> &settled) {
        if (!settled)
            Q_EMIT toldFailure(refusal.arg(name, errorText(settled.error())));
        else if (settled->discarded > 0)
            Q_EMIT told(tr("%1 %Ln message(s) discarded.", nullptr, static_cast<int>(settled->discarded)).arg(message));
        else
            Q_EMIT told(message);
    });
}

void RunsPage::togglePause()
{
    const auto *run = current();
    if (!run)
        return;
    const auto name = isolated(runLabel(*run));
    if (run->paused)
        hear(m_actions.resume(run->id), tr("“%1” goes on.").arg(name), tr("“%1” does not go on: %2"), name);
    else
        hear(m_actions.pause(run->id), tr("“%1” is paused.").arg(name), tr("“%1” was not paused: %2"), name);
}

void RunsPage::setPriority(RunPriority priority)
{
    if (const auto *run = current())
        hear(m_actions.setPriority(run->id, priority),
             tr("“%1”: %2.").arg(isolated(run->name), RunsModel::priorityText(priority)),
             tr("The priority of “%1” was not changed: %2"), isolated(run->name));
}

void RunsPage::confirmCancel()
{
    const auto *run = current();
    if (!run)
        return;
    qint64 remaining = 0;
    for (const auto &stage : run->stages)
        remaining += stage.remaining();
    auto *box = new PlainBox(
        QStringLiteral("cancelBox"), tr("Cancel run"), tr("Cancel “%1”?").arg(isolated(shortened(runLabel(*run)))),
        tr("%Ln message(s) that wait are discarded; what was found stays. This can't be undone, but the "
           "artists can be seeded again.",
           nullptr, static_cast<int>(remaining)),
        this);
    auto *yes = box->addButton(tr("Cancel run"), QMessageBox::DestructiveRole);
    yes->setObjectName(QStringLiteral("cancelYes"));
    box->setDefaultButton(box->addButton(tr("Keep it"), QMessageBox::RejectRole));
    connect(yes, &QAbstractButton::clicked, this, [this, id = run->id, name = runLabel(*run)] {
        hear(m_actions.cancel(id), tr("“%1” was cancelled.").arg(isolated(name)), tr("“%1” was not cancelled: %2"),
             isolated(name));
    });
    box->open();
}

void RunsPage::repeat()
{
    const auto *run = current();
    if (!run || !m_repeating.take())
        return;
    whenDone(m_actions.repeat(run->id, {}), this,
             [this, name = isolated(runLabel(*run))](const Result<SeedReceipt> &receipt) {
                 if (!receipt) {
                     Q_EMIT toldFailure(tr("“%1” was not repeated: %2").arg(name, errorText(receipt.error())));
                     return;
                 }
                 m_wanted = receipt->runId;
                 Q_EMIT told(tr("%Ln artist(s) queued as “%1”.", nullptr, static_cast<int>(receipt->queued))
                                 .arg(isolated(receipt->runName)));
             });
}

void RunsPage::compare()
{
    const auto pair = CompareDialog::pairOf(m_model->runs(), m_table->chosenRuns());
    if (!pair)
        return;
    auto *dialog = new CompareDialog(
        m_model->runs(), *pair,
        [this](qint64 earlier, qint64 later, int limit) { return m_actions.onlyInSecond(earlier, later, limit); },
        this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CompareDialog::producerWanted, this, &RunsPage::producerWanted);
    dialog->open();
}

bool RunsPage::copyRows()
{
    return m_table->copyRows();
}

void RunsPage::saveState(QSettings &settings) const
{
    m_table->saveColumns(settings);
    settings.setValue(QStringLiteral("splitter"), m_splitter->saveState());
}

void RunsPage::restoreState(QSettings &settings)
{
    m_table->restoreColumns(settings);
    m_splitter->restoreState(settings.value(QStringLiteral("splitter")).toByteArray());
}

QString RunsPage::explanation() const
{
    return tr(
        "Each list of artists that you seed is a run. It is finished when nothing of it is queued any more.\n\n"
        "A paused run finishes what is in flight and keeps the rest, over restarts too. Work of a higher priority is "
        "done first. To cancel a run discards what waits; what was found stays. “Repeat with fresh data” takes the "
        "same artists as a new run and asks the services anew; “Compare” lists the producers that one run has found "
        "and another has not.");
}

} // namespace linernotes::ui
