// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingssection.h"

#include "common/theme.h"
#include "settings/settingrow.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <utility>

namespace linernotes::ui
{

SettingsSection::SettingsSection(SettingTopic topic, QWidget *parent)
    : QWidget(parent)
    , m_topic(topic)
    , m_card(new QWidget(this))
    , m_rowsLayout(new QVBoxLayout(m_card))
{
    const auto &theme = Theme::instance();
    setObjectName(QStringLiteral("settingsSection_%1").arg(static_cast<int>(topic)));
    setAccessibleName(topicLabel(topic));
    auto *title = new QLabel(topicLabel(topic), this);
    title->setFont(theme.font(TypeStep::Strong));
    auto *explanation = new QLabel(topicExplanation(topic), this);
    explanation->setWordWrap(true);
    explanation->setForegroundRole(QPalette::PlaceholderText);
    explanation->setVisible(!explanation->text().isEmpty());
    m_rowsLayout->setContentsMargins(0, 0, 0, 0);
    m_rowsLayout->setSpacing(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.space(1));
    layout->addWidget(title);
    layout->addWidget(explanation);
    layout->addSpacing(theme.space(1));
    layout->addWidget(m_card);
}

void SettingsSection::addRow(SettingRow *row)
{
    m_rows.append(row);
    m_rowsLayout->addWidget(row);
}

bool SettingsSection::filter(const QString &text)
{
    const bool isAll = text.isEmpty() || topicLabel(m_topic).contains(text, Qt::CaseInsensitive);
    bool hasAny = false;
    for (auto *row : m_rows) {
        const bool fits = isAll || row->matches(text);
        row->setVisible(fits);
        hasAny = hasAny || fits;
    }
    setVisible(hasAny);
    return hasAny;
}

void SettingsSection::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::instance();
    const auto &colours = theme.colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto half = theme.hairline() / 2;
    painter.setPen(QPen(colours.line, theme.hairline()));
    painter.setBrush(colours.surface);
    painter.drawRoundedRect(QRectF(m_card->geometry()).adjusted(half, half, -half, -half), theme.radius(),
                            theme.radius());
    bool isFirst = true;
    for (const auto *row : m_rows) {
        if (row->isHidden() || std::exchange(isFirst, false))
            continue;
        const auto y = m_card->y() + row->y();
        painter.drawLine(QPointF(m_card->x() + theme.space(4), y), QPointF(m_card->geometry().right(), y));
    }
}

} // namespace linernotes::ui
