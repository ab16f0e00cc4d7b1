// SPDX-License-Identifier: GPL-3.0-or-later
#include "workers/socialenrichment.h"

#include "store/credits.h"

#include <QCoreApplication>

#include <qcorofuture.h>

namespace linernotes
{

QCoro::Task<Result<Effects>> SocialEnrichment::process(AnyMessage message)
{
    const auto wanted = std::get<SocialEnrichmentMessage>(message);
    const auto person =
        co_await m_store.query([id = wanted.personId](Database &database) -> Result<std::optional<KnownPerson>> {
            return Credits(database).person(id);
        });
    if (!person)
        co_return failure(person.error());
    if (!person->has_value()) {
        co_return failure(
            ErrorCategory::InvalidMessage,
            QCoreApplication::translate("SocialEnrichment", "there is no person %1").arg(wanted.personId));
    }
    Enrichment found{.personId = (*person)->id, .aliases = {}, .profiles = {}, .source = QStringLiteral("genius")};
    for (const auto &id : (*person)->ids) {
        if (id.source != found.source)
            continue;
        const auto artist = co_await m_genius.artist(id.id.toLongLong());
        if (!artist)
            co_return failure(artist.error());
        for (const auto &alias : artist->alternateNames) {
            if (!alias.trimmed().isEmpty() && alias != (*person)->name)
                found.aliases.append(alias.trimmed());
        }
        const auto profiles = profilesOf(*artist);
        found.profiles.insert(found.profiles.end(), profiles.begin(), profiles.end());
    }
    Effects effects;
    effects.enrichment = std::move(found);
    co_return effects;
}

} // namespace linernotes
