// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "genius/geniusclient.h"
#include "musicbrainz/musicbrainzclient.h"
#include "store/credits.h"
#include "store/store.h"
#include "workers/worker.h"

namespace linernotes
{

/// Finds the profiles and aliases of a person: in the artist pages of all the person's Genius ids, and, where it is to
/// be asked, with MusicBrainz, which knows artists by the addresses of their pages. MusicBrainz is optional: while it
/// does not answer the work goes on without it, and the person is marked as incomplete for it and visited again.
class SocialEnrichment final : public Worker
{
public:
    /// `musicbrainz`: null where it is not asked. All must outlive the worker.
    SocialEnrichment(genius::Client &genius, musicbrainz::Client *musicbrainz, Store &store)
        : m_genius(genius)
        , m_musicbrainz(musicbrainz)
        , m_store(store)
    {
    }
    QCoro::Task<Result<Effects>> process(AnyMessage message) override;

    /// How often a source is visited again before its gap is left for the next time that somebody asks.
    static constexpr int mostVisits = 8;

private:
    QCoro::Task<Result<Enrichment>> askGenius(KnownPerson &person, bool fresh);
    QCoro::Task<Result<Enrichment>> askMusicBrainz(const KnownPerson &person, bool fresh);
    [[nodiscard]] SourceGap gap(const SocialEnrichmentMessage &wanted, const Error &error) const;
    [[nodiscard]] SourceGap gapWithoutContact(const SocialEnrichmentMessage &wanted) const;

    genius::Client &m_genius;
    musicbrainz::Client *const m_musicbrainz;
    Store &m_store;
};

} // namespace linernotes
