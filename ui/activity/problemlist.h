// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "activity/problemsmodel.h"
#include "common/takenrows.h"

#include <QWidget>

class QComboBox;
class QMenu;
class QStackedWidget;

namespace linernotes::ui
{

class RowsList;

/// Beside the events: what went wrong, how often, over a span that can be chosen. A chosen problem is what the events
/// are narrowed to.
class ProblemList : public QWidget
{
    Q_OBJECT

public:
    ProblemList(ProblemsModel *model, QWidget *parent);

    [[nodiscard]] const ProblemsModel::Key &chosen() const { return m_chosen; }
    void choose(const ProblemsModel::Key &key);
    [[nodiscard]] int spanHours() const;
    void setSpanHours(int hours);
    [[nodiscard]] QMenu *spanMenu() const { return m_spanMenu; }
    /// All of them, or the chosen one; false where there is none, or the keys are elsewhere.
    bool copyRows() const;

Q_SIGNALS:
    void problemChosen();
    void hideWanted();

private:
    QWidget *makeTop();
    void makeSpanMenu();
    [[nodiscard]] RowTexts taken() const;
    void takeCurrent();
    void follow();

    ProblemsModel *m_model;
    QComboBox *m_span = nullptr;
    QMenu *m_spanMenu = nullptr;
    RowsList *m_list;
    QStackedWidget *m_stack;
    QWidget *m_nothing = nullptr;
    ProblemsModel::Key m_chosen;
    bool m_isChanging = false; ///< the model: what becomes current meanwhile was not chosen
};

} // namespace linernotes::ui
