// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/reasondialog.h"

#include "common/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace linernotes::ui
{
namespace
{

constexpr int longestReason = 200;

} // namespace

ReasonDialog::ReasonDialog(const Text &text, QWidget *parent)
    : SnugDialog(parent)
    , m_reason(new QLineEdit(this))
{
    const auto &theme = Theme::instance();
    setObjectName(QStringLiteral("reasonDialog"));
    setWindowTitle(text.title);
    auto *question = new QLabel(text.question, this);
    question->setFont(theme.font(TypeStep::Strong));
    question->setWordWrap(true);
    auto *explanation = new QLabel(text.explanation, this);
    explanation->setWordWrap(true);
    explanation->setForegroundRole(QPalette::PlaceholderText);
    m_reason->setObjectName(QStringLiteral("reasonText"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Why? Kept in the history, for whoever looks next"));
    m_reason->setMaxLength(longestReason);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("reasonCancel"));
    cancel->setAutoDefault(false);
    auto *act = new QPushButton(text.button, this);
    act->setObjectName(QStringLiteral("reasonAccept"));
    act->setProperty("primary", true);
    act->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(act);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.space(5), theme.space(5), theme.space(5), theme.space(4));
    layout->setSpacing(theme.space(3));
    for (auto *widget : std::initializer_list<QWidget *>{question, explanation, m_reason})
        layout->addWidget(widget);
    layout->addStretch(1);
    layout->addLayout(buttons);
    setUsualWidth(60);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(act, &QPushButton::clicked, this, &QDialog::accept);
    m_reason->setFocus();
}

QString ReasonDialog::reason() const
{
    return m_reason->text().simplified();
}

} // namespace linernotes::ui
