// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "producers/producersmodel.h"

#include <QObject>
#include <QSet>

#include <vector>

class QTableView;

namespace linernotes::ui
{

/// A selection that reaches beyond the rows that are loaded: rows of it are selected as they come. Taking one of them
/// out, or other rows altogether, ends it.
class WholeSelection : public QObject
{
    Q_OBJECT

public:
    WholeSelection(QTableView *table, ProducersModel *model);

    void select(std::vector<qint64> ids);
    /// Empty: what is selected are loaded rows, and nothing else.
    [[nodiscard]] const std::vector<qint64> &ids() const { return m_ids; }

Q_SIGNALS:
    void changed();

private:
    void selectRows(int first, int last);
    void check();
    void end();

    QTableView *m_table;
    ProducersModel *m_model;
    std::vector<qint64> m_ids;
    QSet<qint64> m_known; ///< the same
};

} // namespace linernotes::ui
