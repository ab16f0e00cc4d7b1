// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/eventview.h"

#include "activity/leveldelegate.h"
#include "common/flowlayout.h"
#include "common/icons.h"
#include "common/textlabel.h"
#include "common/theme.h"
#include "common/wording.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
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
    const auto size = Theme::instance().iconSize(TypeStep::Strong);
    QPixmap picture(QSize(size, size) * on.devicePixelRatioF());
    picture.setDevicePixelRatio(on.devicePixelRatioF());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    paintIcon(painter, QRectF(0, 0, size, size), levelIcon(level), levelColour(level));
    return picture;
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
    layout->addStretch(1);
    setMinimumHeight(theme.rowHeight() * 3);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        if (m_shown)
            m_picture->setPixmap(pictureOf(m_shown->level, *this));
    });
    showNothing();
}

QWidget *EventView::makeButtons()
{
    m_buttons = new QWidget(widget());
    m_letter = makeButton(QStringLiteral("eventLetter"), QStringLiteral("deadletters"), m_buttons);
    m_run = makeButton(QStringLiteral("eventRun"), QStringLiteral("runs"), m_buttons);
    m_service = makeButton(QStringLiteral("eventService"), QStringLiteral("services"), m_buttons);
    m_message = makeButton(QStringLiteral("eventMessage"), QStringLiteral("search"), m_buttons);
    auto *copy = makeButton(QStringLiteral("eventCopy"), QStringLiteral("copy"), m_buttons);
    m_letter->setText(tr("Show dead letter"));
    copy->setText(tr("Copy"));
    auto *flow = new FlowLayout(m_buttons);
    for (auto *button : {m_letter, m_run, m_service, m_message, copy})
        flow->addWidget(button);
    connect(m_letter, &QPushButton::clicked, this, [this] { Q_EMIT letterWanted(m_shown->messageId); });
    connect(m_run, &QPushButton::clicked, this, [this] { Q_EMIT runWanted(m_shown->runId); });
    connect(m_service, &QPushButton::clicked, this, [this] { Q_EMIT serviceWanted(m_shown->service); });
    connect(m_message, &QPushButton::clicked, this, [this] { Q_EMIT messageWanted(m_shown->messageId); });
    connect(copy, &QPushButton::clicked, this, &EventView::copyWanted);
    return m_buttons;
}

QPushButton *EventView::makeButton(const QString &objectName, const QString &iconName, QWidget *parent)
{
    auto *button = new QPushButton(icon(iconName), {}, parent);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    return button;
}

void EventView::show(const Event &event)
{
    if (m_shown == event)
        return; // selections and places stay
    m_shown = event;
    m_picture->setPixmap(pictureOf(event.level, *this));
    m_title->setText(kindLabel(event.kind));
    m_title->setAccessibleDescription(levelLabel(event.level));
    m_text->setText(event.text);
    m_text->setVisible(!event.text.isEmpty());
    m_picture->show();
    m_letter->hide(); // until it is known to be one
    m_run->setVisible(event.runId > 0);
    m_run->setText(buttonText(tr("Show %1").arg(shortened(runLabel(event.runId, m_runName)))));
    m_service->setVisible(!event.service.isEmpty());
    m_service->setText(buttonText(tr("Show %1").arg(serviceLabel(event.service))));
    m_message->setVisible(event.messageId > 0);
    m_message->setText(tr("All of message %1").arg(event.messageId));
    m_buttons->show();
    m_facts->show();
    showFacts();
    verticalScrollBar()->setValue(0);
}

void EventView::showNothing()
{
    m_shown.reset();
    m_title->setText(tr("Choose an event to see all of it."));
    for (QWidget *part : {static_cast<QWidget *>(m_picture), static_cast<QWidget *>(m_text), m_buttons, m_facts})
        part->hide();
}

void EventView::setLetter(bool isLetter)
{
    m_letter->setVisible(isLetter);
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
        valueLabel->setAccessibleName(name);
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
