// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/service.h"

#include <algorithm>
#include <utility>

namespace linernotes
{
namespace
{

/// Refused credentials are tried again so late, without a person's word.
constexpr Milliseconds credentialsRetry = std::chrono::hours(1);
/// How long a slot sleeps before it looks again whether a circuit is still held open; a change wakes it anyway.
constexpr Milliseconds overrideLook = std::chrono::minutes(1);

/// An answer that takes most of the time that it is given is slow.
CircuitBreaker::Parameters parametersFor(const ServiceSettings &settings)
{
    CircuitBreaker::Parameters parameters;
    parameters.slowAfter = settings.timeout * 4 / 5;
    return parameters;
}

/// A rate of less than a call a window gets a longer window, of one call.
Milliseconds windowFor(const ServiceSettings &settings)
{
    if (settings.requestsPerSecond <= 0)
        return settings.window;
    constexpr std::chrono::duration<double> longest = std::chrono::hours(24);
    const auto ofOneCall = std::min(longest, std::chrono::duration<double>(1 / settings.requestsPerSecond));
    return std::max(settings.window, std::chrono::ceil<Milliseconds>(ofOneCall));
}

QuotaTerms termsFor(const ServiceSettings &settings)
{
    return {.window = windowFor(settings),
            .most = settings.requestsPerSecond,
            .least = std::min(settings.leastPerSecond, settings.requestsPerSecond),
            .daily = settings.dailyCalls};
}

} // namespace

Passage::~Passage()
{
    if (!m_reported)
        m_service.m_breaker.withdrawn(m_ticket);
}

void Passage::spend(const QString &endpoint)
{
    const auto group = endpointGroup(endpoint);
    if (group.isEmpty())
        m_permit.reset(); // the token's service counts nothing of ours: the right is for the next call
    else
        m_permit->spend(group);
    m_sinceSent.start();
    ++m_service.m_calls;
}

Microseconds Passage::took() const
{
    const std::chrono::nanoseconds passed(m_sinceSent.isValid() ? m_sinceSent.nsecsElapsed() : 0);
    return std::chrono::duration_cast<Microseconds>(passed);
}

void Passage::succeeded()
{
    m_reported = true;
    const auto time = took();
    m_service.m_meter->answered(time);
    if (m_permit)
        m_permit->answered(std::chrono::duration_cast<Milliseconds>(time));
    m_service.m_breaker.succeeded(m_ticket, std::chrono::duration_cast<Milliseconds>(time));
}

void Passage::failed(ErrorCategory category, const QString &reason)
{
    m_reported = true;
    const auto time = took();
    m_service.m_meter->failed(category, time);
    if (category == ErrorCategory::RateLimited)
        m_service.m_limiter.overloaded();
    if (category == ErrorCategory::Cancelled || category == ErrorCategory::RateLimited) {
        m_service.m_breaker.withdrawn(m_ticket);
        return;
    }
    ++m_service.m_failures;
    if (category == ErrorCategory::Timeout)
        m_service.m_limiter.overloaded();
    if (CircuitBreaker::counts(category))
        m_service.m_breaker.failed(m_ticket, reason);
    else
        m_service.m_breaker.succeeded(
            m_ticket, std::chrono::duration_cast<Milliseconds>(time)); // it answered: a 404 is a sign of life
}

Service::Service(QString name, const ServiceSettings &settings, const Clock &clock, QuotaBook &book,
                 CircuitChanged circuitChanged)
    : m_name(std::move(name))
    , m_settings(settings)
    , m_clock(clock)
    , m_book(book)
    , m_instruments(std::make_shared<Instruments>(clock))
    , m_meter(&m_instruments->service(m_name))
    , m_limiter(clock, termsFor(settings), settings.concurrency)
    , m_turnstile(m_name, m_limiter, book)
    , m_breaker(clock, parametersFor(settings),
                [this, changed = std::move(circuitChanged)](const CircuitRecord &record) {
                    if (changed)
                        changed(m_name, record);
                })
{
}

void Service::moveToThread(QThread &thread)
{
    m_turnstile.moveToThread(&thread);
}

void Service::reportTo(InstrumentsPtr instruments)
{
    m_instruments = std::move(instruments);
    m_meter = &m_instruments->service(m_name);
}

void Service::note(EventLevel level, EventKind kind, const QString &text)
{
    m_instruments->log().note({.level = level, .kind = kind, .service = m_name, .text = text});
}

void Service::countCacheHit()
{
    ++m_cacheHits;
    m_meter->cacheHit();
}

void Service::countCacheMiss()
{
    ++m_cacheMisses;
    m_meter->cacheMiss();
}

void Service::open()
{
    QMetaObject::invokeMethod(&m_turnstile, &Turnstile::open);
}

void Service::close()
{
    const bool isElsewhere = m_turnstile.thread() != QThread::currentThread();
    QMetaObject::invokeMethod(&m_turnstile, &Turnstile::close,
                              isElsewhere ? Qt::BlockingQueuedConnection : Qt::DirectConnection);
}

std::optional<Wait> Service::credentialsWait() const
{
    const std::scoped_lock lock(m_mutex);
    if (!m_needsCredentials || m_credentialsTryAt <= m_clock.now())
        return std::nullopt;
    return Wait{.until = m_credentialsTryAt, .reason = m_credentialsProblem, .isLong = true};
}

Service::Entrance Service::tryEnter(const RateLimiter::Ask &ask)
{
    if (auto wait = closedFor(ask.groups))
        return {.passage = nullptr, .wait = std::move(wait)};
    const auto permit = m_limiter.tryAcquire(ask);
    if (!permit)
        return {.passage = nullptr, .wait = permit.error()};
    return *permit ? comeIn(**permit) : Entrance{};
}

Service::Entrance Service::comeIn(const RateLimiter::PermitPtr &permit)
{
    const auto ticket = m_breaker.tryEnter();
    if (!ticket)
        return {.passage = nullptr, .wait = ticket.error()};
    return {.passage = std::make_shared<Passage>(*this, permit, *ticket), .wait = std::nullopt};
}

std::optional<Wait> Service::closedFor(const QStringList &groups) const
{
    if (auto wait = credentialsWait())
        return wait;
    if (auto blocked = m_limiter.closedFor(groups))
        return blocked;
    const auto circuit = m_breaker.standing();
    if (circuit.override == CircuitOverride::Open) {
        return Wait{.until = m_clock.now() + overrideLook,
                    .reason = QStringLiteral("held open by hand"),
                    .isLong = true,
                    .isByHand = true};
    }
    const bool isClosedByHand = circuit.override == CircuitOverride::Closed;
    if (!isClosedByHand && circuit.state == CircuitState::Open && circuit.nextProbe > m_clock.now())
        return Wait{.until = circuit.nextProbe, .reason = circuit.reason, .isLong = true};
    return std::nullopt;
}

void Service::refused(const Refusal &refusal)
{
    m_limiter.block(refusal.until, refusal.reason);
    m_book.refused(m_name, m_limiter.terms(), refusal);
}

/// With none left the road is closed for all to see, and nobody holds a message meanwhile.
void Service::stated(const StatedQuota &quota)
{
    if (quota.calls > 0) {
        m_limiter.spread(quota.calls, quota.until);
        return;
    }
    const auto blocked = m_limiter.blocked();
    if (blocked && blocked->until >= quota.until)
        return; // several answers say the same
    refused({.group = {},
             .until = quota.until,
             .reason = QStringLiteral("says that its calls are used up"),
             .span = QuotaSpan::Unknown});
}

void Service::needCredentials(const QString &why)
{
    const std::scoped_lock lock(m_mutex);
    const bool isNews = !std::exchange(m_needsCredentials, true);
    m_credentialsTryAt = m_clock.now() + credentialsRetry;
    m_credentialsProblem = why;
    if (isNews)
        note(EventLevel::Warning, EventKind::CredentialsNeeded, why);
}

void Service::credentialsChanged()
{
    const std::scoped_lock lock(m_mutex);
    const bool isNews = std::exchange(m_needsCredentials, false);
    m_credentialsProblem.clear();
    if (isNews)
        note(EventLevel::Info, EventKind::CredentialsGiven, {});
}

bool Service::needsCredentials() const
{
    const std::scoped_lock lock(m_mutex);
    return m_needsCredentials;
}

void Service::reportCredentials()
{
    const std::scoped_lock lock(m_mutex);
    if (m_needsCredentials)
        note(EventLevel::Warning, EventKind::CredentialsNeeded, m_credentialsProblem);
}

ServiceSnapshot Service::snapshot() const
{
    ServiceSnapshot snapshot;
    snapshot.service = m_name;
    snapshot.calls = m_calls;
    snapshot.failures = m_failures;
    snapshot.cacheHits = m_cacheHits;
    snapshot.cacheMisses = m_cacheMisses;
    const auto standing = m_limiter.standing();
    const auto &terms = m_limiter.terms();
    snapshot.quota = {.limit = standing.window.limit,
                      .window = terms.window,
                      .most = largestLimit(terms),
                      .used = standing.sent,
                      .concurrency = standing.concurrency,
                      .inFlight = standing.inFlight,
                      .waiting = standing.waiting,
                      .groups = standing.groups};
    const auto circuit = m_breaker.standing();
    snapshot.standing = circuit;
    snapshot.circuit = circuit.override == CircuitOverride::Open ? CircuitState::Open : circuit.state;
    if (circuit.override == CircuitOverride::Open) {
        snapshot.reason = QStringLiteral("held open by hand");
    } else if (circuit.state != CircuitState::Closed) {
        snapshot.reason = circuit.reason;
        snapshot.until = circuit.nextProbe;
    }
    if (const auto blocked = m_limiter.blocked()) {
        snapshot.blocked = true;
        snapshot.reason = blocked->reason;
        snapshot.until = blocked->until;
    }
    const std::scoped_lock lock(m_mutex);
    if (m_needsCredentials) {
        snapshot.needsCredentials = true;
        snapshot.reason = m_credentialsProblem;
        snapshot.until.reset();
    }
    return snapshot;
}

} // namespace linernotes
