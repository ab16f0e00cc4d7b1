// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/title.h"
#include "workers/produceridentification.h"
#include "workers/spotifyfacts.h"

#include <QHash>

#include <algorithm>

namespace linernotes
{
namespace
{

const auto geniusSource = QStringLiteral("genius");
const auto spotifySource = QStringLiteral("spotify");

/// Gathers what a song says, one entry per Genius artist, in the order of the song.
class SongPeople
{
public:
    SongPeople(const genius::Song &song, const MatchScore &score)
        : m_song(song)
        , m_score(score)
    {
        credit(song.producers, Role::Producer, QStringLiteral("Producer"));
        credit(song.writers, Role::Writer, QStringLiteral("Writer"));
        for (const auto &performance : song.performances) {
            if (const auto role = roleFromLabel(performance.label))
                credit(performance.artists, *role, performance.label);
        }
    }

    std::vector<PersonFacts> take() { return std::move(m_people); }

private:
    void credit(const std::vector<genius::ArtistRef> &artists, Role role, const QString &statement)
    {
        for (const auto &artist : artists) {
            const EvidenceFacts evidence{.source = geniusSource,
                                         .statement = statement,
                                         .url = m_song.url,
                                         .matchScore = m_score.value,
                                         .matchReasons = m_score.reasons};
            auto &credits = person(artist).credits;
            const CreditFacts fact{.role = role, .evidence = evidence};
            if (std::ranges::find(credits, fact) == credits.end())
                credits.push_back(fact);
        }
    }

    PersonFacts &person(const genius::ArtistRef &artist)
    {
        const auto known = m_index.constFind(artist.id);
        if (known != m_index.cend())
            return m_people[*known];
        m_index.insert(artist.id, m_people.size());
        m_people.push_back({.name = artist.name,
                            .aliases = {},
                            .ids = {{geniusSource, QString::number(artist.id), artist.url}},
                            .credits = {}});
        return m_people.back();
    }

    const genius::Song &m_song;
    const MatchScore &m_score;
    std::vector<PersonFacts> m_people;
    QHash<qint64, std::size_t> m_index;
};

/// The only entry of that name, or null.
PersonFacts *onlyOneNamed(std::vector<PersonFacts> &people, const QString &name)
{
    PersonFacts *found = nullptr;
    for (auto &person : people) {
        if (normalisedName(person.name) != name)
            continue;
        if (found)
            return nullptr;
        found = &person;
    }
    return found;
}

bool isNamedTwice(const std::vector<ArtistFacts> &artists, const QString &name)
{
    return std::ranges::count_if(artists, [&](const auto &artist) { return normalisedName(artist.name) == name; }) > 1;
}

CreditFacts collaboration(const RecordingFacts &recording)
{
    return {.role = Role::Collaborator,
            .evidence = {.source = spotifySource,
                         .statement = QStringLiteral("Artist of the track"),
                         .url = recording.tracks.empty() ? QString() : recording.tracks.front().url,
                         .matchScore = 1,
                         .matchReasons = {}}};
}

} // namespace

std::vector<PersonFacts> peopleOf(const RecordingFacts &recording, const genius::Song *song, const MatchScore &score)
{
    std::vector<PersonFacts> people = song ? SongPeople(*song, score).take() : std::vector<PersonFacts>();
    for (std::size_t i = 0; i < recording.artists.size(); ++i) {
        const auto &artist = recording.artists[i];
        const auto name = normalisedName(artist.name);
        const bool isPrimary = i == 0;
        const ExternalId id{spotifySource, artist.spotifyId, spotifyUrl(QStringLiteral("artist"), artist.spotifyId)};
        auto *person = isNamedTwice(recording.artists, name) ? nullptr : onlyOneNamed(people, name);
        if (!person && isPrimary)
            continue; // the artist whose record it is, and who neither wrote nor produced it
        if (!person) {
            people.push_back({.name = artist.name, .aliases = {}, .ids = {}, .credits = {}});
            person = &people.back();
        }
        person->ids.push_back(id);
        if (!isPrimary)
            person->credits.push_back(collaboration(recording));
    }
    return people;
}

} // namespace linernotes
