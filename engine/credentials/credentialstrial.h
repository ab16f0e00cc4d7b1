// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stoptoken.h"
#include "credentials/credentialsverdict.h"
#include "credentials/unkeptquotabook.h"
#include "http/responsecache.h"
#include "http/service.h"
#include "settings.h"

#include <QNetworkAccessManager>
#include <QPromise>
#include <QThread>

#include <atomic>

#include <qcorotask.h>

namespace linernotes
{

/// One question to one service, in a thread of its own.
class CredentialsTrial final : public QThread
{
    Q_OBJECT

public:
    /// `book` counts its calls; null: nobody does. It must outlive the trial.
    CredentialsTrial(QString service, Settings settings, Credentials candidates, const Clock &clock, QuotaBook *book);
    ~CredentialsTrial() override;
    Q_DISABLE_COPY_MOVE(CredentialsTrial)

    [[nodiscard]] QFuture<CredentialsVerdict> verdict() { return m_verdict.future(); }

protected:
    void run() override;

private:
    /// What the question needs, made in the thread that asks.
    struct Road;
    // What is referred to outlives the coroutine: run() waits for it.
    QCoro::Task<CredentialsVerdict> ask(Road &road);
    QCoro::Task<CredentialsVerdict> askSpotify(Road &road);
    QCoro::Task<CredentialsVerdict> askGenius(Road &road);
    [[nodiscard]] CredentialsVerdict verdictOn(const Error &error) const;
    [[nodiscard]] CredentialsVerdict verdict(CredentialsVerdict::Kind kind, const QString &message) const;

    const QString m_service;
    const Settings m_settings;
    const Credentials m_candidates;
    const Clock &m_clock;
    UnkeptQuotaBook m_ownBook;
    QuotaBook *m_book;
    StopSource m_stop;
    std::atomic<bool> m_isGivenUp = false;
    QPromise<CredentialsVerdict> m_verdict;
};

} // namespace linernotes
