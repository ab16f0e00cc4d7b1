// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboard/attentionlist.h"

#include "common/icons.h"
#include "common/surface.h"
#include "common/theme.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace linernotes::ui
{

AttentionList::AttentionList(QWidget *parent)
    : QWidget(parent)
    , m_nothing(new QLabel(tr("Nothing: all work goes on by itself."), this))
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("attentionList"));
    setAccessibleName(tr("Needs you now"));
    const auto &theme = Theme::instance();
    m_layout->setContentsMargins(theme.space(3), theme.space(2), theme.space(3), theme.space(2));
    m_layout->setSpacing(theme.space(2));
    auto *title = new QLabel(tr("Needs you now"), this);
    title->setFont(theme.font(TypeStep::Strong));
    m_layout->addWidget(title);
    m_nothing->setObjectName(QStringLiteral("attentionNothing"));
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setWordWrap(true);
    m_layout->addWidget(m_nothing);
    m_layout->addStretch(1);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void AttentionList::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::instance();
    QPainter painter(this);
    paintSurface(painter, rect());
    const auto size = theme.iconSize(TypeStep::Body);
    for (std::size_t i = 0; i < m_list.size(); ++i) {
        const auto *text = m_rows.at(i).text;
        const auto row = QRect(text->mapTo(this, QPoint(0, 0)), text->size());
        const auto x =
            layoutDirection() == Qt::LeftToRight ? row.left() - theme.space(2) - size : row.right() + theme.space(2);
        paintIcon(painter,
                  QRectF(x,
                         row.top() + (m_isBeside ? row.height() - size : theme.lineHeight(TypeStep::Body) - size) / 2.0,
                         size, size),
                  m_list[i].icon, theme.colours().state(m_list[i].state));
    }
}

AttentionList::Row AttentionList::makeRow()
{
    const auto &theme = Theme::instance();
    Row row{.widget = new QWidget(this)};
    row.text = new QLabel(row.widget);
    row.text->setObjectName(QStringLiteral("attentionText"));
    row.text->setTextFormat(Qt::PlainText);
    row.text->setWordWrap(true);
    row.button = new QPushButton(row.widget);
    row.layout = new QBoxLayout(m_isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom, row.widget);
    row.layout->setContentsMargins(theme.iconSize(TypeStep::Body) + theme.space(2), 0, 0, 0); // for the icon
    row.layout->setSpacing(theme.space(1));
    row.layout->addWidget(row.text, 1);
    row.layout->addWidget(row.button, 0, Qt::AlignLeft);
    m_layout->insertWidget(m_layout->count() - 1, row.widget);
    connect(row.button, &QPushButton::clicked, this, [this, place = m_rows.size()] {
        Q_EMIT wanted(Attention(m_list.at(place))); // a copy: the next picture may come meanwhile
    });
    return row;
}

void AttentionList::fill(const Row &row, const Attention &attention)
{
    row.text->setText(attention.text);
    row.button->setText(attention.button);
    row.button->setVisible(!attention.button.isEmpty());
    const auto about = attention.stage ? queueName(*attention.stage) : attention.service;
    row.button->setObjectName(QStringLiteral("attention_%1%2")
                                  .arg(static_cast<int>(attention.action))
                                  .arg(about.isEmpty() ? QString() : u'_' + about));
    row.button->setAccessibleName(attention.button);
    row.button->setAccessibleDescription(attention.text);
}

void AttentionList::setBeside(bool beside)
{
    m_isBeside = beside;
    m_layout->setSpacing(Theme::instance().space(beside ? 1 : 2));
    for (const auto &row : m_rows)
        row.layout->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void AttentionList::focusFirst()
{
    const auto first = std::ranges::find_if(m_list, [](const auto &row) { return !row.button.isEmpty(); });
    if (first != m_list.end())
        m_rows.at(static_cast<std::size_t>(first - m_list.begin())).button->setFocus(Qt::ShortcutFocusReason);
}

void AttentionList::present(const std::vector<Attention> &list)
{
    if (list == m_list)
        return;
    m_list = list;
    while (m_rows.size() < list.size())
        m_rows.push_back(makeRow());
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (i < list.size())
            fill(m_rows[i], list[i]);
        m_rows[i].widget->setVisible(i < list.size());
    }
    m_nothing->setVisible(list.empty());
    update();
}

} // namespace linernotes::ui
