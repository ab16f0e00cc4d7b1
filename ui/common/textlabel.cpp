// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/textlabel.h"

#include "common/wording.h"

#include <QPainter>
#include <QStyle>

#include <cmath>
#include <utility>

namespace linernotes::ui
{
namespace
{

/// Longer than any line that a screen shows: measuring ends there.
constexpr qsizetype mostOfLine = 1000;

} // namespace

TextLabel::TextLabel(const QString &objectName, TypeStep step, QWidget *parent)
    : QLabel(parent)
{
    setObjectName(objectName);
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFont(Theme::instance().font(step));
}

QSize TextLabel::minimumSizeHint() const
{
    constexpr int figures = 12;
    constexpr int lines = 3;
    const auto &theme = Theme::instance();
    return QLabel::minimumSizeHint().boundedTo(
        {theme.figureWidth(TypeStep::Body, figures), lines * fontMetrics().height()});
}

LineLabel::LineLabel(const QString &objectName, QWidget *parent)
    : QLabel(parent)
{
    setObjectName(objectName);
    setTextFormat(Qt::PlainText);
}

QSize LineLabel::sizeHint() const
{
    const auto width = QFontMetricsF(font()).horizontalAdvance(shortened(text(), mostOfLine));
    return {static_cast<int>(std::ceil(width)), fontMetrics().height()}; // on scaled screens letters end between pixels
}

QSize LineLabel::minimumSizeHint() const
{
    constexpr int figures = 6;
    if (!m_brief.isEmpty())
        return {fontMetrics().horizontalAdvance(m_brief) + 1, fontMetrics().height()};
    return sizeHint().boundedTo({Theme::instance().figureWidth(TypeStep::Body, figures), fontMetrics().height()});
}

void LineLabel::setBrief(const QString &brief)
{
    if (std::exchange(m_brief, brief) != brief)
        updateGeometry();
}

void LineLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const bool isBrief = !m_brief.isEmpty() && width() < sizeHint().width();
    const auto line = isBrief ? m_brief : fontMetrics().elidedText(shortened(text(), mostOfLine), m_elide, width());
    painter.drawText(rect(),
                     static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) | Qt::AlignVCenter
                         | Qt::TextSingleLine
                         | (layoutDirection() == Qt::LeftToRight ? Qt::TextForceLeftToRight : Qt::TextForceRightToLeft),
                     line);
}

} // namespace linernotes::ui
