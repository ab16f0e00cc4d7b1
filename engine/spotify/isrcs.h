// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "spotify/spotifyclient.h"

#include <optional>
#include <vector>

namespace linernotes::spotify
{

/// Fills in the ISRCs that albums do not tell, fifty for a call, where the app still has the batch endpoint. For other
/// apps they would cost a call each, which no day's quota bears (apis.md 1.8): they go without, and recordings are told
/// apart by their titles and lengths. The error is one that passes: all is to be asked for again later.
/// Both must outlive the coroutine, and the tracks stay where they are.
QCoro::Task<std::optional<Error>> learnIsrcs(Client *client, std::vector<Track *> tracks);

} // namespace linernotes::spotify
