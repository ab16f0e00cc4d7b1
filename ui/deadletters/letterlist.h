// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadletters/lettersmodel.h"

#include <QWidget>

namespace linernotes::ui
{

class LetterActions;
class LineLabel;
class TableView;

/// The letters of what is chosen, and what can be done to all of them. The selection and the place stay when letters
/// come and go; where the current one goes, the next is selected.
class LetterList : public QWidget
{
    Q_OBJECT

public:
    LetterList(LettersModel *model, LetterActions &actions, QWidget *parent);

    /// `what`: the group's error, or that it is all of them. What all have in common needs no column.
    void setHeading(const QString &what, const DeadLetterGroup &group);
    /// Whether the rows tell what became of them: all of them are open otherwise.
    void showEnds(bool shown);
    /// For all rows to be seen.
    [[nodiscard]] int heightNeeded() const;
    [[nodiscard]] int heightOf(int rows) const;
    [[nodiscard]] TableView *table() const { return m_table; }
    [[nodiscard]] std::vector<qint64> selected() const;
    [[nodiscard]] std::vector<qint64> selectedOpen() const; ///< of those: which can be acted on
    [[nodiscard]] QString selectedNames() const; ///< of these, the first few

Q_SIGNALS:
    void selectionChanged();
    void editWanted(qint64 id);

private:
    void makeTable();
    void openMenu(const QPoint &place);
    void rememberPlace();
    void restorePlace();
    void keepSelection();
    void selectSomething();

    LettersModel *m_model;
    LetterActions &m_actions;
    LineLabel *m_heading = nullptr;
    TableView *m_table = nullptr;
    std::vector<qint64> m_following; ///< the current letter and those below it, before a refresh
    std::vector<qint64> m_lastSelected; ///< are found again when another answer has put other rows in place
    struct Place {
        qint64 id = 0; ///< of the first row in sight; 0: the list stands at its top
        int offset = 0; ///< of that row, in pixels
    } m_place;
};

} // namespace linernotes::ui
