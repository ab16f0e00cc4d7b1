// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/programcase.h"
#include "settings.h"

using namespace linernotes;

/// Settings in the terminal: kept in the database, and under what the command line says.
class SettingsCommandTest : public ProgramCase
{
    Q_OBJECT

    Outcome settings(const QStringList &arguments) { return run(QStringList{QStringLiteral("settings")} + arguments); }
    QJsonObject state(const QString &key, const QStringList &more = {})
    {
        const auto outcome = settings(QStringList{QStringLiteral("get"), key, QStringLiteral("--json")} + more);
        return QJsonDocument::fromJson(outcome.out).object();
    }

private Q_SLOTS:
    void initTestCase() { startServer(); }
    void init() { nextDatabase(); }

    void whatIsSetIsKeptUntilItIsReset()
    {
        QCOMPARE(settings({QStringLiteral("set"), QStringLiteral("refresh_days"), QStringLiteral("7")}).exitCode, 0);
        QCOMPARE(settings({QStringLiteral("get"), QStringLiteral("refresh_days")}).out, QByteArray("7\n"));
        QCOMPARE(state(QStringLiteral("refresh_days")).value(QStringLiteral("origin")).toString(),
                 QStringLiteral("database"));
        QCOMPARE(settings({QStringLiteral("reset"), QStringLiteral("refresh_days")}).exitCode, 0);
        QCOMPARE(settings({QStringLiteral("get"), QStringLiteral("refresh_days")}).out, QByteArray("30\n"));
        QCOMPARE(state(QStringLiteral("refresh_days")).value(QStringLiteral("origin")).toString(),
                 QStringLiteral("default"));
    }

    void theCommandLineWins()
    {
        QCOMPARE(settings({QStringLiteral("set"), QStringLiteral("spotify.market"), QStringLiteral("de")}).exitCode, 0);
        QCOMPARE(settings({QStringLiteral("get"), QStringLiteral("spotify.market")}).out, QByteArray("DE\n"));
        const auto overridden =
            state(QStringLiteral("spotify.market"), {QStringLiteral("--set"), QStringLiteral("spotify.market=FR")});
        QCOMPARE(overridden.value(QStringLiteral("value")).toString(), QStringLiteral("FR"));
        QCOMPARE(overridden.value(QStringLiteral("origin")).toString(), QStringLiteral("command line"));
        const auto refused = settings({QStringLiteral("set"), QStringLiteral("spotify.market"), QStringLiteral("GB"),
                                       QStringLiteral("--set"), QStringLiteral("spotify.market=FR")});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("--set"), refused.err.constData());
        QCOMPARE(settings({QStringLiteral("get"), QStringLiteral("spotify.market")}).out, QByteArray("DE\n"));
    }

    void aWrongValueChangesNothingAndSaysWhatIsRight()
    {
        const auto wrong = settings({QStringLiteral("set"), QStringLiteral("genius.timeout"), QStringLiteral("0")});
        QCOMPARE(wrong.exitCode, 2);
        QVERIFY2(wrong.err.contains("from 1 to 600"), wrong.err.constData());
        QVERIFY(!QFile::exists(m_database));
        for (const auto *action : {"get", "reset", "set"}) {
            const auto unknown = settings({QLatin1String(action), QStringLiteral("no.such"), QStringLiteral("1")});
            QCOMPARE(unknown.exitCode, 2);
        }
        QVERIFY2(settings({QStringLiteral("reset"), QStringLiteral("no.such")}).err.contains("refresh_days"),
                 "the settings are named");
        QCOMPARE(settings({}).exitCode, 2);
    }

    void theListHasThemAll()
    {
        QCOMPARE(settings({QStringLiteral("set"), QStringLiteral("log.level"), QStringLiteral("error")}).exitCode, 0);
        const auto list = settings({QStringLiteral("list"), QStringLiteral("--json")});
        const auto lines = list.out.trimmed().split('\n');
        QCOMPARE(lines.size(), static_cast<qsizetype>(Settings::keys().size()));
        QVERIFY(list.out.contains(R"("key":"log.level")"));
        const auto text = settings({QStringLiteral("list")}).out;
        QVERIFY2(text.contains("error (database; default info)"), text.constData());
    }
};

QTEST_GUILESS_MAIN(SettingsCommandTest)
#include "tst_settingscommand.moc"
