// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/event.h"

#include <QString>

#include <vector>

namespace linernotes
{

/// The events as JSON Lines: NAME, and when it is full NAME.1, …, the newest first. Several processes may write to the
/// same files: each appends whole lines, and one turns the files over. Belongs to one thread.
class EventFiles
{
public:
    static constexpr qint64 largestFile = 10LL * 1024 * 1024;
    static constexpr int fileCount = 5; ///< with NAME itself

    /// An empty path: nothing is written.
    explicit EventFiles(QString path, qint64 largest = largestFile)
        : m_path(std::move(path))
        , m_largest(largest)
    {
    }

    /// Where the files of a database lie: beside it, or in the folder of the setting log.folder; "none" gives none.
    static QString pathFor(const QString &databasePath, const QString &folder);

    [[nodiscard]] const QString &path() const { return m_path; }

    /// False: the disk is full, the folder can't be written to or something else than a file is there. The events are
    /// lost for the files then.
    bool append(const std::vector<Event> &events);

private:
    void turnOver(qint64 seen) const;
    [[nodiscard]] QString name(int number) const;

    QString m_path;
    qint64 m_largest;
};

} // namespace linernotes
