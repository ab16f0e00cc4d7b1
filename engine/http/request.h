// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QUrl>

namespace linernotes
{

/// One call. Only GET and POST occur; a POST is never cached.
struct Request {
    QUrl url;
    QString endpoint; ///< path with ids masked, for errors and figures: "/albums/{id}"
    QByteArray authorization; ///< whole header value; never logged, cached or put into an error
    QByteArray form; ///< not empty: POST as application/x-www-form-urlencoded
    bool fresh = false; ///< the service is asked, whatever is kept of an earlier answer
    Milliseconds cacheFor{0}; ///< how long a good answer may be used again; as long again if the service confirms it
    QByteArray etag = {}; ///< of an answer that is at hand: If-None-Match
};

/// A 2xx answer. Header names are lower-case.
struct Response {
    int status = 0;
    QByteArray body;
    QByteArray etag = {};
    bool fromCache = false;
};

} // namespace linernotes
