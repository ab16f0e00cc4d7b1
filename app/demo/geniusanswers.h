// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/answer.h"
#include "demo/democatalogue.h"

#include <QHash>
#include <QJsonArray>
#include <QUrlQuery>

#include <vector>

namespace linernotes::demo
{

/// The Genius API over a catalogue, in the shapes of docs.genius.com and of the answers that its clients keep as
/// fixtures.
class GeniusAnswers
{
public:
    explicit GeniusAnswers(const DemoCatalogue &catalogue);

    /// `path` below the API's root: "/songs/1".
    [[nodiscard]] Answer answer(const QString &path, const QUrlQuery &query) const;

    /// Of an artist's page.
    static QString pageUrl(qint64 id, const QString &name);

    static Answer noToken();
    static Answer wrongToken();

private:
    /// A page that a search can bring up.
    struct Song {
        qint64 id = 0;
        QString title;
        QString titleWithFeatured;
        qint64 artistId = 0;
        QString artistName;
        const DemoRecording *recording = nullptr; ///< null for a distractor
    };
    /// An artist page: a person, or a Spotify artist without one.
    struct Page {
        QString name;
        const DemoPerson *person = nullptr;
    };

    void addSongs();
    void indexWords();
    [[nodiscard]] qint64 artistIdOf(const QString &spotifyId) const;
    [[nodiscard]] Answer search(const QString &text) const;
    [[nodiscard]] Answer song(qint64 id) const;
    [[nodiscard]] Answer artist(qint64 id) const;
    [[nodiscard]] Answer artistSongs(qint64 id, const QUrlQuery &query) const;
    [[nodiscard]] QJsonObject artistRef(qint64 id) const;
    [[nodiscard]] QJsonObject hit(const Song &song) const;
    void addCredits(QJsonObject &object, const DemoRecording &recording) const;
    [[nodiscard]] QJsonArray media(const DemoRecording &recording) const;

    const DemoCatalogue &m_catalogue;
    std::vector<Song> m_songs;
    QHash<qint64, std::size_t> m_songIndex;
    QHash<QString, std::vector<std::size_t>> m_words;
    QHash<QString, qint64> m_artistIds; ///< Spotify id → Genius id
    QHash<qint64, Page> m_pages;
};

} // namespace linernotes::demo
