// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/sidebar.h"

#include "common/accessibility.h"
#include "common/icons.h"
#include "common/theme.h"

#include <QButtonGroup>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace linernotes::ui
{

SidebarButton::SidebarButton(const Page::Title &title, QWidget *parent)
    : QAbstractButton(parent)
    , m_iconName(title.icon)
{
    setObjectName(QStringLiteral("sidebar_") + title.id);
    Accessibility::setRole(this, QAccessible::PageTab);
    setText(title.text);
    setAccessibleName(title.text);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SidebarButton::setBadge(const QString &badge)
{
    if (std::exchange(m_badge, badge) == badge)
        return;
    showToolTip();
    setAccessibleDescription(badge);
    update();
}

void SidebarButton::setCompact(bool compact)
{
    if (std::exchange(m_isCompact, compact) == compact)
        return;
    showToolTip();
    updateGeometry();
}

void SidebarButton::showToolTip()
{
    const auto words = m_badge.isEmpty() ? text() : tr("%1: %2", "page and its badge").arg(text(), m_badge);
    setToolTip(m_isCompact ? words : QString());
}

QSize SidebarButton::sizeHint() const
{
    const auto &theme = Theme::instance();
    return {m_isCompact ? theme.space(8) : theme.figureWidth(TypeStep::Body, 25), theme.space(8)};
}

void SidebarButton::paintGround(QPainter &painter) const
{
    const auto &theme = Theme::instance();
    const auto &colours = theme.colours();
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? colours.selection : colours.raised);
        painter.drawRoundedRect(QRectF(rect()), theme.radius(), theme.radius());
    }
    if (hasFocus()) {
        painter.setPen(QPen(colours.accent, 2 * theme.hairline()));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme.radius(), theme.radius());
    }
}

void SidebarButton::paintCompact(QPainter &painter) const
{
    const auto &theme = Theme::instance();
    const auto &colours = theme.colours();
    const auto size = theme.iconSize(TypeStep::Body);
    const QRectF place((width() - size) / 2.0, (height() - size) / 2.0, size, size);
    paintIcon(painter, place, m_iconName, isChecked() ? colours.accent : colours.muted);
    if (m_badge.isEmpty())
        return;
    const auto radius = theme.space(1) * 0.75;
    painter.setPen(QPen(isChecked() ? colours.selection : colours.canvas, 2 * theme.hairline()));
    painter.setBrush(colours.accent);
    painter.drawEllipse(place.topRight(), radius, radius);
}

void SidebarButton::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::instance();
    const auto &colours = theme.colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter);
    if (m_isCompact) {
        paintCompact(painter);
        return;
    }
    const auto size = theme.iconSize(TypeStep::Body);
    const auto area = rect().adjusted(theme.space(2), 0, -theme.space(2), 0);
    const auto placed = [&](const QRect &logical) { return QStyle::visualRect(layoutDirection(), area, logical); };
    const auto ink = isChecked() ? colours.text : colours.muted;
    paintIcon(painter, placed(QRect(area.left(), (height() - size) / 2, size, size)), m_iconName,
              isChecked() ? colours.accent : ink);
    painter.setFont(theme.font(isChecked() ? TypeStep::Strong : TypeStep::Body));
    painter.setPen(colours.text);
    painter.drawText(placed(area.adjusted(size + theme.space(2), 0, 0, 0)), Qt::AlignLeft | Qt::AlignVCenter, text());
    painter.setFont(theme.font(TypeStep::Caption));
    painter.setPen(colours.muted);
    painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, m_badge);
}

Sidebar::Sidebar(QWidget *parent)
    : QWidget(parent)
    , m_buttons(new QButtonGroup(this))
    , m_layout(new QVBoxLayout(this))
{
    const auto &theme = Theme::instance();
    setObjectName(QStringLiteral("sidebar"));
    Accessibility::setRole(this, QAccessible::PageTabList);
    setAccessibleName(tr("Pages"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    m_layout->setContentsMargins(theme.space(2), theme.space(2), theme.space(2), theme.space(2));
    m_layout->setSpacing(theme.space(1) / 2);
    m_layout->addStretch(1);
    connect(m_buttons, &QButtonGroup::idClicked, this, &Sidebar::chosen);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Sidebar::addPage(Page *page)
{
    auto *button = new SidebarButton(page->title(), this);
    m_buttons->addButton(button, static_cast<int>(m_buttons->buttons().size()));
    m_layout->insertWidget(m_layout->count() - 1, button);
    connect(page, &Page::badgeChanged, button, &SidebarButton::setBadge);
}

void Sidebar::setCurrent(int index)
{
    if (auto *button = m_buttons->button(index))
        button->setChecked(true);
    for (auto *button : m_buttons->buttons()) // Tab comes in at the page that is shown, as in a list
        button->setFocusPolicy(button->isChecked() ? Qt::TabFocus : Qt::NoFocus);
}

void Sidebar::setCompact(bool compact)
{
    for (auto *button : m_buttons->buttons())
        static_cast<SidebarButton *>(button)->setCompact(compact); // there are no others
}

void Sidebar::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::instance();
    QPainter painter(this);
    painter.fillRect(rect(), theme.colours().canvas);
    painter.setPen(QPen(theme.colours().line, theme.hairline()));
    const auto x = layoutDirection() == Qt::LeftToRight ? width() - 1 : 0;
    painter.drawLine(x, 0, x, height());
}

} // namespace linernotes::ui
