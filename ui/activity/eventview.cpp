// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/eventview.h"

#include "activity/leveldelegate.h"
#include "activity/messageview.h"
#include "common/actionbutton.h"
#include "common/flowlayout.h"
#include "common/focusrim.h"
#include "common/icons.h"
#include "common/textlabel.h"
#include "common/theme.h"
#include "common/wording.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace linernotes::ui
{
namespace
{

/// Room for a fact, its name and its value, in figures' widths.
constexpr int figuresOfFact = 44;

QPixmap pictureOf(EventLevel level, const QWidget &on)
{
    return iconPixmap(levelIcon(level), Theme::instance().iconSize(TypeStep::Strong), levelColour(level), on);
}

/// Its text, which may be from outside, for button, menu and tooltip.
void entitle(QAction &action, const QString &text)
{
    action.setText(buttonText(text));
    action.setToolTip(
        plainToolTip(EventView::tr("%1 (%2)").arg(text, action.shortcut().toString(QKeySequence::NativeText))));
}

} // namespace

EventView::EventView(RunName runName, QWidget *parent)
    : QScrollArea(parent)
    , m_runName(std::move(runName))
    , m_grid(new QGridLayout)
{
    const auto &theme = Theme::instance();
    setObjectName(QStringLiteral("eventView"));
    setAccessibleName(tr("The event"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget(this);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    setWidget(content);
    m_picture = new QLabel(content);
    m_title = new TextLabel(QStringLiteral("eventTitle"), TypeStep::Strong, content);
    m_text = new TextLabel(QStringLiteral("eventText"), TypeStep::Body, content);
    m_messageView = new MessageView(m_runName, content);
    m_facts = new QWidget(content);
    m_facts->setLayout(m_grid);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(theme.space(3));
    m_grid->setVerticalSpacing(theme.space(1));
    auto *head = new QHBoxLayout;
    head->setSpacing(theme.space(2));
    head->addWidget(m_picture);
    head->addWidget(m_title, 1);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(theme.space(4), theme.space(3), theme.space(4), theme.space(3));
    layout->setSpacing(theme.space(2));
    layout->addLayout(head);
    layout->addWidget(m_text);
    layout->addWidget(makeButtons());
    layout->addSpacing(theme.space(1));
    layout->addWidget(m_facts);
    layout->addSpacing(theme.space(1));
    layout->addWidget(m_messageView);
    layout->addStretch(1);
    setMinimumHeight(theme.rowHeight() * 3);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        if (m_shown)
            m_picture->setPixmap(pictureOf(m_shown->level, *this));
    });
    setAccessibleName(tr("The chosen event"));
    new FocusRim(this);
    showNothing();
}

QWidget *EventView::makeButtons()
{
    m_buttons = new QWidget(widget());
    auto *flow = new FlowLayout(m_buttons);
    const auto make = [this, flow](const QString &objectName, const QString &iconName, QKeyCombination key) {
        auto *action = new QAction(icon(iconName), {}, this);
        action->setObjectName(objectName + QStringLiteral("Action"));
        action->setShortcut(key);
        addAction(action);
        flow->addWidget(buttonOf(action, objectName, m_buttons));
        return action;
    };
    m_letter = make(QStringLiteral("eventLetter"), QStringLiteral("deadletters"), Qt::CTRL | Qt::SHIFT | Qt::Key_D);
    m_run = make(QStringLiteral("eventRun"), QStringLiteral("runs"), Qt::CTRL | Qt::ALT | Qt::Key_U);
    m_service = make(QStringLiteral("eventService"), QStringLiteral("services"), Qt::CTRL | Qt::SHIFT | Qt::Key_S);
    m_message = make(QStringLiteral("eventMessage"), QStringLiteral("search"), Qt::CTRL | Qt::SHIFT | Qt::Key_M);
    m_copy = make(QStringLiteral("eventCopy"), QStringLiteral("copy"), Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    entitle(*m_letter, tr("Show dead letter"));
    entitle(*m_copy, tr("Copy"));
    connect(m_letter, &QAction::triggered, this, [this] { Q_EMIT letterWanted(m_messageId); });
    connect(m_run, &QAction::triggered, this, [this] { Q_EMIT runWanted(m_shown->runId); });
    connect(m_service, &QAction::triggered, this, [this] { Q_EMIT serviceWanted(m_shown->service); });
    connect(m_message, &QAction::triggered, this, [this] { Q_EMIT messageWanted(m_messageId); });
    connect(m_copy, &QAction::triggered, this, &EventView::copyWanted);
    return m_buttons;
}

void EventView::show(const Event &event)
{
    if (m_shown == event)
        return; // selections and places stay
    m_shown = event;
    m_messageId = event.messageId;
    m_picture->setPixmap(pictureOf(event.level, *this));
    m_title->setText(kindLabel(event.kind));
    m_title->setAccessibleDescription(levelLabel(event.level));
    m_text->setText(eventText(event));
    m_text->setVisible(!event.text.isEmpty());
    m_picture->show();
    m_letter->setVisible(false); // until it is known to be one
    m_run->setVisible(event.runId > 0);
    const auto run = m_runName ? m_runName(event.runId) : QString();
    entitle(*m_run,
            run.isEmpty() ? tr("Show run %1").arg(event.runId) : tr("Show run “%1”").arg(isolated(shortened(run))));
    m_service->setVisible(!event.service.isEmpty());
    entitle(*m_service, tr("Show %1").arg(serviceLabel(event.service)));
    m_message->setVisible(event.messageId > 0);
    m_messageView->setVisible(event.messageId > 0 && event.messageId == m_messageView->shown()); // until it is read
    entitle(*m_message, tr("All of message %1").arg(event.messageId));
    m_copy->setVisible(true);
    m_buttons->show();
    m_facts->show();
    showFacts();
    verticalScrollBar()->setValue(0);
}

void EventView::showNothing()
{
    m_shown.reset();
    m_messageId = 0;
    m_title->setText(tr("Choose an event to see all of it."));
    for (QWidget *part : {static_cast<QWidget *>(m_picture), static_cast<QWidget *>(m_text), m_buttons, m_facts,
                          static_cast<QWidget *>(m_messageView)})
        part->hide();
    for (auto *action : actions())
        action->setVisible(false);
}

void EventView::showAlone(qint64 messageId)
{
    if (isAlone() && m_messageId == messageId)
        return;
    showNothing();
    m_messageId = messageId;
    m_title->setText(tr("No event of message %1 is listed.").arg(messageId));
    m_buttons->show();
}

void EventView::showMessage(const Result<std::optional<MessageStanding>> &found)
{
    m_letter->setVisible(found && *found && isLetter(**found));
    m_messageView->show(m_messageId, found);
}

void EventView::goToMessage()
{
    ensureWidgetVisible(m_messageView);
    m_messageView->setFocus();
}

void EventView::showFacts()
{
    while (auto *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!m_shown)
        return;
    const auto facts = factsOf(*m_shown, m_runName);
    const auto rows = (static_cast<int>(facts.size()) + m_pairs - 1) / m_pairs;
    for (int i = 0; i < static_cast<int>(facts.size()); ++i) {
        const auto &[name, value] = facts.at(static_cast<std::size_t>(i));
        auto *nameLabel = new QLabel(name, m_facts);
        nameLabel->setForegroundRole(QPalette::PlaceholderText);
        auto *valueLabel = new TextLabel(QStringLiteral("eventFact"), TypeStep::Body, m_facts);
        valueLabel->setText(value);
        valueLabel->setAccessibleName(tr("%1: %2").arg(name, value));
        nameLabel->setBuddy(valueLabel);
        const auto column = i / rows * 2;
        m_grid->addWidget(nameLabel, i % rows, column, Qt::AlignTop);
        m_grid->addWidget(valueLabel, i % rows, column + 1, Qt::AlignTop);
        m_grid->setColumnStretch(column + 1, 1);
    }
}

void EventView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    const auto room = viewport()->width() / Theme::instance().figureWidth(TypeStep::Body, figuresOfFact);
    if (std::exchange(m_pairs, std::clamp(room, 1, 3)) != m_pairs)
        showFacts();
}

} // namespace linernotes::ui
