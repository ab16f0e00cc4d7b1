// SPDX-License-Identifier: GPL-3.0-or-later
#include "producers/wholeselection.h"

#include <QItemSelection>
#include <QTableView>

#include <utility>

namespace linernotes::ui
{

WholeSelection::WholeSelection(QTableView *table, ProducersModel *model)
    : QObject(table)
    , m_table(table)
    , m_model(model)
{
    // Later: of a row that goes, the selection is told before the model has let it go.
    connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &WholeSelection::check,
            Qt::QueuedConnection);
    connect(model, &ProducersModel::modelReset, this, &WholeSelection::end);
    connect(model, &ProducersModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        if (!m_ids.empty())
            selectRows(first, last);
    });
}

void WholeSelection::select(std::vector<qint64> ids)
{
    m_ids = std::move(ids);
    m_known = QSet<qint64>(m_ids.begin(), m_ids.end());
    m_table->clearSelection();
    selectRows(0, m_model->rowCount() - 1);
    Q_EMIT changed();
}

/// Those of them that are meant: what was found since is not.
void WholeSelection::selectRows(int first, int last)
{
    QItemSelection rows;
    for (int row = first; row <= last; ++row) {
        if (!m_known.contains(m_model->row(row).id))
            continue;
        auto end = row;
        while (end < last && m_known.contains(m_model->row(end + 1).id))
            ++end;
        rows.select(m_model->index(row, 0), m_model->index(end, ProducersModel::columns - 1));
        row = end;
    }
    m_table->selectionModel()->select(rows, QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

void WholeSelection::check()
{
    if (m_ids.empty())
        return;
    const auto *selection = m_table->selectionModel();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_known.contains(m_model->row(row).id) != selection->isRowSelected(row, {})) {
            end();
            return;
        }
    }
}

void WholeSelection::end()
{
    if (m_ids.empty())
        return;
    m_ids.clear();
    m_known.clear();
    Q_EMIT changed();
}

} // namespace linernotes::ui
