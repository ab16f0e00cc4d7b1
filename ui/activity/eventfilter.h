// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/snapshot.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QSettings;

namespace linernotes::ui
{

/// The fields above the events: text, level, stage, service, run.
class EventFilter : public QWidget
{
    Q_OBJECT

public:
    explicit EventFilter(QWidget *parent);

    [[nodiscard]] EventQuery query() const;
    [[nodiscard]] bool isSet() const { return query() != EventQuery(); }
    void clear();
    void showMessage(qint64 messageId); ///< events of this alone
    void showRun(qint64 runId); ///< 0: all events
    /// The runs and services that can be chosen.
    void present(const PipelineSnapshot &snapshot);
    [[nodiscard]] QString runName(qint64 runId) const; ///< empty: not known

    /// For the page to place: there is no room for it beside the choices.
    [[nodiscard]] QLineEdit *field() const { return m_text; }
    void focusText();
    void saveState(QSettings &settings) const;
    void restoreState(QSettings &settings);

Q_SIGNALS:
    void changed();
    void runsChanged();
    void accepted(); ///< Return

private:
    QComboBox *makeChoice(const QString &objectName, const QString &name, const QString &any);
    void addRun(qint64 runId, const QString &name, int at);
    void tellIfChanged();
    [[nodiscard]] QList<QComboBox *> choices() const { return {m_level, m_stage, m_service, m_run}; }

    QLineEdit *m_text;
    QComboBox *m_level = nullptr;
    QComboBox *m_stage = nullptr;
    QComboBox *m_service = nullptr;
    QComboBox *m_run = nullptr;
    QTimer m_delay;
    EventQuery m_told;
    std::vector<std::pair<qint64, QString>> m_runs; ///< as the snapshot told
};

} // namespace linernotes::ui
