// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktopstart.h"

#include "common/icons.h"
#include "common/theme.h"
#include "common/translation.h"
#include "core/whendone.h"
#include "credentials/credentialstester.h"
#include "desktop.h"
#include "environment.h"
#include "headless/commands.h"
#include "headless/session.h"
#include "onedesktop.h"
#include "store/database.h"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QFileInfo>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QThread>
#include <QTimer>

#include <expected>
#include <memory>
#include <tuple>

namespace linernotes
{
namespace
{

/// A keychain that is open answers sooner.
constexpr std::chrono::milliseconds unnoticed(1500);
/// What takes no longer needs no word.
constexpr std::chrono::milliseconds atOnce(400);
constexpr std::chrono::milliseconds lookAgain(250);

int failToStart(const QString &why)
{
    complain(why, ExitFailed);
    QMessageBox box(QMessageBox::Critical, QApplication::translate("Desktop", "Linernotes can't start"), why,
                    QMessageBox::Close);
    box.setTextFormat(Qt::PlainText);
    box.exec();
    return ExitFailed;
}

/// What keeps a database from being opened may be mended beside it: a lock, a right, a disk that is full.
bool isToBeTriedAgain(const QString &why)
{
    complain(why, ExitFailed);
    QMessageBox box(QMessageBox::Critical, QApplication::translate("Desktop", "Linernotes can't start"), why,
                    QMessageBox::Close);
    box.setTextFormat(Qt::PlainText);
    auto *again = box.addButton(QApplication::translate("Desktop", "Try again"), QMessageBox::AcceptRole);
    again->setObjectName(QStringLiteral("startTryAgain"));
    box.exec();
    return box.clickedButton() == again;
}

/// Another program may keep the database locked for longer than anybody waits before an empty screen. False: a person
/// does not wait for it.
bool awaitLock(const QString &database)
{
    if (!Database::isLocked(database))
        return true;
    QMessageBox box(QMessageBox::Information, QApplication::translate("Desktop", "Linernotes"),
                    QApplication::translate("Desktop",
                                            "Another program keeps the database locked: %1\n\nLinernotes opens it as "
                                            "soon as it is free.")
                        .arg(QDir::toNativeSeparators(database)),
                    QMessageBox::Close);
    box.setObjectName(QStringLiteral("lockBox"));
    box.setTextFormat(Qt::PlainText);
    bool isFree = false;
    QEventLoop loop;
    QTimer look;
    QObject::connect(&box, &QDialog::finished, &loop, &QEventLoop::quit);
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        isFree = !Database::isLocked(database);
        if (isFree)
            loop.quit();
    });
    look.start(lookAgain);
    QTimer::singleShot(atOnce, &box, &QWidget::show);
    loop.exec();
    return isFree;
}

/// Before the window: whether it opens on the demo depends on it. While the keychain is locked it asks a person for its
/// password, who may also go on without it; what it says later is still heard. False: what it has is not known.
bool awaitKeychain(CredentialStore &store)
{
    QMessageBox box(QMessageBox::Information, QApplication::translate("Desktop", "Linernotes"),
                    QApplication::translate("Desktop", "Waiting for the keychain, which may ask for its password …"));
    box.setObjectName(QStringLiteral("keychainBox"));
    box.addButton(QApplication::translate("Desktop", "Go on without it"), QMessageBox::RejectRole);
    QEventLoop loop;
    QObject::connect(&box, &QDialog::finished, &loop, &QEventLoop::quit);
    const auto reading = store.read();
    whenDone(reading, &loop, [&loop](bool) { loop.quit(); });
    QTimer::singleShot(unnoticed, &box, &QWidget::show);
    if (!reading.isFinished())
        loop.exec();
    return reading.isFinished() && !store.isLocked();
}

/// What the user should know at once: without credentials a database that was named is opened, but nothing is done.
QString noticeFor(const Session &session, const CredentialStore &store)
{
    const auto missing = missingCredentials(session.engine->credentials());
    if (missing.isEmpty())
        return {};
    const auto notice =
        QApplication::translate("Desktop",
                                "%1 is open, but its work waits for credentials: set %2, or enter them here.")
            .arg(QDir::toNativeSeparators(session.engine->databasePath()), missing.join(QStringLiteral(", ")));
    return store.keychainProblem().isEmpty() ? notice : notice + QLatin1Char(' ') + store.keychainProblem();
}

/// A database that a person named, or has worked on.
bool hasRealWork(const CommandLine &line)
{
    return !namedDatabase(line.database).isEmpty() || QFileInfo::exists(ownDatabase(Catalogue::Real));
}

/// Only where there is no real work yet: the demo has no business in a file that somebody chose for it, and who has
/// results wants to see them, credentials or not. Nor where a keychain that is locked may have what is needed for it.
bool startsOnDemo(const CommandLine &line, const CredentialStore &store, bool isKeychainKnown)
{
    return line.demo || (!hasRealWork(line) && isKeychainKnown && !store.credentials().isComplete());
}

/// A large file of an earlier version is copied first, for minutes: in a thread, so that there is something to see.
/// What does not work is told when the session is opened.
void bringUpToDate(const QString &database)
{
    if (!Database::isOutdated(database))
        return;
    QMessageBox box(
        QMessageBox::Information, QApplication::translate("Desktop", "Linernotes"),
        QApplication::translate("Desktop", "Bringing the database up to date. A copy of it is kept beside it …"),
        QMessageBox::NoButton);
    box.setObjectName(QStringLiteral("updateBox"));
    box.setStandardButtons(QMessageBox::NoButton);
    QEventLoop loop;
    const std::unique_ptr<QThread> updating(QThread::create(
        [&database] { std::ignore = Database::open(database, Database::Access::ReadWrite, Clock::system()); }));
    QObject::connect(updating.get(), &QThread::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(atOnce, &box, &QWidget::show);
    updating->start();
    loop.exec();
    updating->wait();
}

/// The claim on what the desktop opens; without a value: that is shown by another, or can't be claimed, and the exit
/// code says which.
std::expected<std::unique_ptr<OneDesktop>, int> claimFor(const CommandLine &line)
{
    auto claim = OneDesktop::claim(databaseOf(line));
    if (!claim)
        return std::unexpected(failToStart(claim.error().message));
    if (!*claim) {
        tell(QApplication::translate("Desktop", "Linernotes has this database open: its window is shown."));
        if (!line.settings.isEmpty())
            tell(QApplication::translate("Desktop",
                                         "It goes on with its own settings: --set is for a start of its own."));
        return std::unexpected(ExitDone);
    }
    return std::move(*claim);
}

/// Tries credentials at the services themselves, while the engine of the demo talks to its own.
Result<std::shared_ptr<CredentialsTester>> makeRealTester()
{
    auto settings = Settings::defaults();
    if (auto applied = applyEnvironment(settings); !applied)
        return failure(applied.error());
    return std::make_shared<CredentialsTester>(settings, Clock::system(), nullptr);
}

/// A program of its own: this one has its database, its engine and its work. Its file is named, for the environment may
/// name that of real work.
Result<void> openDemo()
{
    QProcess demo;
    demo.setProgram(QCoreApplication::applicationFilePath());
    demo.setArguments({QStringLiteral("--demo"), QStringLiteral("--database"), ownDatabase(Catalogue::Demo)});
    if (demo.startDetached())
        return {};
    return failure(ErrorCategory::InvalidInput,
                   QApplication::translate("Desktop", "The demo could not be started: %1").arg(demo.errorString()));
}

/// One engine and its window, until it is closed. True: credentials were given, leave the demo for the real services.
struct Outcome {
    int code = ExitDone;
    bool leavesDemo = false;
};

Outcome runSession(Session &session, CredentialStore &store, OneDesktop &claim, bool areCredentialsNew)
{
    auto &engine = *session.engine;
    bool leavesDemo = false;
    DesktopOptions options{.demo = session.isDemo,
                           .demoArtists = session.demo ? session.demo->catalogue().suggestedSeeds() : QStringList(),
                           .credentials = {.store = &store, .test = {}},
                           .credentialsEntered =
                               [&](const Credentials &credentials) {
                                   if (!session.isDemo)
                                       return engine.setCredentials(credentials);
                                   leavesDemo = true;
                                   QApplication::quit();
                               },
                           .areCredentialsNew = areCredentialsNew,
                           .openDemo = openDemo};
    if (session.isDemo) {
        auto tester = makeRealTester();
        if (!tester)
            return {.code = failToStart(tester.error().message), .leavesDemo = false};
        options.credentials.test = [asker = *tester](const QString &service, const Credentials &candidates) {
            return asker->test(service, candidates, false);
        };
    } else {
        // A keychain that was unlocked late, or a change from the window.
        QObject::connect(&store, &CredentialStore::changed, &engine,
                         [&] { engine.setCredentials(store.credentials()); });
    }
    const auto notice = noticeFor(session, store);
    if (!notice.isEmpty())
        tell(notice);
    const int code = runDesktop(engine, options, claim, notice);
    return {.code = code, .leavesDemo = leavesDemo};
}

} // namespace

int startDesktop(const CommandLine &line)
{
    ui::installTranslations(); // before the first word
    const auto appearance = QSettings().value(QStringLiteral("window/appearance")).toInt();
    ui::Theme::instance().setAppearance(static_cast<ui::Appearance>(qBound(0, appearance, 2)));
    QApplication::setWindowIcon(ui::programIcon());
    CredentialStore store(Keychain::ofSystem(), credentialsFromEnvironment());
    std::unique_ptr<OneDesktop> claim;
    // A window that is there is raised before anybody is asked for a password; only what is to be opened on the demo or
    // not depends on what the keychain has.
    if (line.demo || hasRealWork(line)) {
        auto claimed = claimFor(line);
        if (!claimed)
            return claimed.error();
        claim = std::move(*claimed);
    }
    bool isKeychainKnown = true;
    if (line.demo) // which needs nothing of it
        store.readUnlessLocked();
    else
        isKeychainKnown = awaitKeychain(store);
    auto wanted = line;
    wanted.demo = startsOnDemo(line, store, isKeychainKnown);
    bool hasLeftDemo = false;
    for (;;) {
        if (!claim) {
            auto claimed = claimFor(wanted);
            if (!claimed)
                return claimed.error();
            claim = std::move(*claimed);
        }
        if (!awaitLock(databaseOf(wanted)))
            return ExitFailed;
        bringUpToDate(databaseOf(wanted));
        auto session = Session::open(wanted, Session::Use::Window, store.credentials());
        if (!session) {
            if (session.error().category != ErrorCategory::Database)
                return failToStart(session.error().message);
            if (!isToBeTriedAgain(session.error().message))
                return ExitFailed;
            continue;
        }
        const auto outcome = runSession(*session, store, *claim, hasLeftDemo);
        if (!outcome.leavesDemo)
            return outcome.code;
        claim.reset();
        hasLeftDemo = true;
        wanted.demo = false;
        wanted.demoFace.reset();
        wanted.database = ownDatabase(Catalogue::Real); // a file that was named for the demo is not for real work
    }
}

} // namespace linernotes
