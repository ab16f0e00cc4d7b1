// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "store/store.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace linernotes
{

/// A real database file of its own for one test, on a clock that the test moves.
class FileDatabase
{
public:
    FileDatabase()
        : clock(fromMillis(1'800'000'000'000))
        , path(m_folder.filePath(QStringLiteral("test.sqlite")))
        , connection(open())
    {
    }

    [[nodiscard]] std::unique_ptr<Database> open() const
    {
        auto opened = Database::open(path, Database::Access::ReadWrite, clock);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        return std::move(*opened);
    }

private:
    QTemporaryDir m_folder;

public:
    MovableClock clock;
    const QString path;
    std::unique_ptr<Database> connection;
};

} // namespace linernotes
