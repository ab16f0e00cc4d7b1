// SPDX-License-Identifier: GPL-3.0-or-later
#include "messages/messages.h"

#include <QTest>

#include <set>
#include <tuple>

using namespace linernotes;

namespace
{

const auto artistId = QStringLiteral("1VKBh8d5CNpE74V3qIiZW7");
const auto albumId = QStringLiteral("3X2OlRtvOUZ7TEI9MR3Phf");

struct Example {
    const char *name;
    AnyMessage message;
    QString json;
    QString key;
};

/// Every kind, with and without its optional fields.
std::vector<Example> examples()
{
    return {
        {"artist by id", ArtistDiscoveryMessage{artistId, {}}, QStringLiteral(R"({"artist_id":"%1"})").arg(artistId),
         artistId},
        {"artist by name", ArtistDiscoveryMessage{{}, QStringLiteral("Sigur Rós")},
         QStringLiteral(R"({"name":"Sigur Rós"})"), QStringLiteral("name:sigur rós")},
        {"artist by both", ArtistDiscoveryMessage{artistId, QStringLiteral("Ann")},
         QStringLiteral(R"({"artist_id":"%1","name":"Ann"})").arg(artistId), artistId},
        {"albums", AlbumDiscoveryMessage{artistId, 0, {}},
         QStringLiteral(R"({"artist_id":"%1","offset":0})").arg(artistId), artistId + QStringLiteral(":0")},
        {"further albums", AlbumDiscoveryMessage{artistId, 50, albumId},
         QStringLiteral(R"({"after":"%2","artist_id":"%1","offset":50})").arg(artistId, albumId),
         artistId + QStringLiteral(":50")},
        {"tracks", TrackDiscoveryMessage{albumId, 0, {}},
         QStringLiteral(R"({"album_id":"%1","offset":0})").arg(albumId), albumId + QStringLiteral(":0:")},
        {"tracks of one artist", TrackDiscoveryMessage{albumId, 100, artistId},
         QStringLiteral(R"({"album_id":"%1","offset":100,"only_artist":"%2"})").arg(albumId, artistId),
         albumId + QStringLiteral(":100:") + artistId},
        {"recording", ProducerIdentificationMessage{9'007'199'254'740'991},
         QStringLiteral(R"({"recording_id":9007199254740991})"), QStringLiteral("9007199254740991")},
        {"person", SocialEnrichmentMessage{7}, QStringLiteral(R"({"person_id":7})"), QStringLiteral("7")},
        {"person, asked anew", SocialEnrichmentMessage{7, true}, QStringLiteral(R"({"fresh":true,"person_id":7})"),
         QStringLiteral("7")},
        {"person, one source again", SocialEnrichmentMessage{7, false, QStringLiteral("musicbrainz"), 2},
         QStringLiteral(R"({"person_id":7,"source":"musicbrainz","visit":2})"), QStringLiteral("7:musicbrainz")},
    };
}

/// Braces and single quotes as they are written in the rows below.
QString json(const QString &text)
{
    auto result = text;
    return result.replace(QLatin1Char('\''), QLatin1Char('"'))
        .replace(QStringLiteral("ARTIST"), artistId)
        .replace(QStringLiteral("ALBUM"), albumId);
}

} // namespace

Q_DECLARE_METATYPE(AnyMessage)
Q_DECLARE_METATYPE(StageId)

/// What is queued is understood again, and what can't be understood says which field is wrong.
class MessagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMessageIsUnderstoodAgain_data()
    {
        QTest::addColumn<AnyMessage>("message");
        QTest::addColumn<QString>("text");
        for (const auto &example : examples())
            QTest::newRow(example.name) << example.message << example.json;
    }
    void aMessageIsUnderstoodAgain()
    {
        QFETCH(AnyMessage, message);
        QFETCH(QString, text);
        QCOMPARE(toJson(message), text);
        const auto parsed = parseMessage(stageOf(message), text);
        QVERIFY2(parsed, qPrintable(parsed ? QString() : parsed.error().message));
        QVERIFY(*parsed == message);
    }

    void everyStageHasItsMessage()
    {
        std::set<StageId> stages;
        for (const auto &example : examples())
            stages.insert(stageOf(example.message));
        QCOMPARE(stages, std::set<StageId>(allStages.begin(), allStages.end()));
        QCOMPARE(stages.size(), allStages.size());
    }

    void aQueueIsNamedAfterItsStage()
    {
        std::set<QString> names;
        for (const auto stage : allStages) {
            names.insert(queueName(stage));
            QVERIFY(stageOfQueue(queueName(stage)) == stage);
        }
        QCOMPARE(names.size(), allStages.size());
        QVERIFY(!stageOfQueue(QStringLiteral("artist_discovery_dlq")));
    }

    void theLedgerKnowsAUnitOfWorkByItsKey_data()
    {
        QTest::addColumn<AnyMessage>("message");
        QTest::addColumn<QString>("key");
        for (const auto &example : examples())
            QTest::newRow(example.name) << example.message << example.key;
    }
    void theLedgerKnowsAUnitOfWorkByItsKey()
    {
        QFETCH(AnyMessage, message);
        QFETCH(QString, key);
        QCOMPARE(ledgerKey(message), key);
    }

    void differentWorkHasDifferentKeys_data()
    {
        QTest::addColumn<AnyMessage>("one");
        QTest::addColumn<AnyMessage>("other");
        const auto row = [](const char *name, const AnyMessage &one, const AnyMessage &other) {
            QTest::newRow(name) << one << other;
        };
        row("another page", AlbumDiscoveryMessage{artistId, 0, {}}, AlbumDiscoveryMessage{artistId, 10, {}});
        row("another artist's tracks", TrackDiscoveryMessage{albumId, 0, {}},
            TrackDiscoveryMessage{albumId, 0, artistId});
        row("an id and a name that looks like it", ArtistDiscoveryMessage{artistId, {}},
            ArtistDiscoveryMessage{{}, artistId});
        row("11 pages are not page 1 of 1", TrackDiscoveryMessage{albumId, 11, {}},
            TrackDiscoveryMessage{albumId, 1, {}});
    }
    void differentWorkHasDifferentKeys()
    {
        QFETCH(AnyMessage, one);
        QFETCH(AnyMessage, other);
        QVERIFY(ledgerKey(one) != ledgerKey(other));
    }

    void theSameWorkHasOneKey()
    {
        QCOMPARE(ledgerKey(ArtistDiscoveryMessage{{}, QStringLiteral("SIGUR RÓS")}),
                 ledgerKey(ArtistDiscoveryMessage{{}, QStringLiteral("sigur rós")}));
        // Where a page was found to begin does not make it another page.
        // Other releases of an artist are other work.
        const ReleaseScope all{.groups = QStringLiteral("album,single,compilation"), .market = QStringLiteral("US")};
        const ReleaseScope elsewhere{.groups = all.groups, .market = QStringLiteral("JP")};
        QVERIFY(ledgerKey(ArtistDiscoveryMessage{artistId, {}, all})
                != ledgerKey(ArtistDiscoveryMessage{artistId, {}, {}}));
        QVERIFY(ledgerKey(ArtistDiscoveryMessage{artistId, {}, all})
                != ledgerKey(ArtistDiscoveryMessage{artistId, {}, elsewhere}));
        QVERIFY(ledgerKey(AlbumDiscoveryMessage{artistId, 0, {}, all})
                != ledgerKey(AlbumDiscoveryMessage{artistId, 0, {}, elsewhere}));
        QCOMPARE(ledgerKey(AlbumDiscoveryMessage{artistId, 10, albumId}),
                 ledgerKey(AlbumDiscoveryMessage{artistId, 10, {}}));
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<StageId>("stage");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("path");
        using enum StageId;
        const auto row = [](const char *name, StageId stage, const char *text, const char *path) {
            QTest::newRow(name) << stage << json(QString::fromUtf8(text)) << QString::fromLatin1(path);
        };
        row("nothing", ArtistDiscovery, "", "not JSON:");
        row("no JSON", ArtistDiscovery, "{'artist_id':", "not JSON:");
        row("no object", ArtistDiscovery, "['ARTIST']", "$:");
        row("neither id nor name", ArtistDiscovery, "{}", "$.artist_id:");
        row("blank name", ArtistDiscovery, "{'name':'  '}", "$.artist_id:");
        row("name that is none", ArtistDiscovery, "{'name':7}", "$.name:");
        row("short id", ArtistDiscovery, "{'artist_id':'1VKBh8d5CNpE74V3qIiZW'}", "$.artist_id:");
        row("long id", ArtistDiscovery, "{'artist_id':'ARTISTx'}", "$.artist_id:");
        row("id with a line break", ArtistDiscovery, "{'artist_id':'ARTIST\\n'}", "$.artist_id:");
        row("id of other letters", ArtistDiscovery, "{'artist_id':'1VKBh8d5CNpE74V3qIiZé7'}", "$.artist_id:");
        row("no artist", AlbumDiscovery, "{'offset':0}", "$.artist_id:");
        row("no offset", AlbumDiscovery, "{'artist_id':'ARTIST'}", "$.offset:");
        row("negative offset", AlbumDiscovery, "{'artist_id':'ARTIST','offset':-1}", "$.offset:");
        row("half an offset", AlbumDiscovery, "{'artist_id':'ARTIST','offset':0.5}", "$.offset:");
        row("offset as text", AlbumDiscovery, "{'artist_id':'ARTIST','offset':'0'}", "$.offset:");
        row("bad after", AlbumDiscovery, "{'artist_id':'ARTIST','offset':0,'after':'x'}", "$.after:");
        row("no album", TrackDiscovery, "{'offset':0}", "$.album_id:");
        row("album that is a number", TrackDiscovery, "{'album_id':1,'offset':0}", "$.album_id:");
        row("bad artist", TrackDiscovery, "{'album_id':'ALBUM','offset':0,'only_artist':'x'}", "$.only_artist:");
        row("no recording", ProducerIdentification, "{'recording':1}", "$.recording_id:");
        row("recording zero", ProducerIdentification, "{'recording_id':0}", "$.recording_id:");
        row("too large to be exact", ProducerIdentification, "{'recording_id':9007199254740994}", "$.recording_id:");
        row("no person", SocialEnrichment, "{}", "$.person_id:");
        row("person null", SocialEnrichment, "{'person_id':null}", "$.person_id:");
        row("source of nobody", SocialEnrichment, "{'person_id':1,'source':'genius'}", "$.source:");
        row("visit that is none", SocialEnrichment, "{'person_id':1,'source':'musicbrainz','visit':0}", "$.visit:");
        row("person below zero", SocialEnrichment, "{'person_id':-3}", "$.person_id:");
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(StageId, stage);
        QFETCH(QString, text);
        QFETCH(QString, path);
        const auto parsed = parseMessage(stage, text);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().category, ErrorCategory::InvalidMessage);
        QVERIFY2(parsed.error().message.startsWith(path), qPrintable(parsed.error().message));
        QVERIFY2(parsed.error().message.size() > path.size() + 1, qPrintable(parsed.error().message));
    }

    void aNameHasALimit()
    {
        const auto named = [](qsizetype length) {
            return parseMessage(StageId::ArtistDiscovery,
                                toJson(ArtistDiscoveryMessage{{}, QString(length, QLatin1Char('x'))}));
        };
        QVERIFY(named(300));
        const auto tooLong = named(301);
        QVERIFY(!tooLong);
        QVERIFY2(tooLong.error().message.startsWith(QStringLiteral("$.name:")), qPrintable(tooLong.error().message));
    }

    void aNameIsReadWithoutBlanksAroundIt()
    {
        const auto parsed = parseMessage(StageId::ArtistDiscovery, json(QStringLiteral("{'name':' Ann '}")));
        QVERIFY(parsed);
        QVERIFY(*parsed == AnyMessage(ArtistDiscoveryMessage({}, QStringLiteral("Ann"))));
    }

    /// A message of a newer program, or one that a person edited.
    void unknownFieldsAreIgnored()
    {
        const auto parsed =
            parseMessage(StageId::SocialEnrichment, json(QStringLiteral("{'person_id':3.0,'why':[1]}")));
        QVERIFY(parsed);
        QVERIFY(*parsed == AnyMessage(SocialEnrichmentMessage(3)));
    }

    void aNameWithAnySignsIsUnderstoodAgain_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("quotes") << QStringLiteral("\"Weird Al\" \\ Yankovic");
        QTest::newRow("control") << QStringLiteral("A\tB\u0001C");
        QTest::newRow("beyond the first plane") << QStringLiteral("𝕬nn 🎷");
        QTest::newRow("right to left") << QStringLiteral("فيروز");
    }
    void aNameWithAnySignsIsUnderstoodAgain()
    {
        QFETCH(QString, name);
        const ArtistDiscoveryMessage message{{}, name};
        const auto parsed = parseMessage(StageId::ArtistDiscovery, toJson(message));
        QVERIFY(parsed);
        QVERIFY(*parsed == AnyMessage(message));
    }
};

QTEST_GUILESS_MAIN(MessagesTest)
#include "tst_messages.moc"
