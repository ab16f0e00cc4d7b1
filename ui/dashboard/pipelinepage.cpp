// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboard/pipelinepage.h"

#include "common/emptystate.h"
#include "common/tableview.h"
#include "common/theme.h"
#include "common/wording.h"
#include "dashboard/pipelineview.h"
#include "dashboard/progressdelegate.h"
#include "dashboard/runsmodel.h"
#include "dashboard/servicestrip.h"
#include "dashboard/totalsstrip.h"

#include <QHeaderView>
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

void PipelinePage::makeTable()
{
    const auto &theme = Theme::instance();
    m_table = new TableView(QStringLiteral("runsTable"), m_runs);
    m_table->setAccessibleName(tr("Runs"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(RunsModel::Name, new RowDelegate(RowDelegate::Ink::Strong, m_table));
    m_table->setItemDelegateForColumn(RunsModel::State, new RunStateDelegate(m_table));
    m_table->setItemDelegateForColumn(RunsModel::Progress, new ProgressDelegate(m_table));
    for (const auto column : {RunsModel::Started, RunsModel::Finished})
        m_table->setItemDelegateForColumn(column, new RowDelegate(RowDelegate::Ink::Muted, m_table));
    m_table->setElasticWidth(RunsModel::Name, 16, 0);
    m_table->setFixedWidth(RunsModel::State, 22);
    m_table->setElasticWidth(RunsModel::Progress, ProgressDelegate::leastFigures, 1);
    m_table->setFixedWidth(RunsModel::Recordings, 8);
    m_table->setFixedWidth(RunsModel::Dead, 7);
    m_table->setFixedWidth(RunsModel::Started, 14);
    m_table->setFixedWidth(RunsModel::Finished, 14);
    const auto needed =
        QFontMetrics(theme.font(TypeStep::Caption)).horizontalAdvance(RunsModel::stageNames()) + theme.space(5);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, m_model,
            [this, needed](int column, int, int width) {
                if (column == RunsModel::Progress)
                    m_model->showStageNames(width >= needed);
            });
}

QWidget *PipelinePage::makeRuns()
{
    m_runs = new QStackedWidget(this);
    makeTable();
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
    else if (!snapshot.runs.empty())
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
    Q_EMIT badgeChanged(snapshot->unfinishedRuns > 0 ? number(snapshot->unfinishedRuns) : QString());
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
