// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"

#include <QFuture>
#include <QMap>
#include <QString>

#include <vector>

namespace linernotes
{

/// What the user allows of a service. Rates are calls a second.
struct QuotaTerms {
    Milliseconds window = std::chrono::seconds(30); ///< Spotify's documented window is 30 s, rolling
    double most = 0; ///< it begins with this, and rises to it as long as all is well; 0: no window at all
    double least = 0; ///< refusals do not lower it below this; the same as `most`: a known quota, nothing is learned
    int daily = 0; ///< first guess at the calls of an endpoint group in 24 h; 0: unknown until the service refuses
    bool operator==(const QuotaTerms &) const = default;
};

/// A service's short window as it is kept in the database: a fixed window that is counted, within which the calls are
/// spaced by `gap`. Any N + 1 calls in a row are more than a window apart, so a rolling window at the service's end
/// that holds as many is kept too.
struct RateWindow {
    Instant start{};
    int limit = 0; ///< calls in a window, as learned so far; 0: never used
    int used = 0;
    Instant nextAt{}; ///< the first moment that is not given out
    int proven = 0; ///< the largest limit that a full window went well with
    int ceiling = 0; ///< not to be exceeded while the last refusal is fresh; 0: none
    Instant refusedAt{};
    Instant raisedAt{};
    bool operator==(const RateWindow &) const = default;
};

/// Additive increase: a tenth of the largest size for each full window that went well. Multiplicative decrease: to
/// 7/10 with a refusal; for an hour afterwards not beyond what had gone well before. Each slot is the moment from which
/// one call may go out, in order.
std::vector<Instant> leaseSlots(RateWindow &window, const QuotaTerms &terms, Instant now, int wanted);
/// What comes back of a lease.
struct QuotaReturn {
    std::vector<Instant> slotTimes;
    QMap<QString, int> reserved;
    Milliseconds late{0}; ///< so much after its moment a call of the last window went out
};
/// Those moments that were leased last can be given to others, as much later as the calls before them were: who gets
/// them knows nothing of these.
void returnSlots(RateWindow &window, const QuotaTerms &terms, const QuotaReturn &unused);
/// Calls in a window at the rate that the user allows; 0: no window.
[[nodiscard]] int largestLimit(const QuotaTerms &terms);
/// By how much more than a window N + 1 calls in a row are apart.
[[nodiscard]] Milliseconds windowSlack(const QuotaTerms &terms);
void learnRefusal(RateWindow &window, const QuotaTerms &terms, Instant now);
[[nodiscard]] Milliseconds slotGap(const RateWindow &window, const QuotaTerms &terms);

/// The long window of a service and endpoint group: 24 h, counted by the hour; an hour counts until all of it is 24 h
/// ago.
struct GroupStanding {
    QString group; ///< first part of the path: "albums"
    int used = 0;
    int limit = 0; ///< 0: not known, the service never refused
    Instant nextFree{}; ///< when the oldest counted hour ends to count; where nothing is used: now

    [[nodiscard]] int left() const { return limit > used ? limit - used : 0; }
    [[nodiscard]] bool isLimited() const { return limit > 0; }
    bool operator==(const GroupStanding &) const = default;
};

/// "/albums/{id}/tracks" → "albums". Nobody publishes which endpoints share a quota; empty for what is not counted.
QString endpointGroup(const QString &endpoint);

struct QuotaRequest {
    int slotCount = 0;
    QMap<QString, int> spent; ///< by group: went out already, to be counted
    QMap<QString, int> wanted; ///< by group: to be reserved, as far as there are some left
};
struct QuotaGrant {
    Instant at{}; ///< when it was made: the clock may be set back before it arrives
    std::vector<Instant> slotTimes;
    QMap<QString, int> reserved;
    std::vector<GroupStanding> groups; ///< all of the service
    RateWindow window;
    Instant blockedUntil{};
    QString blockReason;
};
/// Which of its windows a service means when it takes no call.
enum class QuotaSpan {
    Window,
    Day,
    Unknown, ///< none, or it does not say: nothing is learned of it
};
struct Refusal {
    QString group;
    Instant until;
    QString reason;
    QuotaSpan span = QuotaSpan::Window;
};

/// Where the calls of all processes are counted together. The answers come on any thread.
class QuotaBook
{
public:
    QuotaBook() = default;
    virtual ~QuotaBook() = default;
    Q_DISABLE_COPY_MOVE(QuotaBook)

    virtual QFuture<Result<QuotaGrant>> lease(const QString &service, const QuotaTerms &terms,
                                              const QuotaRequest &request) = 0;
    virtual void giveBack(const QString &service, const QuotaTerms &terms, const QuotaReturn &unused) = 0;
    virtual void refused(const QString &service, const QuotaTerms &terms, const Refusal &refusal) = 0;
};

} // namespace linernotes
