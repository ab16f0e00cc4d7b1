// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboard/totalsstrip.h"

#include "common/accessibility.h"
#include "common/theme.h"
#include "common/wording.h"

#include <QPainter>
#include <QStyle>

namespace linernotes::ui
{
namespace
{

QStringList names()
{
    return {TotalsStrip::tr("recordings"), TotalsStrip::tr("producers"), TotalsStrip::tr("credits"),
            TotalsStrip::tr("profiles"), TotalsStrip::tr("recordings without a song")};
}

} // namespace

TotalsStrip::TotalsStrip(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("totals"));
    Accessibility::setRole(this, QAccessible::StaticText);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void TotalsStrip::present(const PipelineSnapshot &snapshot)
{
    const std::array values{snapshot.recordings, snapshot.producers, snapshot.credits, snapshot.profiles,
                            snapshot.unmatched};
    if (values == m_values)
        return;
    m_values = values;
    QStringList texts;
    for (std::size_t i = 0; i < count; ++i)
        texts.append(tr("%1 %2").arg(number(values.at(i)), names().at(static_cast<qsizetype>(i))));
    setAccessibleName(texts.join(QStringLiteral(", ")));
    update();
}

QList<std::pair<QString, qint64>> TotalsStrip::figures() const
{
    QList<std::pair<QString, qint64>> named;
    for (std::size_t i = 0; i < count; ++i)
        named.append({names().at(static_cast<qsizetype>(i)), m_values.at(i)});
    return named;
}

QSize TotalsStrip::sizeHint() const
{
    const auto &theme = Theme::instance();
    return {theme.space(40), theme.lineHeight(TypeStep::Title) + theme.lineHeight(TypeStep::Caption)};
}

void TotalsStrip::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::instance();
    const auto &colours = theme.colours();
    QPainter painter(this);
    const auto labels = names();
    const auto tall = theme.lineHeight(TypeStep::Title);
    const QFontMetrics metrics(theme.font(TypeStep::Caption));
    // Each has what its name needs, and the same share of the rest: equal fifths would cut the longest name.
    int needed = 0;
    for (const auto &label : labels)
        needed += metrics.horizontalAdvance(label) + theme.space(2);
    const auto share = std::max(width() - needed, 0) / static_cast<int>(count);
    int left = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto step = metrics.horizontalAdvance(labels[static_cast<qsizetype>(i)]) + theme.space(2) + share;
        const QRect logical(left, 0, step - theme.space(2) + 1, height());
        left += step;
        const auto area = QStyle::visualRect(layoutDirection(), rect(), logical);
        painter.setFont(theme.font(TypeStep::Title));
        painter.setPen(m_values.at(i) > 0 ? colours.text : colours.muted);
        painter.drawText(QRect(area.left(), 0, area.width(), tall), Qt::AlignLeft | Qt::AlignVCenter,
                         number(m_values.at(i)));
        painter.setFont(theme.font(TypeStep::Caption));
        painter.setPen(colours.muted);
        painter.drawText(
            QRect(area.left(), tall, area.width(), height() - tall), Qt::AlignLeft | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(labels[static_cast<qsizetype>(i)], Qt::ElideRight, area.width()));
    }
}

} // namespace linernotes::ui
