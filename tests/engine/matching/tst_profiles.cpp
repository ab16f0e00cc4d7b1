// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures/answers.h"
#include "genius/geniusparser.h"
#include "matching/profiles.h"

#include <QTest>

using namespace linernotes;

namespace
{

QString shown(const std::optional<Profile> &profile)
{
    return profile ? QStringLiteral("%1 %2 %3").arg(profile->platform, profile->handle, profile->url)
                   : QStringLiteral("none");
}

QStringList shown(const std::vector<Profile> &profiles)
{
    QStringList lines;
    for (const auto &profile : profiles)
        lines.append(shown(std::optional(profile)));
    return lines;
}

} // namespace

class ProfilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldBecomesAProfile_data();
    void fieldBecomesAProfile();
    void junkBecomesNothing_data();
    void junkBecomesNothing();
    void ownArtistHasItsProfiles();
    void recordedArtistHasItsProfiles();
    void sameProfileCountsOnce();
};

void ProfilesTest::fieldBecomesAProfile_data()
{
    QTest::addColumn<QString>("platform");
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *platform, const char *raw, const char *expected) {
        QTest::addRow("%s: %s", platform, raw)
            << QString::fromUtf8(platform) << QString::fromUtf8(raw) << QString::fromUtf8(expected);
    };
    row("instagram", "siamusic", "instagram siamusic https://www.instagram.com/siamusic");
    row("instagram", " @sia.music_ ", "instagram sia.music_ https://www.instagram.com/sia.music_");
    row("instagram", "https://www.instagram.com/siamusic/?hl=en#x",
        "instagram siamusic https://www.instagram.com/siamusic");
    row("instagram", "instagram.com/siamusic", "instagram siamusic https://www.instagram.com/siamusic");
    row("instagram", "http://m.instagram.com/siamusic/", "instagram siamusic https://www.instagram.com/siamusic");
    row("instagram", "https://twitter.com/sia", "x sia https://x.com/sia");
    row("instagram", "https://www.youtube.com/@sia/videos", "youtube @sia https://www.youtube.com/@sia");
    row("facebook", "youtube.com/channel/UC0123456789abcdefghij_-",
        "youtube channel/UC0123456789abcdefghij_- https://www.youtube.com/channel/UC0123456789abcdefghij_-");
    row("x", "http://www.youtube.com/user/sia?x=1", "youtube user/sia https://www.youtube.com/user/sia");
    row("x", "https://soundcloud.com/sia-music/sets/x", "soundcloud sia-music https://soundcloud.com/sia-music");
    row("x", "http://Sia.bandcamp.com/album/x", "bandcamp sia https://sia.bandcamp.com/");
    row("x", "https://www.tiktok.com/@sia.music?lang=de", "tiktok sia.music https://www.tiktok.com/@sia.music");
    row("x", "http://www.discogs.com/artist/42-Sia", "discogs 42 https://www.discogs.com/artist/42");
    row("x", "https://m.wikidata.org/wiki/Q42#x", "wikidata Q42 https://www.wikidata.org/wiki/Q42");
    row("x", "https://musicbrainz.org/artist/2f548675-008d-4332-876c-108b0c7ab9c5/works",
        "musicbrainz 2f548675-008d-4332-876c-108b0c7ab9c5 "
        "https://musicbrainz.org/artist/2f548675-008d-4332-876c-108b0c7ab9c5");
    row("twitter", "sia", "x sia https://x.com/sia");
    row("x", "@Sia", "x Sia https://x.com/Sia");
    row("X", "https://mobile.twitter.com/@Sia?lang=de", "x Sia https://x.com/Sia");
    row("x", "//x.com/Sia/", "x Sia https://x.com/Sia");
    row("x", "HTTPS://X.COM/Sia", "x Sia https://x.com/Sia");
    row("facebook", "SiaMusic", "facebook SiaMusic https://www.facebook.com/SiaMusic");
    row("facebook", "100044171", "facebook 100044171 https://www.facebook.com/profile.php?id=100044171");
    row("facebook", "https://www.facebook.com/profile.php?id=100044171&ref=x",
        "facebook 100044171 https://www.facebook.com/profile.php?id=100044171");
    row("facebook", "https://m.facebook.com/pages/Sia/12345",
        "facebook 12345 https://www.facebook.com/profile.php?id=12345");
    row("facebook", "pages/Sia/12345", "facebook 12345 https://www.facebook.com/profile.php?id=12345");
    row("facebook", "profile.php?id=12345", "facebook 12345 https://www.facebook.com/profile.php?id=12345");
    row("facebook", "fb.com/SiaMusic", "facebook SiaMusic https://www.facebook.com/SiaMusic");
    row("facebook", "https://de-de.facebook.com/pg/SiaMusic/about",
        "facebook SiaMusic https://www.facebook.com/SiaMusic");
    row("genius", "http://genius.com/artists/Sia", "genius Sia https://genius.com/artists/Sia");
    row("genius", "https://genius.com/artists/Null", "genius Null https://genius.com/artists/Null");
    row("genius", "https://genius.com/artists/Home", "genius Home https://genius.com/artists/Home");
    row("genius", "Jesse-shatkin", "genius Jesse-shatkin https://genius.com/artists/Jesse-shatkin");
    row("genius", "https://genius.com/artists/Beyonc%C3%A9", "genius Beyoncé https://genius.com/artists/Beyonc%C3%A9");
    row("spotify", "5WUlDfRSoLAfcVSX1WnrxN",
        "spotify 5WUlDfRSoLAfcVSX1WnrxN https://open.spotify.com/artist/5WUlDfRSoLAfcVSX1WnrxN");
    row("spotify", "https://open.spotify.com/intl-de/artist/5WUlDfRSoLAfcVSX1WnrxN?si=1",
        "spotify 5WUlDfRSoLAfcVSX1WnrxN https://open.spotify.com/artist/5WUlDfRSoLAfcVSX1WnrxN");
}

void ProfilesTest::fieldBecomesAProfile()
{
    QFETCH(QString, platform);
    QFETCH(QString, raw);
    QTEST(shown(profileFromHandle(platform, raw)), "expected");
}

void ProfilesTest::junkBecomesNothing_data()
{
    QTest::addColumn<QString>("platform");
    QTest::addColumn<QString>("raw");
    const auto row = [](const char *platform, const char *raw) {
        QTest::addRow("%s: '%s'", platform, raw) << QString::fromUtf8(platform) << QString::fromUtf8(raw);
    };
    for (const auto *junk : {"", "  ", "null", "NULL", "None", "n/a", "N/A", "-", "@", "\u200B", "undefined", "?"})
        row("instagram", junk);
    row("instagram", "two words");
    row("instagram", "a..b");
    row("instagram", ".sia");
    row("instagram", "name_of_more_than_thirty_letters_");
    row("instagram", "sia<script>");
    row("instagram", "https://www.instagram.com/p/Cabc123/");
    row("instagram", "https://www.instagram.com/");
    row("instagram", "https://example.com/sia");
    row("instagram", "https://instagram.com.evil.example/sia");
    row("instagram", "https://notinstagram.com/sia");
    row("instagram", "javascript:alert(1)");
    row("instagram", "mailto:a@instagram.com");
    row("instagram", "ftp://instagram.com/sia");
    row("x", "sia.furler");
    row("x", "handle_too_long_for_it");
    row("x", "https://twitter.com/intent/user?user_id=1");
    row("x", "https://twitter.com/hashtag/sia");
    row("facebook", "https://www.facebook.com/groups/12345");
    row("facebook", "https://www.facebook.com/profile.php");
    row("facebook", "name with blanks");
    row("genius", "https://genius.com/Sia-chandelier-lyrics");
    row("spotify", "5WUlDfRSoLAfcVSX1Wnrx");
    row("spotify", "https://open.spotify.com/track/5WUlDfRSoLAfcVSX1WnrxN");
    row("x", "https://www.youtube.com/watch?v=2vjPBrBU-TM");
    row("x", "https://www.youtube.com/channel/2vjPBrBU-TM");
    row("x", "https://youtube.com/");
    row("x", "https://bandcamp.com/sia");
    row("x", "https://a.b.bandcamp.com/");
    row("x", "https://soundcloud.com/search?q=sia");
    row("x", "https://www.discogs.com/artist/Sia");
    row("x", "https://www.discogs.com/label/42-Monkey-Puzzle");
    row("x", "https://www.wikidata.org/wiki/Special:Random");
    row("x", "https://musicbrainz.org/recording/2f548675-008d-4332-876c-108b0c7ab9c5");
    row("x", "https://www.tiktok.com/music/sia");
    row("myspace", "sia");
    row("", "sia");
}

void ProfilesTest::junkBecomesNothing()
{
    QFETCH(QString, platform);
    QFETCH(QString, raw);
    QCOMPARE(shown(profileFromHandle(platform, raw)), QStringLiteral("none"));
}

void ProfilesTest::ownArtistHasItsProfiles()
{
    const auto artist = genius::parseArtist(test::ownAnswer(QStringLiteral("genius/artist.json")));
    QVERIFY(artist);
    QCOMPARE(shown(profilesOf(*artist)),
             (QStringList{QStringLiteral("genius Marlow-Osei https://genius.com/artists/Marlow-Osei"),
                          QStringLiteral("instagram marlow.osei https://www.instagram.com/marlow.osei"),
                          QStringLiteral("x marlowosei https://x.com/marlowosei")}));
}

void ProfilesTest::recordedArtistHasItsProfiles()
{
    SKIP_WITHOUT_RECORDED_ANSWERS();
    const auto artist =
        genius::parseArtist(*test::recordedAnswer(QStringLiteral("swiftgenius__genius-artist__sia.json")));
    QCOMPARE(shown(profilesOf(*artist)),
             (QStringList{QStringLiteral("genius Sia https://genius.com/artists/Sia"),
                          QStringLiteral("instagram SiaMusic https://www.instagram.com/SiaMusic"),
                          QStringLiteral("x Sia https://x.com/Sia"),
                          QStringLiteral("facebook SiaMusic https://www.facebook.com/SiaMusic")}));
    const auto bare =
        genius::parseArtist(*test::recordedAnswer(QStringLiteral("derived/derived__genius-artist__null-social.json")));
    QCOMPARE(profilesOf(*bare).size(), 1U); // the page itself
}

void ProfilesTest::sameProfileCountsOnce()
{
    const genius::Artist artist = {.id = 1,
                                   .name = QStringLiteral("n"),
                                   .url = {},
                                   .alternateNames = {},
                                   .instagramName = QStringLiteral("https://x.com/sia"),
                                   .twitterName = QStringLiteral("sia"),
                                   .facebookName = {}};
    QCOMPARE(shown(profilesOf(artist)), (QStringList{QStringLiteral("x sia https://x.com/sia")}));
}

QTEST_APPLESS_MAIN(ProfilesTest)
#include "tst_profiles.moc"
