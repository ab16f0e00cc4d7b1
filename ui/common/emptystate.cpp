// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/emptystate.h"

#include "common/icons.h"
#include "common/textlabel.h"
#include "common/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace linernotes::ui
{

EmptyState::EmptyState(QString iconName, const QString &sentence, const QString &buttonText, QWidget *parent)
    : QWidget(parent)
    , m_iconName(std::move(iconName))
    , m_picture(new QLabel(this))
    , m_sentence(new TextLabel(QStringLiteral("emptyStateSentence"), TypeStep::Body, this))
    , m_button(new QPushButton(buttonText, this))
{
    const auto &theme = Theme::instance();
    m_sentence->setTextInteractionFlags(Qt::NoTextInteraction);
    m_sentence->setText(sentence);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_picture->setAlignment(Qt::AlignCenter);
    m_button->setObjectName(QStringLiteral("emptyStateButton"));
    m_button->setVisible(!buttonText.isEmpty());

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(theme.space(3));
    layout->addStretch(2);
    layout->addWidget(m_picture, 0, Qt::AlignHCenter);
    layout->addWidget(m_sentence); // as wide as there is room: a label that is aligned loses lines when it wraps
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);

    connect(m_button, &QPushButton::clicked, this, &EmptyState::buttonClicked);
    connect(&theme, &Theme::changed, this, &EmptyState::refresh);
    refresh();
}

void EmptyState::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
}

void EmptyState::setButtonText(const QString &text)
{
    m_button->setText(text);
    m_button->setVisible(!text.isEmpty());
}

void EmptyState::refresh()
{
    const auto &theme = Theme::instance();
    m_picture->setPixmap(
        icon(m_iconName, IconInk::Outline).pixmap(QSize(theme.space(10), theme.space(10)), devicePixelRatioF()));
}

} // namespace linernotes::ui
