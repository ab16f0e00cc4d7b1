// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboard/pipelinepage.h"

#include "common/emptystate.h"
#include "common/theme.h"
#include "common/wording.h"
#include "dashboard/pipelineview.h"
#include "dashboard/servicestrip.h"
#include "dashboard/totalsstrip.h"
#include "runs/runstable.h"

#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace linernotes::ui
{

PipelinePage::PipelinePage(QWidget *parent)
    : Page({QStringLiteral("pipelinePage"), tr("Pipeline"), QStringLiteral("pipeline")}, parent)
    , m_pipeline(new PipelineView(this))
    , m_services(new ServiceStrip(this))
    , m_totals(new TotalsStrip(this))
    , m_model(new RunsModel(this))
{
    const auto &theme = Theme::instance();
    auto *top = new QVBoxLayout;
    top->setContentsMargins(theme.space(4), theme.space(3), theme.space(4), theme.space(3));
    top->setSpacing(theme.space(3));
    top->addWidget(makeHeading());
    top->addWidget(m_pipeline);
    top->addWidget(m_services);
    top->addWidget(m_totals);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(makeRuns(), 1);
    connect(m_pipeline, &PipelineView::credentialsWanted, this, &PipelinePage::credentialsWanted);
    connect(m_pipeline, &PipelineView::deadLettersWanted, this, &PipelinePage::deadLettersWanted);
    connect(m_services, &ServiceStrip::serviceWanted, this, &PipelinePage::serviceWanted);
}

QWidget *PipelinePage::makeHeading()
{
    const auto &theme = Theme::instance();
    auto *heading = new QWidget(this);
    auto *name = new QLabel(title().text, heading);
    name->setFont(theme.font(TypeStep::Title));
    m_summary = new QLabel(heading);
    m_summary->setObjectName(QStringLiteral("pipelineSummary"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QHBoxLayout(heading);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.space(3));
    layout->addWidget(name);
    layout->addWidget(m_summary, 1);
    return heading;
}

QWidget *PipelinePage::makeRuns()
{
    m_runs = new QStackedWidget(this);
    m_table = new RunsTable(QStringLiteral("runsTable"), m_model, m_runs);
    m_table->setColumnShown(RunsModel::Priority, false);
    connect(m_table, &RunsTable::opened, this, &PipelinePage::runWanted);
    m_nothing = new EmptyState(QStringLiteral("seed"), tr("Seed an artist to find out who made the records."),
                               tr("Seed artists…"), m_runs);
    m_nothing->setObjectName(QStringLiteral("runsNothing"));
    m_runs->addWidget(m_nothing);
    m_runs->addWidget(m_table);
    connect(m_nothing, &EmptyState::buttonClicked, this, &PipelinePage::seedWanted);
    return m_runs;
}

void PipelinePage::setSeedText(const QString &sentence, const QString &button)
{
    m_nothing->setSentence(sentence);
    m_nothing->setButtonText(button);
}

QString PipelinePage::summary(const PipelineSnapshot &snapshot) const
{
    QStringList parts;
    if (!snapshot.running)
        parts.append(tr("Paused"));
    if (snapshot.unfinishedRuns > 0)
        parts.append(tr("%Ln run(s) under way", nullptr, static_cast<int>(snapshot.unfinishedRuns)));
    const auto eta = etaLabel(snapshot.eta, snapshot.at);
    if (snapshot.unfinishedRuns > 0 && !eta.isEmpty())
        parts.append(eta);
    if (snapshot.pausedRuns > 0)
        parts.append(tr("%Ln run(s) paused", nullptr, static_cast<int>(snapshot.pausedRuns)));
    if (snapshot.unfinishedRuns == 0 && snapshot.pausedRuns == 0 && !snapshot.runs.empty())
        parts.append(tr("All runs are finished"));
    if (snapshot.dead > 0)
        parts.append(tr("%Ln dead letter(s)", nullptr, static_cast<int>(snapshot.dead)));
    return parts.join(QStringLiteral(" · "));
}

void PipelinePage::present(const PipelineSnapshotPtr &snapshot)
{
    m_summary->setText(summary(*snapshot));
    m_pipeline->present(*snapshot);
    m_services->present(*snapshot);
    m_totals->present(*snapshot);
    m_model->present(*snapshot);
    m_runs->setCurrentWidget(snapshot->runs.empty() ? static_cast<QWidget *>(m_nothing) : m_table);
}

bool PipelinePage::copyRows()
{
    return m_table->copyRows();
}

void PipelinePage::saveState(QSettings &settings) const
{
    m_table->saveColumns(settings);
}

void PipelinePage::restoreState(QSettings &settings)
{
    m_table->restoreColumns(settings);
}

} // namespace linernotes::ui
