// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mainwindow/mainwindow.h"

namespace linernotes
{

class OneDesktop;
using DesktopOptions = ui::MainWindow::Options;

/// Shows the window over the engine, starts the engine and runs until the window is closed or the program is told to
/// end (SIGTERM, SIGHUP, SIGINT); then the engine has stopped. `notice` is told in the status line at first. Returns
/// the exit code. Another start on the same database brings it to the front. Names of organisation and application are
/// set before: the window's state is kept in QSettings.
int runDesktop(Engine &engine, const DesktopOptions &options, const OneDesktop &claim, const QString &notice = {});

} // namespace linernotes
