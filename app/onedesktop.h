// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

#include <memory>

namespace linernotes
{

/// The claim of one desktop to a database: a second start on the same one raises the first window. Headless commands
/// are free to work beside it. Given up with the object, and with the process however it ends.
class OneDesktop : public QObject
{
    Q_OBJECT

public:
    /// nullptr: another desktop of this user has the database open, and was told to show itself. An error where it does
    /// not answer, or where nothing can be claimed. Waits up to some seconds for a desktop that is just starting.
    static Result<std::unique_ptr<OneDesktop>> claim(const QString &databasePath);

Q_SIGNALS:
    /// Another start on the same database: the window should come to the front.
    void startedAgain();

private:
    explicit OneDesktop(const QString &place);
    bool listen();

    QString m_place;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace linernotes
