// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mainwindow/commandpalette.h"

#include <QDialog>

namespace linernotes::ui
{

class Page;

/// What a page is for, and the keys that work there. Stays open beside the work.
class HelpDialog : public QDialog
{
    Q_OBJECT

public:
    HelpDialog(const Page &page, const QList<CommandPalette::Command> &everywhere, QWidget *parent);

private:
    /// Commands of another place than `home` say which. Empty: none does.
    QWidget *makeKeys(const QString &title, const QList<CommandPalette::Command> &commands, const QString &home = {});
};

} // namespace linernotes::ui
