// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/enginesettingrow.h"

#include "common/theme.h"
#include "common/wording.h"
#include "settings/settingwording.h"

#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace linernotes::ui
{
namespace
{

constexpr int figuresOfShort = 14; ///< numbers with their units, and codes as short
constexpr int lettersOfText = 24;

QString placeholderOf(const Settings::Key &key)
{
    return valueLabel(key, key.defaultValue);
}

/// What would be right: what is wrong is seen in the field.
QString problemOf(const Settings::Key &key)
{
    return key.form == SettingForm::Choices ? EngineSettingRow::tr("At least one has to count.")
                                            : EngineSettingRow::tr("This takes %1.").arg(key.expected);
}

QString noteOf(const SettingState &state)
{
    if (state.isLocked())
        return EngineSettingRow::tr("Given by --set for this start; start without it to change it here.");
    if (!state.ignored.isEmpty()) {
        return EngineSettingRow::tr("The database has “%1”, which is no value for this: it is ignored until you reset "
                                    "it or give another.")
            .arg(shortened(state.ignored));
    }
    return {};
}

QString pendingOf(const SettingState &state)
{
    if (!state.isPending || state.isLocked())
        return {};
    return state.key.effect == SettingEffect::ProgramStart
        ? EngineSettingRow::tr("Holds from the next start of the program.")
        : EngineSettingRow::tr("Holds when the work is started anew.");
}

} // namespace

EngineSettingRow::EngineSettingRow(const SettingState &state, QWidget *parent)
    : SettingRow(wordsOf(state.key).title, wordsOf(state.key).explanation, parent)
    , m_state(state)
{
    setObjectName(QStringLiteral("row_") + key());
    addWords(key());
    makeEditor();
    showState();
    connect(this, &SettingRow::resetWanted, this, [this] { setProblem({}); });
}

void EngineSettingRow::makeEditor()
{
    const auto objectName = QStringLiteral("setting_") + key();
    switch (m_state.key.form) {
    case SettingForm::Number:
    case SettingForm::Text:
    case SettingForm::Code:
        makeField(wordsOf(m_state.key).unit);
        break;
    case SettingForm::Choice:
        m_choice = new QComboBox(this);
        m_choice->setObjectName(objectName);
        for (const auto &choice : m_state.key.choices)
            m_choice->addItem(choiceLabel(choice), choice);
        addControl(m_choice);
        connect(m_choice, &QComboBox::activated, this, &EngineSettingRow::commit);
        break;
    case SettingForm::Choices: {
        auto *column = new QWidget(this);
        auto *layout = new QVBoxLayout(column);
        layout->setContentsMargins(0, 0, 0, 0);
        for (const auto &choice : m_state.key.choices) {
            auto *box = new QCheckBox(choiceLabel(choice), column);
            box->setObjectName(objectName + QLatin1Char('_') + choice);
            layout->addWidget(box);
            m_choices.append(box);
            connect(box, &QCheckBox::clicked, this, &EngineSettingRow::commit);
        }
        addControl(column);
        break;
    }
    }
}

void EngineSettingRow::makeField(const QString &unit)
{
    const auto &theme = Theme::instance();
    const bool isNumber = m_state.key.form == SettingForm::Number;
    const bool isShort = isNumber || m_state.key.form == SettingForm::Code;
    m_field = new QLineEdit(this);
    m_field->setObjectName(QStringLiteral("setting_") + key());
    m_field->setFixedWidth(theme.figureWidth(TypeStep::Body, isShort ? figuresOfShort : lettersOfText));
    m_field->setAlignment(isNumber ? Qt::AlignRight : Qt::AlignLeft);
    m_field->setPlaceholderText(placeholderOf(m_state.key));
    m_field->installEventFilter(this);
    addControl(m_field);
    if (!unit.isEmpty())
        addUnit(unit);
    if (m_state.key.form == SettingForm::Text && m_state.key.defaultValue != nobody)
        makeNowhere();
    connect(m_field, &QLineEdit::textEdited, this, &EngineSettingRow::check);
    connect(m_field, &QLineEdit::editingFinished, this, &EngineSettingRow::commit);
}

/// In the field, behind the number: beside it, it would push the field off the edge that all controls end at.
void EngineSettingRow::addUnit(const QString &unit)
{
    const auto &theme = Theme::instance();
    auto *label = new QLabel(unit, m_field);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *inside = new QHBoxLayout(m_field);
    inside->setContentsMargins(0, 0, theme.space(2), 0);
    inside->addWidget(label, 0, Qt::AlignRight);
    const auto room = label->sizeHint().width() + theme.space(1);
    const bool isLeftToRight = layoutDirection() == Qt::LeftToRight;
    m_field->setTextMargins(isLeftToRight ? 0 : room, 0, isLeftToRight ? room : 0, 0);
}

/// Empty is the usual folder: that there are to be no files has a mark of its own.
void EngineSettingRow::makeNowhere()
{
    m_nowhere = new QCheckBox(tr("No files"), this);
    m_nowhere->setObjectName(m_field->objectName() + QLatin1Char('_') + nobody);
    addControl(m_nowhere);
    connect(m_nowhere, &QCheckBox::clicked, this, &EngineSettingRow::commit);
}

void EngineSettingRow::present(const SettingState &state)
{
    if (state == m_state)
        return;
    const bool isOther = state.value != m_state.value;
    m_state = state;
    // What somebody types is theirs until it is whole; so is what can't be right.
    if (!isOther || (m_field && m_field->isModified() && m_field->hasFocus())) {
        showNote();
        return;
    }
    showState();
}

void EngineSettingRow::showState()
{
    showValue();
    setProblem({});
    showNote();
    for (auto *editor : {static_cast<QWidget *>(m_field), static_cast<QWidget *>(m_choice)}) {
        if (editor)
            editor->setEnabled(!m_state.isLocked());
    }
    if (m_nowhere) {
        m_nowhere->setEnabled(!m_state.isLocked());
        m_field->setEnabled(!m_state.isLocked() && !isNobody());
    }
    for (auto *box : m_choices)
        box->setEnabled(!m_state.isLocked());
}

void EngineSettingRow::showNote()
{
    setNote(noteOf(m_state));
    setPending(pendingOf(m_state));
    setResettable(m_state.origin == SettingOrigin::Kept || !m_state.ignored.isEmpty(),
                  valueLabel(m_state.key, m_state.usualValue));
}

void EngineSettingRow::focusEditor()
{
    QWidget *editor = m_field;
    if (!editor)
        editor = m_choice ? static_cast<QWidget *>(m_choice) : m_choices.value(0);
    if (editor)
        editor->setFocus(Qt::ShortcutFocusReason);
}

void EngineSettingRow::showValue()
{
    if (m_nowhere)
        m_nowhere->setChecked(isNobody());
    if (m_field) {
        m_field->setText(isNobody() ? QString() : shownValue(m_state.key, m_state.value));
        m_field->setModified(false);
    }
    if (m_choice)
        m_choice->setCurrentIndex(std::max(m_choice->findData(m_state.value), 0));
    const auto chosen = m_state.value.split(QLatin1Char(','));
    for (qsizetype i = 0; i < m_choices.size(); ++i)
        m_choices.at(i)->setChecked(chosen.contains(m_state.key.choices.at(i)));
}

QString EngineSettingRow::entered() const
{
    if (m_field)
        return m_nowhere && m_nowhere->isChecked() ? nobody : valueOf(m_state.key, m_field->text().trimmed());
    if (m_choice)
        return m_choice->currentData().toString();
    QStringList chosen;
    for (qsizetype i = 0; i < m_choices.size(); ++i) {
        if (m_choices.at(i)->isChecked())
            chosen.append(m_state.key.choices.at(i));
    }
    return chosen.join(QLatin1Char(','));
}

void EngineSettingRow::check()
{
    if (m_field && entered().isEmpty() && m_state.key.form != SettingForm::Number) {
        setProblem({}); // the default
        return;
    }
    auto tried = Settings::defaults();
    setProblem(tried.set(key(), entered()) ? QString() : problemOf(m_state.key));
}

void EngineSettingRow::commit()
{
    check();
    if (!problem().isEmpty())
        return;
    if (m_field)
        m_field->setModified(false);
    if (entered() == m_state.value || (entered().isEmpty() && isNobody() && !m_nowhere))
        return;
    if (entered().isEmpty())
        Q_EMIT resetWanted();
    else
        Q_EMIT changeWanted(key(), entered());
}

void EngineSettingRow::refuse(const QString &why)
{
    setProblem(why);
}

/// Escape gives back what was there.
bool EngineSettingRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        showValue();
        setProblem({});
        m_field->selectAll();
        return true;
    }
    return SettingRow::eventFilter(watched, event);
}

} // namespace linernotes::ui
