// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/textlabel.h"

#include <QWidget>

class QAction;
class QLineEdit;
class QToolButton;
class QVBoxLayout;

namespace linernotes::ui
{

class FlowLayout;

/// The head of every page: its title and how it stands, what it is searched with, what is done here; the filters in
/// lines below. As high on each, so that nothing moves while pages are turned.
class PageHeader : public QWidget
{
    Q_OBJECT

public:
    /// `summaryName`: object name of the text beside the title.
    PageHeader(const QString &title, const QString &summaryName, QWidget *parent);

    [[nodiscard]] LineLabel *summary() const { return m_summary; }
    void addSearch(QLineEdit *field);
    /// What is done here is flat: the outlined buttons are those of the panels below.
    QToolButton *addButton(QAction *action, const QString &objectName);
    void addPart(QWidget *part); ///< in the line of the title, at its end
    void addFilters(QWidget *filters); ///< in a line of their own

private:
    LineLabel *m_summary;
    FlowLayout *m_line;
    QVBoxLayout *m_lines;
};

} // namespace linernotes::ui
