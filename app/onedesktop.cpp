// SPDX-License-Identifier: GPL-3.0-or-later
#include "onedesktop.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QStandardPaths>

namespace linernotes
{
namespace
{

constexpr int patienceMs = 5000; ///< a large database takes a while to open
constexpr int betweenTriesMs = 100;

/// The file by whichever way it is reached, also before it and its folder exist.
QString canonical(const QString &path)
{
    const QFileInfo file(path);
    if (file.exists())
        return file.canonicalFilePath();
    const auto folder = file.absolutePath();
    return (folder == file.absoluteFilePath() ? folder : canonical(folder)) + u'/' + file.fileName();
}

/// In the runtime folder, not beside the database: that may lie where nothing else can be written, and the names of
/// sockets must be short.
QString placeOf(const QString &databasePath)
{
    const auto hash =
        QCryptographicHash::hash(canonical(databasePath).toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation)
        + QStringLiteral("/linernotes-%1").arg(QString::fromLatin1(hash));
}

QString socketOf(const QString &place)
{
    return place + QStringLiteral(".socket");
}

/// It heard us when it has closed the connection.
bool tellToShow(const QString &place)
{
    QLocalSocket socket;
    socket.connectToServer(socketOf(place));
    return socket.waitForConnected(betweenTriesMs) && socket.waitForDisconnected(patienceMs);
}

} // namespace

OneDesktop::OneDesktop(const QString &place)
    : m_place(place)
    , m_lock(place + QStringLiteral(".lock"))
{
    m_lock.setStaleLockTime(0); // a window is open for days; only its process's death ends the claim
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (auto *connection = m_server.nextPendingConnection()) {
            connection->disconnectFromServer();
            connection->deleteLater();
            Q_EMIT startedAgain();
        }
    });
}

bool OneDesktop::listen()
{
    QLocalServer::removeServer(socketOf(m_place)); // left behind by a process that died: we hold the lock
    return m_server.listen(socketOf(m_place));
}

Result<std::unique_ptr<OneDesktop>> OneDesktop::claim(const QString &databasePath)
{
    const auto place = placeOf(databasePath);
    std::unique_ptr<OneDesktop> claim(new OneDesktop(place));
    const QDeadlineTimer patience(patienceMs);
    while (!claim->m_lock.tryLock(betweenTriesMs)) {
        if (claim->m_lock.error() != QLockFile::LockFailedError)
            return failure(ErrorCategory::Database,
                           QCoreApplication::translate(
                               "Desktop", "“%1” can't be written: two windows could work on one database unnoticed.")
                               .arg(QDir::toNativeSeparators(place + QStringLiteral(".lock"))));
        if (tellToShow(place))
            return std::unique_ptr<OneDesktop>();
        // Left by a process that died before it had written its name, or whose number another one has by now. The
        // system itself keeps the file of one that lives from being taken away.
        if (patience.hasExpired() && !claim->m_lock.removeStaleLockFile())
            return failure(ErrorCategory::Database,
                           QCoreApplication::translate("Desktop",
                                                       "Linernotes has this database open already, in a window that "
                                                       "does not answer. Close that window first."));
    }
    if (!claim->listen())
        qWarning("A second start can't find this window: %s", qPrintable(claim->m_server.errorString()));
    return claim;
}

} // namespace linernotes
