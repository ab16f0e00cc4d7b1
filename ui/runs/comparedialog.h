// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runactions.h"
#include "telemetry/snapshot.h"

#include <QDialog>
#include <QFuture>

#include <functional>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace linernotes::ui
{

/// Whom a run has found that another had not: two runs to choose, and the producers that are new since.
class CompareDialog : public QDialog
{
    Q_OBJECT

public:
    using Compare = std::function<QFuture<Result<RunComparison>>(qint64 earlier, qint64 later, int limit)>;
    /// `later`: the run that was chosen. The one before it is compared with first.
    CompareDialog(const std::vector<RunSnapshot> &runs, qint64 later, Compare compare, QWidget *parent);

Q_SIGNALS:
    void producerWanted(qint64 personId);

private:
    QComboBox *makeChoice(const QString &objectName, const QString &name, const std::vector<RunSnapshot> &runs);
    void compare();
    void show(const Result<RunComparison> &comparison);
    void copy() const;

    Compare m_compare;
    QComboBox *m_earlier;
    QComboBox *m_later;
    QLabel *m_summary;
    QListWidget *m_list;
    QPushButton *m_copy = nullptr;
    quint64 m_asked = 0; ///< an answer to an earlier question is not shown
};

} // namespace linernotes::ui
