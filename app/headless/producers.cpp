// SPDX-License-Identifier: GPL-3.0-or-later
#include "headless/commands.h"
#include "headless/session.h"
#include "headless/waiting.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace linernotes
{
namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("ProducersCommand", text);
}

} // namespace

int producersCommand(const CommandLine &line, const ProducersCommand &command)
{
    const auto session = Session::open(line, Session::Use::Change);
    if (!session)
        return complain(session.error().message, ExitFailed);
    const auto name = tr("Profiles of %1 producers, again").arg(command.ids.size());
    const auto receipt = wait(session->engine->producers().enrich(command.ids, name));
    if (!receipt)
        return complain(receipt.error().message, ExitFailed);
    if (command.json) {
        const QJsonObject object{{QStringLiteral("run_id"), receipt->runId},
                                 {QStringLiteral("queued"), receipt->queued},
                                 {QStringLiteral("without_page"), receipt->withoutPage}};
        say(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
    } else if (receipt->queued > 0) {
        say(tr("%1 producers queued as run %2\n").arg(receipt->queued).arg(receipt->runId));
    }
    if (receipt->withoutPage > 0)
        tell(tr("of %1 no page is known that could be read").arg(receipt->withoutPage));
    if (receipt->brokenOff)
        return complain(receipt->brokenOff->message, ExitFailed);
    return receipt->queued > 0 ? ExitDone : ExitFailed;
}

} // namespace linernotes
