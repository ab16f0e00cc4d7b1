// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboard/pipelineview.h"

#include "common/icons.h"
#include "common/theme.h"
#include "dashboard/stagecard.h"

#include <QHBoxLayout>
#include <QPainter>

#include <chrono>
#include <cmath>

namespace linernotes::ui
{
namespace
{

constexpr std::chrono::milliseconds frame{40};
constexpr double stepPerFrame = 0.06;
constexpr int dots = 3;

/// By the calls: what a person holds open is held, not out of order.
bool isDown(const PipelineSnapshot &snapshot, const QString &service)
{
    const auto found = std::ranges::find(snapshot.services, service, &ServiceSnapshot::service);
    return found != snapshot.services.end() && found->circuit == CircuitState::Open
        && found->standing.override != CircuitOverride::Open;
}

} // namespace

FlowLine::FlowLine(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Expanding);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize FlowLine::sizeHint() const
{
    return {Theme::instance().space(6), Theme::instance().space(4)};
}

QSize FlowLine::minimumSizeHint() const
{
    return {Theme::instance().space(3), Theme::instance().space(4)}; // the cards need the width more
}

void FlowLine::setFlowing(bool flowing)
{
    if (std::exchange(m_isFlowing, flowing) != flowing)
        update();
}

void FlowLine::step()
{
    m_phase = std::fmod(m_phase + stepPerFrame, 1.0);
    update();
}

void FlowLine::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::instance();
    const auto &colours = theme.colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // At the height of the big figures, which the eye follows from card to card.
    const auto y = theme.space(3) + theme.lineHeight(TypeStep::Strong) + theme.space(1)
        + theme.lineHeight(TypeStep::Display) / 2.0;
    const auto ink = m_isFlowing ? colours.state(WorkState::InFlight) : colours.outline;
    if (!m_isFlowing) {
        const double size = theme.iconSize(TypeStep::Body);
        paintIcon(painter, QRectF((width() - size) / 2, y - size / 2, size, size), QStringLiteral("chevron-right"),
                  ink);
        return;
    }
    painter.setPen(Qt::NoPen);
    const auto radius = theme.space(1) / 2.0;
    const auto right = layoutDirection() == Qt::LeftToRight;
    for (int dot = 0; dot < dots; ++dot) {
        const auto way = std::fmod((dot + m_phase) / dots, 1.0);
        auto colour = ink;
        colour.setAlphaF(static_cast<float>(std::sin(way * M_PI))); // comes out of one card and goes into the next
        painter.setBrush(colour);
        const auto x = (right ? way : 1 - way) * width();
        painter.drawEllipse(QPointF(x, y), radius, radius);
    }
}

PipelineView::PipelineView(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("pipelineView"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (std::size_t i = 0; i < allStages.size(); ++i) {
        auto *card = m_cards.at(i) = new StageCard(allStages.at(i), this);
        connect(card, &StageCard::credentialsWanted, this, &PipelineView::credentialsWanted);
        connect(card, &StageCard::deadLettersWanted, this, &PipelineView::deadLettersWanted);
        connect(card, &StageCard::clicked, this, &PipelineView::stageClicked);
        connect(card, &StageCard::menuWanted, this, &PipelineView::menuWanted);
        layout->addWidget(card, 1);
        if (i + 1 < allStages.size())
            layout->addWidget(m_lines.at(i) = new FlowLine(this));
    }
    m_clock.setInterval(frame);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        for (auto *line : m_lines) {
            if (line->isFlowing())
                line->step();
        }
    });
}

void PipelineView::present(const PipelineSnapshot &snapshot)
{
    for (std::size_t i = 0; i < allStages.size(); ++i) {
        const auto &stage = snapshot.stages.at(i);
        m_cards.at(i)->present(
            stage, snapshot.at,
            {.isServiceDown = isDown(snapshot, stage.service), .isWorkedOnElsewhere = snapshot.isWorkedOnElsewhere()});
        constexpr double standsStill = 0.05; // less than one in twenty seconds is no flow
        if (i < m_lines.size())
            m_lines.at(i)->setFlowing(snapshot.running && stage.state == StageState::Working
                                      && stage.perSecond > standsStill);
    }
    animate();
}

void PipelineView::setCompact(bool compact)
{
    for (auto *card : m_cards)
        card->setCompact(compact);
}

QRect PipelineView::column(std::size_t first, std::size_t last) const
{
    return m_cards.at(first)->geometry() | m_cards.at(last)->geometry();
}

void PipelineView::animate()
{
    const bool isWanted = isVisible() && Theme::mayAnimate()
        && std::ranges::any_of(m_lines, [](const FlowLine *line) { return line->isFlowing(); });
    if (isWanted && !m_clock.isActive())
        m_clock.start();
    else if (!isWanted)
        m_clock.stop();
}

void PipelineView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    animate();
}

void PipelineView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_clock.stop();
}

} // namespace linernotes::ui
