// SPDX-License-Identifier: GPL-3.0-or-later
#include "producers/keptquery.h"

#include "producers/producersmodel.h"

#include <QSettings>

namespace linernotes::ui
{
namespace
{

const auto sortColumn = QStringLiteral("sortColumn");
const auto descending = QStringLiteral("descending");
const auto words = QStringLiteral("filter/words");
const auto role = QStringLiteral("filter/role");
const auto platform = QStringLiteral("filter/platform");
const auto confidence = QStringLiteral("filter/confidence");
const auto since = QStringLiteral("filter/since");
const auto sinceLastRun = QStringLiteral("filter/sinceLastRun");
const auto tag = QStringLiteral("filter/tag");

} // namespace

/// Not its run: the next start may be on another database.
void keepQuery(const ProducerQuery &query, QSettings &settings)
{
    settings.setValue(sortColumn, ProducersModel::columnOf(query.sort));
    settings.setValue(descending, query.descending);
    settings.setValue(words, query.filter);
    settings.setValue(role, query.role);
    settings.setValue(platform, query.platform);
    settings.setValue(confidence, query.leastConfidence);
    settings.setValue(since, query.since ? toMillis(*query.since) : 0);
    settings.setValue(sinceLastRun, query.sinceLastRun);
    settings.setValue(tag, query.tag);
}

ProducerQuery keptQuery(const QSettings &settings)
{
    ProducerQuery query;
    if (const auto sort = ProducersModel::sortOf(settings.value(sortColumn, -1).toInt())) {
        query.sort = *sort;
        query.descending = settings.value(descending, query.descending).toBool();
    }
    query.filter = settings.value(words).toString();
    query.role = settings.value(role).toString();
    query.platform = settings.value(platform).toString();
    query.leastConfidence = qBound(0.0, settings.value(confidence).toDouble(), 1.0);
    if (const auto at = settings.value(since).toLongLong(); at > 0)
        query.since = fromMillis(at);
    query.sinceLastRun = settings.value(sinceLastRun).toBool();
    query.tag = settings.value(tag).toString();
    return query;
}

} // namespace linernotes::ui
