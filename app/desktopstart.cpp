// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktopstart.h"

#include "desktop.h"
#include "environment.h"
#include "headless/commands.h"
#include "headless/session.h"

#include <QApplication>
#include <QDir>
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

/// What the user should know at once: without credentials a database that was named is opened, but nothing is done.
QString noticeFor(const Session &session)
{
    const auto missing = missingCredentials(session.engine->credentials());
    if (missing.isEmpty())
        return {};
    return QApplication::translate("Desktop",
                                   "%1 is open, but its work waits for credentials: set %2, or enter them here.")
        .arg(QDir::toNativeSeparators(session.engine->databasePath()), missing.join(QStringLiteral(", ")));
}

/// Only where nobody named a database: the demo has no business in a file that somebody chose for real work.
bool startsOnDemo(const CommandLine &line)
{
    return line.demo || (namedDatabase(line.database).isEmpty() && !credentialsFromEnvironment().isComplete());
}

} // namespace

int startDesktop(const CommandLine &line)
{
    auto wanted = line;
    wanted.demo = startsOnDemo(line);
    std::optional<Credentials> entered;
    for (;;) {
        auto session = Session::open(wanted, Session::Use::Work);
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
        const auto notice = noticeFor(*session);
        if (!notice.isEmpty())
            tell(notice);
        const int code = runDesktop(engine, options, notice);
        if (!entered)
            return code;
        wanted.demo = false;
        wanted.demoFace.reset();
        wanted.database = ownDatabase(Catalogue::Real); // a file that was named for the demo is not for real work
    }
}

} // namespace linernotes
