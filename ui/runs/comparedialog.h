// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runactions.h"
#include "telemetry/snapshot.h"

#include <QDialog>
#include <QFuture>

#include <functional>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;

namespace linernotes::ui
{

class ComparedModel;
class TableView;

/// Whom a run has found that another had not: two runs to choose, and the producers that are new since.
class CompareDialog : public QDialog
{
    Q_OBJECT

public:
    struct Pair {
        qint64 earlier = 0;
        qint64 later = 0; ///< whose producers are shown
    };
    using Compare = std::function<QFuture<Result<RunComparison>>(qint64 earlier, qint64 later, int limit)>;
    CompareDialog(std::vector<RunSnapshot> runs, Pair pair, Compare compare, QWidget *parent);

    /// What to compare where these were chosen: two with each other; one with the run that it repeats, else with the
    /// one before it, else with the next. nullopt: there is nothing to compare.
    static std::optional<Pair> pairOf(const std::vector<RunSnapshot> &runs, const QList<qint64> &chosen);

Q_SIGNALS:
    void producerWanted(qint64 personId);

private:
    QComboBox *makeChoice(const QString &objectName, const QString &name, qint64 run);
    QWidget *makeChoices();
    void makeTable();
    void swap();
    void compare();
    void show(const Result<RunComparison> &comparison);
    void copy() const;
    [[nodiscard]] QString summaryOf(const RunComparison &comparison) const;
    [[nodiscard]] QString unfinishedNote(qint64 run) const;

    std::vector<RunSnapshot> m_runs; ///< of artists only
    Compare m_compare;
    QComboBox *m_earlier;
    QComboBox *m_later;
    QLabel *m_summary;
    ComparedModel *m_model;
    TableView *m_table;
    QPushButton *m_copy = nullptr;
    quint64 m_asked = 0; ///< an answer to an earlier question is not shown
};

} // namespace linernotes::ui
