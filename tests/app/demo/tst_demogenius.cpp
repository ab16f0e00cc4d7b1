// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/democaller.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>
#include <set>

using namespace linernotes;

namespace
{

using Ids = std::multiset<qint64>;

Ids idsOf(const QJsonValue &list)
{
    Ids ids;
    const auto entries = list.toArray();
    for (const auto &entry : entries)
        ids.insert(entry[QStringLiteral("id")].toInteger());
    return ids;
}

QJsonValue orNull(const std::optional<QString> &text)
{
    return text ? QJsonValue(*text) : QJsonValue();
}

} // namespace

/// The demo's Genius: what a search brings up, what a song says about its makers, and how it refuses.
class DemoGeniusTest : public QObject
{
    Q_OBJECT

    test::DemoCaller m_caller;

    const demo::DemoCatalogue &catalogue() const { return m_caller.catalogue(); }

    QJsonValue asked(const QString &target, const char *what)
    {
        const auto reply = m_caller.genius(target);
        if (reply.status != 200)
            return QJsonValue::Undefined;
        return reply.json()[QStringLiteral("response")][QLatin1String(what)];
    }

    /// The songs that a search brings up, best first.
    std::vector<qint64> found(const QString &text)
    {
        std::vector<qint64> ids;
        const auto hits = asked(QStringLiteral("/search?q=") + test::encoded(text), "hits").toArray();
        for (const auto &hit : hits)
            ids.push_back(hit[QStringLiteral("result")][QStringLiteral("id")].toInteger());
        return ids;
    }

    QString primaryName(const demo::DemoRecording &recording) const
    {
        return catalogue().artist(recording.artistIds.front())->name;
    }

    /// The first recording of its song, as Genius takes a remaster for the same.
    std::vector<const demo::DemoRecording *> songs() const
    {
        std::vector<const demo::DemoRecording *> all;
        for (const auto &recording : catalogue().recordings()) {
            if (recording.songId && catalogue().recordingOfSong(*recording.songId) == &recording)
                all.push_back(&recording);
        }
        return all;
    }

private Q_SLOTS:
    void aSearchFindsTheSongAmongAtMostTen()
    {
        for (const auto *recording : songs()) {
            const auto title = recording->songTitle.value_or(recording->title);
            const auto hits = found(title + QLatin1Char(' ') + primaryName(*recording));
            QVERIFY(hits.size() <= 10);
            QVERIFY2(std::ranges::find(hits, *recording->songId) != hits.end(), qPrintable(title));
        }
    }

    void aSearchForAMissingSongFindsSomethingElse()
    {
        std::set<qint64> known;
        for (const auto *recording : songs())
            known.insert(*recording->songId);
        for (const auto &distractor : catalogue().distractors())
            known.insert(distractor.songId);
        for (const auto &recording : catalogue().recordings()) {
            if (recording.songId)
                continue;
            const auto hits = found(recording.title + QLatin1Char(' ') + primaryName(recording));
            QVERIFY2(!hits.empty(), qPrintable(recording.title));
            for (const auto hit : hits)
                QVERIFY(known.contains(hit));
        }
    }

    void everyDistractorComesUpBesidesRealSongs()
    {
        for (const auto &distractor : catalogue().distractors()) {
            const auto hits = found(distractor.title);
            QVERIFY2(std::ranges::find(hits, distractor.songId) != hits.end(), qPrintable(distractor.title));
        }
        qsizetype disturbed = 0;
        for (const auto *recording : songs()) {
            const auto hits = found(recording->title + QLatin1Char(' ') + primaryName(*recording));
            disturbed += std::ranges::any_of(hits, [&](qint64 id) { return !catalogue().recordingOfSong(id); }) ? 1 : 0;
        }
        QVERIFY2(disturbed >= 20, qPrintable(QString::number(disturbed)));
    }

    void aSongNamesItsMakersAndNobodyElse()
    {
        for (const auto *recording : songs()) {
            const auto song = asked(QStringLiteral("/songs/%1").arg(*recording->songId), "song");
            std::map<QString, Ids> expected;
            for (const auto &credit : recording->credits)
                expected[credit.label].insert(credit.personId);
            QCOMPARE(idsOf(song[QStringLiteral("producer_artists")]), expected[QStringLiteral("Producer")]);
            QCOMPARE(idsOf(song[QStringLiteral("writer_artists")]), expected[QStringLiteral("Writer")]);
            expected.erase(QStringLiteral("Producer"));
            expected.erase(QStringLiteral("Writer"));
            std::map<QString, Ids> performances;
            const auto custom = song[QStringLiteral("custom_performances")].toArray();
            for (const auto &entry : custom)
                performances[entry[QStringLiteral("label")].toString()] = idsOf(entry[QStringLiteral("artists")]);
            QCOMPARE(performances, expected);
            QCOMPARE(song[QStringLiteral("featured_artists")].toArray().size(),
                     static_cast<qsizetype>(recording->artistIds.size()) - 1);
        }
    }

    void someSongsNameTheirTrackOnSpotify()
    {
        qsizetype named = 0;
        for (const auto *recording : songs()) {
            const auto media =
                asked(QStringLiteral("/songs/%1").arg(*recording->songId), "song")[QStringLiteral("media")];
            QStringList uris;
            const auto entries = media.toArray();
            for (const auto &entry : entries) {
                if (entry[QStringLiteral("provider")].toString() == QLatin1String("spotify"))
                    uris.append(entry[QStringLiteral("native_uri")].toString());
            }
            const auto index = static_cast<std::size_t>(recording - catalogue().recordings().data());
            const auto &place = catalogue().placements(index).front();
            const auto expected = recording->hasMediaLink
                ? QStringList{QStringLiteral("spotify:track:") + place.track->spotifyId}
                : QStringList();
            QCOMPARE(uris, expected);
            named += uris.size();
        }
        QVERIFY(named > 0 && named < static_cast<qsizetype>(songs().size()));
    }

    void distractorsNameNoMakers()
    {
        for (const auto &distractor : catalogue().distractors()) {
            const auto song = asked(QStringLiteral("/songs/%1").arg(distractor.songId), "song");
            QCOMPARE(song[QStringLiteral("title")].toString(), distractor.title);
            QVERIFY(song[QStringLiteral("producer_artists")].toArray().isEmpty());
            QVERIFY(song[QStringLiteral("writer_artists")].toArray().isEmpty());
        }
    }

    void aPersonsPageSaysWhatTheCatalogueDoes()
    {
        for (const auto &person : catalogue().people()) {
            const auto page = asked(QStringLiteral("/artists/%1").arg(person.geniusId), "artist");
            QCOMPARE(page[QStringLiteral("name")].toString(), person.name);
            QCOMPARE(page[QStringLiteral("alternate_names")].toArray(), QJsonArray::fromStringList(person.aliases));
            QCOMPARE(page[QStringLiteral("instagram_name")], orNull(person.instagramName));
            QCOMPARE(page[QStringLiteral("twitter_name")], orNull(person.twitterName));
            QCOMPARE(page[QStringLiteral("facebook_name")], orNull(person.facebookName));
        }
    }

    /// They also list songs of others that the person only worked on, as the real ones do.
    void aPersonsSongsComePageByPageToTheLast()
    {
        const auto &person = catalogue().people().front();
        Ids expected;
        for (const auto *recording : songs()) {
            const bool isOwn = recording->artistIds.front() == person.spotifyId;
            if (isOwn || std::ranges::any_of(recording->credits, [&](const demo::DemoCredit &credit) {
                    return credit.personId == person.geniusId;
                }))
                expected.insert(*recording->songId);
        }
        QVERIFY(expected.size() > 50);
        Ids listed;
        for (auto page = QJsonValue(1); !page.isNull();) {
            const auto target =
                QStringLiteral("/artists/%1/songs?per_page=50&page=%2").arg(person.geniusId).arg(page.toInteger());
            const auto answer = m_caller.genius(target).json();
            const auto response = answer[QStringLiteral("response")];
            QVERIFY(response[QStringLiteral("songs")].toArray().size() <= 50);
            listed.merge(idsOf(response[QStringLiteral("songs")]));
            page = response[QStringLiteral("next_page")];
            QVERIFY(!page.isUndefined());
        }
        QCOMPARE(listed, expected);
    }

    void aPageOfSongsHasItsDocumentedSize_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("songs");
        QTest::newRow("not asked") << QString() << 20;
        QTest::newRow("asked") << QStringLiteral("?per_page=3") << 3;
        QTest::newRow("most") << QStringLiteral("?per_page=50") << 50;
        QTest::newRow("more than most") << QStringLiteral("?per_page=51") << 50;
    }
    void aPageOfSongsHasItsDocumentedSize()
    {
        QFETCH(QString, query);
        QFETCH(int, songs);
        const auto id = catalogue().people().front().geniusId;
        const auto listed = asked(QStringLiteral("/artists/%1/songs%2").arg(id).arg(query), "songs");
        QCOMPARE(listed.toArray().size(), songs);
    }

    void whatIsNotThereIsNotFound_data()
    {
        QTest::addColumn<QString>("target");
        for (const auto *target : {"/songs/1", "/artists/1", "/artists/1/songs", "/songs/letters", "/nonsense"})
            QTest::newRow(target) << QString::fromLatin1(target);
    }
    /// `{"meta":{"status":404,"message":"404 Not Found"}}` and no response, as recorded of the real one.
    void whatIsNotThereIsNotFound()
    {
        QFETCH(QString, target);
        const auto reply = m_caller.genius(target);
        QCOMPARE(reply.status, 404);
        const QJsonObject meta{{QStringLiteral("status"), 404},
                               {QStringLiteral("message"), QStringLiteral("404 Not Found")}};
        QCOMPARE(reply.json(), (QJsonObject{{QStringLiteral("meta"), meta}}));
    }
};

QTEST_GUILESS_MAIN(DemoGeniusTest)
#include "tst_demogenius.moc"
