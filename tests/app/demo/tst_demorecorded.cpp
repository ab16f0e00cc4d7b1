// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/democaller.h"
#include "app/demo/demoendpoints.h"
#include "app/demo/jsonshape.h"
#include "fixtures/answers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace linernotes;
using demo::Face;

namespace
{

using Places = std::set<QString>;

/// What the demo answers although no recorded answer has it, and what says that the real services do, too. Nothing else
/// may differ, and nothing may stand here in vain.
struct Documented {
    const char *endpoint;
    const char *place;
    const char *source;
};
const Documented spotifyDocumented[]{
    {"artist's albums", "$.next: null", "the last page; OpenAPI PagingObject: nullable. Recorded were pages before it"},
    {"album's tracks", "$.next: null", "as above"},
    {"album", "$.tracks.next: string", "OpenAPI PagingObject; recorded were albums of up to 50 tracks"},
    {"search for tracks", "$.tracks.items[].preview_url: null", "OpenAPI: nullable; so recorded of single tracks"},
    {"several albums", "$.albums[].tracks.items[].preview_url: null",
     "OpenAPI: nullable; so recorded of single albums"},
    {"several tracks", "$.tracks[].preview_url: null", "OpenAPI: nullable; so recorded of single tracks"},
};
const Documented geniusDocumented[]{
    {"search", "$.response.hits[].result.artist_names: string", "apis.md 2.2: newer answers have it"},
    {"artist's songs", "$.response.songs[].artist_names: string", "as above"},
    {"song", "$.response.song.artist_names: string", "as above"},
    {"song", "$.response.song.primary_artists: array", "apis.md 2.3: newer answers have it"},
    {"song", "$.response.song.album: null", "a song on no album: johnwmillr/LyricsGenius#73"},
    {"song", "$.response.song.pyongs_count: null", "so recorded of the same song object in a search"},
    {"artist", "$.response.artist.facebook_name: null", "apis.md 2.4: often null"},
    {"artist", "$.response.artist.instagram_name: null", "as above"},
    {"artist", "$.response.artist.twitter_name: null", "as above"},
    {"artist", "$.response.artist.iq: integer", "apis.md 2.4; so recorded of the artist object in a song"},
    {"artist", "$.response.artist.translation_artist: boolean", "apis.md 2.4"},
    {"artist's songs", "$.response.next_page: integer", "apis.md 2.2; the answer recorded is older"},
    {"artist's songs", "$.response.next_page: null", "as above"},
};

/// What the recorded song and artists have and the demo leaves out: apis.md 2.3 and 2.4 do not name it, and nothing in
/// the program reads it.
const Documented geniusLeftOut[]{
    {"song", "$.response.song.apple_music_player_url", ""},
    {"song", "$.response.song.current_user_metadata", ""},
    {"song", "$.response.song.description", ""},
    {"song", "$.response.song.description_annotation", ""},
    {"song", "$.response.song.embed_content", ""},
    {"song", "$.response.song.featured_video", ""},
    {"song", "$.response.song.lyrics_marked_complete_by", ""},
    {"song", "$.response.song.lyrics_placeholder_reason", ""},
    {"song", "$.response.song.primary_artist.iq", "only of artists who have some"},
    {"song", "$.response.song.recording_location", ""},
    {"song", "$.response.song.song_art_image_url", ""},
    {"song", "$.response.song.song_art_primary_color", ""},
    {"song", "$.response.song.song_art_secondary_color", ""},
    {"song", "$.response.song.song_art_text_color", ""},
    {"song", "$.response.song.stats.accepted_annotations", ""},
    {"song", "$.response.song.stats.concurrents", ""},
    {"song", "$.response.song.stats.contributors", ""},
    {"song", "$.response.song.stats.iq_earners", ""},
    {"song", "$.response.song.stats.pageviews", ""},
    {"song", "$.response.song.stats.transcribers", ""},
    {"song", "$.response.song.stats.verified_annotations", ""},
    {"artist", "$.response.artist.user", ""},
};

template <std::size_t Count>
Places of(const Documented (&all)[Count], const test::DemoEndpoint &endpoint)
{
    Places places;
    for (const auto &one : all) {
        if (qstrcmp(one.endpoint, endpoint.name) == 0)
            places.insert(QString::fromUtf8(one.place));
    }
    return places;
}

/// Empty if they are the same.
QByteArray difference(const Places &found, const Places &expected)
{
    QStringList lines;
    for (const auto &place : found) {
        if (!expected.contains(place))
            lines.append(QStringLiteral("not expected: ") + place);
    }
    for (const auto &place : expected) {
        if (!found.contains(place))
            lines.append(QStringLiteral("expected: ") + place);
    }
    return lines.join(QLatin1Char('\n')).toUtf8();
}

/// What the answers to all targets of an endpoint have together, seen by `judge`.
template <typename Call, typename Judge>
Places collected(const test::DemoEndpoint &endpoint, const demo::DemoCatalogue &catalogue, Call call, Judge judge)
{
    Places all;
    for (const auto &target : endpoint.targets(catalogue)) {
        const test::Reply reply = call(target);
        if (reply.status == 200)
            all.merge(judge(reply.json()));
        else
            all.insert(QStringLiteral("%1: HTTP %2").arg(target).arg(reply.status));
    }
    return all;
}

QJsonObject recordedObject(const QString &file)
{
    return QJsonDocument::fromJson(test::recordedAnswer(file).value_or(QByteArray())).object();
}

/// The songs of an artist, as they are in a search's hits: the one recorded list is older than their present form.
QJsonObject asSongsOfAnArtist(const QJsonObject &search)
{
    QJsonArray songs;
    const auto hits = search[QStringLiteral("response")][QStringLiteral("hits")].toArray();
    for (const auto &hit : hits)
        songs.append(hit[QStringLiteral("result")]);
    auto answer = search;
    answer[QStringLiteral("response")] = QJsonObject{{QStringLiteral("songs"), songs}};
    return answer;
}

/// nullopt: nothing was recorded, or something is no JSON object.
std::optional<test::JsonShape> recordedShape(const test::DemoEndpoint &endpoint)
{
    const auto files = test::recordedFolder().entryList({QString::fromLatin1(endpoint.recordings)});
    test::JsonShape shape;
    for (const auto &file : files) {
        const auto answer = recordedObject(file);
        if (answer.isEmpty())
            return std::nullopt;
        shape.learn(answer);
    }
    if (QString::fromLatin1(endpoint.recordings).contains(QStringLiteral("artist-songs"))) {
        for (const auto &file : test::recordedFolder().entryList({QStringLiteral("*__genius-search__*.json")}))
            shape.learn(asSongsOfAnArtist(recordedObject(file)));
    }
    return files.isEmpty() ? std::nullopt : std::optional(shape);
}

void addRows(const std::vector<test::DemoEndpoint> &endpoints)
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(endpoints.size()); ++i)
        QTest::newRow(endpoints[static_cast<std::size_t>(i)].name) << i;
}

} // namespace

/// The demo services answer in the shapes in which the real ones answered when they were recorded.
class DemoRecordedTest : public QObject
{
    Q_OBJECT

    test::DemoCaller m_older{Face::Legacy};
    test::DemoCaller m_newer{Face::Development2026};

    template <typename Judge>
    Places older(const test::DemoEndpoint &endpoint, Judge judge)
    {
        const auto call = [this](const QString &target) { return m_older.spotify(target); };
        return collected(endpoint, m_older.catalogue(), call, judge);
    }

    template <typename Judge>
    Places newer(const test::DemoEndpoint &endpoint, Judge judge)
    {
        const auto call = [this](const QString &target) { return m_newer.spotify(target); };
        return collected(endpoint, m_newer.catalogue(), call, judge);
    }

    template <typename Judge>
    Places genius(const test::DemoEndpoint &endpoint, Judge judge)
    {
        const auto call = [this](const QString &target) { return m_newer.genius(target); };
        return collected(endpoint, m_newer.catalogue(), call, judge);
    }

private Q_SLOTS:
    void initTestCase() { SKIP_WITHOUT_RECORDED_ANSWERS(); }

    void theComparisonFindsWhatDiffers_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("strange");
        QTest::addColumn<QString>("missing");
        const auto row = [](const char *name, const char *json, const char *strange, const char *missing) {
            QTest::newRow(name) << QString::fromLatin1(json) << QString::fromLatin1(strange)
                                << QString::fromLatin1(missing);
        };
        row("the same", R"({"id":1,"list":[{"a":"x"}],"none":null})", "", "");
        row("another kind", R"({"id":"1","list":[],"none":null})", "$.id: string", "");
        row("a fraction", R"({"id":1.5,"list":[],"none":null})", "$.id: number", "");
        row("null", R"({"id":null,"list":[],"none":null})", "$.id: null", "");
        row("never null", R"({"id":1,"list":[],"none":0})", "$.none: integer", "");
        row("a new field", R"({"id":1,"list":[{"a":"x","c":1}],"none":null})", "$.list[].c: integer", "");
        row("a field less", R"({"list":[],"none":null})", "", "$.id");
        row("a field less below", R"({"id":1,"list":[{"b":1}],"none":null})", "", "$.list[].a");
        row("an optional field less", R"({"id":1,"list":[{"a":"x"}],"none":null})", "", "");
    }
    void theComparisonFindsWhatDiffers()
    {
        QFETCH(QString, json);
        QFETCH(QString, strange);
        QFETCH(QString, missing);
        test::JsonShape shape;
        shape.learn(QJsonDocument::fromJson(R"({"id":7,"list":[{"a":"x"},{"a":"y","b":2}],"none":null})").object());
        const auto answer = QJsonDocument::fromJson(json.toUtf8()).object();
        QCOMPARE(shape.strangeIn(answer), strange.isEmpty() ? Places{} : Places{strange});
        QCOMPARE(shape.missingIn(answer), missing.isEmpty() ? Places{} : Places{missing});
    }

    void spotifyNeverSaysWhatWasNeverRecorded_data() { addRows(test::spotifyEndpoints()); }
    void spotifyNeverSaysWhatWasNeverRecorded()
    {
        QFETCH(int, index);
        const auto &endpoint = test::spotifyEndpoints().at(static_cast<std::size_t>(index));
        const auto shape = recordedShape(endpoint);
        QVERIFY2(shape, endpoint.recordings);
        const auto judge = [&](const QJsonObject &answer) { return shape->strangeIn(answer); };
        auto strange = older(endpoint, judge);
        if (!endpoint.isLegacyOnly)
            strange.merge(newer(endpoint, judge));
        QCOMPARE(difference(strange, of(spotifyDocumented, endpoint)), QByteArray());
    }

    /// An older app gets every field that all recorded answers have; what an app of today gets is tst_demoopenapi's.
    void spotifySaysWhatWasAlwaysRecorded_data() { addRows(test::spotifyEndpoints()); }
    void spotifySaysWhatWasAlwaysRecorded()
    {
        QFETCH(int, index);
        const auto &endpoint = test::spotifyEndpoints().at(static_cast<std::size_t>(index));
        const auto shape = recordedShape(endpoint);
        QVERIFY2(shape, endpoint.recordings);
        const auto missing = older(endpoint, [&](const QJsonObject &answer) { return shape->missingIn(answer); });
        QCOMPARE(difference(missing, {}), QByteArray());
    }

    void geniusNeverSaysWhatWasNeverRecorded_data() { addRows(test::geniusEndpoints()); }
    void geniusNeverSaysWhatWasNeverRecorded()
    {
        QFETCH(int, index);
        const auto &endpoint = test::geniusEndpoints().at(static_cast<std::size_t>(index));
        const auto shape = recordedShape(endpoint);
        QVERIFY2(shape, endpoint.recordings);
        const auto strange = genius(endpoint, [&](const QJsonObject &answer) { return shape->strangeIn(answer); });
        QCOMPARE(difference(strange, of(geniusDocumented, endpoint)), QByteArray());
    }

    void geniusSaysWhatWasAlwaysRecorded_data() { addRows(test::geniusEndpoints()); }
    void geniusSaysWhatWasAlwaysRecorded()
    {
        QFETCH(int, index);
        const auto &endpoint = test::geniusEndpoints().at(static_cast<std::size_t>(index));
        const auto shape = recordedShape(endpoint);
        QVERIFY2(shape, endpoint.recordings);
        const auto missing = genius(endpoint, [&](const QJsonObject &answer) { return shape->missingIn(answer); });
        QCOMPARE(difference(missing, of(geniusLeftOut, endpoint)), QByteArray());
    }

    void tokensAreGivenAsRecorded()
    {
        test::JsonShape shape;
        shape.learn(recordedObject(QStringLiteral("sjava__spotify-token__client-credentials.json")));
        const auto token = m_newer.askForToken();
        QCOMPARE(token.status, 200);
        QCOMPARE(difference(shape.strangeIn(token.json()), {}), QByteArray());
        QCOMPARE(difference(shape.missingIn(token.json()), {}), QByteArray());
        QCOMPARE(token.json()[QStringLiteral("expires_in")].toInt(), 3600);
    }
};

QTEST_GUILESS_MAIN(DemoRecordedTest)
#include "tst_demorecorded.moc"
