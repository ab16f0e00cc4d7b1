// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktopnotifier.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace linernotes
{
namespace
{

QString service()
{
    return QStringLiteral("org.freedesktop.Notifications");
}

QString path()
{
    return QStringLiteral("/org/freedesktop/Notifications");
}

} // namespace

DesktopNotifier::DesktopNotifier(QObject *parent)
    : QObject(parent)
{
    QDBusConnection::sessionBus().connect(service(), path(), service(), QStringLiteral("ActionInvoked"), this,
                                          SLOT(invoked(uint, QString)));
}

void DesktopNotifier::show(const QString &topic, const QString &title, const QString &text)
{
    auto call = QDBusMessage::createMethodCall(service(), path(), service(), QStringLiteral("Notify"));
    constexpr int asTheDesktopLikes = -1;
    // Servers may take the body for markup: what looks like it must not be obeyed.
    call << QCoreApplication::applicationName() << m_shown.value(topic) << QStringLiteral("org.linernotes.Linernotes")
         << title << text.toHtmlEscaped()
         << QStringList{QStringLiteral("default"), QCoreApplication::translate("Desktop", "Show Linernotes")}
         << QVariantMap{{QStringLiteral("desktop-entry"), QStringLiteral("org.linernotes.Linernotes")}}
         << asTheDesktopLikes;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, topic, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (!reply.isError())
            m_shown.insert(topic, reply.value());
    });
}

void DesktopNotifier::invoked(uint id, const QString &)
{
    if (m_shown.values().contains(id)) // the signal tells of everybody's
        Q_EMIT clicked();
}

} // namespace linernotes
