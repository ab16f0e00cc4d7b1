// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/httpclient.h"

#include <QNetworkReply>

namespace linernotes
{

/// What came of sending: filled by the reply's signals, read when it has finished.
struct HttpClient::Exchange {
    int status = 0;
    QByteArray body;
    QByteArray retryAfter;
    QByteArray etag;
    QByteArray location; ///< where a redirect that was not followed leads
    QNetworkReply::NetworkError networkError = QNetworkReply::NoError;
    QString networkText;
    bool isConnecting = false; ///< for this call; else it went by a connection that was there
    bool isReached = false;
    bool isCut = false; ///< shorter than its header promised: of a few in ten thousand that end so, Qt says nothing
    bool timedOut = false;
    bool tooLarge = false;
    bool stopped = false;
};

} // namespace linernotes
