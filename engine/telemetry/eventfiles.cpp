// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/eventfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

namespace linernotes
{

QString EventFiles::pathFor(const QString &databasePath, const QString &folder)
{
    if (folder == QLatin1String("none"))
        return {};
    const QFileInfo database(databasePath);
    const auto name = database.completeBaseName() + QStringLiteral(".events.jsonl");
    return QDir(folder.isEmpty() ? database.absolutePath() : folder).absoluteFilePath(name);
}

QString EventFiles::name(int number) const
{
    return number == 0 ? m_path : m_path + QLatin1Char('.') + QString::number(number);
}

bool EventFiles::append(const std::vector<Event> &events)
{
    if (m_path.isEmpty() || events.empty())
        return true;
    // A pipe that nobody reads would never open, and the program never end.
    if (const QFileInfo target(m_path); target.exists() && !target.isFile())
        return false;
    QByteArray lines;
    for (const auto &event : events)
        lines += toJsonLine(event) + '\n';
    if (!QDir().mkpath(QFileInfo(m_path).absolutePath()))
        return false;
    if (const auto size = QFileInfo(m_path).size(); size > 0 && size + lines.size() > m_largest)
        turnOver(size);
    // Opened anew each time: another process may have turned the files over. Unbuffered, so that lines go out whole.
    QFile file(m_path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return false;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return file.write(lines) == lines.size();
}

void EventFiles::turnOver(qint64 seen) const
{
    QLockFile lock(m_path + QStringLiteral(".lock"));
    if (!lock.tryLock() || QFileInfo(m_path).size() < seen)
        return; // another process does it, or has just done it
    QFile::remove(name(fileCount - 1));
    for (int number = fileCount - 1; number > 0; --number)
        QFile::rename(name(number - 1), name(number));
}

} // namespace linernotes
