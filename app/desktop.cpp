// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop.h"

#include "desktopnotifier.h"
#include "headless/signals.h"
#include "onedesktop.h"

#include <QApplication>
#include <QSettings>

namespace linernotes
{

namespace
{

const auto welcomed = QStringLiteral("window/welcomed");

} // namespace

int runDesktop(Engine &engine, const DesktopOptions &options, const OneDesktop &claim, const QString &notice)
{
    ui::MainWindow window(engine, options);
    // What is leased would wait for half a minute if the process just died, as at the end of a session.
    const TerminationSignals termination;
    QObject::connect(&termination, &TerminationSignals::received, &window, [&window] {
        window.closeNow(); // nobody is there to be asked
        QApplication::quit(); // also where a dialog is open
    });
    QObject::connect(&claim, &OneDesktop::startedAgain, &window, &ui::MainWindow::comeToFront);
    DesktopNotifier notifier;
    QObject::connect(&window, &ui::MainWindow::newsCame, &notifier, [&notifier](const ui::News &news) {
        notifier.show(QString::number(static_cast<int>(news.kind)), news.title, news.text);
    });
    QObject::connect(&notifier, &DesktopNotifier::clicked, &window, &ui::MainWindow::comeToFront);
    window.show();
    if (options.demo && !QSettings().value(welcomed).toBool()) {
        QSettings().setValue(welcomed, true);
        window.openWelcome();
    }
    if (!notice.isEmpty())
        window.tell(notice); // until there is something else to tell
    window.startWork();
    if (options.areCredentialsNew)
        window.tryCredentials();
    return QApplication::exec();
}

} // namespace linernotes
