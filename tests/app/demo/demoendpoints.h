// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/democatalogue.h"

#include <QRegularExpression>
#include <QStringList>

#include <vector>

namespace linernotes::test
{

/// An endpoint of a service, what is recorded and described of it, and calls that bring up all that the demo answers.
struct DemoEndpoint {
    const char *name = "";
    const char *recordings = ""; ///< the recorded answers' files
    const char *description = ""; ///< the response in Spotify's OpenAPI description
    QStringList (*targets)(const demo::DemoCatalogue &) = nullptr; ///< path and query below the API's root
    bool isLegacyOnly = false; ///< 403 for an app of today
};

const std::vector<DemoEndpoint> &spotifyEndpoints();
const std::vector<DemoEndpoint> &geniusEndpoints(); ///< nobody describes them

} // namespace linernotes::test
