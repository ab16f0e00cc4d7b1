// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demoserver.h"

#include <vector>

namespace linernotes::test
{

/// One way in which the services misbehave.
struct Scenario {
    const char *name;
    demo::FaultScript script;
    bool mayKill = false; ///< messages die of it, and are sent again when the service is well
    demo::Face face = demo::Face::Legacy;
};

std::vector<Scenario> allScenarios();

/// The fault for the calls that are hit.
demo::FaultScript when(bool (*isHit)(const demo::CallInfo &), const demo::Fault &fault);
/// Every seventh call of the first two hundred.
bool isNowAndThen(const demo::CallInfo &call);
bool isOfMusicBrainz(const demo::CallInfo &call);

} // namespace linernotes::test
