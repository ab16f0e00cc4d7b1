// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/textlabel.h"

#include "common/wording.h"

#include <QPainter>
#include <QStyle>

#include <cmath>

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
    return sizeHint().boundedTo({Theme::instance().figureWidth(TypeStep::Body, figures), fontMetrics().height()});
}

void LineLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const auto line = fontMetrics().elidedText(shortened(text(), mostOfLine), m_elide, width());
    painter.drawText(rect(),
                     static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) | Qt::AlignVCenter
                         | Qt::TextSingleLine
                         | (layoutDirection() == Qt::LeftToRight ? Qt::TextForceLeftToRight : Qt::TextForceRightToLeft),
                     line);
}

} // namespace linernotes::ui
