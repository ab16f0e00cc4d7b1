// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "producers/producersmodel.h"

#include <QWidget>

class QSettings;
class QStackedWidget;

namespace linernotes::ui
{

class EmptyState;
class ProducerCommands;
class SortMenu;
class TableView;
class WholeSelection;

/// The table of producers, or a sentence where there are none. While rows change, what is selected and what is in
/// sight stay.
class ProducerList : public QWidget
{
    Q_OBJECT

public:
    ProducerList(ProducersModel *model, ProducerCommands &commands, QWidget *parent);

    [[nodiscard]] TableView *table() const { return m_table; }
    [[nodiscard]] SortMenu *sortMenu() const { return m_sortMenu; }
    [[nodiscard]] int lastSeenRow() const; ///< the lowest that is in sight; 0: none
    /// Rows, or, where it reaches beyond those that are loaded, the whole of it.
    [[nodiscard]] std::vector<qint64> selected() const;
    [[nodiscard]] WholeSelection *whole() const { return m_whole; }
    /// What is said, and offered, while nobody is found yet.
    void setNothingYet(const QString &sentence, const QString &button);
    /// `filter`: in words; empty: all are looked for.
    void showContent(const QString &filter, bool isNarrowed);
    void showSort();
    void saveState(QSettings &settings) const;
    void restoreState(QSettings &settings);

Q_SIGNALS:
    void activated(qint64 personId);
    void sortWanted(int column);
    void selectionChanged();
    void seedWanted();
    void clearWanted();

private:
    void makeTable();
    void watchSelection();
    void openMenu(const QPoint &place);
    void rememberPlace();
    void restorePlace();
    void keepCurrent();

    ProducersModel *m_model;
    ProducerCommands &m_commands;
    QStackedWidget *m_content;
    TableView *m_table = nullptr;
    SortMenu *m_sortMenu = nullptr;
    WholeSelection *m_whole = nullptr;
    EmptyState *m_nothingYet = nullptr;
    EmptyState *m_nothingFound = nullptr;
    qint64 m_currentId = 0; ///< is found again when another query has put other rows in place

    struct Place {
        qint64 id = 0; ///< of the first row in sight; 0: the list stands at its top
        int offset = 0; ///< of that row, in pixels
    } m_place;
};

} // namespace linernotes::ui
