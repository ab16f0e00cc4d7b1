// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/programcase.h"
#include "fakes/answerserver.h"
#include "store/database.h"

#include <QDir>
#include <QDirIterator>

#include <algorithm>

using namespace linernotes;
using test::Answer;
using test::Call;

namespace
{

const auto clientId = QStringLiteral("marked-id-5b1d0c2f7a9e4836");
const auto clientSecret = QStringLiteral("MARKED-SECRET-c0ffee0123456789");
const auto geniusToken = QStringLiteral("MARKED-TOKEN-deadbeef9876543210");
const auto accessToken = QByteArrayLiteral("MARKED-ACCESS-0011223344556677");

/// With double quotes for the single ones: neither escaped nor in a raw string, on which moc stumbles.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

} // namespace

/// The program works with marked secrets against services that answer wrongly and repeat them; then everything that
/// it wrote and said is searched for them.
class SecretsTest : public ProgramCase
{
    Q_OBJECT

    test::AnswerServer m_answers;
    int m_call = 0;
    QByteArray m_said;

    /// In every form in which they go out.
    static QByteArrayList marks()
    {
        return {clientSecret.toUtf8(), geniusToken.toUtf8(), accessToken,
                (clientId + QLatin1Char(':') + clientSecret).toUtf8().toBase64()};
    }
    /// What a careless service might answer: what it was asked with, in each of its shapes.
    Answer careless(const Call &call)
    {
        const auto echo = "you sent " + call.headers.value("authorization") + " and " + call.body;
        if (call.path() == QLatin1String("/api/token")) {
            if (++m_call % 3 == 1)
                return {.body = json("{'error':'server_error','error_description':'" + echo + "'}"), .status = 503};
            return {.body = json("{'access_token':'" + accessToken + "','token_type':'Bearer','expires_in':3600}")};
        }
        if (call.path().endsWith(QLatin1String("/search")) && ++m_call % 4 == 0) // is understood, and kept
            return {.body = json("{'artists':{'items':[],'offset':0,'limit':10,'total':0},"
                                 "'meta':{'status':200},'response':{'hits':[]},'debug':'"
                                 + echo + "'}")};
        switch (++m_call % 6) {
        case 0:
            return {.body = json("{'error':{'status':400,'message':'" + echo + "'}}"), .status = 400};
        case 1:
            return {.body = "<html><title>" + echo + "</title></html>", .status = 502};
        case 2:
            return {.body = json("{'meta':{'status':404,'message':'" + echo + "'}}"), .status = 404};
        case 3:
            return {.body = json("{'wrong':'" + echo + "'}")};
        case 4:
            return {.body = echo + " but no JSON"};
        default:
            return {.body = echo, .status = 500, .manner = Answer::Manner::CutInBody};
        }
    }
    QProcessEnvironment marked() const
    {
        auto environment = this->environment();
        const auto url = m_answers.url().toString();
        environment.insert(QStringLiteral("LINERNOTES_SPOTIFY_API_URL"), url + QStringLiteral("/v1"));
        environment.insert(QStringLiteral("LINERNOTES_SPOTIFY_ACCOUNTS_URL"), url);
        environment.insert(QStringLiteral("LINERNOTES_GENIUS_API_URL"), url + QStringLiteral("/genius"));
        environment.insert(QStringLiteral("SPOTIFY_CLIENT_ID"), clientId);
        environment.insert(QStringLiteral("SPOTIFY_CLIENT_SECRET"), clientSecret);
        environment.insert(QStringLiteral("GENIUS_ACCESS_TOKEN"), geniusToken);
        environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("linernotes.*=true"));
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_folder.filePath(QStringLiteral("config")));
        environment.insert(QStringLiteral("XDG_CACHE_HOME"), m_folder.filePath(QStringLiteral("cache")));
        return environment;
    }
    void say(const QStringList &arguments)
    {
        const auto outcome = run(arguments, marked());
        m_said += outcome.out + outcome.err;
    }
    /// The services' answers as they are kept: packed, so that a search of the file would not find anything.
    QByteArray keptAnswers() const
    {
        QByteArray kept;
        auto database = Database::open(m_database, Database::Access::ReadOnly, Clock::system());
        if (!database)
            return kept;
        auto rows = (*database)->executeText(QStringLiteral("SELECT body FROM responses"));
        while (rows.next())
            kept += qUncompress(rows.bytes(0));
        return kept;
    }
    void searchFiles(int &searched) const
    {
        const auto kept = keptAnswers();
        for (const auto &mark : marks())
            QVERIFY2(!kept.contains(mark), mark.constData());
        QDirIterator files(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto contents = file.readAll();
            ++searched;
            for (const auto &mark : marks())
                QVERIFY2(!contents.contains(mark),
                         qPrintable(file.fileName() + QStringLiteral(": ") + QString::fromUtf8(mark)));
        }
    }

    /// What every other program of this machine can read of those that run.
    static void searchProcessList(qint64 known)
    {
        const QDir processes(QStringLiteral("/proc"));
        bool isSeen = false;
        for (const auto &id : processes.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QFile file(processes.filePath(id + QStringLiteral("/cmdline")));
            if (!file.open(QIODevice::ReadOnly))
                continue; // no process, or one that has ended meanwhile
            const auto line = file.readAll();
            isSeen = isSeen || (id.toLongLong() == known && line.contains("linernotes"));
            for (const auto &mark : marks())
                QVERIFY2(!line.contains(mark), qPrintable(id));
        }
        QVERIFY(isSeen);
    }

private Q_SLOTS:
    void initTestCase()
    {
        startServer();
        m_answers.answerBy([this](const Call &call) { return std::optional(careless(call)); });
    }
    void init() { nextDatabase(); }

    void noneIsWrittenOrSaid()
    {
        // Most of its answers are errors: by the order in which they come a circuit might open, and wait for minutes.
        say({QStringLiteral("seed"), QStringLiteral("--seed-file"), seedFile(allArtists())});
        for (const auto *service : {"spotify", "genius"})
            say({QStringLiteral("circuit"), QLatin1String(service), QStringLiteral("close")});
        // It is stopped while it works, so that the write-ahead log is there to be searched.
        QProcess work;
        launch(work,
               QStringList{QStringLiteral("run"), QStringLiteral("--progress"), QStringLiteral("json")} + unlimited(),
               marked());
        QTRY_VERIFY_WITH_TIMEOUT(m_answers.requests().size() > 20, 60'000);
        QVERIFY(QFile::exists(m_database + QStringLiteral("-wal")));
        searchProcessList(work.processId());
        int searched = 0;
        searchFiles(searched);
        if (QTest::currentTestFailed())
            return;
        work.terminate();
        QVERIFY(work.waitForFinished(30'000));
        m_said += work.readAllStandardOutput() + work.readAllStandardError();
        const auto calls = m_answers.requests();
        QVERIFY2(calls.size() > 20, qPrintable(QString::number(calls.size())));
        const auto isMarked = [&](const Call &call) {
            return std::ranges::any_of(
                marks(), [&](const QByteArray &mark) { return call.headers.value("authorization").contains(mark); });
        };
        QVERIFY(std::ranges::all_of(calls, isMarked)); // the services did get them

        for (const auto *kind : {"producers", "credits", "profiles"})
            say({QStringLiteral("export"), QLatin1String(kind), QStringLiteral("--output"),
                 m_folder.filePath(QLatin1String(kind) + QStringLiteral(".csv"))});
        for (const auto *arguments :
             {"status", "status --json", "dead-letters list --all --json", "circuit spotify --json", "circuit genius",
              "cache show", "credentials show", "credentials test", "credentials test --json"})
            say(QString::fromLatin1(arguments).split(QLatin1Char(' ')));
        for (int letter = 1; letter <= 10; ++letter)
            say({QStringLiteral("dead-letters"), QStringLiteral("show"), QString::number(letter)});
        QVERIFY2(keptAnswers().contains("you sent"), "no answer that repeats them was kept");
        QVERIFY2(m_said.contains("you sent"), m_said.left(4000).constData()); // the echo came through, less the secrets
        for (const auto &mark : marks())
            QVERIFY2(!m_said.contains(mark), mark.constData());
        searchFiles(searched);
        QVERIFY(searched >= 4);
    }

    /// The window has settings and a state of its own. It needs no screen for that.
    void theDesktopKeepsThemToItselfToo()
    {
        say({QStringLiteral("seed"), QStringLiteral("--seed-file"), seedFile(allArtists())});
        auto environment = marked();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        const auto before = m_answers.requests().size();
        QProcess desktop;
        launch(desktop, {}, environment);
        QTRY_VERIFY_WITH_TIMEOUT(m_answers.requests().size() > before + 10, 30'000);
        searchProcessList(desktop.processId());
        desktop.terminate();
        QVERIFY(desktop.waitForFinished(30'000));
        QCOMPARE(desktop.exitStatus(), QProcess::NormalExit);
        m_said = desktop.readAllStandardOutput() + desktop.readAllStandardError();
        for (const auto &mark : marks())
            QVERIFY2(!m_said.contains(mark), mark.constData());
        int searched = 0;
        searchFiles(searched);
        QVERIFY(QDir(m_folder.filePath(QStringLiteral("config"))).exists()); // the window did keep something
        QVERIFY(searched >= 4);
    }
};

QTEST_GUILESS_MAIN(SecretsTest)
#include "tst_secrets.moc"
