// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/democatalogue.h"

#include <QByteArray>
#include <QHash>
#include <QPair>
#include <QString>
#include <QUrl>

#include <chrono>
#include <expected>
#include <functional>
#include <memory>
#include <optional>

namespace linernotes::demo
{

/// Which Spotify app the server pretends to talk to.
enum class Face {
    Legacy, ///< an older app: pages of 50, batches, all fields
    Development2026, ///< a development-mode app of today: pages of 10, 403 on batches, fewer fields
};

/// One call as a fault may choose by it.
struct CallInfo {
    QByteArray method;
    QString path; ///< "/v1/albums/…", "/genius/songs/1", "/accounts/api/token"
    QString endpoint; ///< "GET /v1/albums/{id}"
    qint64 number = 0; ///< 1 for the first call since the start or reset()
    qint64 numberOfEndpoint = 0; ///< the same, of this endpoint
};

/// What the server does instead of answering.
struct Fault {
    enum class Kind {
        Answer, ///< this status, these headers, this body
        NeverAnswer,
        Disconnect, ///< closes the connection without a byte
        CutInBody, ///< the ordinary answer, of which half arrives
        Drip, ///< the ordinary answer, a byte a second
        Edit, ///< the ordinary answer, changed
    };
    Kind kind = Kind::Answer;
    int status = 500;
    QList<QPair<QByteArray, QByteArray>> headers = {};
    QByteArray body = {};
    std::function<QByteArray(const QByteArray &body)> edit = {};
};
using FaultScript = std::function<std::optional<Fault>(const CallInfo &)>;

/// A quota that the server enforces: more than `calls` within `window` are answered with 429 and Retry-After.
struct EnforcedQuota {
    int calls = 0; ///< 0: none
    std::chrono::milliseconds window{0};
    bool isDaily = false; ///< 429 with reason QUOTA_EXCEEDED
};

struct Counts {
    qint64 total = 0;
    qint64 refused = 0; ///< 429s sent for a quota
    qint64 mostInFlight = 0;
    QHash<QString, qint64> byEndpoint; ///< "GET /v1/albums/{id}" → calls
    QHash<QString, qint64> byUrl; ///< path and query → calls
};

/// The services' real endpoints on loopback, answered from a catalogue in the documented shapes: the demo of the
/// desktop and the test double of the suites. Works in a thread of its own; every member may be called from every
/// thread.
class DemoServer
{
public:
    explicit DemoServer(DemoCatalogue catalogue, Face face = Face::Development2026);
    ~DemoServer();
    DemoServer(const DemoServer &) = delete;
    DemoServer &operator=(const DemoServer &) = delete;

    /// Listens on 127.0.0.1, on any free port for 0. Returns when it listens; the error says why it does not.
    std::expected<void, QString> start(quint16 port = 0);
    /// Ends all connections and joins the thread.
    void stop();

    [[nodiscard]] QUrl spotifyApiUrl() const; ///< http://127.0.0.1:PORT/v1
    [[nodiscard]] QUrl spotifyAccountsUrl() const; ///< http://127.0.0.1:PORT/accounts
    [[nodiscard]] QUrl geniusApiUrl() const; ///< http://127.0.0.1:PORT/genius
    [[nodiscard]] QUrl musicbrainzApiUrl() const; ///< http://127.0.0.1:PORT/musicbrainz
    [[nodiscard]] QString clientId() const;
    [[nodiscard]] QString clientSecret() const;
    [[nodiscard]] QString geniusToken() const;
    [[nodiscard]] const DemoCatalogue &catalogue() const;

    // The test double's abilities; all may be set while it runs.
    void setSpotifyQuota(const EnforcedQuota &quota);
    void setGeniusQuota(const EnforcedQuota &quota);
    void setMusicBrainzQuota(const EnforcedQuota &quota); ///< answered with 503, as it does
    void setDelay(std::chrono::milliseconds fixed, std::chrono::milliseconds jitter = std::chrono::milliseconds(0));
    void setFaults(FaultScript script); ///< an empty function: none. Called on the server's thread
    void setTokenLifetime(std::chrono::seconds lifetime); ///< of the tokens given from now on
    void revokeTokens(); ///< every Spotify token given so far answers 401
    void setEmptyLimitErrors(bool empty); ///< "Invalid limit" comes with an empty body
    void setCompression(bool on);

    [[nodiscard]] Counts counts() const;
    void reset(); ///< the counts

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace linernotes::demo
