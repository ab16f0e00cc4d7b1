// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/page.h"
#include "engine.h"

#include <QTimer>

class QAction;
class QLabel;
class QSplitter;
class QStackedWidget;

namespace linernotes::ui
{

class EmptyState;
class EventFilter;
class EventList;
class EventView;
class EventsModel;
class ProblemList;
class ProblemsModel;

/// What happened: every event that was written down, as it comes, and what went wrong most often.
class ActivityPage : public Page
{
    Q_OBJECT

public:
    /// `engine` must outlive the page.
    ActivityPage(Engine &engine, QWidget *parent);

    [[nodiscard]] QString explanation() const override;
    void present(const PipelineSnapshotPtr &snapshot) override;
    bool find() override;
    bool copyRows() override;
    void saveState(QSettings &settings) const override;
    void restoreState(QSettings &settings) override;

    /// The events of one alone.
    void showMessage(qint64 messageId);
    void showRun(qint64 runId); ///< 0: all events
    [[nodiscard]] EventsModel &events() { return *m_events; }

Q_SIGNALS:
    void letterWanted(qint64 messageId);
    void runWanted(qint64 runId);
    void serviceWanted(const QString &service);
    void seedWanted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeActions();
    QWidget *makeTop();
    QWidget *makeContent();
    void connectParts();
    void openMenu(const QPoint &globalPlace);
    void applyFilter();
    void tick();
    void setLive(bool live);
    void showProblems(bool shown);
    void showState();
    void showCurrent();
    void readMessage();
    void follow();
    void copyEvent();

    Engine &m_engine;
    EventFilter *m_filter;
    EventsModel *m_events;
    ProblemsModel *m_problems;
    QAction *m_live = nullptr;
    QAction *m_clear = nullptr;
    QAction *m_showProblems = nullptr;
    QLabel *m_state = nullptr;
    QStackedWidget *m_content = nullptr;
    QSplitter *m_columns = nullptr;
    QSplitter *m_rows = nullptr;
    QStackedWidget *m_listStack = nullptr;
    ProblemList *m_problemList = nullptr;
    EventList *m_list = nullptr;
    EventView *m_view = nullptr;
    EmptyState *m_nothing = nullptr;
    EmptyState *m_nothingFound = nullptr;
    QTimer m_tick;
    bool m_isStale = true; ///< nothing was read yet
    bool m_isLayoutKept = false; ///< somebody has decided whether the problems are shown
};

} // namespace linernotes::ui
