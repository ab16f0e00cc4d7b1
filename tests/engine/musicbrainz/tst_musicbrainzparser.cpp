// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures/answers.h"
#include "matching/profiles.h"
#include "musicbrainz/musicbrainzparser.h"

#include <QTest>

using namespace linernotes;
using namespace linernotes::musicbrainz;

namespace
{

QStringList shown(const Result<std::vector<AddressOwner>> &owners)
{
    if (!owners)
        return {owners.error().message};
    QStringList lines;
    for (const auto &owner : *owners)
        lines.append(owner.address + QLatin1Char(' ') + owner.artistId);
    return lines;
}

QString textOfError(const QByteArray &body)
{
    const auto artist = parseArtist(body);
    return artist ? QString() : artist.error().message;
}

const auto marlow = QStringLiteral("5d5a0c4e-28f1-4b0f-9c5e-1f8f3c1d9003");
const auto allgood = QStringLiteral("05d83760-08b5-42bb-a8d7-00d80b3bf47c");

} // namespace

/// Whose an address is, and what an artist has: from answers of the documented shapes and from recorded ones.
class MusicBrainzParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressesHaveTheOwnersOfToday()
    {
        QCOMPARE(shown(parseOwners(test::ownAnswer(QStringLiteral("musicbrainz/owners.json")))),
                 QStringList({QStringLiteral("https://genius.com/artists/Marlow-osei ") + marlow,
                              QStringLiteral("https://open.spotify.com/artist/m2OhI2Yaxh7IgwMcrX2Kfw ") + marlow}));
    }

    void anArtistHasNamesAndLinks()
    {
        const auto artist = parseArtist(test::ownAnswer(QStringLiteral("musicbrainz/artist.json")));
        QVERIFY(artist);
        QCOMPARE(artist->id, marlow);
        QCOMPARE(artist->name, QStringLiteral("Marlow Osei"));
        QCOMPARE(artist->aliases, QStringList({QStringLiteral("Low Tide"), QStringLiteral("Marlow K. Osei")}));
        QCOMPARE(artist->links.size(), 8); // without the one that has ended and the one that is not the web's
    }

    void anAddressThatFillsTheAnswerIsNoLink()
    {
        const auto body = QByteArrayLiteral("{'id':'05d83760-08b5-42bb-a8d7-00d80b3bf47c','name':'A','relations':[")
            + "{'url':{'resource':'https://a.example/'}},{'url':{'resource':'https://a.example/"
            + QByteArray(1'000'000, 'x') + "'}}]}";
        const auto artist = parseArtist(QByteArray(body).replace('\'', '"'));
        QVERIFY(artist);
        QCOMPARE(artist->links.size(), std::size_t(1));
    }

    void linksAreProfiles()
    {
        const auto artist = parseArtist(test::ownAnswer(QStringLiteral("musicbrainz/artist.json")));
        QVERIFY(artist);
        QStringList profiles;
        for (const auto &profile : profilesOf(*artist))
            profiles.append(profile.platform + QLatin1Char(' ') + profile.handle + QLatin1Char(' ') + profile.url);
        QCOMPARE(profiles,
                 QStringList({QStringLiteral("musicbrainz %1 https://musicbrainz.org/artist/%1").arg(marlow),
                              QStringLiteral("website marlowosei.example https://www.marlowosei.example/"),
                              QStringLiteral("instagram marlow.osei https://www.instagram.com/marlow.osei"),
                              QStringLiteral("youtube channel/UC0123456789abcdefghij_- "
                                             "https://www.youtube.com/channel/UC0123456789abcdefghij_-"),
                              QStringLiteral("soundcloud marlowosei https://soundcloud.com/marlowosei"),
                              QStringLiteral("bandcamp marlowosei https://marlowosei.bandcamp.com/"),
                              QStringLiteral("discogs 4242 https://www.discogs.com/artist/4242"),
                              QStringLiteral("wikidata Q4242 https://www.wikidata.org/wiki/Q4242")}));
    }

    void recordedAddresses()
    {
        SKIP_WITHOUT_RECORDED_ANSWERS();
        const auto recorded = [](const char *name) {
            return shown(parseOwners(test::recordedAnswer(QLatin1String(name)).value_or(QByteArray())));
        };
        QCOMPARE(recorded("mbserver__musicbrainz-url__single-artist-rels.json"),
                 QStringList(QStringLiteral("http://www.discogs.com/artist/Paul+Allgood ") + allgood));
        QCOMPARE(recorded("mbserver__musicbrainz-url-resource__multi-none-found.json"), QStringList());
        const auto several = recorded("mbserver__musicbrainz-url-resource__multi-artist-rels.json");
        QVERIFY2(several.contains(QStringLiteral("http://www.discogs.com/artist/Paul+Allgood ") + allgood)
                     || several.isEmpty(),
                 qPrintable(several.join(QLatin1Char('\n'))));
    }

    void recordedArtists()
    {
        SKIP_WITHOUT_RECORDED_ANSWERS();
        const auto allgoods = parseArtist(
            test::recordedAnswer(QStringLiteral("mbserver__musicbrainz-artist__url-rels.json")).value_or(QByteArray()));
        QVERIFY(allgoods);
        QCOMPARE(allgoods->name, QStringLiteral("Paul Allgood"));
        QCOMPARE(allgoods->links.size(), 5);
        const auto sheeran = parseArtist(
            test::recordedAnswer(QStringLiteral("picard__musicbrainz-artist__default.json")).value_or(QByteArray()));
        QVERIFY(sheeran);
        QCOMPARE(sheeran->aliases,
                 QStringList({QStringLiteral("Ed Sheeran (en)"), QStringLiteral("Ed Sheeran (en_CA)")}));
    }

    void whatIsNotAsDocumentedIsSaid_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const char *body, const char *message) {
            QTest::newRow(name) << QByteArray(body) << QString::fromLatin1(message);
        };
        row("no object", "[]", "$");
        row("no id", R"({"name": "A"})", "id");
        row("no MBID", R"({"id": "12", "name": "A"})", "MBID");
        row("no name", R"({"id": "05d83760-08b5-42bb-a8d7-00d80b3bf47c"})", "name");
        row("aliases of another kind", R"({"id": "05d83760-08b5-42bb-a8d7-00d80b3bf47c", "name": "A", "aliases": 3})",
            "aliases");
    }
    void whatIsNotAsDocumentedIsSaid()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, message);
        const auto said = textOfError(body);
        QVERIFY2(said.contains(message), qPrintable(said));
    }
};

QTEST_GUILESS_MAIN(MusicBrainzParserTest)
#include "tst_musicbrainzparser.moc"
