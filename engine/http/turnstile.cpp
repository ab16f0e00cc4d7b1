// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/turnstile.h"

#include "core/whendone.h"

#include <algorithm>

namespace linernotes
{
namespace
{

constexpr Milliseconds tick = std::chrono::seconds(1);

} // namespace

Turnstile::Turnstile(QString service, RateLimiter &limiter, QuotaBook &book)
    : m_service(std::move(service))
    , m_limiter(limiter)
    , m_book(book)
    , m_next(this)
    , m_tick(this)
{
    m_next.setSingleShot(true);
    m_next.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_next, &QTimer::timeout, this, &Turnstile::serve);
    QObject::connect(&m_tick, &QTimer::timeout, this, &Turnstile::serve);
    m_limiter.setWake([this] { QMetaObject::invokeMethod(this, &Turnstile::serve, Qt::QueuedConnection); });
}

Turnstile::~Turnstile()
{
    m_limiter.setWake(nullptr);
}

void Turnstile::open()
{
    m_isOpen = true;
    m_tick.start(tick);
    serve();
}

void Turnstile::close()
{
    m_isOpen = false;
    m_next.stop();
    m_tick.stop();
    const auto rest = m_limiter.close();
    if (!rest.unreported.spent.isEmpty())
        m_book.lease(m_service, m_limiter.terms(), rest.unreported);
    m_book.giveBack(m_service, m_limiter.terms(), rest.unused);
}

void Turnstile::serve()
{
    if (!m_isOpen)
        return;
    const auto needs = m_limiter.serve();
    if (needs.lookAt)
        m_next.start(std::clamp(*needs.lookAt - m_limiter.clock().now(), Milliseconds(0), tick));
    if (needs.lease)
        lease(*needs.lease);
}

void Turnstile::lease(const QuotaRequest &request)
{
    const auto answer = m_book.lease(m_service, m_limiter.terms(), request);
    const auto take = [this, request](const Result<QuotaGrant> &grant) {
        if (!grant) {
            m_limiter.leaseFailed(request); // asked for again with the next tick
            return;
        }
        m_limiter.granted(*grant);
        serve();
    };
    if (answer.isResultReadyAt(0))
        take(answer.result());
    else
        whenDone(answer, this, take);
}

} // namespace linernotes
