// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/runstable.h"

#include "common/rowdelegate.h"
#include "common/theme.h"
#include "runs/progressdelegate.h"

#include <QFontMetrics>
#include <QHeaderView>

namespace linernotes::ui
{

RunsTable::RunsTable(const QString &objectName, RunsModel *model, QWidget *parent)
    : TableView(objectName, parent)
{
    const auto &theme = Theme::instance();
    setAccessibleName(tr("Runs"));
    setModel(model);
    auto *names = new RowDelegate(RowDelegate::Ink::Strong, this);
    names->setElide(Qt::ElideMiddle); // "Kaito Blume and 8 more", "Refresh (2)"
    setItemDelegateForColumn(RunsModel::Name, names);
    setItemDelegateForColumn(RunsModel::State, new RunStateDelegate(this));
    setItemDelegateForColumn(RunsModel::Progress, new ProgressDelegate(this));
    for (const auto column : {RunsModel::Priority, RunsModel::Started, RunsModel::Finished})
        setItemDelegateForColumn(column, new RowDelegate(RowDelegate::Ink::Muted, this));
    setElasticWidth(RunsModel::Name, 14, 0);
    const auto sign = theme.iconSize(TypeStep::Body) + theme.space(1) * 3 / 2;
    setFixedWidth(RunsModel::State, RunsModel::widestTexts(RunsModel::State), sign);
    setElasticWidth(RunsModel::Progress, ProgressDelegate::leastFigures, 1);
    for (const auto column :
         {RunsModel::Recordings, RunsModel::Dead, RunsModel::Priority, RunsModel::Started, RunsModel::Finished})
        setFixedWidth(column, RunsModel::widestTexts(column));
    const auto needed =
        QFontMetrics(theme.font(TypeStep::Caption)).horizontalAdvance(RunsModel::stageNames()) + theme.space(5);
    connect(horizontalHeader(), &QHeaderView::sectionResized, model, [model, needed](int column, int, int width) {
        if (column == RunsModel::Progress)
            model->showStageNames(width >= needed);
    });
    connect(this, &QTableView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT opened(index.data(RunsModel::IdRole).toLongLong()); });
}

qint64 RunsTable::currentRun() const
{
    const auto selected = selectionModel()->selectedRows();
    const auto index = selected.isEmpty() || selectionModel()->isRowSelected(currentIndex().row())
        ? currentIndex()
        : selected.constFirst();
    return index.isValid() ? index.data(RunsModel::IdRole).toLongLong() : 0;
}

QList<qint64> RunsTable::chosenRuns() const
{
    QList<qint64> runs;
    for (const auto &index : selectionModel()->selectedRows())
        runs.append(index.data(RunsModel::IdRole).toLongLong());
    if (runs.size() < 2)
        runs = {currentRun()};
    return runs;
}

bool RunsTable::select(qint64 runId)
{
    for (int row = 0; row < model()->rowCount(); ++row) {
        const auto index = model()->index(row, 0);
        if (index.data(RunsModel::IdRole).toLongLong() != runId)
            continue;
        // Not by the view, which adds to what is selected while Ctrl is held, as it is for Ctrl+2.
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        return true;
    }
    return false;
}

} // namespace linernotes::ui
