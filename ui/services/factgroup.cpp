// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/factgroup.h"

#include "common/theme.h"

#include <QGridLayout>
#include <QLabel>

namespace linernotes::ui
{
namespace
{

void setText(QLabel *label, const QString &text)
{
    if (label->text() != text)
        label->setText(text);
}

/// These are compared down their column; the others are sentences, which are read.
bool isOfFigures(FactTopic topic)
{
    return topic == FactTopic::Traffic || topic == FactTopic::Recent;
}

} // namespace

FactGroup::FactGroup(FactTopic topic, QWidget *parent)
    : QWidget(parent)
    , m_topic(topic)
    , m_title(new QLabel(this))
    , m_layout(new QVBoxLayout(this))
    , m_grid(new QGridLayout)
{
    const auto &theme = Theme::instance();
    setTitle(topicLabel(topic));
    m_title->setFont(theme.font(TypeStep::Strong));
    m_grid->setHorizontalSpacing(theme.space(3));
    m_grid->setVerticalSpacing(theme.space(1));
    m_grid->setColumnStretch(isOfFigures(topic) ? 2 : 1, 1);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(theme.space(2));
    m_layout->addWidget(m_title);
    m_layout->addLayout(m_grid);
    m_layout->addStretch(1);
}

FactGroup::Line FactGroup::makeLine()
{
    const auto &theme = Theme::instance();
    const auto row = static_cast<int>(m_lines.size());
    Line line{.name = new QLabel(this), .value = new QLabel(this)};
    line.name->setForegroundRole(QPalette::PlaceholderText);
    line.name->setMinimumWidth(theme.figureWidth(TypeStep::Body, 12)); // one edge for the values of all topics
    line.value->setTextFormat(Qt::PlainText);
    line.value->setWordWrap(true); // not to be selected: it changes every second, and Ctrl+C copies all
    if (isOfFigures(m_topic)) {
        line.value->setWordWrap(false);
        line.value->setAlignment(Qt::AlignRight);
        line.value->setMinimumWidth(theme.figureWidth(TypeStep::Body, 10));
    }
    line.name->setBuddy(line.value);
    m_grid->addWidget(line.name, row, 0, Qt::AlignTop);
    m_grid->addWidget(line.value, row, 1, Qt::AlignTop);
    m_lines.push_back(line);
    return line;
}

void FactGroup::setTitle(const QString &title)
{
    setText(m_title, title);
    setAccessibleName(title);
}

void FactGroup::present(const std::vector<Fact> &facts)
{
    std::size_t row = 0;
    bool isKnown = false;
    for (const auto &fact : facts) {
        if (fact.topic != m_topic)
            continue;
        const auto line = row < m_lines.size() ? m_lines.at(row) : makeLine();
        ++row;
        isKnown = isKnown || fact.isKnown();
        for (auto *label : {line.name, line.value})
            label->setVisible(fact.isKnown());
        setText(line.name, fact.name);
        setText(line.value, fact.value);
        const auto said = tr("%1: %2").arg(fact.name, fact.value); // the name alone would hide the value
        if (line.value->accessibleName() != said)
            line.value->setAccessibleName(said);
    }
    setVisible(isKnown);
}

void FactGroup::addBelow(QWidget *widget)
{
    m_layout->insertWidget(m_layout->count() - 1, widget);
}

} // namespace linernotes::ui
