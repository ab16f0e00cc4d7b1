// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>

namespace linernotes::test
{

/// Runs statements on a database file as it stands, without any migration: by SQLite's own program, as somebody else
/// would. What it complained of; empty: nothing.
inline QByteArray runOnFile(const QString &path, const QStringList &statements)
{
    QProcess sqlite;
    sqlite.start(QStringLiteral("sqlite3"), {QStringLiteral("-bail"), path});
    sqlite.write(statements.join(QStringLiteral(";\n")).toUtf8() + ";\n");
    sqlite.closeWriteChannel();
    if (!sqlite.waitForFinished())
        return sqlite.errorString().toUtf8();
    return sqlite.readAllStandardError();
}

} // namespace linernotes::test
