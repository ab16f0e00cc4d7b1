// SPDX-License-Identifier: GPL-3.0-or-later
#include "workers/socialenrichment.h"

#include "store/credits.h"

#include <QCoreApplication>

#include <qcorofuture.h>

#include <algorithm>

namespace linernotes
{
namespace
{

/// What one artist page adds; several pages of a person repeat each other.
void add(const genius::Artist &artist, const QString &knownName, Enrichment &found)
{
    for (const auto &name : artist.alternateNames) {
        const auto alias = name.trimmed();
        if (!alias.isEmpty() && alias != knownName && !found.aliases.contains(alias))
            found.aliases.append(alias);
    }
    for (const auto &profile : profilesOf(artist)) {
        if (std::ranges::find(found.profiles, profile) == found.profiles.end())
            found.profiles.push_back(profile);
    }
}

} // namespace

QCoro::Task<Result<Effects>> SocialEnrichment::process(AnyMessage message)
{
    const auto wanted = std::get<SocialEnrichmentMessage>(message);
    const auto knownPerson = [id = wanted.personId](Database &database) -> Result<std::optional<KnownPerson>> {
        return Credits(database).person(id);
    };
    const auto person = co_await m_store.query(knownPerson);
    if (!person)
        co_return failure(person.error());
    if (!person->has_value()) {
        co_return failure(
            ErrorCategory::InvalidMessage,
            QCoreApplication::translate("SocialEnrichment", "there is no person %1").arg(wanted.personId));
    }
    Enrichment found{.personId = (*person)->id, .aliases = {}, .profiles = {}, .source = QStringLiteral("genius")};
    bool hasPage = false;
    std::optional<Error> missing;
    for (const auto &id : (*person)->ids) {
        if (id.source != found.source)
            continue;
        const auto artist = co_await m_genius.artist(id.id.toLongLong(), wanted.fresh);
        if (artist) {
            hasPage = true;
            add(*artist, (*person)->name, found);
        } else if (artist.error().category == ErrorCategory::NotFound) {
            missing = artist.error(); // Genius merges its doubles: a page that is gone leaves the person's others
        } else {
            co_return failure(artist.error());
        }
    }
    if (missing && !hasPage)
        co_return failure(*missing);
    Effects effects;
    effects.enrichment = std::move(found);
    co_return effects;
}

} // namespace linernotes
