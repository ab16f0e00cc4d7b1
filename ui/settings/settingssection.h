// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settingwording.h"

#include <QWidget>

class QVBoxLayout;

namespace linernotes::ui
{

class SettingRow;

/// The settings of one topic: its name, and its rows on one surface.
class SettingsSection : public QWidget
{
    Q_OBJECT

public:
    SettingsSection(SettingTopic topic, QWidget *parent);

    [[nodiscard]] SettingTopic topic() const { return m_topic; }
    void addRow(SettingRow *row);
    /// Shows the rows that the text leaves, and itself if there are any; a topic's own name finds all of its rows.
    bool filter(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const SettingTopic m_topic;
    QWidget *m_card;
    QVBoxLayout *m_rowsLayout;
    QList<SettingRow *> m_rows;
};

} // namespace linernotes::ui
