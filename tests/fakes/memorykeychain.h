// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/keychain.h"

#include <QMap>
#include <QPromise>

namespace linernotes::test
{

/// What a keychain keeps and how it refuses, held by the test while a store owns the keychain.
struct KeychainContents {
    QMap<QString, QString> entries;
    QString refusal; ///< not empty: nobody is let in
    ErrorCategory refusalCategory = ErrorCategory::Auth;
    bool opensWhenAsked = false; ///< a person knows the password
};

/// A keychain for tests of what stands on it; the system's own is tested in engine/credentials.
class MemoryKeychain final : public Keychain
{
public:
    explicit MemoryKeychain(std::shared_ptr<KeychainContents> contents)
        : m_contents(std::move(contents))
    {
    }
    QFuture<Reading> read(const QString &name) override
    {
        if (!m_contents->refusal.isEmpty())
            return ready<Reading>(refused());
        const auto entry = m_contents->entries.constFind(name);
        return ready<Reading>(entry == m_contents->entries.cend() ? std::nullopt : std::optional(*entry));
    }
    QFuture<Result<bool>> write(const QString &name, const QString &secret) override
    {
        if (!m_contents->refusal.isEmpty())
            return ready<Result<bool>>(refused());
        m_contents->entries.insert(name, secret);
        return ready<Result<bool>>(true);
    }
    QFuture<Result<bool>> erase(const QString &name) override
    {
        if (!m_contents->refusal.isEmpty())
            return ready<Result<bool>>(refused());
        m_contents->entries.remove(name);
        return ready<Result<bool>>(true);
    }
    QFuture<bool> isLocked() override
    {
        return ready(!m_contents->refusal.isEmpty() && m_contents->refusalCategory == ErrorCategory::Auth);
    }
    QFuture<bool> unlock() override
    {
        if (m_contents->opensWhenAsked)
            m_contents->refusal.clear();
        return ready(m_contents->refusal.isEmpty());
    }

private:
    template <typename T>
    static QFuture<T> ready(T value)
    {
        QPromise<T> promise;
        promise.start();
        promise.addResult(std::move(value));
        promise.finish();
        return promise.future();
    }
    [[nodiscard]] std::unexpected<Error> refused() const
    {
        return failure(m_contents->refusalCategory, m_contents->refusal);
    }
    std::shared_ptr<KeychainContents> m_contents;
};

} // namespace linernotes::test
