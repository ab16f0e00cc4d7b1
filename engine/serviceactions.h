// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/circuits.h"
#include "store/responses.h"

#include <QFuture>
#include <QStringList>

#include <vector>

namespace linernotes
{

class Store;

/// What the window and the commands do with a service. Every function returns at once; the answers come from the
/// store's threads.
class ServiceActions
{
public:
    /// `known`: the names of those there are.
    ServiceActions(Store &store, QStringList known)
        : m_store(store)
        , m_known(std::move(known))
    {
    }

    /// Holds the circuit of a service open or closed whatever its calls say; None leaves it to them again. Kept, and
    /// taken up by every process on the database. InvalidInput: there is no such service.
    QFuture<Result<bool>> overrideCircuit(const QString &service, CircuitOverride override, const QString &reason);
    /// Lets an open circuit try again now.
    QFuture<Result<bool>> probeCircuit(const QString &service);
    /// The newest first.
    QFuture<Result<std::vector<CircuitEvent>>> circuitHistory(const QString &service, int limit);
    /// What is kept of the services' answers.
    QFuture<Result<std::vector<CacheHolding>>> cacheHoldings();
    /// Forgets a service's answers, or all where it is empty; how many it were. Taken up by every process on the
    /// database with its next snapshot.
    QFuture<Result<qint64>> clearCache(const QString &service);

private:
    template <typename Act>
    QFuture<Result<bool>> about(const QString &service, Act act);

    Store &m_store;
    const QStringList m_known;
};

} // namespace linernotes
