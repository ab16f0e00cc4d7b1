// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/page.h"

class QLabel;
class QStackedWidget;

namespace linernotes::ui
{

class EmptyState;
class PipelineView;
class RunsModel;
class RunsTable;
class ServiceStrip;
class TotalsStrip;

/// The work at a glance: five stages, the services they need, what was found, and the runs with their progress.
class PipelinePage : public Page
{
    Q_OBJECT

public:
    explicit PipelinePage(QWidget *parent);

    void present(const PipelineSnapshotPtr &snapshot) override;
    bool copyRows() override;
    void saveState(QSettings &settings) const override;
    void restoreState(QSettings &settings) override;
    /// What the button for an empty database says; it seeds in either case.
    void setSeedText(const QString &sentence, const QString &button);

Q_SIGNALS:
    void seedWanted();
    void credentialsWanted();
    void runWanted(qint64 runId);
    void deadLettersWanted(linernotes::StageId stage);
    void serviceWanted(const QString &service);

private:
    QWidget *makeHeading();
    QWidget *makeRuns();
    [[nodiscard]] QString summary(const PipelineSnapshot &snapshot) const;

    QLabel *m_summary = nullptr;
    PipelineView *m_pipeline;
    ServiceStrip *m_services;
    TotalsStrip *m_totals;
    RunsModel *m_model;
    RunsTable *m_table = nullptr;
    EmptyState *m_nothing = nullptr;
    QStackedWidget *m_runs = nullptr;
};

} // namespace linernotes::ui
