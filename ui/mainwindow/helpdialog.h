// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QDialog>
#include <QList>

namespace linernotes::ui
{

class Page;

/// What a page is for, and the keys that work there. Stays open beside the work.
class HelpDialog : public QDialog
{
    Q_OBJECT

public:
    HelpDialog(const Page &page, const QList<QAction *> &everywhere, QWidget *parent);

private:
    QWidget *makeKeys(const QString &title, const QList<QAction *> &actions);
};

} // namespace linernotes::ui
