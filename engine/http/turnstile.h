// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/ratelimiter.h"

#include <QObject>
#include <QTimer>

namespace linernotes
{

/// Turns a service's line: serves it when the moment of the next call has come, and leases these moments from the book
/// before they are needed. Lives in the thread that it is moved to, which needs an event loop.
class Turnstile : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    Turnstile(QString service, RateLimiter &limiter, QuotaBook &book);
    ~Turnstile() override;
    Q_DISABLE_COPY_MOVE(Turnstile)

    /// In its thread: calls may pass from now on.
    void open();
    /// In its thread: what was leased and not used goes back. Those who still wait are not served.
    void close();

private:
    void serve();
    void lease(const QuotaRequest &request);

    const QString m_service;
    RateLimiter &m_limiter;
    QuotaBook &m_book;
    QTimer m_next;
    QTimer m_tick; ///< reports, and notices a clock that was moved
    bool m_isOpen = false;
};

} // namespace linernotes
