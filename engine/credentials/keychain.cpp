// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/keychain.h"

#include "core/foruser.h"
#include "core/whendone.h"
#include "credentials/secretservice.h"

#include <QCoreApplication>
#include <QPromise>

#include <qt6keychain/keychain.h>

namespace linernotes
{
namespace
{

/// Under which the system's own keychain program shows what is ours.
const auto program = QStringLiteral("linernotes");

template <typename T>
QFuture<T> ready(const T &value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(value);
    promise.finish();
    return promise.future();
}

Error errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::AccessDeniedByUser:
        return {.category = ErrorCategory::Auth, .message = ForUser::tr("The keychain was not opened.")};
    case QKeychain::AccessDenied:
        return {.category = ErrorCategory::Auth,
                .message = ForUser::tr("The keychain lets nobody in: it may be locked.")};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return {.category = ErrorCategory::ServiceDown, .message = ForUser::tr("There is no keychain on this system.")};
    default: // without a bus or a service on it, the libraries give this and their own words
        return {.category = ErrorCategory::ServiceDown,
                .message = job.errorString().isEmpty()
                    ? ForUser::tr("The keychain can't be used.")
                    : ForUser::tr("The keychain can't be used: %1").arg(job.errorString().simplified())};
    }
}

/// Starts the job, which deletes itself when it is done; `answer` makes the result of it.
template <typename T, typename JobType, typename Answer>
QFuture<T> start(JobType *job, const QString &name, Answer answer)
{
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    job->setKey(name);
    job->setInsecureFallback(false); // never a plain file
    QObject::connect(job, &QKeychain::Job::finished, job, [promise, answer, job](QKeychain::Job *) {
        promise->addResult(answer(*job));
        promise->finish();
    });
    job->start();
    return promise->future();
}

class SystemKeychain final : public Keychain
{
public:
    QFuture<Reading> read(const QString &name) override
    {
        const auto read = start<Reading>(new QKeychain::ReadPasswordJob(program), name,
                                         [](const QKeychain::ReadPasswordJob &job) -> Reading {
                                             if (job.error() == QKeychain::NoError)
                                                 return job.textData();
                                             if (job.error() == QKeychain::EntryNotFound)
                                                 return std::nullopt;
                                             return failure(errorOf(job));
                                         });
        auto promise = std::make_shared<QPromise<Reading>>();
        promise->start();
        const auto give = [promise](const Reading &reading) {
            promise->addResult(reading);
            promise->finish();
        };
        whenDone(read, qApp, [give](const Reading &reading) {
            if (!reading || *reading) {
                give(reading);
                return;
            }
            // What lies behind a lock that a person did not open is “not found” too.
            whenDone(secretservice::isLocked(), qApp, [give](bool isLocked) {
                give(isLocked ? Reading(failure(ErrorCategory::Auth, ForUser::tr("The keychain is locked.")))
                              : Reading(std::nullopt));
            });
        });
        return promise->future();
    }
    QFuture<Result<bool>> write(const QString &name, const QString &secret) override
    {
        auto *job = new QKeychain::WritePasswordJob(program);
        job->setTextData(secret);
        return start<Result<bool>>(job, name, [](const QKeychain::WritePasswordJob &written) -> Result<bool> {
            if (written.error() == QKeychain::NoError)
                return true;
            return failure(errorOf(written));
        });
    }
    QFuture<Result<bool>> erase(const QString &name) override
    {
        return start<Result<bool>>(new QKeychain::DeletePasswordJob(program), name,
                                   [](const QKeychain::DeletePasswordJob &job) -> Result<bool> {
                                       if (job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound)
                                           return true;
                                       return failure(errorOf(job));
                                   });
    }
    QFuture<bool> isLocked() override { return secretservice::isLocked(); }
    QFuture<bool> unlock() override { return secretservice::unlock(); }
};

class AbsentKeychain final : public Keychain
{
public:
    explicit AbsentKeychain(const QString &why)
        : m_why{.category = ErrorCategory::ServiceDown, .message = why}
    {
    }
    QFuture<Reading> read(const QString &) override { return ready<Reading>(failure(m_why)); }
    QFuture<Result<bool>> write(const QString &, const QString &) override
    {
        return ready<Result<bool>>(failure(m_why));
    }
    QFuture<Result<bool>> erase(const QString &) override { return ready<Result<bool>>(failure(m_why)); }
    QFuture<bool> isLocked() override { return ready(false); }
    QFuture<bool> unlock() override { return ready(false); }

private:
    const Error m_why;
};

} // namespace

std::unique_ptr<Keychain> Keychain::ofSystem()
{
    if (qEnvironmentVariable("LINERNOTES_KEYCHAIN") == QLatin1String("off"))
        return none(ForUser::tr("The keychain is switched off by LINERNOTES_KEYCHAIN."));
    return std::make_unique<SystemKeychain>();
}

std::unique_ptr<Keychain> Keychain::none(const QString &why)
{
    return std::make_unique<AbsentKeychain>(why);
}

} // namespace linernotes
