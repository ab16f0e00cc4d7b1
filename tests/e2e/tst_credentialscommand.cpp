// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/programcase.h"

#include <QJsonArray>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

using namespace linernotes;

/// `linernotes credentials`, and work by what it keeps, in a keychain of the test's own.
class CredentialsCommandTest : public ProgramCase
{
    Q_OBJECT

    /// The services' addresses, and no credentials.
    QProcessEnvironment bare() const
    {
        auto environment = this->environment();
        for (const auto *name : {"SPOTIFY_CLIENT_ID", "SPOTIFY_CLIENT_SECRET", "GENIUS_ACCESS_TOKEN"})
            environment.remove(QLatin1String(name));
        return environment;
    }
    Outcome credentials(const QStringList &arguments, const QProcessEnvironment &environment,
                        const QByteArray &input = {})
    {
        QProcess process;
        launch(process, QStringList{QStringLiteral("credentials")} + arguments, environment);
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished(60'000);
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    QStringList origins(const QProcessEnvironment &environment)
    {
        const auto shown = credentials({QStringLiteral("show"), QStringLiteral("--json")}, environment);
        QStringList origins;
        for (const auto &service :
             QJsonDocument::fromJson(shown.out).object().value(QStringLiteral("services")).toArray())
            origins.append(service.toObject().value(QStringLiteral("origin")).toString());
        return origins;
    }
    QByteArray spotifyLines() const
    {
        return QStringLiteral("%1\n%2\n").arg(m_server->clientId(), m_server->clientSecret()).toUtf8();
    }
    void keepAll()
    {
        QCOMPARE(credentials({QStringLiteral("set"), QStringLiteral("spotify")}, bare(), spotifyLines()).exitCode, 0);
        QCOMPARE(credentials({QStringLiteral("set"), QStringLiteral("genius")}, bare(),
                             m_server->geniusToken().toUtf8() + '\n')
                     .exitCode,
                 0);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const auto why = qEnvironmentVariable("LINERNOTES_NO_KEYRING"); !why.isEmpty())
            QSKIP(qPrintable(why));
        startServer();
    }
    void init()
    {
        nextDatabase();
        for (const auto *service : {"spotify", "genius"})
            QCOMPARE(credentials({QStringLiteral("delete"), QLatin1String(service)}, bare()).exitCode, 0);
    }

    void ctrlCAtAHiddenPromptLeavesATerminalThatShowsWhatIsTyped()
    {
        const int keyboard = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
        QVERIFY(keyboard >= 0 && ::grantpt(keyboard) == 0 && ::unlockpt(keyboard) == 0);
        const int terminal = ::open(::ptsname(keyboard), O_RDWR | O_NOCTTY | O_CLOEXEC);
        QVERIFY(terminal >= 0);
        const auto shows = [terminal] {
            termios state{};
            return ::tcgetattr(terminal, &state) == 0 && (state.c_lflag & ECHO) != 0;
        };
        QProcess process;
        process.setChildProcessModifier([terminal] {
            ::setsid();
            ::dup2(terminal, STDIN_FILENO);
            ::ioctl(STDIN_FILENO, TIOCSCTTY, 0);
        });
        process.setInputChannelMode(QProcess::ForwardedInputChannel);
        launch(process, {QStringLiteral("credentials"), QStringLiteral("set"), QStringLiteral("genius")}, bare());
        QTRY_VERIFY_WITH_TIMEOUT(!shows(), 20'000);
        QCOMPARE(::write(keyboard, "\x03", 1), 1);
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitStatus(), QProcess::CrashExit); // ended by the signal, as any program is
        QVERIFY(shows());
        ::close(terminal);
        ::close(keyboard);
    }

    void theirOriginIsShownAndNothingElse()
    {
        QCOMPARE(origins(bare()), QStringList({QStringLiteral("none"), QStringLiteral("none")}));
        QCOMPARE(origins(environment()), QStringList({QStringLiteral("environment"), QStringLiteral("environment")}));
        const auto kept =
            credentials({QStringLiteral("set"), QStringLiteral("spotify")}, bare(), "another-id\nanother-secret\n");
        QVERIFY2(kept.exitCode == 0, kept.err.constData());
        QCOMPARE(origins(bare()), QStringList({QStringLiteral("keychain"), QStringLiteral("none")}));
        QCOMPARE(origins(environment()), QStringList({QStringLiteral("keychain"), QStringLiteral("environment")}));
        auto off = bare();
        off.insert(QStringLiteral("LINERNOTES_KEYCHAIN"), QStringLiteral("off"));
        QCOMPARE(origins(off), QStringList({QStringLiteral("none"), QStringLiteral("none")}));
        const auto shown = credentials({}, environment());
        for (const auto *secret : {"another-id", "another-secret", "demo-secret", "demo-genius-token"}) {
            QVERIFY2(!shown.out.contains(secret) && !shown.err.contains(secret), secret);
            QVERIFY2(!kept.out.contains(secret) && !kept.err.contains(secret), secret);
        }
    }

    void whatIsIncompleteOrAnArgumentIsNotTaken()
    {
        QCOMPARE(credentials({QStringLiteral("set"), QStringLiteral("spotify")}, bare(), "only-an-id\n").exitCode, 2);
        QCOMPARE(credentials({QStringLiteral("set"), QStringLiteral("genius")}, bare(), "\n").exitCode, 2);
        QCOMPARE(credentials({QStringLiteral("set")}, bare()).exitCode, 2);
        const auto argument = credentials(
            {QStringLiteral("set"), QStringLiteral("genius"), QStringLiteral("hunter2-hunter2")}, bare(), "x\n");
        QCOMPARE(argument.exitCode, 2);
        QVERIFY2(!argument.err.contains("hunter2"), argument.err.constData());
        QCOMPARE(origins(bare()), QStringList({QStringLiteral("none"), QStringLiteral("none")}));
    }

    void theKeychainsOnesWork()
    {
        keepAll();
        const auto tested = credentials({QStringLiteral("test")}, bare());
        QVERIFY2(tested.exitCode == 0, tested.out + tested.err);
        QVERIFY2(tested.out.contains("spotify: Works") && tested.out.contains("genius: Works"), tested.out.constData());
        QVERIFY(!QFile::exists(m_database)); // nothing is made for it
        auto process = bare();
        QProcess work;
        launch(work,
               QStringList{QStringLiteral("run"), QStringLiteral("--until-idle"), QStringLiteral("--seed"),
                           allArtists().front()}
                   + unlimited(),
               process);
        QVERIFY(work.waitForFinished(120'000));
        QCOMPARE(work.exitCode(), 0);
        const auto again = credentials({QStringLiteral("test"), QStringLiteral("spotify"), QStringLiteral("--json")},
                                       bare()); // by the engine of that database
        QCOMPARE(again.exitCode, 0);
        QCOMPARE(QJsonDocument::fromJson(again.out).object().value(QStringLiteral("verdict")).toString(),
                 QStringLiteral("works"));
        QCOMPARE(credentials({QStringLiteral("delete"), QStringLiteral("genius")}, bare()).exitCode, 0);
        QCOMPARE(origins(bare()), QStringList({QStringLiteral("keychain"), QStringLiteral("none")}));
    }

    void wrongOnesFailTheTest()
    {
        auto wrong = environment();
        wrong.insert(QStringLiteral("GENIUS_ACCESS_TOKEN"), QStringLiteral("a-wrong-token"));
        const auto tested = credentials({QStringLiteral("test")}, wrong);
        QCOMPARE(tested.exitCode, 1);
        QVERIFY2(tested.out.contains("spotify: Works") && tested.out.contains("genius: Wrong access token"),
                 tested.out.constData());
        QVERIFY(!tested.out.contains("a-wrong-token"));
    }
};

QTEST_GUILESS_MAIN(CredentialsCommandTest)
#include "tst_credentialscommand.moc"
