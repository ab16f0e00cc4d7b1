// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/pageheader.h"

#include "common/flowlayout.h"
#include "common/icons.h"
#include "common/theme.h"

#include <QAction>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace linernotes::ui
{

PageHeader::PageHeader(const QString &title, const QString &summaryName, QWidget *parent)
    : QWidget(parent)
    , m_summary(new LineLabel(summaryName, this))
    , m_line(new FlowLayout) // in large letters it takes lines more
    , m_lines(new QVBoxLayout(this))
{
    const auto &theme = Theme::instance();
    auto *heading = new QLabel(title, this);
    heading->setObjectName(QStringLiteral("pageTitle"));
    heading->setTextFormat(Qt::PlainText);
    heading->setFont(theme.font(TypeStep::Title));
    heading->setMinimumHeight(theme.space(7)); // as high as a button, where there is none too
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_summary->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred); // what is done here stands at the end
    m_line->setSpacing(theme.space(2));
    m_line->addWidget(heading);
    m_line->addWidget(m_summary);
    m_lines->setContentsMargins(theme.space(4), theme.space(3), theme.space(4), theme.space(3));
    m_lines->setSpacing(theme.space(2));
    m_lines->addLayout(m_line);
}

void PageHeader::addSearch(QLineEdit *field)
{
    constexpr int leastFigures = 20;
    constexpr int mostFigures = 60;
    const auto &theme = Theme::instance();
    field->setClearButtonEnabled(true);
    field->addAction(icon(QStringLiteral("search"), IconInk::Muted), QLineEdit::LeadingPosition);
    field->setMinimumWidth(theme.figureWidth(TypeStep::Body, leastFigures));
    field->setMaximumWidth(theme.figureWidth(TypeStep::Body, mostFigures));
    m_line->addWidget(field);
}

QToolButton *PageHeader::addButton(QAction *action, const QString &objectName)
{
    auto *button = new QToolButton(this);
    button->setObjectName(objectName);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setDefaultAction(action);
    button->setFocusPolicy(Qt::TabFocus);
    m_line->addWidget(button);
    return button;
}

void PageHeader::addPart(QWidget *part)
{
    m_line->addWidget(part);
}

void PageHeader::addFilters(QWidget *filters)
{
    m_lines->addWidget(filters);
}

} // namespace linernotes::ui
