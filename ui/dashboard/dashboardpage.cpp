// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboard/dashboardpage.h"

#include "common/emptystate.h"
#include "common/enginewords.h"
#include "common/pageheader.h"
#include "common/scrolledroom.h"
#include "common/servicelook.h"
#include "common/theme.h"
#include "common/wording.h"
#include "core/whendone.h"
#include "dashboard/attentionlist.h"
#include "dashboard/pipelineview.h"
#include "dashboard/runslist.h"
#include "dashboard/servicestrip.h"
#include "dashboard/stagecard.h"
#include "dashboard/stagemenus.h"
#include "dashboard/totalsstrip.h"
#include "runs/runsmodel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

namespace linernotes::ui
{
namespace
{

/// Of the names that fit nobody, or several; empty: there is none.
QString largestGroup(const DeadLetterOverview &overview, bool fitsNobody)
{
    const DeadLetterGroup *largest = nullptr;
    for (const auto &group : overview.groups) {
        if (group.fitsNobody == fitsNobody && (!largest || group.letters > largest->letters))
            largest = &group;
    }
    return largest ? largest->key : QString();
}

} // namespace

DashboardPage::DashboardPage(Sources sources, QWidget *parent)
    : Page({QStringLiteral("dashboardPage"), tr("Dashboard"), QStringLiteral("dashboard")}, parent)
    , m_sources(std::move(sources))
    , m_menus(new StageMenus(this))
{
    const auto &theme = Theme::instance();
    auto *heading = new PageHeader(title().text, QStringLiteral("dashboardSummary"), this);
    m_summary = heading->summary();
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("dashboardScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    auto *content = new QWidget(scroll);
    content->setAutoFillBackground(false);
    auto *top = new QVBoxLayout(content);
    top->setContentsMargins(theme.space(4), 0, theme.space(4), theme.space(3));
    top->setSpacing(theme.space(3));
    top->addWidget(makeGlance());
    top->addWidget(makeDetails(), 1);
    scroll->setWidget(content);
    followFocus(scroll);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(heading);
    layout->addWidget(scroll, 1);
    setFirst(m_services);
    addActions(m_charts->actions());
    m_answer = new QAction(tr("What needs you now"), this);
    m_answer->setObjectName(QStringLiteral("dashboardAnswer"));
    m_answer->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_answer->setEnabled(false);
    connect(m_answer, &QAction::triggered, this, [this, scroll] {
        m_attention->focusFirst();
        auto *button = m_attention->focusWidget();
        for (auto *area : {static_cast<QScrollArea *>(m_sideRoom), scroll}) {
            if (button)
                area->ensureWidgetVisible(button);
        }
    });
    addAction(m_answer);
    connectParts();
}

QWidget *DashboardPage::makeGlance()
{
    auto *glance = new QWidget(this);
    m_pipeline = new PipelineView(glance);
    m_services = new ServiceStrip(*m_pipeline, glance);
    m_totals = new TotalsStrip(*m_pipeline, glance);
    auto *layout = new QVBoxLayout(glance);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::instance().space(3));
    layout->addWidget(m_pipeline);
    layout->addWidget(m_services);
    layout->addWidget(m_totals);
    return glance;
}

QWidget *DashboardPage::makeDetails()
{
    auto *below = new QWidget(this); // no stack: that is as high as the highest of what it holds, shown or not
    m_work = new QWidget(below);
    m_charts = new ChartsPanel(m_sources.metrics, m_work);
    auto *side = new QWidget(m_work);
    m_runs = new RunsList(side);
    m_attention = new AttentionList(side);
    m_sideRoom = new ScrolledRoom(side, m_work);
    m_side = new QBoxLayout(QBoxLayout::TopToBottom, side);
    m_side->setContentsMargins(0, 0, 0, 0);
    m_side->setSpacing(Theme::instance().space(3));
    m_side->addWidget(m_runs);
    m_side->addWidget(m_attention, 1);
    m_details = new QBoxLayout(QBoxLayout::LeftToRight, m_work);
    m_details->setContentsMargins(0, 0, 0, 0);
    m_details->setSpacing(Theme::instance().space(3));
    constexpr int chartsShare = 4;
    m_details->addWidget(m_charts, chartsShare);
    m_details->addWidget(m_sideRoom, 1);
    m_nothing = new EmptyState(QStringLiteral("seed"), tr("Seed an artist to find out who made the records."),
                               tr("Seed artists…"), below);
    m_nothing->setObjectName(QStringLiteral("runsNothing"));
    auto *layout = new QVBoxLayout(below);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_nothing);
    layout->addWidget(m_work);
    showWork(false);
    return below;
}

/// Before the first run there is but one thing to do, and no figure to show.
void DashboardPage::showWork(bool hasRuns)
{
    m_nothing->setVisible(!hasRuns);
    m_work->setVisible(hasRuns);
    m_totals->setVisible(hasRuns);
}

void DashboardPage::connectParts()
{
    connect(m_nothing, &EmptyState::buttonClicked, this, &DashboardPage::seedWanted);
    connect(m_pipeline, &PipelineView::credentialsWanted, this, &DashboardPage::credentialsWanted);
    connect(m_pipeline, &PipelineView::deadLettersWanted, this, &DashboardPage::deadLettersWanted);
    connect(m_pipeline, &PipelineView::stageClicked, this, [this](StageId stage) {
        m_charts->showStage(m_charts->stage() == stage ? std::nullopt : std::optional(stage));
    });
    connect(m_pipeline, &PipelineView::menuWanted, this,
            [this](StageId stage, const QPoint &at) { m_menus->menu(stage)->popup(at); });
    connect(m_menus, &StageMenus::pauseWanted, this, &DashboardPage::pause);
    connect(m_menus, &StageMenus::resumeWanted, this, &DashboardPage::resume);
    connect(m_services, &ServiceStrip::serviceWanted, this, &DashboardPage::serviceWanted);
    connect(m_attention, &AttentionList::wanted, this, &DashboardPage::answer);
    connect(m_runs, &RunsList::runWanted, this, &DashboardPage::runWanted);
    connect(m_runs, &RunsList::allWanted, this, &DashboardPage::runsWanted);
    connect(m_charts, &ChartsPanel::failed, this, &DashboardPage::failed);
    connect(m_charts, &ChartsPanel::seedWanted, this, &DashboardPage::seedWanted);
}

QList<QAction *> DashboardPage::commands() const
{
    auto commands = m_charts->actions();
    commands.append(m_answer);
    return commands + m_menus->commands();
}

void DashboardPage::pause(StageId stage, std::optional<Milliseconds> forTime)
{
    whenDone(m_sources.pause(stage, forTime), this, [this, stage, forTime](const Result<bool> &done) {
        const auto now = Clock::system().now();
        if (done)
            Q_EMIT told(pauseSentence(stage, forTime ? std::optional(now + *forTime) : std::nullopt, now));
        else
            Q_EMIT toldFailure(tr("The stage “%1” was not paused: %2").arg(stageLabel(stage), errorText(done.error())));
    });
}

void DashboardPage::resume(StageId stage)
{
    whenDone(m_sources.resume(stage), this, [this, stage](const Result<bool> &done) {
        if (done)
            Q_EMIT told(tr("The stage “%1” goes on.").arg(stageLabel(stage)));
        else
            Q_EMIT toldFailure(tr("The stage “%1” does not go on: %2").arg(stageLabel(stage), errorText(done.error())));
    });
}

/// The runs and what needs a person stand beside the charts where there is room. Else what needs a person is above
/// them, and the runs, of which the heading tells the most, are below; the cards and the totals are lower in a low
/// window, so that something of the charts is seen.
void DashboardPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    constexpr int wideFrom = 130; // figures
    constexpr int highFrom = 185; // quarters of a line
    const auto &theme = Theme::instance();
    const bool isWide = width() >= theme.figureWidth(TypeStep::Body, wideFrom);
    const auto direction = isWide ? QBoxLayout::LeftToRight : QBoxLayout::BottomToTop;
    if (m_details->direction() != direction) {
        m_details->setDirection(direction);
        (isWide ? m_side : m_details)->insertWidget(0, m_runs);
    }
    m_sideRoom->setGrowing(!isWide);
    m_attention->setBeside(!isWide);
    const bool isLow = height() < theme.space(highFrom);
    m_pipeline->setCompact(isLow);
    m_totals->setCompact(isLow);
    placeAttention();
}

/// Above the charts, that nothing is needed would take their room.
void DashboardPage::placeAttention()
{
    const bool isBeside = m_details->direction() == QBoxLayout::LeftToRight;
    m_attention->setVisible(isBeside || !m_attention->isEmpty());
    m_sideRoom->setVisible(isBeside || !m_attention->isEmpty());
}

void DashboardPage::setSeedText(const QString &sentence, const QString &button)
{
    m_nothing->setSentence(sentence);
    m_nothing->setButtonText(button);
}

QString DashboardPage::summary(const PipelineSnapshot &snapshot) const
{
    QStringList parts;
    const bool goesOn = workOn(snapshot) == Work::GoesOn;
    if (snapshot.problem)
        parts.append(tr("The work has stopped"));
    else if (!snapshot.running)
        parts.append(goesOn ? tr("Paused here; another program is working") : tr("Paused"));
    if (snapshot.unfinishedRuns > 0)
        parts.append(goesOn ? tr("%Ln run(s) under way", nullptr, static_cast<int>(snapshot.unfinishedRuns))
                            : tr("%Ln run(s) waiting", nullptr, static_cast<int>(snapshot.unfinishedRuns)));
    const auto eta = goesOn ? etaLabel(snapshot.eta, snapshot.at) : QString();
    if (snapshot.unfinishedRuns > 0 && !eta.isEmpty())
        parts.append(eta);
    if (snapshot.pausedRuns > 0)
        parts.append(tr("%Ln run(s) paused", nullptr, static_cast<int>(snapshot.pausedRuns)));
    if (snapshot.unfinishedRuns == 0 && snapshot.pausedRuns == 0 && !snapshot.runs.empty())
        parts.append(tr("All runs are finished"));
    if (snapshot.dead > 0)
        parts.append(tr("%Ln dead letter(s)", nullptr, static_cast<int>(snapshot.dead)));
    return parts.join(QStringLiteral(" · "));
}

void DashboardPage::present(const PipelineSnapshotPtr &snapshot)
{
    m_shown = snapshot;
    m_summary->setText(summary(*snapshot));
    m_pipeline->present(*snapshot);
    m_menus->present(*snapshot);
    m_services->present(*snapshot);
    m_totals->present(*snapshot);
    m_charts->presentNow(snapshot);
    m_runs->present(*snapshot);
    // Letters may have gone since they were counted.
    const auto ambiguous = std::min(m_unclear.ambiguous, snapshot->dead);
    const auto unknown = std::min(m_unclear.unknown, snapshot->dead - ambiguous);
    m_attention->present(attentionOf(*snapshot, {.ambiguous = ambiguous, .unknown = unknown}, m_heldFor));
    m_answer->setEnabled(!m_attention->isEmpty() && !snapshot->runs.empty());
    placeAttention();
    showWork(!snapshot->runs.empty());
    countUnclear();
    askWhyHeld();
}

/// It stands in the circuit's history alone.
void DashboardPage::askWhyHeld()
{
    for (const auto &service : m_shown->services) {
        const auto held = service.standing.override;
        if (std::exchange(m_holds[service.service], held) == held)
            continue;
        m_heldFor.remove(service.service);
        if (held == CircuitOverride::None || !m_sources.circuitHistory)
            continue;
        whenDone(m_sources.circuitHistory(service.service), this,
                 [this, name = service.service](const Result<std::vector<CircuitEvent>> &history) {
                     const auto *hold = history ? holdIn(*history) : nullptr;
                     if (!hold || m_holds.value(name) == CircuitOverride::None)
                         return;
                     m_heldFor.insert(name, reasonLabel(hold->reason));
                     present(PipelineSnapshotPtr(m_shown));
                 });
    }
}

/// Only when letters came or went: it reads them all.
void DashboardPage::countUnclear()
{
    if (m_isCounting || (m_shown->dead == m_countedDead && m_shown->lastDeath == m_countedDeath))
        return;
    m_isCounting = true;
    m_countedDead = m_shown->dead;
    m_countedDeath = m_shown->lastDeath;
    whenDone(m_sources.deadLetters({.category = categoryName(ErrorCategory::Ambiguous)}), this,
             [this](const Result<DeadLetterOverview> &overview) {
                 m_isCounting = false;
                 if (!overview) {
                     Q_EMIT failed(overview.error());
                     return;
                 }
                 m_unclear = {};
                 m_ambiguousGroup = largestGroup(*overview, false);
                 m_unknownGroup = largestGroup(*overview, true);
                 for (const auto &group : overview->groups)
                     (group.fitsNobody ? m_unclear.unknown : m_unclear.ambiguous) += group.letters;
                 present(PipelineSnapshotPtr(m_shown));
             });
}

void DashboardPage::answer(const Attention &attention)
{
    switch (attention.action) {
    case Attention::Action::Start:
        Q_EMIT startWanted();
        return;
    case Attention::Action::EnterCredentials:
        Q_EMIT credentialsWanted();
        return;
    case Attention::Action::ShowService:
        Q_EMIT serviceWanted(attention.service);
        return;
    case Attention::Action::ChooseArtists:
        Q_EMIT deadLettersOfCategoryWanted(categoryName(ErrorCategory::Ambiguous), m_ambiguousGroup);
        return;
    case Attention::Action::CorrectNames:
        Q_EMIT deadLettersOfCategoryWanted(categoryName(ErrorCategory::Ambiguous), m_unknownGroup);
        return;
    case Attention::Action::ShowDeadLetters:
        Q_EMIT deadLettersOfCategoryWanted({}, {});
        return;
    case Attention::Action::ShowRuns:
        Q_EMIT runsWanted();
        return;
    case Attention::Action::ResumeStage:
        resume(attention.stage.value_or(StageId::ArtistDiscovery));
        return;
    case Attention::Action::ReleaseService:
        release(attention.service);
        return;
    case Attention::Action::Nothing:
        return;
    }
    Q_UNREACHABLE();
}

void DashboardPage::release(const QString &service)
{
    whenDone(m_sources.release(service), this, [this, service](const Result<bool> &released) {
        if (released)
            Q_EMIT told(tr("The calls decide about %1 again.").arg(serviceLabel(service)));
        else
            Q_EMIT toldFailure(
                tr("The circuit of %1 was not changed: %2").arg(serviceLabel(service), errorText(released.error())));
    });
}

bool DashboardPage::copyRows()
{
    if (!m_shown)
        return false;
    QString text;
    const auto add = [&text](const QString &name, qint64 value) {
        text += QStringLiteral("%1\t%2\n").arg(name).arg(value);
    };
    for (const auto &stage : m_shown->stages) {
        const auto &metrics = stage.metrics;
        const auto of = [&stage](WorkState state) {
            return tr("%1, %2").arg(stageLabel(stage.stage), workStateLabel(static_cast<int>(state)));
        };
        add(of(WorkState::Ready), metrics.ready);
        add(of(WorkState::InFlight), metrics.leased);
        add(of(WorkState::Delayed), metrics.delayed + metrics.held);
        add(of(WorkState::Done), metrics.archived);
        add(of(WorkState::Dead), metrics.dead);
    }
    for (const auto &[name, value] : m_totals->figures())
        add(name, value);
    QGuiApplication::clipboard()->setText(text);
    return true;
}

void DashboardPage::saveState(QSettings &settings) const
{
    m_charts->saveState(settings);
}

void DashboardPage::restoreState(QSettings &settings)
{
    m_charts->restoreState(settings);
}

QString DashboardPage::explanation() const
{
    return tr(
        "The work as it stands. Artists become albums, albums become tracks, tracks are looked up for their producers "
        "and "
        "writers, and these for their profiles: a card for each of the five stages, from left to right.\n\n"
        "Ready messages wait for a free slot; in flight are those that a worker has; delayed ones wait for a time, a "
        "quota or a paused run; dead ones failed for good and wait for you on the page Dead letters. “oldest” is how "
        "long the oldest ready message has waited, “p50” and “p95” how long half and 95 of 100 messages took, the "
        "small "
        "curve how much was done over the last ten minutes.\n\n"
        "A click on a card shows its charts alone, a right click pauses its stage, for a time or until you resume it, "
        "a click on its dead letters lists them, a click on a service opens "
        "it. “Needs you now” lists what does not go on by itself.");
}

} // namespace linernotes::ui
