// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadletteractions.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

class QAction;
class QComboBox;
class QLineEdit;
class QPushButton;
class QSettings;

namespace linernotes::ui
{

/// The fields that say which letters are listed: what became of them, stage, kind of error, words; and the run, which
/// is chosen elsewhere. What a person sets here is kept over a restart, what a link has set is not.
class LetterFilter : public QWidget
{
    Q_OBJECT

public:
    /// `anyRun`: what ends the narrowing to a run.
    LetterFilter(QAction *anyRun, QWidget *parent);

    [[nodiscard]] DeadLetterFilter value() const; ///< without a group
    [[nodiscard]] bool isSet() const { return value() != DeadLetterFilter(); }
    /// Each of the fields, as it is named to whoever is asked about the letters; empty: none is set.
    [[nodiscard]] QStringList inWords() const;
    /// By a link: everything else is dropped.
    void follow(const DeadLetterFilter &link, const QString &runName = {});
    void clear();
    void clearRun();

    /// What the letters are searched with, for the page to place.
    [[nodiscard]] QLineEdit *field() const { return m_text; }
    /// Without letters there is nothing to narrow, but for those that ended.
    void setOffered(bool offered);
    void focusText();
    void saveState(QSettings &settings) const;
    void restoreState(QSettings &settings);

Q_SIGNALS:
    void changed();
    void accepted(); ///< Return

private:
    void makeChoices();
    void set(const DeadLetterFilter &wanted);
    void setRun(qint64 runId, const QString &name);
    [[nodiscard]] QList<QComboBox *> choices() const { return {m_scope, m_stage, m_category}; }

    QAction *m_anyRun;
    qint64 m_runId = 0;
    QString m_runName;
    QPushButton *m_run;
    QComboBox *m_scope;
    QComboBox *m_stage;
    QComboBox *m_category;
    QLineEdit *m_text;
    QTimer m_delay;
    QSet<const QWidget *> m_linked; ///< fields that a link has set, and nobody since
};

} // namespace linernotes::ui
