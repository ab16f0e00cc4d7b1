// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demoserver.h"
#include "e2e/groundtruth.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace linernotes
{

/// What tests of the executable itself share: a folder, the services on loopback, a database a test, the program.
class ProgramCase : public QObject
{
protected:
    QTemporaryDir m_folder;
    std::unique_ptr<demo::DemoServer> m_server;
    int m_number = 0;
    QString m_database;

    void startServer()
    {
        m_server = std::make_unique<demo::DemoServer>(demo::DemoCatalogue::builtin());
        QVERIFY(m_server->start());
    }
    void nextDatabase()
    {
        m_database = m_folder.filePath(QStringLiteral("program-%1.sqlite").arg(++m_number));
        m_server->setDelay(std::chrono::milliseconds(0));
        m_server->setFaults({});
    }

    QProcessEnvironment environment() const
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("DISPLAY"));
        environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
        environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
        environment.insert(QStringLiteral("HOME"), m_folder.path());
        environment.insert(QStringLiteral("XDG_DATA_HOME"), m_folder.filePath(QStringLiteral("data")));
        environment.insert(QStringLiteral("LINERNOTES_DATABASE"), m_database);
        environment.insert(QStringLiteral("LINERNOTES_SPOTIFY_API_URL"), m_server->spotifyApiUrl().toString());
        environment.insert(QStringLiteral("LINERNOTES_SPOTIFY_ACCOUNTS_URL"),
                           m_server->spotifyAccountsUrl().toString());
        environment.insert(QStringLiteral("LINERNOTES_GENIUS_API_URL"), m_server->geniusApiUrl().toString());
        environment.insert(QStringLiteral("LINERNOTES_MUSICBRAINZ_API_URL"), m_server->musicbrainzApiUrl().toString());
        environment.insert(QStringLiteral("SPOTIFY_CLIENT_ID"), m_server->clientId());
        environment.insert(QStringLiteral("SPOTIFY_CLIENT_SECRET"), m_server->clientSecret());
        environment.insert(QStringLiteral("GENIUS_ACCESS_TOKEN"), m_server->geniusToken());
        return environment;
    }

    /// Without credentials and without other addresses of the services.
    QProcessEnvironment bareEnvironment() const
    {
        auto bare = environment();
        for (const auto *name :
             {"SPOTIFY_CLIENT_ID", "SPOTIFY_CLIENT_SECRET", "GENIUS_ACCESS_TOKEN", "LINERNOTES_SPOTIFY_API_URL",
              "LINERNOTES_SPOTIFY_ACCOUNTS_URL", "LINERNOTES_GENIUS_API_URL", "LINERNOTES_MUSICBRAINZ_API_URL"})
            bare.remove(QLatin1String(name));
        return bare;
    }

    struct Outcome {
        int exitCode = -1;
        QByteArray out;
        QByteArray err;
    };

    void launch(QProcess &process, const QStringList &arguments, const QProcessEnvironment &environment)
    {
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(LINERNOTES_PROGRAM), arguments);
        QVERIFY(process.waitForStarted());
    }

    Outcome run(const QStringList &arguments) { return run(arguments, environment()); }
    Outcome run(const QStringList &arguments, const QProcessEnvironment &environment)
    {
        QProcess process;
        launch(process, arguments, environment);
        process.waitForFinished(120'000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    static QStringList unlimited()
    {
        QStringList arguments;
        for (const auto *service : {"spotify", "genius", "musicbrainz"}) {
            arguments << QStringLiteral("--set")
                      << QStringLiteral("%1.requests_per_second=0").arg(QLatin1String(service))
                      << QStringLiteral("--set") << QStringLiteral("%1.concurrency=0").arg(QLatin1String(service));
        }
        arguments << QStringLiteral("--set") << QStringLiteral("musicbrainz.contact=tests@localhost");
        return arguments << QStringLiteral("--set")
                         << QStringLiteral("album_groups=album,single,compilation,appears_on");
    }

    QString seedFile(const QStringList &lines)
    {
        const auto path = m_folder.filePath(QStringLiteral("seeds-%1.txt").arg(m_number));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no seed file");
        file.write(lines.join(QLatin1Char('\n')).toUtf8());
        return path;
    }

    QStringList allArtists() const
    {
        QStringList ids;
        for (const auto &artist : m_server->catalogue().artists())
            ids.append(artist.spotifyId);
        return ids;
    }

    std::vector<QJsonObject> exported(const QString &kind)
    {
        const auto path = m_folder.filePath(kind + QStringLiteral(".jsonl"));
        const auto outcome = run({QStringLiteral("export"), kind, QStringLiteral("--format"), QStringLiteral("jsonl"),
                                  QStringLiteral("--output"), path});
        if (outcome.exitCode != 0)
            qFatal("%s", outcome.err.constData());
        return readJsonLines(path);
    }

    /// What all artists' records hold was found, and nothing else; and the books add up.
    void compareWithTruth()
    {
        const auto truth = expectedFindings(m_server->catalogue(), allArtists());
        const auto found = exportedFindings(exported(QStringLiteral("producers")), exported(QStringLiteral("credits")),
                                            exported(QStringLiteral("profiles")));
        QVERIFY2(found.producers == truth.producers, qPrintable(difference(found.producers, truth.producers)));
        QVERIFY2(found.credits == truth.credits, qPrintable(difference(found.credits, truth.credits)));
        QVERIFY2(found.profiles == truth.profiles, qPrintable(difference(found.profiles, truth.profiles)));
        QCOMPARE(run({QStringLiteral("status")}).exitCode, 0);
    }

    /// Of `status --json`.
    QJsonObject status(const QString &database)
    {
        const auto outcome =
            run({QStringLiteral("status"), QStringLiteral("--json"), QStringLiteral("--database"), database});
        return QJsonDocument::fromJson(outcome.out).object();
    }
};

} // namespace linernotes
