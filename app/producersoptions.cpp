// SPDX-License-Identifier: GPL-3.0-or-later
#include "producersoptions.h"

#include <QCoreApplication>

namespace linernotes
{
namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

} // namespace

Options optionsOf(ProducersCommand &command)
{
    return {{QStringLiteral("--json"), flagOption(command.json)}};
}

Result<void> takePlainArgument(ProducersCommand &command, const QString &argument, bool &hasAction)
{
    if (!std::exchange(hasAction, true)) {
        if (argument != QLatin1String("enrich"))
            return usageFailure(tr("producers takes enrich, not “%1”.").arg(argument));
        return {};
    }
    bool isNumber = false;
    command.ids.push_back(argument.toLongLong(&isNumber));
    if (!isNumber || command.ids.back() <= 0)
        return usageFailure(tr("“%1” is no number of a producer.").arg(argument));
    return {};
}

Result<void> checkComplete(const ProducersCommand &command, bool hasAction)
{
    if (!hasAction || command.ids.empty()) {
        return usageFailure(
            tr("Which producers? “producers enrich NUMBER…”; “export producers” has the numbers (person_id)."));
    }
    return {};
}

} // namespace linernotes
