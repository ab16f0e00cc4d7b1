// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/linedialog.h"

#include "common/theme.h"
#include "common/wording.h"
#include "core/whendone.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace linernotes::ui
{

LineDialog::LineDialog(const Text &text, const QStringList &offers, Take take, QWidget *parent)
    : SnugDialog(parent)
    , m_take(std::move(take))
    , m_line(new QLineEdit(this))
    , m_problem(new QLabel(this))
    , m_accept(new QPushButton(text.button, this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    const auto &theme = Theme::instance();
    setObjectName(text.objectName);
    setWindowTitle(text.title);
    auto *question = new QLabel(text.question, this);
    question->setFont(theme.font(TypeStep::Strong));
    question->setTextFormat(Qt::PlainText);
    question->setWordWrap(true);
    question->setBuddy(m_line);
    m_line->setObjectName(QStringLiteral("lineText"));
    m_line->setAccessibleName(text.question);
    auto *completer = new QCompleter(offers, m_line);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_line->setCompleter(completer);
    m_problem->setObjectName(QStringLiteral("lineProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_cancel->setObjectName(QStringLiteral("lineCancel"));
    m_cancel->setAutoDefault(false);
    m_accept->setObjectName(QStringLiteral("lineAccept"));
    m_accept->setProperty("primary", true);
    m_accept->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_accept);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.space(5), theme.space(5), theme.space(5), theme.space(4));
    layout->setSpacing(theme.space(3));
    for (auto *widget : std::initializer_list<QWidget *>{question, m_line, m_problem})
        layout->addWidget(widget);
    layout->addStretch(1);
    layout->addLayout(buttons);
    setUsualWidth(55);
    connect(m_cancel, &QPushButton::clicked, this, &LineDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, &LineDialog::take);
    connect(m_line, &QLineEdit::textEdited, m_problem, &QLabel::clear);
    connect(m_line, &QLineEdit::returnPressed, this, [this, completer, offers] {
        // The list takes the key for its own; to who has written all of it, it has nothing more to offer.
        if (completer->popup()->isVisible() && offers.contains(line(), Qt::CaseInsensitive)) {
            completer->popup()->hide();
            m_accept->click();
        }
    });
    m_line->setFocus();
}

void LineDialog::take()
{
    for (auto *button : {m_accept, m_cancel}) // a second press would ask twice
        button->setEnabled(false);
    whenDone(m_take(line()), this, [this](const Result<bool> &taken) {
        for (auto *button : {m_accept, m_cancel})
            button->setEnabled(true);
        if (taken) {
            accept();
            return;
        }
        m_problem->setText(errorText(taken.error()));
        m_line->setFocus();
    });
}

void LineDialog::reject()
{
    if (m_cancel->isEnabled())
        SnugDialog::reject();
}

QString LineDialog::line() const
{
    return m_line->text().simplified();
}

} // namespace linernotes::ui
