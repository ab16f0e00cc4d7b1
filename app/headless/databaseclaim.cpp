// SPDX-License-Identifier: GPL-3.0-or-later
#include "headless/databaseclaim.h"

#include "settings.h"
#include "store/operations.h"
#include "store/store.h"
#include "telemetry/pipelinereader.h"

#include <QCoreApplication>
#include <QDir>

namespace linernotes
{
namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("DatabaseClaim", text);
}

QString markOf(Catalogue catalogue)
{
    return catalogue == Catalogue::Demo ? QStringLiteral("demo") : QStringLiteral("real");
}

QString refusal(Catalogue wanted)
{
    return wanted == Catalogue::Demo
        ? tr("%1 holds real work, which the demo's invented artists must not be mixed with. Leave --demo out, or name "
             "another database with --database.")
        : tr("%1 holds the demo's invented artists, which real work must not be mixed with. Give --demo to go on with "
             "them, or name another database with --database.");
}

} // namespace

Result<void> claimDatabase(const QString &path, Catalogue wanted, Catalogue unmarked)
{
    const auto store = Store::open(path);
    if (!store)
        return failure(store.error());
    const auto claimed = (*store)
                             ->transact([wanted, unmarked](Database &database) -> Result<bool> {
                                 Operations operations(database);
                                 const auto mark = operations.settings().value(catalogueMark);
                                 if (!mark.isEmpty())
                                     return mark == markOf(wanted);
                                 if (wanted != unmarked && !readPipeline(database).runs.empty())
                                     return false;
                                 operations.setSetting(catalogueMark, markOf(wanted));
                                 return true;
                             })
                             .result();
    if (!claimed)
        return failure(claimed.error());
    if (!*claimed)
        return failure(ErrorCategory::InvalidInput, refusal(wanted).arg(QDir::toNativeSeparators(path)));
    return {};
}

} // namespace linernotes
