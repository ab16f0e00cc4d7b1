// SPDX-License-Identifier: GPL-3.0-or-later
#include "workers/socialenrichment.h"

#include "store/sourcegaps.h"

#include <qcorofuture.h>

#include <algorithm>

namespace linernotes
{
namespace
{

const auto geniusSource = QStringLiteral("genius");
const auto spotifySource = QStringLiteral("spotify");

/// What one page adds; several pages of a person repeat each other.
void add(const QStringList &names, const std::vector<Profile> &profiles, const QString &knownName, Enrichment &found)
{
    for (const auto &name : names) {
        const auto alias = name.trimmed();
        if (!alias.isEmpty() && alias != knownName && !found.aliases.contains(alias))
            found.aliases.append(alias);
    }
    for (const auto &profile : profiles) {
        if (std::ranges::find(found.profiles, profile) == found.profiles.end())
            found.profiles.push_back(profile);
    }
}

/// As MusicBrainz writes them: it compares letter by letter.
QStringList addressesOf(const KnownPerson &person)
{
    QStringList addresses;
    for (const auto &id : person.ids) {
        const auto profile = profileFromHandle(id.source, id.source == spotifySource ? id.id : id.url);
        if (profile && !addresses.contains(profile->url))
            addresses.append(profile->url);
    }
    return addresses;
}

/// The artist that all the addresses belong to. Where they are several artists', nobody knows who it is.
QString onlyOwner(const std::vector<musicbrainz::AddressOwner> &owners)
{
    QStringList ids;
    for (const auto &owner : owners)
        ids.append(owner.artistId);
    ids.removeDuplicates();
    return ids.size() == 1 ? ids.front() : QString();
}

} // namespace

// The person lives in process(), which awaits this.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-reference-coroutine-parameters)
QCoro::Task<Result<Enrichment>> SocialEnrichment::askGenius(KnownPerson &person, bool fresh)
{
    Enrichment found{.personId = person.id, .aliases = {}, .profiles = {}, .source = geniusSource};
    bool hasPage = false;
    std::optional<Error> missing;
    for (auto &id : person.ids) {
        if (id.source != geniusSource)
            continue;
        const auto artist = co_await m_genius.artist(id.id.toLongLong(), fresh);
        if (artist) {
            hasPage = true;
            if (id.url.isEmpty())
                id.url = artist->url;
            add(artist->alternateNames, profilesOf(*artist), person.name, found);
        } else if (artist.error().category == ErrorCategory::NotFound) {
            missing = artist.error(); // Genius merges its doubles: a page that is gone leaves the person's others
        } else {
            co_return failure(artist.error());
        }
    }
    if (missing && !hasPage)
        co_return failure(*missing);
    co_return found;
}

// NOLINTNEXTLINE(cppcoreguidelines-avoid-reference-coroutine-parameters): as above
QCoro::Task<Result<Enrichment>> SocialEnrichment::askMusicBrainz(const KnownPerson &person, bool fresh)
{
    Enrichment found{.personId = person.id, .aliases = {}, .profiles = {}, .source = musicbrainzSource};
    const auto addresses = addressesOf(person);
    if (addresses.isEmpty())
        co_return found;
    const auto owners = co_await m_musicbrainz->owners(addresses, fresh);
    if (!owners)
        co_return failure(owners.error());
    const auto owner = onlyOwner(*owners);
    if (owner.isEmpty())
        co_return found;
    const auto artist = co_await m_musicbrainz->artist(owner, fresh);
    if (artist)
        add(QStringList(artist->name) + artist->aliases, profilesOf(*artist), person.name, found);
    else if (artist.error().category != ErrorCategory::NotFound)
        co_return failure(artist.error());
    co_return found;
}

/// Visited again when the source says, but ever more seldom: after 5 minutes, 20, 80, … and at last once a day. A road
/// that was closed costs no visit: nobody was asked.
SourceGap SocialEnrichment::gap(const SocialEnrichmentMessage &wanted, const Error &error) const
{
    constexpr Milliseconds first = std::chrono::minutes(5);
    constexpr Milliseconds untilOpen = std::chrono::minutes(30);
    constexpr Milliseconds longest = std::chrono::hours(24);
    const bool isClosed =
        error.category == ErrorCategory::ServiceDown || error.category == ErrorCategory::RateLimited || error.unreached;
    SourceGap gap{.revisit = wanted, .reason = error.message, .revisitAt = std::nullopt};
    gap.revisit.source = musicbrainzSource;
    gap.revisit.fresh = wanted.fresh || m_musicbrainz->wantedSince() > Instant();
    gap.revisit.visit = isClosed ? wanted.visit : wanted.visit + 1;
    if (gap.revisit.visit > mostVisits)
        return gap;
    auto wait = isClosed ? untilOpen : first;
    for (qint64 visit = 0; !isClosed && visit < wanted.visit; ++visit)
        wait = std::min(4 * wait, longest);
    const auto now = m_store.clock().now();
    gap.revisitAt = std::max(now + wait, error.retryAt.value_or(now));
    return gap;
}

/// Somebody has taken the contact away, here or for this start: it is looked again tomorrow.
SourceGap SocialEnrichment::gapWithoutContact(const SocialEnrichmentMessage &wanted) const
{
    return {.revisit = wanted,
            .reason = QStringLiteral("it is not asked without a contact"),
            .revisitAt = m_store.clock().now() + std::chrono::hours(24)};
}

QCoro::Task<Result<Effects>> SocialEnrichment::process(AnyMessage message)
{
    const auto wanted = std::get<SocialEnrichmentMessage>(message);
    struct Known {
        std::optional<KnownPerson> person;
        bool hasGap = false;
    };
    const auto knownPerson = [id = wanted.personId, source = wanted.source](Database &database) -> Result<Known> {
        Known known{.person = Credits(database).person(id)};
        if (known.person && !source.isEmpty()) {
            const auto gaps = SourceGaps(database).of(known.person->id);
            known.hasGap = std::ranges::find(gaps, source, &OpenGap::source) != gaps.end();
        }
        return known;
    };
    const auto known = co_await m_store.query(knownPerson);
    if (!known)
        co_return failure(known.error());
    if (!known->person) {
        co_return failure(ErrorCategory::InvalidMessage, QStringLiteral("there is no person %1").arg(wanted.personId));
    }
    auto person = *known->person;
    Effects effects;
    const bool isRevisit = !wanted.source.isEmpty();
    if (isRevisit && !known->hasGap)
        co_return effects; // it has answered meanwhile
    if (!isRevisit) {
        auto found = co_await askGenius(person, wanted.fresh);
        if (!found)
            co_return failure(found.error());
        effects.enrichments.push_back(std::move(*found));
    }
    if (!m_musicbrainz) {
        if (isRevisit)
            effects.gaps.push_back(gapWithoutContact(wanted));
        co_return effects;
    }
    auto found = co_await askMusicBrainz(person, wanted.fresh);
    if (found)
        effects.enrichments.push_back(std::move(*found));
    else if (found.error().category == ErrorCategory::Cancelled)
        co_return failure(found.error());
    else
        effects.gaps.push_back(gap(wanted, found.error()));
    co_return effects;
}

} // namespace linernotes
