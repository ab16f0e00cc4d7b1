// SPDX-License-Identifier: GPL-3.0-or-later
#include "workers/produceridentification.h"

#include <QTest>

#include <algorithm>

using namespace linernotes;

namespace
{

const auto songUrl = QStringLiteral("https://genius.com/x-lyrics");
const auto trackUrl = QStringLiteral("https://open.spotify.com/track/t");
const MatchScore score{.value = 0.9, .reasons = {QStringLiteral("title 0.90")}, .certain = false};

genius::ArtistRef ref(qint64 id, const char *name)
{
    return {.id = id, .name = QString::fromUtf8(name), .url = QStringLiteral("https://genius.com/artists/%1").arg(id)};
}

ArtistFacts artist(const char *id, const char *name)
{
    return {.spotifyId = QLatin1String(id), .name = QString::fromUtf8(name), .url = {}, .imageUrl = {}};
}

RecordingFacts recording(std::vector<ArtistFacts> artists)
{
    return {.id = 1,
            .isrc = {},
            .title = QStringLiteral("Lanterns"),
            .tracks = {{.spotifyId = QStringLiteral("t"), .title = QStringLiteral("Lanterns"), .url = trackUrl}},
            .artists = std::move(artists)};
}

genius::Song song(std::vector<genius::ArtistRef> producers, std::vector<genius::ArtistRef> writers = {},
                  std::vector<genius::Performance> performances = {})
{
    genius::Song song;
    song.id = 7;
    song.url = songUrl;
    song.producers = std::move(producers);
    song.writers = std::move(writers);
    song.performances = std::move(performances);
    return song;
}

/// "Name: genius 1, spotify a; producer, writer"
QStringList described(const std::vector<PersonFacts> &people)
{
    QStringList lines;
    for (const auto &person : people) {
        QStringList ids;
        for (const auto &id : person.ids)
            ids.append(id.source + QLatin1Char(' ') + id.id);
        QStringList roles;
        for (const auto &credit : person.credits)
            roles.append(roleName(credit.role));
        lines.append(QStringLiteral("%1: %2; %3")
                         .arg(person.name, ids.join(QStringLiteral(", ")), roles.join(QStringLiteral(", "))));
    }
    return lines;
}

QStringList people(const RecordingFacts &recording, const genius::Song &song)
{
    return described(peopleOf(recording, &song, score));
}

const auto ofTheBand = recording({artist("band", "The Band")});

} // namespace

/// Who is credited for a recording, under which ids, and why.
class PeopleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aProducerIsCreditedWithWhatTheSongSays()
    {
        const auto theSong = song({ref(1, "Ann")});
        const auto found = peopleOf(ofTheBand, &theSong, score);
        QCOMPARE(described(found), QStringList{QStringLiteral("Ann: genius 1; producer")});
        QCOMPARE(found.front().ids.front().url, QStringLiteral("https://genius.com/artists/1"));
        const EvidenceFacts expected{.source = QStringLiteral("genius"),
                                     .statement = QStringLiteral("Producer"),
                                     .url = songUrl,
                                     .matchScore = 0.9,
                                     .matchReasons = {QStringLiteral("title 0.90")}};
        QCOMPARE(found.front().credits.front().evidence, expected);
    }

    void onePersonMayHaveSeveralRoles()
    {
        const auto found = people(ofTheBand,
                                  song({ref(1, "Ann"), ref(2, "Bob")}, {ref(2, "Bob"), ref(3, "Cid")},
                                       {{.label = QStringLiteral("Vocal Producer"), .artists = {ref(1, "Ann")}}}));
        QCOMPARE(
            found,
            QStringList({QStringLiteral("Ann: genius 1; producer, vocal_producer"),
                         QStringLiteral("Bob: genius 2; producer, writer"), QStringLiteral("Cid: genius 3; writer")}));
    }

    /// Genius's lists are written by people: a name twice in one is one credit.
    void aCreditThatIsListedTwiceIsOne()
    {
        QCOMPARE(people(ofTheBand, song({ref(1, "Ann"), ref(1, "Ann")})),
                 QStringList{QStringLiteral("Ann: genius 1; producer")});
    }

    void twoGeniusArtistsOfOneNameStayTwo()
    {
        QCOMPARE(people(ofTheBand, song({ref(1, "Ann"), ref(2, "Ann")})),
                 QStringList({QStringLiteral("Ann: genius 1; producer"), QStringLiteral("Ann: genius 2; producer")}));
    }

    void onlyLabelsOfOurRolesCount()
    {
        const auto found =
            people(ofTheBand,
                   song({}, {},
                        {{.label = QStringLiteral("Additional Production"), .artists = {ref(1, "Ann")}},
                         {.label = QStringLiteral("Production Manager"), .artists = {ref(2, "Bob")}},
                         {.label = QStringLiteral("Copyright ©"), .artists = {ref(3, "A Company")}},
                         {.label = QStringLiteral("Mastering Engineer"), .artists = {ref(1, "Ann"), ref(4, "Dot")}}}));
        QCOMPARE(found, QStringList{QStringLiteral("Ann: genius 1; additional_producer")});
    }

    void theStatementIsTheLabelAsItIsWritten()
    {
        const auto theSong =
            song({}, {}, {{.label = QStringLiteral("ADDITIONAL Production"), .artists = {ref(1, "Ann")}}});
        const auto found = peopleOf(ofTheBand, &theSong, score);
        QCOMPARE(found.front().credits.front().evidence.statement, QStringLiteral("ADDITIONAL Production"));
    }

    void whoseRecordItIsIsNoCredit() { QVERIFY(people(ofTheBand, song({})).isEmpty()); }

    void theArtistWhoAlsoProducesIsOnePersonWithTwoIds()
    {
        QCOMPARE(people(recording({artist("b", "Beyoncé")}), song({ref(1, "BEYONCE")})),
                 QStringList{QStringLiteral("BEYONCE: genius 1, spotify b; producer")});
    }

    void furtherArtistsOfTheTrackAreCollaborators()
    {
        const auto two = recording({artist("band", "The Band"), artist("ida", "Ida Quist")});
        const auto found = peopleOf(two, nullptr, {});
        QCOMPARE(described(found), QStringList{QStringLiteral("Ida Quist: spotify ida; collaborator")});
        QCOMPARE(found.front().ids.front().url, QStringLiteral("https://open.spotify.com/artist/ida"));
        const auto &evidence = found.front().credits.front().evidence;
        QCOMPARE(evidence.source, QStringLiteral("spotify"));
        QCOMPARE(evidence.url, trackUrl);
        QCOMPARE(evidence.matchScore, 1.0); // it is Spotify's own track: nothing had to be matched
    }

    void aCollaboratorWhoProducesIsOnePersonWithBothCredits()
    {
        const auto two = recording({artist("band", "The Band"), artist("ida", "Ida Quist")});
        QCOMPARE(people(two, song({ref(1, "Ann"), ref(2, "Ida Quist")})),
                 QStringList({QStringLiteral("Ann: genius 1; producer"),
                              QStringLiteral("Ida Quist: genius 2, spotify ida; producer, collaborator")}));
    }

    /// A name that occurs twice on a side says nothing of who is who.
    void aNameThatOccursTwiceJoinsNobody_data()
    {
        QTest::addColumn<bool>("twiceAtSpotify");
        QTest::newRow("at Genius") << false;
        QTest::newRow("at Spotify") << true;
    }
    void aNameThatOccursTwiceJoinsNobody()
    {
        QFETCH(bool, twiceAtSpotify);
        const auto facts = twiceAtSpotify
            ? recording({artist("band", "The Band"), artist("x", "Nova"), artist("y", "NOVA")})
            : recording({artist("band", "The Band"), artist("x", "Nova")});
        const auto theSong = twiceAtSpotify ? song({ref(1, "Nova")}) : song({ref(1, "Nova"), ref(2, "nova")});
        const auto found = peopleOf(facts, &theSong, score);
        QCOMPARE(found.size(), std::size_t(3));
        for (const auto &person : found)
            QCOMPARE(person.ids.size(), std::size_t(1));
    }

    /// Two artists of a track are never made one by a single Genius name between them.
    void everySpotifyIdOccursOnce()
    {
        const auto facts = recording({artist("a", "Ann"), artist("b", "Bob"), artist("c", "Ann Lee")});
        const auto theSong = song({ref(1, "Ann"), ref(2, "Bob")}, {ref(1, "Ann")});
        QStringList ids;
        for (const auto &person : peopleOf(facts, &theSong, score)) {
            for (const auto &id : person.ids) {
                if (id.source == QLatin1String("spotify"))
                    ids.append(id.id);
            }
        }
        ids.sort();
        QCOMPARE(ids, QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
    }
};

QTEST_GUILESS_MAIN(PeopleTest)
#include "tst_people.moc"
