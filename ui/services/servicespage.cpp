// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/servicespage.h"

#include "common/banner.h"
#include "common/emptystate.h"
#include "common/keyboard.h"
#include "common/pageheader.h"
#include "common/servicelook.h"
#include "common/stack.h"
#include "common/theme.h"
#include "common/wording.h"
#include "core/whendone.h"
#include "messages/messages.h"
#include "services/servicepanel.h"
#include "services/spanchoice.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

namespace linernotes::ui
{
namespace
{

/// Counting what the cache holds reads a whole index.
constexpr std::chrono::seconds refreshEvery(10);
constexpr std::chrono::seconds soonAfterCalls(1);
constexpr int mostEvents = 100;

/// nullopt: nothing was written of that time, or not yet.
std::optional<ServiceTally> tallyOf(const MetricsChart &metrics, const QString &service)
{
    const auto series = std::ranges::find(metrics.services, service, &ServiceSeries::service);
    const bool isKnown = series != metrics.services.end()
        && std::ranges::any_of(series->points, [](const auto &point) { return point.has_value(); });
    return isKnown ? std::optional(series->total) : std::nullopt;
}

bool isWell(const ServiceSnapshot &service)
{
    return lookOf(service, Clock::system().now()).state == WorkState::Done;
}

} // namespace

ServicesPage::ServicesPage(const Surroundings &surroundings, QWidget *parent)
    : Page({QStringLiteral("services"), tr("Services"), QStringLiteral("services")}, parent)
    , m_engine(surroundings.engine)
    , m_credentials(surroundings.credentials)
    , m_isDemo(surroundings.isDemo)
    , m_stack(new Stack(this))
    , m_scroll(new QScrollArea(m_stack))
{
    const auto &theme = Theme::instance();
    m_scroll->setObjectName(QStringLiteral("servicesScroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    auto *content = new QWidget(m_scroll);
    content->setAutoFillBackground(false);
    m_list = new QGridLayout(content);
    m_list->setContentsMargins(theme.space(4), 0, theme.space(4), theme.space(4));
    m_list->setSpacing(theme.space(4));
    auto *contact = makeContactBanner();
    m_contact = contact;
    m_scroll->setWidget(content);
    auto *nothing =
        new EmptyState(QStringLiteral("services"), tr("The services are shown as soon as the engine has told of them."),
                       tr("Show the dashboard"), m_stack);
    nothing->setObjectName(QStringLiteral("servicesNothing"));
    connect(nothing, &EmptyState::buttonClicked, this, &ServicesPage::pipelineWanted);
    m_nothing = nothing;
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_scroll);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeading());
    layout->addWidget(m_stack, 1);
    m_refresh.setInterval(refreshEvery);
    connect(&m_refresh, &QTimer::timeout, this, &ServicesPage::refresh);
    m_refresh.start();
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonAfterCalls);
    connect(&m_soon, &QTimer::timeout, this, &ServicesPage::readHoldings);
    connect(m_credentials.store, &CredentialStore::changed, this, [this] {
        m_verdicts.clear();
        ++m_changes;
        for (const auto &service : m_panels.keys())
            update(service);
    });
}

QWidget *ServicesPage::makeHeading()
{
    auto *heading = new PageHeader(title().text, QStringLiteral("servicesSummary"), this);
    m_summary = heading->summary();
    m_spans = new SpanChoice(heading); // one for all of them: what is compared must be of the same time
    addActions(m_spans->actions());
    connect(m_spans, &SpanChoice::changed, this, &ServicesPage::readMetrics);
    heading->addPart(m_spans);
    return heading;
}

/// Who comes here sees first what is out of order, and so does who is here when a service falls out of it. For better
/// news nothing moves from under a person's eyes.
void ServicesPage::putTroubleFirst()
{
    if (!m_snapshot)
        return;
    QList<ServicePanel *> order;
    for (const bool well : {false, true}) {
        for (const auto &service : m_snapshot->services) {
            if (isWell(service) == well)
                order.append(panelOf(service.service));
        }
    }
    for (auto *panel : std::as_const(m_order)) { // of a service that is not asked any more
        if (!order.contains(panel))
            order.append(panel);
    }
    if (order == m_order)
        return;
    m_order = order;
    m_columns = 0;
    arrange();
    orderTabs(QList<QWidget *>(m_order.begin(), m_order.end()));
}

/// In as many columns as leave each panel room for two of its topics.
void ServicesPage::arrange()
{
    constexpr int figures = 100;
    const auto wide = Theme::instance().figureWidth(TypeStep::Body, figures);
    const int columns = width() >= 2 * wide ? 2 : 1;
    if (std::exchange(m_columns, columns) == columns)
        return;
    for (auto *panel : m_order)
        m_list->removeWidget(panel);
    m_list->removeWidget(m_contact);
    int place = 0;
    for (auto *panel : m_order) {
        m_list->addWidget(panel, place / columns, place % columns);
        ++place;
    }
    const auto last = (place + columns - 1) / columns;
    m_list->addWidget(m_contact, last, 0, 1, columns);
    const auto rows = m_list->rowCount(); // a stretch below them would make another
    for (int row = 0; row < rows; ++row)
        m_list->setRowStretch(row, 0);
    m_list->setRowStretch(last + 1, 1); // what is left over goes below them
    for (int column = 0; column < 2; ++column)
        m_list->setColumnStretch(column, column < columns ? 1 : 0);
}

void ServicesPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

QWidget *ServicesPage::makeContactBanner()
{
    auto *banner = new Banner(Banner::Tone::Neutral, QStringLiteral("info"), this);
    banner->setObjectName(QStringLiteral("contactBanner"));
    banner->setText(
        tr("MusicBrainz knows more profiles of many people and needs no key. It is not asked yet: it wants to "
           "know whom it can write to."));
    m_giveContact = new QAction(tr("Give a contact…"), this);
    m_giveContact->setObjectName(QStringLiteral("giveContactAction"));
    m_giveContact->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_M));
    addAction(m_giveContact);
    banner->addButton(m_giveContact, QStringLiteral("giveContact"));
    connect(m_giveContact, &QAction::triggered, this, &ServicesPage::contactWanted);
    banner->hide();
    return banner;
}

ServicePanel *ServicesPage::panelOf(const QString &service)
{
    if (auto *known = m_panels.value(service))
        return known;
    auto *panel = new ServicePanel(service, m_scroll->widget());
    m_panels.insert(service, panel);
    m_order.append(panel);
    m_columns = 0; // it has no place yet
    arrange();
    if (m_panels.size() == 1)
        makeKeys(panel->actions());
    connect(panel, &ServicePanel::overrideWanted, this,
            [this, service](CircuitOverride override, const QString &why) { overrideCircuit(service, override, why); });
    connect(panel, &ServicePanel::probeWanted, this, [this, service] { probe(service); });
    connect(panel, &ServicePanel::clearWanted, this, [this, service] { clearCache(service); });
    connect(panel, &ServicePanel::testWanted, this, [this, service] { testCredentials(service); });
    connect(panel, &ServicePanel::credentialsWanted, this, &ServicesPage::credentialsWanted);
    return panel;
}

/// Whose keys they are where no service has the focus: of the one that had it last, or else of the uppermost.
ServicePanel *ServicesPage::keyPanel() const
{
    return m_last ? m_last : m_order.value(0);
}

/// The services have the same keys, each while it has the focus.
void ServicesPage::makeKeys(const QList<QAction *> &ofOne)
{
    for (qsizetype i = 0; i < ofOne.size(); ++i) {
        auto *key = new QShortcut(ofOne.at(i)->shortcut(), this);
        const auto follow = [this, key](QWidget *, QWidget *focused) {
            auto *panel = focused;
            while (panel && !qobject_cast<ServicePanel *>(panel))
                panel = panel->parentWidget();
            if (panel && isAncestorOf(panel))
                m_last = static_cast<ServicePanel *>(panel);
            key->setEnabled(!panel);
        };
        connect(qApp, &QApplication::focusChanged, key, follow);
        follow(nullptr, QApplication::focusWidget());
        connect(key, &QShortcut::activated, this, [this, i] { keyPanel()->actions().at(i)->trigger(); });
    }
}

void ServicesPage::present(const PipelineSnapshotPtr &snapshot)
{
    const auto before = std::exchange(m_snapshot, snapshot);
    m_stack->setCurrentWidget(snapshot->services.empty() ? m_nothing : m_scroll);
    bool fellIll = false;
    for (const auto &service : snapshot->services) {
        const auto known = before ? std::ranges::find(before->services, service.service, &ServiceSnapshot::service)
                                  : snapshot->services.end();
        const bool isKnown = before && known != before->services.end();
        const bool isOther = !isKnown || known->circuit != service.circuit
            || known->standing.since != service.standing.since || known->standing.override != service.standing.override;
        if (isOther && isVisible())
            readHistory(service.service);
        if (isVisible() && isKnown && known->calls != service.calls && !m_soon.isActive())
            m_soon.start();
        fellIll = fellIll || (isKnown && isWell(*known) && !isWell(service));
        update(service.service);
    }
    if (fellIll || !before)
        putTroubleFirst();
    const bool isAsked = std::ranges::any_of(snapshot->services,
                                             [](const auto &service) { return service.service == musicbrainzSource; });
    if (auto *panel = m_panels.value(musicbrainzSource))
        panel->setVisible(isAsked);
    m_contact->setVisible(!isAsked);
    m_giveContact->setVisible(!isAsked);
    m_summary->setText(summary());
    Q_EMIT badgeChanged(badge());
}

void ServicesPage::update(const QString &service)
{
    if (!m_snapshot)
        return;
    const auto shown = std::ranges::find(m_snapshot->services, service, &ServiceSnapshot::service);
    if (shown == m_snapshot->services.end())
        return;
    auto holding = m_knowsHoldings ? std::optional(m_holdings.value(service)) : std::nullopt;
    panelOf(service)->present(
        {.service = *shown,
         .now = m_snapshot->at,
         .history = m_histories.value(service),
         .holding = std::move(holding),
         .origin = originOf(service),
         .span = m_metricsSpan.count() > 0 ? m_metricsSpan : m_spans->span(),
         .tally = tallyOf(m_metrics, service),
         .tested = m_verdicts.contains(service) ? std::optional(m_verdicts.value(service)) : std::nullopt});
}

QString ServicesPage::originOf(const QString &service) const
{
    if (m_isDemo)
        return tr("Of the demo");
    return originLabel(*m_credentials.store, service);
}

QString ServicesPage::summary() const
{
    if (m_snapshot->services.empty())
        return {};
    QStringList unwell;
    for (const auto &service : m_snapshot->services) {
        if (!isWell(service))
            unwell.append(serviceLabel(service.service));
    }
    return unwell.isEmpty() ? tr("All can be called")
                            : tr("%1 can't be called as usual").arg(unwell.join(QStringLiteral(", ")));
}

QString ServicesPage::badge() const
{
    const auto unwell =
        std::ranges::count_if(m_snapshot->services, [](const auto &service) { return !isWell(service); });
    return unwell > 0 ? number(unwell) : QString();
}

void ServicesPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    putTroubleFirst();
    refresh();
}

void ServicesPage::refresh()
{
    if (!isVisible())
        return;
    readHoldings();
    readMetrics();
    if (!m_snapshot)
        return;
    for (const auto &service : m_snapshot->services)
        readHistory(service.service);
}

void ServicesPage::readHistory(const QString &service)
{
    whenDone(m_engine.services().circuitHistory(service, mostEvents), this,
             [this, service](const Result<std::vector<CircuitEvent>> &history) {
                 if (!history)
                     return; // the snapshot tells of a database that can't be read
                 m_histories[service] = *history;
                 update(service);
             });
}

void ServicesPage::readMetrics()
{
    if (m_isAsking)
        return; // its end looks whether that was the right question
    m_isAsking = true;
    whenDone(m_engine.metrics({.span = m_spans->span()}), this,
             [this, asked = m_spans->span()](const Result<MetricsChart> &metrics) {
                 m_isAsking = false;
                 if (!metrics)
                     return; // the snapshot tells of a database that can't be read
                 m_metrics = *metrics;
                 m_metricsSpan = asked;
                 for (const auto &service : m_panels.keys()) {
                     m_panels.value(service)->present(m_metrics, m_metricsSpan);
                     update(service);
                 }
                 if (asked != m_spans->span())
                     readMetrics();
             });
}

void ServicesPage::readHoldings()
{
    whenDone(m_engine.services().cacheHoldings(), this, [this](const Result<std::vector<CacheHolding>> &holdings) {
        if (!holdings)
            return;
        m_knowsHoldings = true;
        m_holdings.clear();
        for (const auto &holding : *holdings)
            m_holdings.insert(holding.service, holding);
        for (const auto &service : m_panels.keys())
            update(service);
    });
}

void ServicesPage::overrideCircuit(const QString &service, CircuitOverride override, const QString &reason)
{
    whenDone(
        m_engine.services().overrideCircuit(service, override, reason), this,
        [this, service, override](const Result<bool> &done) {
            if (!done) {
                Q_EMIT toldFailure(
                    tr("The circuit of %1 was not changed: %2").arg(serviceLabel(service), errorText(done.error())));
                return;
            }
            const auto name = serviceLabel(service);
            Q_EMIT told(override == CircuitOverride::None ? tr("The calls decide about %1 again.").arg(name)
                            : override == CircuitOverride::Open
                            ? tr("%1 is held open: no call goes out.").arg(name)
                            : tr("%1 is held closed: calls go out however many fail.").arg(name));
            readHistory(service);
        });
}

void ServicesPage::probe(const QString &service)
{
    whenDone(m_engine.services().probeCircuit(service), this, [this, service](const Result<bool> &done) {
        if (done)
            Q_EMIT told(tr("%1 is tried with the next call.").arg(serviceLabel(service)));
        else
            Q_EMIT toldFailure(tr("%1 is not tried: %2").arg(serviceLabel(service), errorText(done.error())));
    });
}

void ServicesPage::clearCache(const QString &service)
{
    whenDone(m_engine.services().clearCache(service), this, [this, service](const Result<qint64> &cleared) {
        if (!cleared) {
            Q_EMIT toldFailure(
                tr("The cache of %1 was not cleared: %2").arg(serviceLabel(service), errorText(cleared.error())));
            return;
        }
        Q_EMIT told(
            tr("%Ln answer(s) of %1 forgotten", nullptr, static_cast<int>(*cleared)).arg(serviceLabel(service)));
        readHoldings();
    });
}

/// Those that the work goes by, in the demo too.
void ServicesPage::testCredentials(const QString &service)
{
    auto *panel = panelOf(service);
    panel->setVerdict(std::nullopt);
    whenDone(m_engine.testCredentials(service, m_engine.credentials()), panel,
             [this, service, panel, changes = m_changes](const CredentialsVerdict &verdict) {
                 if (changes != m_changes) // it is of others than are used by now
                     return panel->dropVerdict();
                 panel->setVerdict(verdict);
                 m_verdicts.insert(service, verdict.kind);
                 update(service);
                 QTimer::singleShot(0, panel, [this, panel] { // when it has its room
                     m_scroll->ensureWidgetVisible(panel->verdict(), 0, m_scroll->viewport()->height() / 3);
                 });
             });
}

QList<QAction *> ServicesPage::commands() const
{
    auto commands = actions();
    if (!commands.contains(m_giveContact))
        commands.append(m_giveContact);
    auto panels = m_order;
    std::ranges::stable_partition(panels, [this](const ServicePanel *panel) { return panel == keyPanel(); });
    for (const auto *panel : std::as_const(panels)) // the help names the first with a key
        commands.append(panel->menu()->menuAction());
    return commands;
}

bool ServicesPage::copyRows()
{
    if (m_panels.isEmpty())
        return false;
    QString text;
    const auto *focused = QApplication::focusWidget();
    for (const auto *panel : m_panels) {
        if (focused && (panel == focused || panel->isAncestorOf(focused)))
            text = toTabSeparated(panel->view());
    }
    if (text.isEmpty()) {
        for (const auto &service : m_snapshot->services)
            text += toTabSeparated(panelOf(service.service)->view());
    }
    QApplication::clipboard()->setText(text);
    return true;
}

void ServicesPage::showService(const QString &service)
{
    auto *panel = m_panels.value(service);
    if (!panel)
        return;
    panel->setFocus(Qt::ShortcutFocusReason);
    // Its head at the top, as far as the list goes: the whole of it may be taller than the page.
    m_scroll->verticalScrollBar()->setValue(panel->y() - m_list->contentsMargins().top());
}

QString ServicesPage::explanation() const
{
    return tr(
        "The services that are asked, and what keeps them from answering.\n\n"
        "A service that fails too often has its circuit opened: nothing is asked of it until a few careful calls "
        "succeed. You can hold it open or closed, or let it be tried now. The charts show the calls and how fast "
        "answers "
        "came over the time that is chosen above, and the figures beside them are of the same time: “p50”, “p95” and "
        "“p99” are how long half, 95 and 99 of 100 answers took at most. The quota shows what may still be asked, the "
        "cache what need not be asked again. “Test” tries the keys by one real call.");
}

} // namespace linernotes::ui
