// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settingrow.h"
#include "settings/settingwording.h"
#include "settingsbook.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace linernotes::ui
{

/// A setting of the engine. What is entered is checked while it is typed and handed on when it is whole; what can't be
/// right stays in the field, with the reason below.
class EngineSettingRow : public SettingRow
{
    Q_OBJECT

public:
    EngineSettingRow(const SettingState &state, QWidget *parent);

    [[nodiscard]] QString key() const { return m_state.key.name; }
    void present(const SettingState &state);
    /// The keys, and the eyes, go to where it is changed.
    void focusEditor();
    /// The engine did not take it.
    void refuse(const QString &why);

Q_SIGNALS:
    void changeWanted(const QString &key, const QString &value);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeEditor();
    void makeField(const QString &unit);
    void addUnit(const QString &unit);
    void showState();
    void showNote();
    void showValue();
    void check();
    void commit();
    void makeNowhere();
    [[nodiscard]] bool isNobody() const { return m_field && m_state.value == nobody; }
    [[nodiscard]] QString entered() const;

    SettingState m_state;
    QLineEdit *m_field = nullptr;
    QCheckBox *m_nowhere = nullptr; ///< beside a field that empty means something else
    QComboBox *m_choice = nullptr;
    QList<QCheckBox *> m_choices;
};

} // namespace linernotes::ui
