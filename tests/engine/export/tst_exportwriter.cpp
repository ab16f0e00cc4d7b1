// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/exportwriter.h"
#include "fakes/filedatabase.h"
#include "store/catalog.h"
#include "store/credits.h"
#include "store/store.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace linernotes;

namespace
{

QString spotifyId(int number)
{
    return QStringLiteral("%1").arg(number, 22, 10, QLatin1Char('0'));
}

TrackPlacement track(int number, const QString &isrc)
{
    const ArtistFacts band{
        .spotifyId = spotifyId(1), .name = QStringLiteral("Crosby, Stills"), .url = {}, .imageUrl = {}};
    return {.spotifyId = spotifyId(number),
            .title = QStringLiteral("=Song"),
            .durationMs = 200'000,
            .isrc = isrc,
            .url = {},
            .artists = {band},
            .titleKey = QStringLiteral("song"),
            .versionKey = {},
            .artistKey = spotifyId(1)};
}

PersonFacts person(const QString &name, int geniusId)
{
    const EvidenceFacts evidence{.source = QStringLiteral("genius"),
                                 .statement = QStringLiteral("Producer"),
                                 .url = QStringLiteral("https://genius.com/x"),
                                 .matchScore = 1,
                                 .matchReasons = {}};
    return {.name = name,
            .aliases = {},
            .ids = {{QStringLiteral("genius"), QString::number(geniusId), {}}},
            .credits = {{.role = Role::Producer, .evidence = evidence}}};
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("can't be read");
}

/// While it lives, no file of this process may grow beyond `bytes`: as on a full disk.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
        : m_signal(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{.rlim_cur = bytes, .rlim_max = m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        static_cast<void>(std::signal(SIGXFSZ, m_signal));
    }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    void (*m_signal)(int);
    rlimit m_before{};
};

} // namespace

Q_DECLARE_METATYPE(ExportKind)

/// An export is whole or not there, and says what the window says.
class ExportWriterTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<FileDatabase> m_file;
    std::unique_ptr<QTemporaryDir> m_folder;
    qint64 m_album = 0;

    Database &database() { return *m_file->connection; }
    QString target() { return m_folder->filePath(QStringLiteral("out.csv")); }
    QStringList filesBeside()
    {
        return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    qint64 credit(int number, const QString &name) { return credit(number, name, number, spotifyId(1)); }
    qint64 credit(int number, const QString &name, int geniusId, const QString &artistId)
    {
        auto placed = track(number, QStringLiteral("QZAAA24%1").arg(number, 5, 10, QLatin1Char('0')));
        if (artistId != spotifyId(1)) {
            placed.artists.front().spotifyId = artistId;
            placed.artists.front().name = QStringLiteral("Band ") + artistId;
        }
        const auto recording = Catalog(database()).place(m_album, placed).recordingId;
        return Credits(database()).save(recording, person(name, geniusId)).personId;
    }
    Result<ExportReceipt> write(ExportRequest request)
    {
        if (request.path.isEmpty())
            request.path = target();
        return writeExport(database(), request);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = std::make_unique<FileDatabase>();
        m_album = Catalog(database())
                      .saveAlbum({.spotifyId = spotifyId(900),
                                  .name = QStringLiteral("Album"),
                                  .releaseDate = QStringLiteral("2024")});
    }

    void aCancelledOneLeavesTheOldFileAndNothingElse()
    {
        database().executeText(
            QStringLiteral("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000) "
                           "INSERT INTO people (name, sort_name, search_text, is_producer) "
                           "SELECT 'p' || i, 'p' || i, 'p' || i, 1 FROM n"));
        QFile old(target());
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("old");
        old.close();
        const auto store = std::move(*Store::open(m_file->path));
        const auto watch = std::make_shared<ExportWatch>();
        auto future = store->scan([path = target(), watch](Database &reading) {
            return writeExport(reading, {.path = path, .watch = watch});
        });
        constexpr int patience = 60'000;
        QTRY_VERIFY_WITH_TIMEOUT(watch->rows > 0, patience);
        future.cancel();
        QTRY_VERIFY(future.isFinished());
        QVERIFY(!future.isResultReadyAt(0));
        QVERIFY(!watch->isCommitted);
        QVERIFY2(watch->rows < 30'000, "it was over before it was cancelled");
        QCOMPARE(contents(target()), QByteArray("old"));
        QCOMPARE(filesBeside(), QStringList{QStringLiteral("out.csv")});
    }

    void aHeaderAndOneLineForEach_data()
    {
        QTest::addColumn<ExportKind>("kind");
        QTest::addColumn<qint64>("rows");
        QTest::addColumn<QByteArray>("begin");
        QTest::addColumn<QByteArray>("contained");
        QTest::newRow("producers") << ExportKind::Producers << qint64(2) << QByteArray("person_id,genius_id,person,")
                                   << QByteArray(R"(,"Ann ""A"" Lee",)");
        QTest::newRow("credits") << ExportKind::Credits << qint64(2) << QByteArray("recording_id,isrc,")
                                 << QByteArray(",QZAAA2400001,0000000000000000000001,'=Song,\"Crosby, Stills\",");
        QTest::newRow("profiles") << ExportKind::Profiles << qint64(1)
                                  << QByteArray("person,person_id,genius_id,platform,")
                                  << QByteArray(",instagram,'-bob-,https://www.instagram.com/-bob-,genius\r\n");
    }
    void aHeaderAndOneLineForEach()
    {
        QFETCH(ExportKind, kind);
        QFETCH(qint64, rows);
        QFETCH(QByteArray, begin);
        QFETCH(QByteArray, contained);
        credit(1, QStringLiteral("Ann \"A\" Lee"));
        const auto bob = credit(2, QStringLiteral("Bob"));
        const Profile profile{QStringLiteral("instagram"), QStringLiteral("-bob-"),
                              QStringLiteral("https://www.instagram.com/-bob-")};
        Credits(database())
            .save(
                Enrichment{.personId = bob, .aliases = {}, .profiles = {profile}, .source = QStringLiteral("genius")});
        const auto receipt = write({.kind = kind});
        QVERIFY(receipt);
        QCOMPARE(receipt->rows, rows);
        QCOMPARE(receipt->path, target());
        const auto text = contents(target());
        QVERIFY2(text.startsWith(begin), text.constData());
        QVERIFY2(text.contains(contained), text.constData());
        QCOMPARE(text.count("\r\n"), rows + 1);
        QVERIFY(text.endsWith("\r\n"));
    }

    /// Of people who produced nothing too, unless somebody asked for certain producers.
    void nothingIsLeftOut()
    {
        for (int i = 1; i <= 5; ++i)
            credit(i, QStringLiteral("Ann"), 1, spotifyId(10 + i));
        const auto isrc = QStringLiteral("QZAAA2400001");
        const auto song = Catalog(database()).place(m_album, track(1, isrc)).recordingId;
        auto guest = person(QStringLiteral("Guest"), 9);
        guest.credits.front().role = Role::Collaborator;
        Credits(database()).save(song, guest);
        QVERIFY(write({.kind = ExportKind::Producers}));
        const auto producers = contents(target());
        for (int i = 1; i <= 5; ++i)
            QVERIFY2(producers.contains("Band " + spotifyId(10 + i).toLatin1()), producers.constData());
        QVERIFY(!producers.contains("Guest"));
        QCOMPARE(write({.kind = ExportKind::Credits})->rows, 6);
        QVERIFY(contents(target()).contains(",Guest,"));
        QCOMPARE(write({.kind = ExportKind::Credits,
                        .producers = {.filter = QStringLiteral("ann"), .sort = ProducerSort::Name}})
                     ->rows,
                 5);
    }

    void theByteOrderMarkIsForThoseWhoAskForIt()
    {
        QVERIFY(write({.byteOrderMark = true}));
        QVERIFY(contents(target()).startsWith("\xEF\xBB\xBFperson_id,"));
        QVERIFY(write({.byteOrderMark = false}));
        QVERIFY(contents(target()).startsWith("person_id,"));
        QVERIFY(write({.format = ExportFormat::JsonLines, .byteOrderMark = true}));
        QCOMPARE(contents(target()), QByteArray()); // nobody yet, and JSON has no mark (RFC 8259 section 8.1)
    }

    void everyLineOfJsonIsAnObjectOfItsOwn()
    {
        credit(1, QStringLiteral("=Ann"));
        credit(2, QStringLiteral("Bob\nNewline"));
        QVERIFY(write({.format = ExportFormat::JsonLines}));
        const auto lines = contents(target()).trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        const auto ann = QJsonDocument::fromJson(lines.front()).object();
        QCOMPARE(ann.value(QStringLiteral("person")).toString(), QStringLiteral("=Ann")); // as it is: no spreadsheet
        QCOMPARE(ann.value(QStringLiteral("genius_id")).toString(), QStringLiteral("1"));
        QCOMPARE(ann.value(QStringLiteral("credits")).toInt(), 1);
        QCOMPARE(ann.value(QStringLiteral("first_year")).toInt(), 2024);
        QCOMPARE(ann.value(QStringLiteral("last_year")).toInt(), 2024);
        QCOMPARE(ann.value(QStringLiteral("found")).toString(), toIsoText(m_file->clock.now()));
        QCOMPARE(QJsonDocument::fromJson(lines.back()).object().value(QStringLiteral("person")).toString(),
                 QStringLiteral("Bob\nNewline"));
    }

    void anAlbumWithoutAYearTakesNoneFromTheOthers()
    {
        credit(1, QStringLiteral("Ann"));
        const auto dated = std::exchange(m_album,
                                         Catalog(database())
                                             .saveAlbum({.spotifyId = spotifyId(901),
                                                         .name = QStringLiteral("Undated"),
                                                         .releaseDate = QStringLiteral("0000")}));
        credit(2, QStringLiteral("Ann"), 1, spotifyId(1));
        m_album = dated;
        QVERIFY(write({.format = ExportFormat::JsonLines}));
        const auto ann = QJsonDocument::fromJson(contents(target())).object();
        QCOMPARE(ann.value(QStringLiteral("credits")).toInt(), 2);
        QCOMPARE(ann.value(QStringLiteral("first_year")).toInt(), 2024);
    }

    void onlyTheProducersOfTheFilterAreWritten()
    {
        credit(1, QStringLiteral("Ann"));
        credit(2, QStringLiteral("Bob"));
        ExportRequest request;
        request.producers.filter = QStringLiteral("bob");
        const auto receipt = write(request);
        QCOMPARE(receipt->rows, 1);
        QVERIFY(contents(target()).contains(",Bob,"));
        QVERIFY(!contents(target()).contains(",Ann,"));
    }

    void manyPagesAreWrittenWithoutAGapInTheOrderAskedFor()
    {
        constexpr int many = 1203; // more than two pages of the writer
        database().begin();
        for (int i = 1; i <= many; ++i)
            credit(i, QStringLiteral("Producer %1").arg(i, 5, 10, QLatin1Char('0')));
        database().commit();
        ExportRequest request{.format = ExportFormat::JsonLines};
        request.producers.descending = true;
        QCOMPARE(write(request)->rows, many);
        const auto lines = contents(target()).trimmed().split('\n');
        QCOMPARE(lines.size(), many);
        for (int i = 0; i < many; ++i) {
            const auto name = QJsonDocument::fromJson(lines.at(i)).object().value(QStringLiteral("person")).toString();
            QCOMPARE(name, QStringLiteral("Producer %1").arg(many - i, 5, 10, QLatin1Char('0')));
        }
    }

    void anOldExportIsReplacedWhole()
    {
        QFile old(target());
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write(QByteArray(100'000, 'o'));
        old.close();
        credit(1, QStringLiteral("Ann"));
        QVERIFY(write({}));
        QVERIFY(contents(target()).startsWith("person_id,"));
        QVERIFY(!contents(target()).contains("oo"));
        QCOMPARE(filesBeside(), QStringList{QStringLiteral("out.csv")});
    }

    void aPathThatCanNotBeWrittenSaysSo_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("no such folder") << QStringLiteral("nowhere/out.csv");
        QTest::newRow("a folder") << QStringLiteral("folder");
        QTest::newRow("name too long") << QString(300, QLatin1Char('x'));
    }
    void aPathThatCanNotBeWrittenSaysSo()
    {
        QFETCH(QString, name);
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("folder")));
        const auto path = m_folder->filePath(name);
        const auto receipt = write({.path = path});
        QVERIFY(!receipt);
        QCOMPARE(receipt.error().category, ErrorCategory::InvalidInput);
        const auto start = QStringLiteral("%1 can't be written: ").arg(QDir::toNativeSeparators(path));
        QVERIFY2(receipt.error().message.startsWith(start), qPrintable(receipt.error().message));
        QVERIFY2(receipt.error().message.size() > start.size(), qPrintable(receipt.error().message));
        QVERIFY(!receipt.error().message.contains(QStringLiteral("Unknown error")));
        QCOMPARE(filesBeside(), QStringList{QStringLiteral("folder")});
    }

    /// The rename at the end of an export has turned devices into files.
    void whatIsNoOrdinaryFileIsLeftAlone()
    {
        const auto pipe = m_folder->filePath(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(qPrintable(pipe), S_IRUSR | S_IWUSR), 0);
        const auto link = m_folder->filePath(QStringLiteral("link"));
        QVERIFY(QFile::link(QStringLiteral("/dev/full"), link));
        for (const auto &path : {pipe, link}) {
            const auto receipt = write({.path = path});
            QVERIFY(!receipt);
            QVERIFY2(receipt.error().message.contains(QStringLiteral("no ordinary file")),
                     qPrintable(receipt.error().message));
        }
        struct stat status{};
        QCOMPARE(::stat(qPrintable(pipe), &status), 0);
        QVERIFY(S_ISFIFO(status.st_mode));
        QCOMPARE(::stat(qPrintable(link), &status), 0);
        QVERIFY(S_ISCHR(status.st_mode));
    }

    /// The export fits into no buffer, and the disk takes less.
    void aFullDiskLeavesTheOldExportAndSaysWhy()
    {
        constexpr int many = 1000;
        database().begin();
        for (int i = 1; i <= many; ++i)
            credit(i, QStringLiteral("Producer %1").arg(i));
        database().commit();
        QFile old(target());
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("the old export");
        old.close();
        Result<ExportReceipt> receipt;
        {
            const FullDisk disk(20'000);
            receipt = write({});
        }
        QVERIFY(!receipt);
        QCOMPARE(receipt.error().category, ErrorCategory::InvalidInput);
        QVERIFY2(receipt.error().message.contains(QStringLiteral("File too large")),
                 qPrintable(receipt.error().message));
        QCOMPARE(contents(target()), QByteArray("the old export"));
        QCOMPARE(filesBeside(), QStringList{QStringLiteral("out.csv")});
    }
};

QTEST_GUILESS_MAIN(ExportWriterTest)
#include "tst_exportwriter.moc"
