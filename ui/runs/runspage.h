// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/onceaclick.h"
#include "common/page.h"
#include "runactions.h"

class QAction;
class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace linernotes::ui
{

class EmptyState;
class RunDetail;
class RunsModel;
class RunsTable;
enum class Work;

/// All runs with their progress, and what a person does with them: pause, order, cancel, repeat, compare.
class RunsPage : public Page
{
    Q_OBJECT

public:
    /// `runs` must outlive the page.
    RunsPage(RunActions &runs, QWidget *parent);

    [[nodiscard]] QString explanation() const override;
    void present(const PipelineSnapshotPtr &snapshot) override;
    bool copyRows() override;
    void saveState(QSettings &settings) const override;
    void restoreState(QSettings &settings) override;

    /// Selects the run: now, with the next picture that has it, or when it was fetched, for the list holds the newest.
    void showRun(qint64 runId);

Q_SIGNALS:
    void seedWanted();
    void producerWanted(qint64 personId);
    void producersWanted(qint64 runId);
    void deadLettersWanted(qint64 runId, const QString &name);
    void activityWanted(qint64 runId);

private:
    QWidget *makeHeading();
    QWidget *makeContent();
    void makeActions();
    QAction *makeAction(const QString &objectName, const QString &iconName, const QString &text,
                        const QKeySequence &shortcut);
    [[nodiscard]] const RunSnapshot *current() const;
    void makeLinks();
    void showPause();
    void fetch(qint64 runId);
    [[nodiscard]] static QString summaryOf(Work work, int unfinished);
    void showSummary();
    void showCurrent();
    void togglePause();
    void setPriority(RunPriority priority);
    void confirmCancel();
    void repeat();
    void compare();
    /// `refusal`: what is told where that did not work, of the run's name and the reason.
    void hear(const QFuture<Result<RunSettling>> &settling, const QString &message, const QString &refusal,
              const QString &name);

    RunActions &m_actions;
    RunsModel *m_model;
    RunsTable *m_table = nullptr;
    QWidget *m_detailRoom = nullptr; ///< in which it scrolls where that is lower
    RunDetail *m_detail = nullptr;
    QSplitter *m_splitter = nullptr;
    EmptyState *m_nothing = nullptr;
    QStackedWidget *m_stack = nullptr;
    QLabel *m_summary = nullptr;
    QAction *m_pause = nullptr;
    QAction *m_cancel = nullptr;
    QAction *m_repeat = nullptr;
    QPushButton *m_priority = nullptr; ///< opens the menu of m_priorities
    QAction *m_compare = nullptr;
    QAction *m_producers = nullptr;
    QAction *m_letters = nullptr;
    QAction *m_activity = nullptr;
    QList<QAction *> m_priorities; ///< in the order of RunPriority
    bool m_showsResume = false; ///< the action that pauses
    PipelineSnapshotPtr m_shown;
    OnceAClick m_repeating;
    qint64 m_wanted = 0; ///< run that is to be selected when it comes
};

} // namespace linernotes::ui
