// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/democatalogue.h"

namespace linernotes::demo
{
namespace
{

/// 22 base62 characters, one kind of thing per first letter.
QString id(QChar kind, qint64 number)
{
    return kind + QStringLiteral("%1").arg(number, 21, 10, QLatin1Char('0'));
}

/// Words that make titles that differ by more than a figure: similar titles would be matched with each other.
QString word(qint64 number)
{
    static const QStringList syllables{
        QStringLiteral("ba"), QStringLiteral("do"), QStringLiteral("fe"), QStringLiteral("gi"),
        QStringLiteral("ku"), QStringLiteral("la"), QStringLiteral("mo"), QStringLiteral("ne"),
        QStringLiteral("pi"), QStringLiteral("ru"), QStringLiteral("sa"), QStringLiteral("to"),
        QStringLiteral("ve"), QStringLiteral("wi"), QStringLiteral("xu"), QStringLiteral("za")};
    QString text;
    for (int i = 0; i < 4; ++i) {
        text += syllables.at(number % syllables.size());
        number /= syllables.size();
    }
    return text;
}

} // namespace

DemoCatalogue DemoCatalogue::generated(const Scale &scale)
{
    constexpr qint64 shortest = 150'000;
    constexpr qint64 step = 5'000;
    constexpr int lengths = 20;
    constexpr qint64 stride = 7919; // a prime: spreads credits and titles without a random source
    DemoCatalogue catalogue;
    for (int i = 0; i < scale.people; ++i) {
        catalogue.m_people.push_back(
            {.geniusId = 1000 + i,
             .name = QStringLiteral("Producer %1 %2").arg(word(i * stride), QString::number(i)),
             .aliases = {},
             .spotifyId = {},
             .instagramName = QStringLiteral("producer.%1").arg(i),
             .twitterName = std::nullopt,
             .facebookName = std::nullopt});
    }
    qint64 recordingNumber = 0;
    for (int artist = 0; artist < scale.artists; ++artist) {
        const auto artistId = id(QLatin1Char('A'), artist);
        catalogue.m_artists.push_back({artistId, QStringLiteral("Artist %1").arg(word(artist * stride)), 1000});
        for (int album = 0; album < scale.albumsPerArtist; ++album) {
            DemoAlbum made{.spotifyId = id(QLatin1Char('L'), artist * scale.albumsPerArtist + album),
                           .name = QStringLiteral("Album %1").arg(album),
                           .type = QStringLiteral("album"),
                           .artistIds = {artistId},
                           .releaseDate = QStringLiteral("2020-01-01"),
                           .upc = QStringLiteral("%1").arg(album, 12, 10, QLatin1Char('0')),
                           .tracks = {}};
            for (int track = 0; track < scale.tracksPerAlbum; ++track, ++recordingNumber) {
                DemoRecording recording{
                    .isrc = QStringLiteral("QZDEM%1").arg(recordingNumber, 7, 10, QLatin1Char('0')),
                    .title = QStringLiteral("%1 %2").arg(word(recordingNumber * stride), word(recordingNumber)),
                    .artistIds = {artistId},
                    .durationMs = shortest + step * (recordingNumber % lengths),
                    .songId = 500'000 + recordingNumber,
                    .credits = {},
                    .hasMediaLink = true,
                    .songTitle = std::nullopt};
                for (int credit = 0; credit < scale.creditsPerRecording; ++credit) {
                    const auto person = (recordingNumber * scale.creditsPerRecording + credit) * stride % scale.people;
                    recording.credits.push_back(
                        {credit % 2 == 0 ? QStringLiteral("Producer") : QStringLiteral("Writer"), 1000 + person});
                }
                made.tracks.push_back({.spotifyId = id(QLatin1Char('T'), recordingNumber),
                                       .recording = static_cast<std::size_t>(recordingNumber),
                                       .disc = 1,
                                       .number = track + 1});
                catalogue.m_recordings.push_back(std::move(recording));
            }
            catalogue.m_albums.push_back(std::move(made));
        }
    }
    catalogue.buildIndex();
    return catalogue;
}

} // namespace linernotes::demo
