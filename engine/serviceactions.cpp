// SPDX-License-Identifier: GPL-3.0-or-later
#include "serviceactions.h"

#include "core/foruser.h"
#include "store/store.h"

namespace linernotes
{
template <typename Act>
QFuture<Result<bool>> ServiceActions::about(const QString &service, Act act)
{
    return m_store.transact([service, act, known = m_known](Database &database) -> Result<bool> {
        if (!known.contains(service)) {
            return failure(ErrorCategory::InvalidInput,
                           ForUser::tr("There is no service “%1”. The services: %2.")
                               .arg(service, known.join(QStringLiteral(", "))));
        }
        Circuits circuits(database);
        act(circuits);
        return true;
    });
}

QFuture<Result<bool>> ServiceActions::overrideCircuit(const QString &service, CircuitOverride override,
                                                      const QString &reason)
{
    return about(service,
                 [service, override, reason](Circuits &circuits) { circuits.setOverride(service, override, reason); });
}

QFuture<Result<bool>> ServiceActions::probeCircuit(const QString &service)
{
    return about(service, [service](Circuits &circuits) { circuits.wishProbe(service); });
}

QFuture<Result<std::vector<CircuitEvent>>> ServiceActions::circuitHistory(const QString &service, int limit)
{
    return m_store.view([service, limit](Database &database) -> Result<std::vector<CircuitEvent>> {
        return Circuits(database).history(service, limit);
    });
}

QFuture<Result<std::vector<CacheHolding>>> ServiceActions::cacheHoldings()
{
    return m_store.scan(
        [](Database &database) -> Result<std::vector<CacheHolding>> { return Responses(database).holdings(); });
}

QFuture<Result<qint64>> ServiceActions::clearCache(const QString &service)
{
    return m_store.transact([service](Database &database) -> Result<qint64> {
        const auto cleared = Responses(database).clear(service);
        database.noteEvent({.kind = EventKind::OperatorAction,
                            .service = service,
                            .text = QStringLiteral("%1 kept answers forgotten").arg(cleared)});
        return cleared;
    });
}

} // namespace linernotes
