// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QString>

namespace linernotes
{

/// Notifications of the desktop by its own service (specifications.freedesktop.org/notification-spec, 1.2). Where there
/// is none, nothing is shown and nobody waits: what they tell stands in the window too. GUI thread.
class DesktopNotifier : public QObject
{
    Q_OBJECT

public:
    explicit DesktopNotifier(QObject *parent = nullptr);

    /// Plain text. A newer one of the same topic takes the place of the older.
    void show(const QString &topic, const QString &title, const QString &text);

Q_SIGNALS:
    void clicked();

private Q_SLOTS:
    void invoked(uint id, const QString &action); // by name, from the bus

private:
    QHash<QString, uint> m_shown; ///< topic → the id that the service gave
};

} // namespace linernotes
