// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/page.h"
#include "deadletteractions.h"

#include <QTimer>

class QLabel;
class QSplitter;
class QStackedWidget;

namespace linernotes::ui
{

class EmptyState;
class GroupList;
class GroupsModel;
class LetterActions;
class LetterFilter;
class LetterList;
class LettersModel;
class LetterSplitter;
class LetterView;
class OutcomeBar;

/// What was given up: on the left by what went wrong, on the right the letters of it, below the one that is chosen,
/// with everything that can be done about it.
class DeadLettersPage : public Page
{
    Q_OBJECT

public:
    /// `engine` must outlive the page.
    DeadLettersPage(DeadLetterActions &engine, QWidget *parent);

    [[nodiscard]] QString explanation() const override;
    void present(const PipelineSnapshotPtr &snapshot) override;
    bool find() override;
    bool copyRows() override;
    [[nodiscard]] OutcomeBar *work() const override { return m_outcome; }
    void saveState(QSettings &settings) const override;
    void restoreState(QSettings &settings) override;

    // Deep links. Each drops what was filtered by before.
    void showQueue(StageId stage);
    void showGroup(const QString &key);
    void showRun(qint64 runId, const QString &name);
    /// An ErrorCategory's name, and one of its groups; empty: of any.
    void showCategory(const QString &category, const QString &group);
    /// In whatever state it is.
    void showLetter(qint64 id);

    [[nodiscard]] const LettersModel &letters() const { return *m_letters; }
    [[nodiscard]] const LetterActions &letterActions() const { return *m_actions; }

Q_SIGNALS:
    void pipelineWanted();
    void runWanted(qint64 runId);
    void serviceWanted(const QString &service);
    void activityWanted(qint64 messageId);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeActions();
    QWidget *makeTop();
    QWidget *makeContent();
    void connectParts();
    void applyFilter();
    void listGroup();
    void showScope();
    void showSelected();
    void open(qint64 id);
    void showOpened(const Result<std::optional<DeadLetter>> &letter);
    void edit(qint64 id);
    void refresh();
    void refreshSoon();
    [[nodiscard]] QString runName(qint64 id) const;

    DeadLetterActions &m_engine;
    GroupsModel *m_groups;
    LettersModel *m_letters;
    LetterActions *m_actions;
    QLabel *m_count = nullptr;
    QAction *m_choose = nullptr;
    QAction *m_clear = nullptr;
    QAction *m_anyRun = nullptr; ///< seen while one run's letters are listed
    LetterFilter *m_filter = nullptr;
    OutcomeBar *m_outcome = nullptr;
    QStackedWidget *m_content = nullptr;
    QSplitter *m_columns = nullptr;
    LetterSplitter *m_right = nullptr;
    GroupList *m_groupList = nullptr;
    LetterList *m_letterList = nullptr;
    LetterView *m_view = nullptr;
    EmptyState *m_nothingDead = nullptr;
    EmptyState *m_nothingFound = nullptr;
    QTimer m_refreshTimer;
    PipelineSnapshotPtr m_shown;
    bool m_isStale = true;
    qint64 m_editedId = 0; ///< to be edited when it is there
    qint64 m_openedId = 0;
};

} // namespace linernotes::ui
