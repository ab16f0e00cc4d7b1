// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktopstart.h"
#include "e2e/programcase.h"
#include "mainwindow/mainwindow.h"
#include "store/database.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QMutex>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTextStream>
#include <QTimer>

#include <algorithm>

using namespace linernotes;

namespace
{

constexpr int pages = 7;
const auto theFirstKey = QStringLiteral("spotifyClientId");
const auto theKeys = {theFirstKey, QStringLiteral("spotifyClientSecret"), QStringLiteral("geniusAccessToken")};

/// With double quotes for the single ones: neither escaped nor in a raw string, on which moc stumbles.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

/// In the desktop's own process: who types the keys into the dialog, keeps them, seeds, and looks at every page. What
/// is to be typed and to be seeded comes by the standard input, for the list of processes shows the command line. What
/// is seen goes to the standard output.
class Person : public QObject
{
public:
    Person()
    {
        QTextStream lines(stdin);
        for (const auto &key : theKeys)
            m_keys.insert(key, lines.readLine());
        while (!lines.atEnd())
            m_artists.push_back({.artistId = lines.readLine(), .name = {}});
        connect(&m_timer, &QTimer::timeout, this, &Person::act);
        constexpr int thinks = 200;
        m_timer.start(thinks);
    }

private:
    void act()
    {
        if (!m_window) {
            for (auto *widget : QApplication::topLevelWidgets())
                m_window = m_window ? m_window : qobject_cast<ui::MainWindow *>(widget);
            if (m_window)
                m_window->openCredentialsDialog();
        } else if (auto *dialog = QApplication::activeModalWidget()) {
            if (!m_isTyped)
                type(*dialog);
        } else if (m_isTyped && !m_isSeeded) {
            m_isSeeded = true;
            m_window->seed(QStringLiteral("Typed"), m_artists);
        } else if (m_isSeeded && ++m_turn % turnsOfPage == 0) {
            lookAtPage();
        }
    }
    void type(QWidget &dialog)
    {
        if (!dialog.findChild<QRadioButton *>(QStringLiteral("credentialsKeep"))->isChecked())
            qFatal("the keychain can't keep them");
        for (const auto &[field, key] : m_keys.asKeyValueRange())
            QTest::keyClicks(dialog.findChild<QLineEdit *>(field), key);
        m_isTyped = true;
        QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("credentialsAccept")), Qt::LeftButton);
    }
    /// Once while it works and once more.
    void lookAtPage()
    {
        m_window->showPage(m_page % pages);
        QTextStream seen(stdout);
        for (const auto *label : m_window->findChildren<QLabel *>())
            seen << label->text() << '\n' << label->toolTip() << '\n';
        for (const auto *text : m_window->findChildren<QPlainTextEdit *>())
            seen << text->toPlainText() << '\n';
        for (const auto *view : m_window->findChildren<QAbstractItemView *>()) {
            const auto *model = view->model();
            for (int row = 0; model && row < model->rowCount(); ++row) {
                for (int column = 0; column < model->columnCount(); ++column)
                    seen << model->index(row, column).data().toString() << '\t'
                         << model->index(row, column).data(Qt::ToolTipRole).toString() << '\n';
            }
        }
        if (auto *view = m_window->findChild<QAbstractItemView *>(QStringLiteral("lettersTable")))
            view->setCurrentIndex(view->model()->index(m_page / pages, 0)); // shown when its page comes again
        if (++m_page == 3 * pages)
            m_window->close();
    }

    static constexpr int turnsOfPage = 3;
    QTimer m_timer;
    QMap<QString, QString> m_keys;
    std::vector<ArtistDiscoveryMessage> m_artists;
    ui::MainWindow *m_window = nullptr;
    bool m_isTyped = false;
    bool m_isSeeded = false;
    int m_turn = 0;
    int m_page = 0;
};

} // namespace

/// Keys that were typed into the window and are kept in a real keychain, work with services that repeat them in what
/// they answer wrongly, and results that are exported: then everything that was written and said is searched.
class KeptSecretsTest : public ProgramCase
{
    Q_OBJECT

    QMutex m_mutex; ///< the server has a thread of its own
    QByteArrayList m_tokens; ///< that the server gave
    QByteArray m_said;

    /// In every form in which they go out.
    QByteArrayList marks()
    {
        const QMutexLocker lock(&m_mutex);
        return QByteArrayList{m_server->clientSecret().toUtf8(), m_server->geniusToken().toUtf8(), basic()} + m_tokens;
    }
    QByteArray basic() const
    {
        return (m_server->clientId() + QLatin1Char(':') + m_server->clientSecret()).toUtf8().toBase64();
    }
    /// Most answers are right; of seven, one says what it was asked with, in one shape or another.
    std::optional<demo::Fault> careless(const demo::CallInfo &call)
    {
        const QMutexLocker lock(&m_mutex);
        if (call.path.endsWith(QLatin1String("/api/token"))) {
            return demo::Fault{.kind = demo::Fault::Kind::Edit, .edit = [this](const QByteArray &body) {
                                   const QMutexLocker editLock(&m_mutex);
                                   const auto answer = QJsonDocument::fromJson(body).object();
                                   const auto token = answer.value(QStringLiteral("access_token")).toString().toUtf8();
                                   if (!token.isEmpty())
                                       m_tokens.append(token);
                                   return body;
                               }};
        }
        if (call.number % 7 != 0)
            return {};
        const bool isGenius = call.path.startsWith(QLatin1String("/genius"));
        if (!isGenius && !call.path.startsWith(QLatin1String("/v1")))
            return {}; // it was sent no secret
        const auto echo =
            "you sent Bearer " + (isGenius ? m_server->geniusToken().toUtf8() : m_tokens.value(m_tokens.size() - 1));
        switch (call.number / 7 % 4) {
        case 0:
            return demo::Fault{.status = 404, .body = "<title>" + echo + "</title>"};
        case 1:
            return demo::Fault{.status = 200, .body = echo + " but no JSON"};
        case 2:
            return demo::Fault{.status = 502, .body = echo};
        default:
            return demo::Fault{.status = 400, .body = json("{'error':{'message':'" + echo + "'}}")};
        }
    }
    /// The services' addresses; no keys.
    QProcessEnvironment keyless() const
    {
        auto environment = this->environment();
        for (const auto *name : {"SPOTIFY_CLIENT_ID", "SPOTIFY_CLIENT_SECRET", "GENIUS_ACCESS_TOKEN"})
            environment.remove(QLatin1String(name));
        environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("linernotes.*=true"));
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_folder.filePath(QStringLiteral("config")));
        environment.insert(QStringLiteral("XDG_CACHE_HOME"), m_folder.filePath(QStringLiteral("cache")));
        return environment;
    }
    Outcome say(const QStringList &arguments)
    {
        const auto outcome = run(arguments, keyless());
        m_said += outcome.out + outcome.err;
        return outcome;
    }
    void exportAll()
    {
        for (const auto *format : {"csv", "jsonl"}) {
            for (const auto *kind : {"producers", "credits", "profiles"}) {
                const auto path = m_folder.filePath(
                    QStringLiteral("%1-%2.%3").arg(m_number).arg(QLatin1String(kind), QLatin1String(format)));
                const auto outcome = say({QStringLiteral("export"), QLatin1String(kind), QStringLiteral("--format"),
                                          QLatin1String(format), QStringLiteral("--output"), path});
                QCOMPARE(outcome.exitCode, 0);
                QFile file(path);
                QVERIFY(file.open(QIODevice::ReadOnly));
                QVERIFY2(file.readAll().count('\n') > 5, qPrintable(path)); // there were some
            }
        }
        for (const auto *arguments : {"status", "status --json", "dead-letters list --all --json", "events --json",
                                      "circuit spotify --json", "credentials show --json"})
            say(QString::fromLatin1(arguments).split(QLatin1Char(' ')));
    }
    /// They are packed: a search of the file would not find anything.
    void searchKeptAnswers()
    {
        const auto database = Database::open(m_database, Database::Access::ReadOnly, Clock::system());
        QVERIFY(database);
        auto rows = (*database)->executeText(QStringLiteral("SELECT body FROM responses"));
        while (rows.next()) {
            const auto body = qUncompress(rows.bytes(0));
            for (const auto &mark : marks())
                QVERIFY2(!body.contains(mark), body.constData());
        }
    }
    void searchAll(int leastFiles)
    {
        for (const auto &mark : marks())
            QVERIFY2(!m_said.contains(mark), mark.constData());
        searchKeptAnswers();
        int searched = 0;
        QDirIterator files(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto contents = file.readAll();
            ++searched;
            for (const auto &mark : marks())
                QVERIFY2(!contents.contains(mark),
                         qPrintable(file.fileName() + QLatin1Char(' ') + QString::fromUtf8(mark)));
        }
        QVERIFY(searched >= leastFiles);
    }
    static QByteArray commandLineOf(qint64 process)
    {
        QFile file(QStringLiteral("/proc/%1/cmdline").arg(process));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
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
        m_server->setFaults([this](const demo::CallInfo &call) { return careless(call); });
        m_said.clear();
    }

    void typedIntoTheWindow()
    {
        auto environment = keyless();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("LINERNOTES_TEST_PERSON"), QStringLiteral("1"));
        QProcess desktop;
        desktop.setProcessEnvironment(environment);
        desktop.start(QCoreApplication::applicationFilePath(), {});
        QVERIFY(desktop.waitForStarted());
        auto lines = QStringList{m_server->clientId(), m_server->clientSecret(), m_server->geniusToken()};
        lines += allArtists().mid(0, 3);
        desktop.write(lines.join(QLatin1Char('\n')).toUtf8());
        desktop.closeWriteChannel();
        QTRY_VERIFY_WITH_TIMEOUT(m_server->counts().total > 50, 60'000);
        searchAll(4); // the write-ahead log too
        for (const auto &mark : marks())
            QVERIFY(!commandLineOf(desktop.processId()).contains(mark));
        QVERIFY(desktop.waitForFinished(120'000));
        QCOMPARE(desktop.exitStatus(), QProcess::NormalExit);
        QCOMPARE(desktop.exitCode(), 0);
        m_said += desktop.readAllStandardOutput() + desktop.readAllStandardError();
        QVERIFY2(m_said.contains("you sent"), m_said.right(4000).constData()); // a page had the echo, less the secrets
        QVERIFY(marks().size() > 3); // Spotify gave a token
        exportAll();
        if (!QTest::currentTestFailed())
            searchAll(8);
    }

    /// By the keys that the window kept.
    void readOfTheKeychain()
    {
        const auto shown =
            run({QStringLiteral("credentials"), QStringLiteral("show"), QStringLiteral("--json")}, keyless());
        QCOMPARE(shown.out.count(json("'keychain'")), 2);
        const auto before = m_server->counts().total;
        QProcess work;
        launch(work,
               QStringList{QStringLiteral("run"), QStringLiteral("--progress"), QStringLiteral("json"),
                           QStringLiteral("--seed-file"), seedFile(allArtists().mid(0, 3))}
                   + unlimited(),
               keyless());
        QTRY_VERIFY_WITH_TIMEOUT(m_server->counts().total > before + 200, 60'000);
        work.terminate(); // what failed for now would be waited for
        QVERIFY(work.waitForFinished(30'000));
        m_said += work.readAllStandardOutput() + work.readAllStandardError();
        QVERIFY2(m_said.contains("you sent"), m_said.right(2000).constData());
        exportAll();
        if (!QTest::currentTestFailed())
            searchAll(8);
    }
};

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("LINERNOTES_TEST_PERSON")) {
        const QCoreApplication application(argc, argv);
        KeptSecretsTest test;
        return QTest::qExec(&test, argc, argv);
    }
    const QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("linernotes"));
    QCoreApplication::setApplicationName(QStringLiteral("linernotes"));
    Person person;
    return startDesktop({});
}
#include "tst_keptsecrets.moc"
