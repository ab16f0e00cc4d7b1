// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/banner.h"

#include "common/actionbutton.h"
#include "common/flowlayout.h"
#include "common/icons.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace linernotes::ui
{

Banner::Banner(Tone tone, QString iconName, QWidget *parent)
    : QWidget(parent)
    , m_tone(tone)
    , m_iconName(std::move(iconName))
    , m_text(new QLabel(this))
    , m_layout(new FlowLayout(this))
{
    const auto &theme = Theme::instance();
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto policy = m_text->sizePolicy();
    policy.setHorizontalPolicy(QSizePolicy::Expanding); // the buttons stand at the end, or below where it is narrow
    m_text->setSizePolicy(policy);
    m_layout->setContentsMargins(theme.space(4) + theme.iconSize(TypeStep::Body) + theme.space(2), theme.space(1),
                                 theme.space(4), theme.space(1));
    m_layout->setSpacing(theme.space(2));
    m_layout->addWidget(m_text);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Banner::setText(const QString &text)
{
    if (text == m_text->text())
        return;
    m_text->setText(text);
    setAccessibleName(text);
    keepHeight();
}

/// A layout's least height knows nothing of wrapped lines: without this a narrow window would be as low as with one
/// line, and the page under it squeezed. While it is hidden its width means nothing.
void Banner::keepHeight()
{
    setMinimumHeight(isVisible() && m_layout->hasHeightForWidth() ? m_layout->heightForWidth(width()) : 0);
}

void Banner::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    keepHeight();
}

void Banner::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    keepHeight();
}

void Banner::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    keepHeight();
}

void Banner::setIcon(const QString &iconName)
{
    if (std::exchange(m_iconName, iconName) != iconName)
        update();
}

QString Banner::text() const
{
    return m_text->text();
}

QPushButton *Banner::addButton(const QString &text, const QString &objectName)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(objectName);
    add(button);
    return button;
}

void Banner::addButton(QAction *action, const QString &objectName)
{
    add(buttonOf(action, objectName, this));
}

void Banner::add(QPushButton *button)
{
    m_layout->addWidget(button);
    keepHeight();
}

QColor Banner::ink() const
{
    const auto &colours = Theme::instance().colours();
    switch (m_tone) {
    case Tone::Neutral:
        return colours.accent;
    case Tone::Warning:
        return colours.state(WorkState::Delayed);
    case Tone::Failure:
        return colours.state(WorkState::Dead);
    }
    Q_UNREACHABLE();
}

void Banner::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::instance();
    QPainter painter(this);
    painter.fillRect(rect(), blend(theme.colours().canvas, ink(), 0.1));
    const auto size = theme.iconSize(TypeStep::Body);
    paintIcon(painter, QRectF(theme.space(4), (height() - size) / 2.0, size, size), m_iconName, ink());
}

} // namespace linernotes::ui
