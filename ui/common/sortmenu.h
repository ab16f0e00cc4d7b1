// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

#include <functional>

class QTableView;

namespace linernotes::ui
{

/// What a click on a table's header does, for the keys: its columns, hidden ones too, with a mark at the one that the
/// rows are sorted by.
class SortMenu : public QMenu
{
    Q_OBJECT

public:
    /// `isSortable`: of which columns. Its model is set before.
    SortMenu(QTableView *table, const std::function<bool(int column)> &isSortable);

Q_SIGNALS:
    /// The one that is sorted by already: the other way round.
    void chosen(int column);

private:
    void mark(int column);
};

} // namespace linernotes::ui
