// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/secretservice.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QPromise>

#include <memory>

namespace linernotes::secretservice
{
namespace
{

const auto name = QStringLiteral("org.freedesktop.secrets");
const auto root = QStringLiteral("/org/freedesktop/secrets");
const auto collection = QStringLiteral("/org/freedesktop/secrets/aliases/default");
const auto promptInterface = QStringLiteral("org.freedesktop.Secret.Prompt");

using Answer = std::shared_ptr<QPromise<bool>>;

Answer openAnswer()
{
    auto answer = std::make_shared<QPromise<bool>>();
    answer->start();
    return answer;
}

void give(const Answer &answer, bool isSo)
{
    answer->addResult(isSo);
    answer->finish();
}

QDBusMessage callOf(const QString &path, const QString &interface, const QString &method, const QVariantList &arguments)
{
    auto call = QDBusMessage::createMethodCall(name, path, interface, method);
    call.setArguments(arguments);
    call.setAutoStartService(false); // who keeps secrets elsewhere wants no second keyring
    return call;
}

template <typename Function>
void send(const QDBusMessage &call, Function function, int patienceMs = -1)
{
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, patienceMs));
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, watcher, [watcher, function] {
        watcher->deleteLater();
        function(*watcher);
    });
}

/// The question that a person sees. Deletes itself when it is answered.
class UnlockPrompt final : public QObject
{
    Q_OBJECT

public:
    explicit UnlockPrompt(Answer answer)
        : m_answer(std::move(answer))
    {
    }
    void open(const QString &path)
    {
        QDBusConnection::sessionBus().connect(name, path, promptInterface, QStringLiteral("Completed"), this,
                                              SLOT(complete(bool)));
        send(callOf(path, promptInterface, QStringLiteral("Prompt"), {QString()}),
             [this](const QDBusPendingCall &shown) {
                 if (shown.isError())
                     complete(true);
             });
    }

public Q_SLOTS:
    void complete(bool wasDismissed)
    {
        if (auto answer = std::exchange(m_answer, nullptr))
            give(answer, !wasDismissed);
        deleteLater();
    }

private:
    Answer m_answer;
};

} // namespace

QFuture<bool> isLocked()
{
    auto answer = openAnswer();
    send(callOf(collection, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"),
                {QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Locked")}),
         [answer](const QDBusPendingCall &call) {
             const QDBusPendingReply<QDBusVariant> reply = call;
             give(answer, !reply.isError() && reply.value().variant().toBool());
         });
    return answer->future();
}

QFuture<bool> unlock()
{
    auto answer = openAnswer();
    const QVariant which = QVariant::fromValue(QList{QDBusObjectPath(collection)});
    send(callOf(root, QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("Unlock"), {which}),
         [answer](const QDBusPendingCall &call) {
             const QDBusPendingReply<QList<QDBusObjectPath>, QDBusObjectPath> reply = call;
             const auto prompt = reply.isError() ? QString() : reply.argumentAt<1>().path();
             if (prompt.size() > 1) // "/": none is needed
                 (new UnlockPrompt(answer))->open(prompt);
             else
                 give(answer, !reply.isError());
         });
    return answer->future();
}

} // namespace linernotes::secretservice

#include "secretservice.moc"
