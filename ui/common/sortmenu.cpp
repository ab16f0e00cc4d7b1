// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/sortmenu.h"

#include "common/wording.h"

#include <QHeaderView>
#include <QTableView>

namespace linernotes::ui
{

SortMenu::SortMenu(QTableView *table, const std::function<bool(int column)> &isSortable)
    : QMenu(tr("&Sort by"), table)
{
    setObjectName(table->objectName() + QStringLiteral("Sort"));
    for (int column = 0; column < table->model()->columnCount(); ++column) {
        if (!isSortable(column))
            continue;
        auto *action = addAction(buttonText(table->model()->headerData(column, Qt::Horizontal).toString()));
        action->setObjectName(QStringLiteral("sort_%1").arg(column));
        action->setCheckable(true);
        action->setData(column);
        connect(action, &QAction::triggered, this, [this, table, column] {
            Q_EMIT chosen(column);
            mark(table->horizontalHeader()->sortIndicatorSection()); // a click on the mark has taken it away
        });
    }
    connect(table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &SortMenu::mark);
    mark(table->horizontalHeader()->sortIndicatorSection());
}

void SortMenu::mark(int column)
{
    for (auto *action : actions())
        action->setChecked(action->data().toInt() == column);
}

} // namespace linernotes::ui
