// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadletters/deadletterspage.h"

#include "common/actionbutton.h"
#include "common/emptystate.h"
#include "common/icons.h"
#include "common/outcomebar.h"
#include "common/pageheader.h"
#include "common/stack.h"
#include "common/tableview.h"
#include "common/theme.h"
#include "common/wording.h"
#include "core/whendone.h"
#include "deadletters/grouplist.h"
#include "deadletters/letteractions.h"
#include "deadletters/letterfilter.h"
#include "deadletters/letterlist.h"
#include "deadletters/lettersplitter.h"
#include "deadletters/letterview.h"

#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace linernotes::ui
{
namespace
{

/// At most so often the rows are read again while letters die.
constexpr std::chrono::milliseconds refreshInterval{1000};

std::array<qint64, allStages.size()> deadOf(const PipelineSnapshot &snapshot)
{
    std::array<qint64, allStages.size()> dead{};
    std::ranges::transform(snapshot.stages, dead.begin(),
                           [](const StageSnapshot &stage) { return stage.metrics.dead; });
    return dead;
}

} // namespace

DeadLettersPage::DeadLettersPage(DeadLetterActions &engine, QWidget *parent)
    : Page({QStringLiteral("deadletters"), tr("Dead letters"), QStringLiteral("deadletters")}, parent)
    , m_engine(engine)
    , m_groups(new GroupsModel([this](const auto &filter) { return m_engine.overview(filter); }, this))
    , m_letters(new LettersModel(
          [this](const auto &filter, qint64 before, int limit) { return m_engine.rows(filter, before, limit); },
          [this](const auto &filter, const auto &shown) { return m_engine.changes(filter, shown); }, this))
    , m_actions(new LetterActions(engine, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    makeActions();
    layout->addWidget(makeTop());
    layout->addWidget(makeContent(), 1);
    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(refreshInterval);
    setFirst(m_letterList->table());
    connectParts();
    showScope();
    showSelected();
}

void DeadLettersPage::makeActions()
{
    const auto make = [this](const QString &name, const QString &iconName, const QString &text,
                             const QKeySequence &shortcut) {
        auto *action = new QAction(icon(iconName), text, this);
        action->setObjectName(name);
        action->setShortcut(shortcut);
        addAction(action);
        return action;
    };
    m_choose = make(QStringLiteral("deadChooseAction"), QStringLiteral("artist"), tr("Choose who was meant"),
                    QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_clear = make(QStringLiteral("deadClearAction"), QStringLiteral("close"), tr("Clear the filter"),
                   QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    m_anyRun = make(QStringLiteral("deadAnyRunAction"), QStringLiteral("close"), tr("Letters of all runs"),
                    QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_F));
    m_choose->setEnabled(false);
    m_anyRun->setEnabled(false);
}

QWidget *DeadLettersPage::makeTop()
{
    auto *top = new PageHeader(title().text, QStringLiteral("deadCount"), this);
    m_count = top->summary();
    m_filter = new LetterFilter(m_anyRun, top);
    top->addSearch(m_filter->field());
    top->addFilters(m_filter);
    return top;
}

QWidget *DeadLettersPage::makeContent()
{
    auto *content = new QWidget(this);
    m_content = new Stack(content);
    m_columns = new QSplitter(Qt::Horizontal, m_content);
    m_columns->setObjectName(QStringLiteral("deadColumns"));
    m_columns->setChildrenCollapsible(false);
    m_groupList = new GroupList(m_groups, m_columns);
    m_groupList->addActions({m_actions->retryListed, m_actions->discardListed});
    m_groupList->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_right = new LetterSplitter(m_columns);
    m_letterList = new LetterList(m_letters, *m_actions, m_right);
    m_view = new LetterView(*m_actions, [this](qint64 id) { return runName(id); }, m_right);
    m_right->setParts(m_letterList, m_view);
    m_columns->setStretchFactor(0, 0); // what is more room is for the letters
    m_columns->setStretchFactor(1, 1);
    constexpr int groupFigures = 44;
    const auto groupWidth = Theme::instance().figureWidth(TypeStep::Body, groupFigures);
    m_columns->setSizes({groupWidth, 2 * groupWidth});
    m_nothingDead = new EmptyState(QStringLiteral("check"), tr("No open dead letters: nothing waits for a decision."),
                                   tr("Show the dashboard"), m_content);
    m_nothingDead->setObjectName(QStringLiteral("deadNothing"));
    m_nothingFound = new EmptyState(QStringLiteral("search"), tr("No dead letter fits the filter."),
                                    tr("Clear the filter"), m_content);
    m_nothingFound->setObjectName(QStringLiteral("deadNothingFound"));
    for (QWidget *page : {static_cast<QWidget *>(m_columns), static_cast<QWidget *>(m_nothingDead),
                          static_cast<QWidget *>(m_nothingFound)})
        m_content->addWidget(page);
    m_outcome = new OutcomeBar(QStringLiteral("dead"), content);
    addAction(m_outcome->closing());
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_content, 1);
    layout->addWidget(m_outcome); // at the foot: no letter moves under the mouse
    return content;
}

void DeadLettersPage::connectParts()
{
    connect(&m_refreshTimer, &QTimer::timeout, this, [this] {
        m_isStale = !isVisible();
        if (isVisible())
            refresh();
    });
    connect(m_filter, &LetterFilter::changed, this, &DeadLettersPage::applyFilter);
    connect(m_filter, &LetterFilter::accepted, m_letterList->table(), qOverload<>(&QWidget::setFocus));
    connect(m_groupList, &GroupList::groupChosen, this, &DeadLettersPage::listGroup);
    connect(m_groups, &GroupsModel::changed, this, &DeadLettersPage::showScope);
    const auto unread = [this](const Error &error) {
        Q_EMIT toldFailure(tr("The dead letters can't be read: %1").arg(errorText(error)));
    };
    connect(m_groups, &GroupsModel::failed, this, unread);
    connect(m_letters, &LettersModel::failed, this, unread);
    for (const auto signal : {&LettersModel::readingEnded, &LettersModel::refreshed})
        connect(m_letters, signal, m_right, &LetterSplitter::arrange);
    connect(m_letterList, &LetterList::selectionChanged, this, &DeadLettersPage::showSelected);
    connect(m_view, &LetterView::artistChosen, m_actions, &LetterActions::chooseArtist);
    connect(m_view, &LetterView::artistChosen, this, &DeadLettersPage::takeFocus); // the button goes with its letter
    connect(m_actions, &LetterActions::toldFailure, this, &DeadLettersPage::toldFailure);
    connect(m_actions, &LetterActions::progressed, m_outcome, &OutcomeBar::showProgress);
    connect(m_actions, &LetterActions::ended, this, [this](const QString &text, const QString &iconName, bool canUndo) {
        m_outcome->showOutcome(text, iconName, canUndo);
        refresh();
    });
    connect(m_actions, &LetterActions::followed, m_outcome,
            [this](const QString &text, const QString &iconName, bool canUndo) {
                if (!m_outcome->isHidden()) // nobody has closed it since
                    m_outcome->showOutcome(text, iconName, canUndo);
            });
    connect(m_outcome, &OutcomeBar::undoClicked, m_actions->undo, &QAction::trigger);
    connect(m_outcome, &OutcomeBar::cancelClicked, m_actions->cancel, &QAction::trigger);
    connect(m_nothingDead, &EmptyState::buttonClicked, this, &DeadLettersPage::pipelineWanted);
    connect(m_nothingFound, &EmptyState::buttonClicked, m_clear, &QAction::trigger);
    connect(m_clear, &QAction::triggered, m_filter, &LetterFilter::clear);
    connect(m_anyRun, &QAction::triggered, m_filter, &LetterFilter::clearRun);
    connect(m_choose, &QAction::triggered, m_view, &LetterView::focusCandidates);
    connect(m_letterList, &LetterList::editWanted, this, &DeadLettersPage::edit);
    connect(m_actions, &LetterActions::runWanted, this, &DeadLettersPage::runWanted);
    connect(m_actions, &LetterActions::serviceWanted, this, &DeadLettersPage::serviceWanted);
    connect(m_actions, &LetterActions::activityWanted, this, &DeadLettersPage::activityWanted);
}

void DeadLettersPage::present(const PipelineSnapshotPtr &snapshot)
{
    const auto before = std::exchange(m_shown, snapshot);
    m_actions->present(snapshot);
    Q_EMIT badgeChanged(snapshot->dead > 0 ? number(snapshot->dead) : QString());
    if (!before || deadOf(*before) != deadOf(*snapshot) || before->lastDeath != snapshot->lastDeath)
        refreshSoon();
}

void DeadLettersPage::refreshSoon()
{
    m_isStale = true;
    if (!m_groups->isLoaded())
        refresh(); // the first rows are not waited for
    else if (!m_refreshTimer.isActive())
        m_refreshTimer.start();
}

void DeadLettersPage::refresh()
{
    m_isStale = false;
    m_groups->setFilter(m_filter->value());
    if (m_letters->rowCount() == 0 && !m_letters->isReading())
        listGroup();
    else
        m_letters->refresh();
}

void DeadLettersPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_groups->holdOrder(false); // it is opened anew
    if (m_isStale)
        refresh();
    else
        showScope();
}

void DeadLettersPage::applyFilter()
{
    auto wanted = m_filter->value();
    wanted.group = m_letters->filter().group;
    if (wanted == m_letters->filter())
        return;
    m_groups->setFilter(m_filter->value());
    listGroup();
}

void DeadLettersPage::listGroup()
{
    auto wanted = m_filter->value();
    wanted.group = m_groupList->chosen();
    m_letters->setFilter(wanted);
    showScope();
}

void DeadLettersPage::showScope()
{
    const auto key = m_groupList->chosen();
    const auto &group = m_groups->group(std::max(m_groups->rowOf(key), 0));
    const bool isFiltered = m_filter->isSet();
    auto listed = m_filter->value();
    listed.group = key;
    const bool isOpen = listed.scope == DeadLetterScope::Open;
    const auto all = isFiltered ? tr("All that fit the filter") : tr("All dead letters");
    QStringList which{key.isEmpty() ? all : group.title};
    if (!key.isEmpty())
        which.append(groupSubject(group));
    which += m_filter->inWords();
    m_clear->setEnabled(isFiltered);
    m_letterList->setHeading(key.isEmpty() ? all : group.title, group);
    m_letterList->showEnds(!isOpen);
    m_actions->setListed(listed, isOpen ? group.letters : 0, which.join(QLatin1Char('\n')));
    if (!m_groups->isLoaded())
        return;
    m_count->setText(m_groups->groupCount() == 0
                         ? QString()
                         : tr("%1 in %2")
                               .arg(tr("%Ln letter(s)", nullptr, static_cast<int>(m_groups->letters())),
                                    tr("%Ln group(s)", nullptr, m_groups->groupCount())));
    if (!m_groups->isAnswerTo(m_filter->value()))
        return; // what was found before says nothing of what will be
    m_groups->holdOrder(!key.isEmpty()); // who works in a group finds it where it was
    m_filter->setOffered(m_groups->groupCount() > 0 || isFiltered);
    m_content->setCurrentWidget(m_groups->groupCount() > 0 ? static_cast<QWidget *>(m_columns)
                                    : isFiltered           ? m_nothingFound
                                                           : m_nothingDead);
}

void DeadLettersPage::showQueue(StageId stage)
{
    m_groupList->choose({});
    m_filter->follow({.queue = queueName(stage)});
}

void DeadLettersPage::showGroup(const QString &key)
{
    m_filter->follow({});
    m_groupList->choose(key);
}

void DeadLettersPage::showCategory(const QString &category, const QString &group)
{
    m_groupList->choose({});
    m_filter->follow({.category = category});
    m_groupList->choose(group);
}

void DeadLettersPage::showRun(qint64 runId, const QString &name)
{
    m_groupList->choose({});
    m_filter->follow({.runId = runId}, name);
}

void DeadLettersPage::showLetter(qint64 id)
{
    m_groupList->choose({});
    m_filter->follow({.scope = DeadLetterScope::All, .text = QLatin1Char('#') + QString::number(id)});
    open(id);
}

QString DeadLettersPage::runName(qint64 id) const
{
    if (!m_shown)
        return {};
    const auto found = std::ranges::find(m_shown->runs, id, &RunSnapshot::id);
    return found == m_shown->runs.end() ? QString() : found->name;
}

bool DeadLettersPage::find()
{
    m_filter->focusText();
    return true;
}

bool DeadLettersPage::copyRows()
{
    if (!m_groupList->hasFocus())
        return m_letterList->table()->copyRows();
    return m_groupList->copyRows();
}

void DeadLettersPage::saveState(QSettings &settings) const
{
    m_letterList->table()->saveColumns(settings);
    settings.setValue(QStringLiteral("columns"), m_columns->saveState());
    settings.setValue(QStringLiteral("drawnRows"), m_right->drawn());
    m_filter->saveState(settings);
    settings.setValue(QStringLiteral("group"), m_groupList->kept());
}

void DeadLettersPage::restoreState(QSettings &settings)
{
    m_letterList->table()->restoreColumns(settings);
    m_columns->restoreState(settings.value(QStringLiteral("columns")).toByteArray());
    m_right->restoreDrawn(settings.value(QStringLiteral("drawnRows")).toByteArray());
    m_filter->restoreState(settings);
    m_groupList->choose(settings.value(QStringLiteral("group")).toString(), true);
}

QString DeadLettersPage::explanation() const
{
    return tr(
        "Messages that failed for good, with the answer that killed them. They are grouped by what went wrong; numbers "
        "and "
        "ids in the texts do not matter.\n\n"
        "Retry sends a message again, as it is or edited; an artist's name that fits several is answered by choosing "
        "the one that was meant, or by a Spotify link. To discard a letter gives its work up, and wants a reason. "
        "Every action on many "
        "letters shows its progress and can be undone while the work has not been taken up. The filter takes words of "
        "the error, the message or the name; “#” with a number finds one letter. “Ended” shows the letters that were "
        "sent again "
        "or discarded, and why.");
}

} // namespace linernotes::ui
