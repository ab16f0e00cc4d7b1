// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/servicepanel.h"

#include "common/actionbutton.h"
#include "common/flowlayout.h"
#include "common/icons.h"
#include "common/plainbox.h"
#include "common/servicelook.h"
#include "common/wording.h"
#include "credentials/credentialstore.h"
#include "messages/messages.h"
#include "services/circuitstrip.h"
#include "services/factgroup.h"
#include "services/quotabars.h"
#include "services/reasondialog.h"
#include "services/servicecharts.h"
#include "settings/verdictline.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace linernotes::ui
{
namespace
{

/// Narrower, and the values of a topic wrap at every other word.
constexpr int figuresOfColumn = 32;
constexpr int latest = 3;

QString whatHolds(const QString &service)
{
    const auto name = serviceLabel(service);
    return service == musicbrainzSource
        ? ServicePanel::tr(
              "No call goes out, from this program or any other on the database, until “Let calls decide”. "
              "Meanwhile profiles are looked for without %1, and are marked as incomplete.")
              .arg(name)
        : ServicePanel::tr(
              "No call goes out, from this program or any other on the database, until “Let calls decide”. "
              "Work that needs %1 waits; nothing is lost.")
              .arg(name);
}

} // namespace

ServicePanel::ServicePanel(const QString &service, QWidget *parent)
    : QWidget(parent)
    , m_menu(new QMenu(serviceLabel(service), this))
    , m_charts(new ServiceCharts(service, this))
    , m_strip(new CircuitStrip(this))
{
    const auto &theme = Theme::instance();
    m_view.service.service = service;
    setObjectName(QStringLiteral("service_") + service);
    setAccessibleName(serviceLabel(service));
    setFocusPolicy(Qt::TabFocus);
    makeActions();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.space(5), theme.space(3), theme.space(5), theme.space(4));
    layout->setSpacing(theme.space(3));
    layout->addLayout(makeHead());
    layout->addWidget(m_charts);
    layout->addWidget(m_strip);
    layout->addWidget(makeFacts());
    layout->addStretch(1);
    connect(&theme, &Theme::changed, this, [this] {
        presentHead();
        update();
    });
}

QAction *ServicePanel::makeAction(const QString &name, const QString &text, const QString &explanation,
                                  const QKeySequence &shortcut)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name + QStringLiteral("Action_") + m_view.service.service);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut); // of the service that has the focus
    action->setToolTip(tr("%1 (%2)").arg(explanation, shortcut.toString(QKeySequence::NativeText)));
    addAction(action);
    return action;
}

QPushButton *ServicePanel::makeButton(const QString &name, QAction *action, QWidget *parent) const
{
    const auto &service = m_view.service.service;
    auto *button = buttonOf(action, name + QLatin1Char('_') + service, parent);
    button->setAccessibleName(tr("%1: %2").arg(serviceLabel(service), action->text().remove(u'…').trimmed()));
    return button;
}

void ServicePanel::makeActions()
{
    const auto name = serviceLabel(m_view.service.service);
    m_probe = makeAction(QStringLiteral("probe"), tr("Try now"),
                         tr("Lets one call out now, not when the cool-down ends"), QKeySequence(Qt::Key_F5));
    m_release = makeAction(QStringLiteral("release"), tr("Let calls decide"),
                           tr("The circuit opens and closes by how the calls end, as it does by itself"),
                           QKeySequence(Qt::CTRL | Qt::Key_L));
    m_holdOpen =
        makeAction(QStringLiteral("holdOpen"), tr("Hold open…"),
                   tr("No call to %1 goes out until somebody allows it").arg(name), QKeySequence(Qt::CTRL | Qt::Key_O));
    m_holdClosed = makeAction(QStringLiteral("holdClosed"), tr("Hold closed…"),
                              tr("Calls to %1 go out however many fail").arg(name),
                              QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    m_clear = makeAction(QStringLiteral("clear"), tr("Clear cache…"), tr("Forgets the answers that are kept"),
                         QKeySequence(Qt::CTRL | Qt::Key_Delete));
    m_test = makeAction(QStringLiteral("testNow"), tr("Test"), tr("Asks the service with them, by one call"),
                        QKeySequence(Qt::CTRL | Qt::Key_T));
    m_menu->addActions(actions());
    connect(m_probe, &QAction::triggered, this, &ServicePanel::probeWanted);
    connect(m_release, &QAction::triggered, this, [this] { Q_EMIT overrideWanted(CircuitOverride::None, QString()); });
    connect(m_holdOpen, &QAction::triggered, this, [this] { askToHold(CircuitOverride::Open); });
    connect(m_holdClosed, &QAction::triggered, this, [this] { askToHold(CircuitOverride::Closed); });
    connect(m_clear, &QAction::triggered, this, &ServicePanel::askToClear);
    connect(m_test, &QAction::triggered, this, [this] {
        if (!m_isTesting) // a button that is switched off meanwhile would lose the focus
            Q_EMIT testWanted();
    });
    m_test->setVisible(hasCredentials());
}

bool ServicePanel::hasCredentials() const
{
    return CredentialStore::services().contains(m_view.service.service);
}

QLayout *ServicePanel::makeHead()
{
    const auto &theme = Theme::instance();
    const auto name = serviceLabel(m_view.service.service);
    m_icon = new QLabel(this);
    auto *title = new QLabel(name, this);
    title->setFont(theme.font(TypeStep::Title));
    for (auto **sentence : {&m_brief, &m_sentence}) {
        *sentence = new QLabel(this);
        (*sentence)->setObjectName(QStringLiteral("sentence_") + m_view.service.service);
        (*sentence)->setTextFormat(Qt::PlainText);
    }
    m_sentence->setWordWrap(true);
    m_sentence->hide();
    auto *line = new QHBoxLayout;
    line->setSpacing(theme.space(2));
    line->addWidget(m_icon);
    line->addWidget(title);
    line->addSpacing(theme.space(1));
    line->addWidget(m_brief);
    line->addStretch(1);
    for (const auto &[action, objectName] :
         {std::pair(m_probe, QStringLiteral("probe")), std::pair(m_release, QStringLiteral("release")),
          std::pair(m_holdOpen, QStringLiteral("holdOpen")), std::pair(m_holdClosed, QStringLiteral("holdClosed"))})
        line->addWidget(makeButton(objectName, action, this));
    auto *head = new QVBoxLayout;
    head->setSpacing(theme.space(1));
    head->addLayout(line);
    head->addWidget(m_sentence);
    return head;
}

QWidget *ServicePanel::makeFacts()
{
    const auto &theme = Theme::instance();
    auto *facts = new QWidget(this);
    m_grid = new QGridLayout(facts);
    m_grid->setContentsMargins(0, theme.space(1), 0, 0);
    m_grid->setHorizontalSpacing(theme.space(7));
    m_grid->setVerticalSpacing(theme.space(5));
    for (const auto topic : {FactTopic::Circuit, FactTopic::Quota, FactTopic::Traffic, FactTopic::Recent,
                             FactTopic::Cache, FactTopic::Credentials})
        m_groups.push_back(new FactGroup(topic, facts));
    m_parts = {makePart({FactTopic::Recent, FactTopic::Traffic}, facts), makePart({FactTopic::Quota}, facts),
               makePart({FactTopic::Circuit}, facts), makePart({FactTopic::Cache, FactTopic::Credentials}, facts)};
    const auto group = [this](FactTopic topic) { return m_groups.at(static_cast<std::size_t>(topic)); };
    m_bars = new QuotaBars(facts);
    m_changes = makeChanges(facts);
    group(FactTopic::Circuit)->addBelow(m_changes);
    group(FactTopic::Quota)->addBelow(m_bars);
    group(FactTopic::Cache)->addBelow(makeCacheActions());
    if (hasCredentials())
        group(FactTopic::Credentials)->addBelow(makeCredentialsActions());
    arrange();
    return facts;
}

/// Topics that stand one below the other at any width.
QWidget *ServicePanel::makePart(std::initializer_list<FactTopic> topics, QWidget *parent)
{
    auto *part = new QWidget(parent);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(m_grid->verticalSpacing());
    for (const auto topic : topics)
        layout->addWidget(m_groups.at(static_cast<std::size_t>(topic)));
    layout->addStretch(1);
    return part;
}

QLabel *ServicePanel::makeChanges(QWidget *parent) const
{
    auto *changes = new QLabel(parent);
    changes->setObjectName(QStringLiteral("changes_") + m_view.service.service);
    changes->setAccessibleName(tr("The latest changes of the circuit"));
    changes->setTextFormat(Qt::PlainText);
    changes->setWordWrap(true);
    changes->setFont(Theme::instance().font(TypeStep::Caption));
    changes->setForegroundRole(QPalette::PlaceholderText);
    changes->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return changes;
}

QWidget *ServicePanel::makeCacheActions()
{
    auto *actions = new QWidget(this);
    auto *layout = new FlowLayout(actions);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeButton(QStringLiteral("clear"), m_clear, actions));
    return actions;
}

QWidget *ServicePanel::makeCredentialsActions()
{
    const auto &service = m_view.service.service;
    auto *actions = new QWidget(this);
    auto *buttons = new FlowLayout;
    auto *enter = new QPushButton(tr("Enter…"), actions);
    enter->setObjectName(QStringLiteral("enter_") + service);
    enter->setAccessibleName(tr("%1: %2").arg(serviceLabel(service), tr("Enter")));
    enter->setToolTip(tr("Enter, keep or delete credentials"));
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->addWidget(makeButton(QStringLiteral("testNow"), m_test, actions));
    buttons->addWidget(enter);
    m_verdict = new VerdictLine(actions);
    m_verdict->setObjectName(QStringLiteral("serviceVerdict_") + service);
    auto *layout = new QVBoxLayout(actions);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::instance().space(2));
    layout->addLayout(buttons);
    layout->addWidget(m_verdict);
    connect(enter, &QPushButton::clicked, this, &ServicePanel::credentialsWanted);
    return actions;
}

/// As many columns as there is room for: four, two or one.
void ServicePanel::arrange()
{
    const auto &theme = Theme::instance();
    const auto column = theme.figureWidth(TypeStep::Body, figuresOfColumn) + m_grid->horizontalSpacing();
    const auto room = (width() - 2 * theme.space(5)) / column;
    const int columns = room >= 4 ? 4 : room >= 2 ? 2 : 1;
    if (std::exchange(m_columns, columns) == columns)
        return;
    for (int i = 0; i < 4; ++i)
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
    int place = 0;
    for (auto *part : m_parts) {
        m_grid->removeWidget(part);
        m_grid->addWidget(part, place / columns, place % columns);
        ++place;
    }
}

void ServicePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ServicePanel::present(const ServiceView &view)
{
    if (view == m_view)
        return;
    m_view = view;
    presentHead();
    presentActions();
    m_strip->present(view.history, view.service.standing.recent, view.now);
    m_strip->setVisible(!view.history.empty() || !view.service.standing.recent.empty());
    m_bars->present(view.service.quota.groups, view.now);
    const auto changes = latestChanges(view, latest).join(QLatin1Char('\n'));
    if (m_changes->text() != changes)
        m_changes->setText(changes);
    m_changes->setVisible(!changes.isEmpty());
    m_groups.at(static_cast<std::size_t>(FactTopic::Recent))->setTitle(topicLabel(FactTopic::Recent, view));
    const auto facts = factsOf(view);
    for (auto *group : m_groups)
        group->present(facts);
}

void ServicePanel::present(const MetricsChart &chart, Milliseconds span)
{
    m_charts->present(chart, span);
}

void ServicePanel::presentHead()
{
    const auto &theme = Theme::instance();
    const auto look = lookOf(m_view.service, m_view.now);
    const auto ink = theme.colours().state(look.state);
    const auto size = theme.iconSize(TypeStep::Title);
    QPixmap picture(QSize(size, size) * devicePixelRatioF());
    picture.setDevicePixelRatio(devicePixelRatioF());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    paintIcon(painter, QRectF(0, 0, size, size), look.icon, ink);
    painter.end();
    m_icon->setPixmap(picture);
    const auto sentence = serviceSentence(m_view.service, m_view.now);
    const bool isWell = look.state == WorkState::Done;
    for (auto *label : {m_brief, m_sentence}) {
        if (label->text() != sentence)
            label->setText(sentence);
        auto palette = label->palette();
        palette.setColor(QPalette::WindowText, isWell ? theme.colours().muted : ink);
        label->setPalette(palette);
    }
    m_brief->setVisible(isWell);
    m_sentence->setVisible(!isWell); // with its reason it may need lines of its own
    setAccessibleDescription(sentence);
}

void ServicePanel::presentActions()
{
    const auto &standing = m_view.service.standing;
    const bool isHeld = standing.override != CircuitOverride::None;
    m_release->setVisible(isHeld);
    m_release->setEnabled(isHeld);
    m_probe->setVisible(!isHeld);
    m_probe->setEnabled(standing.state == CircuitState::Open);
    m_holdOpen->setEnabled(standing.override != CircuitOverride::Open);
    m_holdClosed->setEnabled(standing.override != CircuitOverride::Closed);
    m_clear->setEnabled(m_view.holding && m_view.holding->answers > 0);
}

QWidget *ServicePanel::verdict() const
{
    return m_verdict;
}

void ServicePanel::setVerdict(const std::optional<CredentialsVerdict> &verdict)
{
    m_isTesting = !verdict;
    if (verdict)
        m_verdict->setVerdict(verdict);
    else
        m_verdict->setBusy();
}

void ServicePanel::dropVerdict()
{
    m_isTesting = false;
    m_verdict->setVerdict(std::nullopt);
}

void ServicePanel::askToHold(CircuitOverride override)
{
    const auto name = serviceLabel(m_view.service.service);
    const bool isOpen = override == CircuitOverride::Open;
    auto *dialog = new ReasonDialog(
        isOpen ? ReasonDialog::Text{tr("Hold open"), tr("Hold the circuit of %1 open?").arg(name),
                                    whatHolds(m_view.service.service), tr("Hold open")}
               : ReasonDialog::Text{tr("Hold closed"), tr("Hold the circuit of %1 closed?").arg(name),
                                    tr("Calls go out however many fail, and each failure counts as an attempt of its "
                                       "message, until “Let calls decide”."),
                                    tr("Hold closed")},
        this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, override] { Q_EMIT overrideWanted(override, dialog->reason()); });
    dialog->open();
}

void ServicePanel::askToClear()
{
    const auto name = serviceLabel(m_view.service.service);
    const auto answers = static_cast<int>(m_view.holding ? m_view.holding->answers : 0);
    const auto bytes = m_view.holding ? m_view.holding->bytes : 0;
    auto *box = new PlainBox(QStringLiteral("clearBox"), tr("Clear cache"),
                             tr("Forget %Ln answer(s) of %1?", nullptr, answers).arg(name),
                             tr("%1 on disk. What is needed again is asked for again, and each question is a call of "
                                "the quota. Producers and credits that were found stay.")
                                 .arg(QLocale().formattedDataSize(bytes, 1)),
                             this);
    box->addButton(QMessageBox::Cancel);
    auto *forget = box->addButton(tr("Forget %Ln answer(s)", nullptr, answers), QMessageBox::DestructiveRole);
    forget->setObjectName(QStringLiteral("clearAccept"));
    box->setDefaultButton(QMessageBox::Cancel);
    connect(forget, &QAbstractButton::clicked, this, &ServicePanel::clearWanted);
    box->open();
}

void ServicePanel::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void ServicePanel::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void ServicePanel::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::instance();
    const auto &colours = theme.colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto thickness = hasFocus() ? 2 * theme.hairline() : theme.hairline();
    painter.setPen(QPen(hasFocus() ? colours.accent : colours.line, thickness));
    painter.setBrush(colours.surface);
    const auto inset = thickness / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), theme.radius(), theme.radius());
}

} // namespace linernotes::ui
