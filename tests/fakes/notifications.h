// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QStringList>
#include <QVariantMap>

namespace linernotes::test
{

/// A mock of the desktop's notification service: Debian's real ones want a whole desktop. It has the method and the
/// signal of the specification that are used.
class NotificationsMock : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown {
        uint replaces = 0;
        QString title;
        QString body;
        QStringList actions;
    };
    QList<Shown> shown;

    /// Whether it is the desktop's on this bus now.
    bool offer(QDBusConnection bus)
    {
        return bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), this,
                                  QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals)
            && bus.registerService(QStringLiteral("org.freedesktop.Notifications"));
    }
    static void withdraw(QDBusConnection bus)
    {
        bus.unregisterService(QStringLiteral("org.freedesktop.Notifications"));
        bus.unregisterObject(QStringLiteral("/org/freedesktop/Notifications"));
    }

    // NOLINTBEGIN(readability-identifier-naming): the specification's names
public Q_SLOTS:
    uint Notify(const QString &, uint replaces, const QString &, const QString &title, const QString &body,
                const QStringList &actions, const QVariantMap &, int)
    {
        shown.append({replaces, title, body, actions});
        return replaces > 0 ? replaces : static_cast<uint>(shown.size()) + 40;
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action); // NOLINT(readability-inconsistent-declaration-parameter-name)
    // NOLINTEND(readability-identifier-naming)
};

} // namespace linernotes::test
