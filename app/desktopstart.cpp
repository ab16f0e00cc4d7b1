// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktopstart.h"

#include "desktop.h"
#include "environment.h"
#include "headless/commands.h"
#include "headless/session.h"

#include <QApplication>
#include <QMessageBox>

#include <optional>

namespace linernotes
{
namespace
{

int failToStart(const QString &why)
{
    complain(why, ExitFailed);
    QMessageBox box(QMessageBox::Critical, QApplication::translate("Desktop", "Linernotes can't start"), why,
                    QMessageBox::Close);
    box.setTextFormat(Qt::PlainText);
    box.exec();
    return ExitFailed;
}

} // namespace

int startDesktop(const CommandLine &line)
{
    auto wanted = line;
    wanted.demo = line.demo || !credentialsFromEnvironment().isComplete();
    std::optional<Credentials> entered;
    for (;;) {
        auto session = Session::open(wanted, Session::Database::MayBeNew);
        if (!session)
            return failToStart(session.error().message);
        auto &engine = *session->engine;
        if (entered)
            engine.setCredentials(*entered);
        entered.reset();
        const DesktopOptions options{.demo = session->isDemo,
                                     .demoArtists =
                                         session->demo ? session->demo->catalogue().suggestedSeeds() : QStringList(),
                                     .credentialsEntered = [&](const Credentials &credentials) {
                                         if (!session->isDemo)
                                             return engine.setCredentials(credentials);
                                         entered = credentials; // leave the demo for the real services
                                         QApplication::quit();
                                     }};
        const int code = runDesktop(engine, options);
        if (!entered)
            return code;
        wanted.demo = false;
    }
}

} // namespace linernotes
