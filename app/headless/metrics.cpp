// SPDX-License-Identifier: GPL-3.0-or-later
#include "headless/commands.h"
#include "headless/session.h"
#include "headless/telemetryreport.h"
#include "headless/waiting.h"

namespace linernotes
{

int metricsCommand(const CommandLine &line, const MetricsCommand &command)
{
    const auto session = Session::open(line, Session::Use::Read);
    if (!session)
        return complain(session.error().message, ExitFailed);
    auto &engine = *session->engine;
    if (const auto known = checkService(engine, command.query.service); !known)
        return complain(known.error());
    const auto chart = wait(engine.metrics(command.query));
    if (!chart)
        return complain(chart.error().message, ExitFailed);
    if (command.json)
        say(toJsonLine(*chart));
    else
        say(toTable(*chart));
    return ExitDone;
}

} // namespace linernotes
