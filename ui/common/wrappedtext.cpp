// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/wrappedtext.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace linernotes::ui
{
namespace
{

QTextOption wordWrap()
{
    QTextOption option;
    option.setWrapMode(QTextOption::WordWrap);
    return option;
}

} // namespace

void drawWrapped(QPainter &painter, const QRect &area, const QString &text)
{
    const auto metrics = painter.fontMetrics();
    const auto lines = area.height() / metrics.height();
    QTextLayout layout(text, painter.font(), painter.device());
    layout.setTextOption(wordWrap());
    layout.beginLayout();
    QRect row(area.left(), area.top(), area.width(), metrics.height());
    for (int drawn = 1; drawn <= lines; ++drawn) {
        auto line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(area.width());
        const auto rest = text.mid(line.textStart());
        const auto words = drawn == lines ? rest : rest.left(line.textLength()).trimmed();
        // A word that is wider than the area is elided too.
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         metrics.elidedText(words, Qt::ElideRight, area.width()));
        row.translate(0, metrics.height());
    }
    layout.endLayout();
}

int linesOf(const QString &text, const QFont &font, int width)
{
    if (QFontMetrics(font).horizontalAdvance(text) <= width)
        return 1;
    QTextLayout layout(text, font);
    layout.setTextOption(wordWrap());
    layout.beginLayout();
    for (auto line = layout.createLine(); line.isValid(); line = layout.createLine())
        line.setLineWidth(width);
    layout.endLayout();
    return std::max(layout.lineCount(), 1);
}

} // namespace linernotes::ui
