// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/geniusanswers.h"

#include "demo/words.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace linernotes::demo
{
namespace
{

/// Spotify artists who are no person of the catalogue get Genius ids from here on, by their index.
constexpr qint64 firstArtistPage = 9'000'000;
constexpr std::size_t hitsPerSearch = 10;
constexpr qint64 usualSongPage = 20;
constexpr qint64 largestSongPage = 50;

Answer success(const QJsonObject &response)
{
    return jsonAnswer({{QStringLiteral("meta"), QJsonObject{{QStringLiteral("status"), 200}}},
                       {QStringLiteral("response"), response}});
}

Answer refusal(int status, const QString &message)
{
    return jsonAnswer({{QStringLiteral("meta"),
                        QJsonObject{{QStringLiteral("status"), status}, {QStringLiteral("message"), message}}}},
                      status);
}

/// Genius writes the title without the guests and without what only a release adds.
QString plainTitle(const QString &spotifyTitle)
{
    static const QRegularExpression guests(QStringLiteral("\\s*[(\\[](feat|ft|with)\\.? [^)\\]]*[)\\]]"),
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression release(QStringLiteral("\\s+-\\s+(\\d{4} )?(Remaster(ed)?( \\d{4})?|Radio Edit)$"),
                                            QRegularExpression::CaseInsensitiveOption);
    auto title = spotifyTitle;
    return title.remove(guests).remove(release);
}

QJsonValue orNull(const std::optional<QString> &text)
{
    return text ? QJsonValue(*text) : QJsonValue();
}

QString slug(const QString &name)
{
    auto text = name;
    static const QRegularExpression other(QStringLiteral("[^A-Za-z0-9]+"));
    return text.replace(other, QStringLiteral("-"));
}

} // namespace

GeniusAnswers::GeniusAnswers(const DemoCatalogue &catalogue)
    : m_catalogue(catalogue)
{
    for (const auto &person : catalogue.people()) {
        m_pages.insert(person.geniusId, {person.name, &person});
        if (!person.spotifyId.isEmpty())
            m_artistIds.insert(person.spotifyId, person.geniusId);
    }
    for (std::size_t i = 0; i < catalogue.artists().size(); ++i) {
        const auto &artist = catalogue.artists()[i];
        if (m_artistIds.contains(artist.spotifyId))
            continue;
        const auto id = firstArtistPage + static_cast<qint64>(i);
        m_artistIds.insert(artist.spotifyId, id);
        m_pages.insert(id, {artist.name, nullptr});
    }
    addSongs();
    indexWords();
}

void GeniusAnswers::addSongs()
{
    for (const auto &recording : m_catalogue.recordings()) {
        if (!recording.songId || m_songIndex.contains(*recording.songId))
            continue; // a remaster is the same song
        Song song{.id = *recording.songId,
                  .title = recording.songTitle.value_or(plainTitle(recording.title)),
                  .titleWithFeatured = {},
                  .artistId = artistIdOf(recording.artistIds.front()),
                  .artistName = {},
                  .recording = &recording};
        song.artistName = m_pages.value(song.artistId).name;
        QStringList guests;
        for (std::size_t i = 1; i < recording.artistIds.size(); ++i)
            guests.append(m_pages.value(artistIdOf(recording.artistIds[i])).name);
        song.titleWithFeatured = guests.isEmpty()
            ? song.title
            : QStringLiteral("%1 (Ft. %2)").arg(song.title, guests.join(QStringLiteral(", ")));
        m_songIndex.insert(song.id, m_songs.size());
        m_songs.push_back(song);
    }
    for (const auto &distractor : m_catalogue.distractors()) {
        if (!m_pages.contains(distractor.artistId))
            m_pages.insert(distractor.artistId, {distractor.artistName, nullptr});
        m_songIndex.insert(distractor.songId, m_songs.size());
        m_songs.push_back({.id = distractor.songId,
                           .title = distractor.title,
                           .titleWithFeatured = distractor.title,
                           .artistId = distractor.artistId,
                           .artistName = distractor.artistName});
    }
}

void GeniusAnswers::indexWords()
{
    for (std::size_t i = 0; i < m_songs.size(); ++i) {
        const auto words = wordsOf(m_songs[i].titleWithFeatured + QLatin1Char(' ') + m_songs[i].artistName);
        for (const auto &word : QSet<QString>(words.begin(), words.end()))
            m_words[word].push_back(i);
    }
}

qint64 GeniusAnswers::artistIdOf(const QString &spotifyId) const
{
    return m_artistIds.value(spotifyId);
}

Answer GeniusAnswers::noToken()
{
    return refusal(401,
                   QStringLiteral("This call requires an access_token. Please see: https://genius.com/developers"));
}

Answer GeniusAnswers::wrongToken()
{
    return jsonAnswer(
        {{QStringLiteral("error"), QStringLiteral("invalid_token")},
         {QStringLiteral("error_description"),
          QStringLiteral("The access token provided is expired, revoked, malformed or invalid for other reasons.")}},
        401);
}

Answer GeniusAnswers::answer(const QString &path, const QUrlQuery &query) const
{
    const auto parts = path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    if (path == QLatin1String("/search"))
        return search(query.queryItemValue(QStringLiteral("q"), QUrl::FullyDecoded));
    bool isNumber = false;
    const auto id = parts.size() > 1 ? parts.at(1).toLongLong(&isNumber) : 0;
    if (isNumber && parts.size() == 2 && parts.front() == QLatin1String("songs"))
        return song(id);
    if (isNumber && parts.size() == 2 && parts.front() == QLatin1String("artists"))
        return artist(id);
    if (isNumber && parts.size() == 3 && parts.front() == QLatin1String("artists")
        && parts.at(2) == QLatin1String("songs"))
        return artistSongs(id, query);
    return refusal(404, QStringLiteral("404 Not Found"));
}

Answer GeniusAnswers::search(const QString &text) const
{
    std::vector<int> scores(m_songs.size(), 0);
    std::vector<std::size_t> touched;
    for (const auto &word : wordsOf(text)) {
        const auto found = m_words.constFind(word);
        if (found == m_words.cend())
            continue;
        for (const auto index : *found) {
            if (scores[index]++ == 0)
                touched.push_back(index);
        }
    }
    std::vector<std::pair<int, std::size_t>> order;
    order.reserve(touched.size());
    for (const auto index : touched)
        order.emplace_back(-scores[index], index);
    const auto kept = std::min(order.size(), hitsPerSearch);
    std::ranges::partial_sort(order, order.begin() + static_cast<std::ptrdiff_t>(kept));
    QJsonArray hits;
    for (std::size_t i = 0; i < kept; ++i) {
        hits.append(QJsonObject{{QStringLiteral("highlights"), QJsonArray()},
                                {QStringLiteral("index"), QStringLiteral("song")},
                                {QStringLiteral("type"), QStringLiteral("song")},
                                {QStringLiteral("result"), hit(m_songs[order[i].second])}});
    }
    return success({{QStringLiteral("hits"), hits}});
}

QString GeniusAnswers::pageUrl(qint64 id, const QString &name)
{
    return QStringLiteral("https://genius.com/artists/%1-%2").arg(slug(name)).arg(id);
}

QJsonObject GeniusAnswers::artistRef(qint64 id) const
{
    const auto page = m_pages.value(id);
    return {{QStringLiteral("api_path"), QStringLiteral("/artists/%1").arg(id)},
            {QStringLiteral("header_image_url"), QStringLiteral("https://images.genius.com/demo.1000x1000x1.jpg")},
            {QStringLiteral("id"), id},
            {QStringLiteral("image_url"), QStringLiteral("https://images.genius.com/demo.1000x1000x1.jpg")},
            {QStringLiteral("is_meme_verified"), false},
            {QStringLiteral("is_verified"), page.person != nullptr && id % 3 == 0},
            {QStringLiteral("name"), page.name},
            {QStringLiteral("url"), pageUrl(id, page.name)}};
}

QJsonObject GeniusAnswers::hit(const Song &song) const
{
    const auto path =
        QStringLiteral("/%1-%2-lyrics").arg(slug(song.artistName + QLatin1Char(' ') + song.title)).arg(song.id);
    return {
        {QStringLiteral("annotation_count"), 3},
        {QStringLiteral("api_path"), QStringLiteral("/songs/%1").arg(song.id)},
        {QStringLiteral("artist_names"), song.artistName},
        {QStringLiteral("full_title"), QStringLiteral("%1 by\u00A0%2").arg(song.titleWithFeatured, song.artistName)},
        {QStringLiteral("header_image_thumbnail_url"), QStringLiteral("https://images.genius.com/demo.300x300x1.jpg")},
        {QStringLiteral("header_image_url"), QStringLiteral("https://images.genius.com/demo.1000x1000x1.jpg")},
        {QStringLiteral("id"), song.id},
        {QStringLiteral("lyrics_owner_id"), 1},
        {QStringLiteral("lyrics_state"), QStringLiteral("complete")},
        {QStringLiteral("path"), path},
        {QStringLiteral("pyongs_count"), QJsonValue()},
        {QStringLiteral("song_art_image_thumbnail_url"),
         QStringLiteral("https://images.genius.com/demo.300x300x1.jpg")},
        {QStringLiteral("stats"),
         QJsonObject{{QStringLiteral("hot"), false}, {QStringLiteral("unreviewed_annotations"), 0}}},
        {QStringLiteral("title"), song.title},
        {QStringLiteral("title_with_featured"), song.titleWithFeatured},
        {QStringLiteral("url"), QStringLiteral("https://genius.com") + path},
        {QStringLiteral("primary_artist"), artistRef(song.artistId)}};
}

Answer GeniusAnswers::song(qint64 id) const
{
    const auto found = m_songIndex.constFind(id);
    if (found == m_songIndex.cend())
        return refusal(404, QStringLiteral("404 Not Found"));
    const auto &song = m_songs[*found];
    auto object = hit(song);
    for (const auto *field :
         {"producer_artists", "writer_artists", "featured_artists", "custom_performances", "media",
          "song_relationships", "verified_annotations_by", "verified_contributors", "verified_lyrics_by"})
        object.insert(QLatin1String(field), QJsonArray());
    object.insert(QStringLiteral("album"), QJsonValue());
    object.insert(QStringLiteral("apple_music_id"), QString::number(song.id));
    object.insert(QStringLiteral("release_date"), QStringLiteral("2019-05-17"));
    object.insert(QStringLiteral("release_date_for_display"), QStringLiteral("May 17, 2019"));
    object.insert(QStringLiteral("primary_artists"), QJsonArray{artistRef(song.artistId)});
    if (song.recording) {
        addCredits(object, *song.recording);
        object.insert(QStringLiteral("media"), media(*song.recording));
    }
    return success({{QStringLiteral("song"), object}});
}

void GeniusAnswers::addCredits(QJsonObject &object, const DemoRecording &recording) const
{
    QJsonArray producers;
    QJsonArray writers;
    QJsonArray featured;
    QStringList labels;
    QHash<QString, QJsonArray> performances;
    for (const auto &credit : recording.credits) {
        const auto person = artistRef(credit.personId);
        if (credit.label == QLatin1String("Producer")) {
            producers.append(person);
        } else if (credit.label == QLatin1String("Writer")) {
            writers.append(person);
        } else {
            if (!performances.contains(credit.label))
                labels.append(credit.label);
            performances[credit.label].append(person);
        }
    }
    QJsonArray custom;
    for (const auto &label : labels) {
        custom.append(
            QJsonObject{{QStringLiteral("label"), label}, {QStringLiteral("artists"), performances.value(label)}});
    }
    for (std::size_t i = 1; i < recording.artistIds.size(); ++i)
        featured.append(artistRef(artistIdOf(recording.artistIds[i])));
    object.insert(QStringLiteral("producer_artists"), producers);
    object.insert(QStringLiteral("writer_artists"), writers);
    object.insert(QStringLiteral("featured_artists"), featured);
    object.insert(QStringLiteral("custom_performances"), custom);
}

QJsonArray GeniusAnswers::media(const DemoRecording &recording) const
{
    QJsonArray entries{QJsonObject{
        {QStringLiteral("provider"), QStringLiteral("youtube")},
        {QStringLiteral("start"), 0},
        {QStringLiteral("type"), QStringLiteral("video")},
        {QStringLiteral("url"), QStringLiteral("http://www.youtube.com/watch?v=demo%1").arg(*recording.songId)}}};
    if (!recording.hasMediaLink)
        return entries;
    const auto index = static_cast<std::size_t>(&recording - m_catalogue.recordings().data());
    const auto &places = m_catalogue.placements(index);
    if (places.empty())
        return entries;
    const auto id = places.front().track->spotifyId;
    entries.append(QJsonObject{{QStringLiteral("native_uri"), QStringLiteral("spotify:track:") + id},
                               {QStringLiteral("provider"), QStringLiteral("spotify")},
                               {QStringLiteral("type"), QStringLiteral("audio")},
                               {QStringLiteral("url"), QStringLiteral("https://open.spotify.com/track/") + id}});
    return entries;
}

Answer GeniusAnswers::artist(qint64 id) const
{
    const auto page = m_pages.constFind(id);
    if (page == m_pages.cend())
        return refusal(404, QStringLiteral("404 Not Found"));
    auto object = artistRef(id);
    const auto *person = page->person;
    object.insert(QStringLiteral("alternate_names"),
                  QJsonArray::fromStringList(person ? person->aliases : QStringList()));
    object.insert(QStringLiteral("instagram_name"), person ? orNull(person->instagramName) : QJsonValue());
    object.insert(QStringLiteral("twitter_name"), person ? orNull(person->twitterName) : QJsonValue());
    object.insert(QStringLiteral("facebook_name"), person ? orNull(person->facebookName) : QJsonValue());
    object.insert(QStringLiteral("followers_count"), id % 1000);
    object.insert(QStringLiteral("iq"), id % 5000);
    object.insert(QStringLiteral("translation_artist"),
                  page->name.startsWith(QStringLiteral("Genius"))
                      && page->name.contains(QStringLiteral("Translations")));
    object.insert(QStringLiteral("description"), QJsonObject{{QStringLiteral("plain"), QStringLiteral("?")}});
    return success({{QStringLiteral("artist"), object}});
}

Answer GeniusAnswers::artistSongs(qint64 id, const QUrlQuery &query) const
{
    if (!m_pages.contains(id))
        return refusal(404, QStringLiteral("404 Not Found"));
    const auto asked = query.queryItemValue(QStringLiteral("per_page")).toLongLong();
    const auto perPage = asked > 0 ? std::min(asked, largestSongPage) : usualSongPage;
    const auto page = std::max<qint64>(1, query.queryItemValue(QStringLiteral("page")).toLongLong());
    QJsonArray songs;
    qint64 index = 0;
    for (const auto &song : m_songs) {
        const bool isCredited = song.recording
            && std::ranges::any_of(song.recording->credits, [id](const auto &credit) { return credit.personId == id; });
        if (song.artistId != id && !isCredited)
            continue;
        if (index >= (page - 1) * perPage && index < page * perPage)
            songs.append(hit(song));
        ++index;
    }
    return success({{QStringLiteral("songs"), songs},
                    {QStringLiteral("next_page"), index > page * perPage ? QJsonValue(page + 1) : QJsonValue()}});
}

} // namespace linernotes::demo
