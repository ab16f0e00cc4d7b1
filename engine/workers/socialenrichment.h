// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "genius/geniusclient.h"
#include "store/store.h"
#include "workers/worker.h"

namespace linernotes
{

/// Finds the profiles and aliases of a person in the artist pages of all the person's Genius ids.
class SocialEnrichment final : public Worker
{
public:
    SocialEnrichment(genius::Client &genius, Store &store)
        : m_genius(genius)
        , m_store(store)
    {
    }
    QCoro::Task<Result<Effects>> process(AnyMessage message) override;

private:
    genius::Client &m_genius;
    Store &m_store;
};

} // namespace linernotes
