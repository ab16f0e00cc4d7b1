// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingrow.h"

#include "common/icons.h"
#include "common/theme.h"
#include "common/wording.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

namespace linernotes::ui
{
namespace
{

QLabel *textLabel(const QString &text, TypeStep step, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(Theme::instance().font(step));
    return label;
}

} // namespace

SettingRow::SettingRow(const QString &title, const QString &explanation, QWidget *parent)
    : QWidget(parent)
    , m_name(title)
    , m_words(title + QLatin1Char(' ') + explanation)
    , m_explanation(textLabel(explanation, TypeStep::Caption, this))
    , m_problemLine(new QWidget(this))
    , m_problem(textLabel({}, TypeStep::Caption, m_problemLine))
    , m_note(textLabel({}, TypeStep::Caption, this))
    , m_unit(new QLabel(this))
    , m_reset(new QToolButton(this))
    , m_controls(new QHBoxLayout)
    , m_text(new QVBoxLayout)
{
    const auto &theme = Theme::instance();
    m_explanation->setForegroundRole(QPalette::PlaceholderText);
    m_explanation->setVisible(!explanation.isEmpty());
    m_problem->setObjectName(QStringLiteral("settingProblem"));
    m_note->setObjectName(QStringLiteral("settingNote"));
    auto *warning = new QLabel(m_problemLine);
    warning->setPixmap(icon(QStringLiteral("warning")).pixmap(theme.iconSize(TypeStep::Caption)));
    auto *problem = new QHBoxLayout(m_problemLine);
    problem->setContentsMargins(0, 0, 0, 0);
    problem->setSpacing(theme.space(1));
    problem->addWidget(warning, 0, Qt::AlignTop);
    problem->addWidget(m_problem, 1);
    m_unit->setForegroundRole(QPalette::PlaceholderText);
    m_unit->setMinimumWidth(theme.figureWidth(TypeStep::Body, 5));
    m_reset->setIcon(icon(QStringLiteral("retry"), IconInk::Muted));
    m_reset->setObjectName(QStringLiteral("settingReset"));
    m_reset->setAutoRaise(true);
    m_reset->setFocusPolicy(Qt::TabFocus);
    m_reset->setAccessibleName(tr("Reset %1").arg(title));
    auto policy = m_reset->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // the controls keep one edge
    m_reset->setSizePolicy(policy);
    m_controls->setSpacing(theme.space(2));
    m_text->setSpacing(theme.space(1) / 2);
    m_text->addWidget(textLabel(title, TypeStep::Body, this));
    for (auto *part : {static_cast<QWidget *>(m_explanation), m_problemLine, static_cast<QWidget *>(m_note)})
        m_text->addWidget(part);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme.space(4), theme.space(2), theme.space(2), theme.space(2));
    layout->setSpacing(theme.space(3));
    auto *centred = new QVBoxLayout; // beside a control that is higher
    centred->addStretch(1);
    centred->addLayout(m_text);
    centred->addStretch(1);
    layout->addLayout(centred, 1);
    layout->addLayout(m_controls);
    layout->addWidget(m_unit);
    layout->addWidget(m_reset);
    connect(m_reset, &QToolButton::clicked, this, &SettingRow::resetWanted);
    setProblem({});
    setNote({});
    setResettable(false, {});
}

void SettingRow::addControl(QWidget *control)
{
    if (!qobject_cast<QAbstractButton *>(control) && control->accessibleName().isEmpty())
        control->setAccessibleName(m_name);
    control->setAccessibleDescription(m_explanation->text());
    m_controls->addWidget(control);
}

void SettingRow::setUnit(const QString &unit)
{
    m_unit->setText(unit);
}

QString SettingRow::valueText() const
{
    QStringList values;
    for (int i = 0; i < m_controls->count(); ++i) {
        const auto *control = m_controls->itemAt(i)->widget();
        if (const auto *field = qobject_cast<const QLineEdit *>(control))
            values.append(field->text());
        else if (const auto *choice = qobject_cast<const QComboBox *>(control))
            values.append(choice->currentText());
        else if (const auto *box = qobject_cast<const QCheckBox *>(control))
            values.append(box->isChecked() ? tr("on") : tr("off"));
        else if (const auto *label = qobject_cast<const QLabel *>(control))
            values.append(label->text());
        else if (control)
            for (const auto *part : control->findChildren<QCheckBox *>())
                values += part->isChecked() ? QStringList{part->text()} : QStringList();
    }
    return values.join(u' ').simplified();
}

void SettingRow::focusControl()
{
    for (int i = 0; i < m_controls->count(); ++i) {
        auto *control = m_controls->itemAt(i)->widget();
        if (control && control->isEnabled() && (control->focusPolicy() & Qt::TabFocus)) {
            control->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

void SettingRow::addBelow(QWidget *widget)
{
    m_text->addWidget(widget);
}

bool SettingRow::matches(const QString &text) const
{
    const auto wanted = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::ranges::all_of(wanted,
                               [this](const QString &word) { return m_words.contains(word, Qt::CaseInsensitive); });
}

void SettingRow::setProblem(const QString &problem)
{
    m_problem->setText(asSentence(problem));
    m_problemLine->setVisible(!problem.isEmpty());
    setAccessibleDescription(problem);
}

QString SettingRow::problem() const
{
    return m_problem->text();
}

void SettingRow::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

bool SettingRow::isResettable() const
{
    return !m_reset->isHidden();
}

void SettingRow::setResettable(bool resettable, const QString &usual)
{
    m_reset->setVisible(resettable);
    m_reset->setToolTip(plainToolTip(tr("Back to: %1").arg(usual)));
}

} // namespace linernotes::ui
