// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/quotabars.h"

#include "common/accessibility.h"
#include "common/theme.h"
#include "common/wording.h"
#include "services/servicefacts.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace linernotes::ui
{
namespace
{

/// From here on the bar warns.
constexpr double scarceFrom = 0.9;

WorkState stateOf(const GroupStanding &group)
{
    if (group.left() == 0)
        return WorkState::Dead;
    return group.used >= scarceFrom * group.limit ? WorkState::Delayed : WorkState::InFlight;
}

} // namespace

QuotaBars::QuotaBars(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("quotaBars"));
    Accessibility::setRole(this, QAccessible::Chart);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    hide(); // until something was counted
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void QuotaBars::present(const std::vector<GroupStanding> &groups, Instant now)
{
    m_now = now;
    if (groups == m_groups)
        return;
    const bool isOtherHeight = groups.size() != m_groups.size();
    m_groups = groups;
    QStringList texts;
    for (const auto &group : m_groups)
        texts.append(whole(group));
    setAccessibleName(tr("Calls of the last 24 h by endpoint group"));
    setAccessibleDescription(texts.join(QStringLiteral(". ")));
    setVisible(!m_groups.empty());
    if (isOtherHeight)
        updateGeometry();
    update();
}

int QuotaBars::rowHeight() const
{
    const auto &theme = Theme::instance();
    return theme.lineHeight(TypeStep::Caption) + theme.space(1) + theme.space(2);
}

QSize QuotaBars::sizeHint() const
{
    const auto &theme = Theme::instance();
    const auto rows = static_cast<int>(m_groups.size());
    return {theme.figureWidth(TypeStep::Body, 26),
            rows == 0 ? 0 : theme.lineHeight(TypeStep::Caption) + theme.space(1) + rows * rowHeight()};
}

QSize QuotaBars::minimumSizeHint() const
{
    return {Theme::instance().figureWidth(TypeStep::Body, 20), sizeHint().height()};
}

QString QuotaBars::whole(const GroupStanding &group) const
{
    return tr("%1: %2").arg(group.group, groupSentence(group, m_now));
}

void QuotaBars::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme.font(TypeStep::Caption));
    painter.setPen(theme.colours().muted);
    const auto line = theme.lineHeight(TypeStep::Caption);
    const auto side = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
    painter.drawText(QRect(0, 0, width(), line), side, tr("Calls of the last 24 h"));
    QRect row(0, line + theme.space(1), width(), rowHeight());
    for (const auto &group : m_groups) {
        paintGroup(painter, row, group);
        row.translate(0, rowHeight());
    }
}

void QuotaBars::paintGroup(QPainter &painter, const QRect &row, const GroupStanding &group) const
{
    const auto &theme = Theme::instance();
    const auto &colours = theme.colours();
    const auto line = theme.lineHeight(TypeStep::Caption);
    const QRect words(row.left(), row.top(), row.width(), line);
    painter.setPen(colours.text);
    const auto leading = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter);
    const auto trailing = QStyle::visualAlignment(layoutDirection(), Qt::AlignRight | Qt::AlignVCenter);
    painter.drawText(words, leading, group.group);
    const auto used = painter.fontMetrics().horizontalAdvance(group.group) + theme.space(2);
    painter.setPen(colours.muted);
    // A limit is learned from refusals: until then there is only a count, and no bar that would be empty.
    const auto sentence = group.isLimited() ? groupSentence(group, m_now) : number(group.used);
    painter.drawText(words, trailing, painter.fontMetrics().elidedText(sentence, Qt::ElideRight, row.width() - used));
    if (!group.isLimited())
        return;
    const auto thickness = theme.space(1) * 0.75;
    QRectF bar(row.left(), words.bottom() + theme.space(1) / 2.0, row.width(), thickness);
    painter.setPen(Qt::NoPen);
    painter.setBrush(blend(colours.surface, colours.text, 0.09));
    painter.drawRoundedRect(bar, thickness / 2, thickness / 2);
    if (group.used == 0)
        return;
    const auto share = std::min(1.0, static_cast<double>(group.used) / group.limit);
    const auto width = std::max(bar.width() * share, thickness);
    if (layoutDirection() == Qt::RightToLeft)
        bar.setLeft(bar.right() - width);
    else
        bar.setWidth(width);
    painter.setBrush(colours.state(stateOf(group)));
    painter.drawRoundedRect(bar, thickness / 2, thickness / 2);
}

bool QuotaBars::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const auto &theme = Theme::instance();
    const auto row = (help->pos().y() - theme.lineHeight(TypeStep::Caption) - theme.space(1)) / rowHeight();
    if (row < 0 || row >= static_cast<int>(m_groups.size())) {
        QToolTip::hideText();
        return true;
    }
    const auto &group = m_groups.at(static_cast<std::size_t>(row));
    QToolTip::showText(help->globalPos(),
                       plainToolTip(tr("%1\nThe oldest counted hour frees its calls at %2. Which endpoints share a "
                                       "limit, and how high it is, is learned from refusals.")
                                        .arg(whole(group), timeLabel(group.nextFree, m_now))),
                       this);
    return true;
}

} // namespace linernotes::ui
