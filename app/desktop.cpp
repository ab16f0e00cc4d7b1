// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop.h"

#include "common/theme.h"
#include "common/translation.h"

#include <QApplication>
#include <QSettings>

namespace linernotes
{

int runDesktop(Engine &engine, const DesktopOptions &options)
{
    ui::installTranslations();
    const auto kept = QSettings().value(QStringLiteral("window/appearance")).toInt();
    ui::Theme::instance().setAppearance(static_cast<ui::Appearance>(qBound(0, kept, 2)));
    ui::MainWindow window(engine, options);
    window.show();
    engine.start(); // goes on with what is queued
    return QApplication::exec();
}

} // namespace linernotes
