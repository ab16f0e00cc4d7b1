// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingrow.h"

#include "common/flowlayout.h"
#include "common/icons.h"
#include "common/textlabel.h"
#include "common/theme.h"
#include "common/wording.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

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
    , m_texts(new QWidget(this))
    , m_pending(new LineLabel(QStringLiteral("settingPending"), m_texts))
    , m_explanation(textLabel(explanation, TypeStep::Caption, m_texts))
    , m_problemLine(new QWidget(m_texts))
    , m_problem(textLabel({}, TypeStep::Caption, m_problemLine))
    , m_note(textLabel({}, TypeStep::Caption, m_texts))
    , m_side(new QWidget(this))
    , m_controls(new FlowLayout(new QWidget(m_side)))
    , m_reset(new QToolButton(m_side))
{
    const auto &theme = Theme::instance();
    m_explanation->setForegroundRole(QPalette::PlaceholderText);
    m_explanation->setVisible(!explanation.isEmpty());
    m_note->setObjectName(QStringLiteral("settingNote"));
    makeProblem();
    auto *texts = new QVBoxLayout(m_texts);
    texts->setContentsMargins(0, 0, 0, 0);
    texts->setSpacing(theme.space(1) / 2);
    texts->addLayout(makeTitle());
    for (auto *part : {static_cast<QWidget *>(m_explanation), m_problemLine, static_cast<QWidget *>(m_note)})
        texts->addWidget(part);
    m_texts->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    makeSide();
    auto *layout = new FlowLayout(this);
    layout->setContentsMargins(theme.space(4), theme.space(2), theme.space(4), theme.space(2));
    layout->setSpacing(theme.space(3));
    layout->addWidget(m_texts);
    layout->addWidget(m_side);
    setProblem({});
    setNote({});
}

/// What is said of a change stands in the line of the name: one line more would push the rows below from under the
/// mouse that is on its way to them.
QLayout *SettingRow::makeTitle()
{
    const auto &theme = Theme::instance();
    m_pending->setFont(theme.font(TypeStep::Caption));
    m_pending->setForegroundRole(QPalette::PlaceholderText);
    m_pending->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *line = new QHBoxLayout;
    line->setSpacing(theme.space(2));
    line->addWidget(textLabel(m_name, TypeStep::Body, m_texts));
    line->addWidget(m_pending, 1);
    return line;
}

void SettingRow::makeProblem()
{
    const auto &theme = Theme::instance();
    m_problem->setObjectName(QStringLiteral("settingProblem"));
    auto *warning = new QLabel(m_problemLine);
    const auto draw = [warning] {
        const auto size = Theme::instance().iconSize(TypeStep::Caption);
        warning->setPixmap(icon(QStringLiteral("warning")).pixmap(size));
    };
    draw();
    connect(&theme, &Theme::changed, warning, draw);
    auto *problem = new QHBoxLayout(m_problemLine);
    problem->setContentsMargins(0, 0, 0, 0);
    problem->setSpacing(theme.space(1));
    problem->addWidget(warning, 0, Qt::AlignTop);
    problem->addWidget(m_problem, 1);
}

/// The button before the control, with its room kept: as it comes and goes, nothing moves.
void SettingRow::makeSide()
{
    const auto &theme = Theme::instance();
    m_reset->setIcon(icon(QStringLiteral("retry"), IconInk::Muted));
    m_reset->setObjectName(QStringLiteral("settingReset"));
    m_reset->setAutoRaise(true);
    m_reset->setFocusPolicy(Qt::TabFocus);
    m_reset->setAccessibleName(tr("Reset %1").arg(m_name));
    auto policy = m_reset->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(policy);
    m_reset->hide();
    connect(m_reset, &QToolButton::clicked, this, &SettingRow::resetWanted);
    m_controls->setSpacing(theme.space(2));
    auto *side = new FlowLayout(m_side);
    side->setSpacing(theme.space(2));
    side->addWidget(m_reset);
    side->addWidget(m_controls->parentWidget());
}

void SettingRow::addControl(QWidget *control)
{
    if (!qobject_cast<QAbstractButton *>(control) && control->accessibleName().isEmpty())
        control->setAccessibleName(m_name);
    control->setAccessibleDescription(m_explanation->text());
    m_controls->addWidget(control);
    if (const auto *choice = qobject_cast<const QComboBox *>(control)) {
        for (int i = 0; i < choice->count(); ++i)
            addWords(choice->itemText(i)); // who looks for “dark” means what it is chosen from
    }
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
        else
            for (const auto *part : control->findChildren<QCheckBox *>())
                values += part->isChecked() ? QStringList{part->text()} : QStringList();
    }
    return values.join(u' ').simplified();
}

void SettingRow::focusControl()
{
    for (int i = 0; i < m_controls->count(); ++i) {
        auto *control = m_controls->itemAt(i)->widget();
        if (control->isEnabled() && (control->focusPolicy() & Qt::TabFocus)) {
            control->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

void SettingRow::addBelow(QWidget *widget)
{
    m_texts->layout()->addWidget(widget);
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

void SettingRow::setPending(const QString &when)
{
    m_pending->setText(when);
    m_pending->setToolTip(plainToolTip(when));
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
