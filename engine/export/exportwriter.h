// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"
#include "store/producertypes.h"

#include <QString>

#include <atomic>
#include <memory>

namespace linernotes
{

enum class ExportKind { Producers, Credits, Profiles };
enum class ExportFormat { Csv, JsonLines };

/// An export as it goes on. Of one that is cancelled at its very end nobody gets a receipt, and yet the file is there.
struct ExportWatch {
    std::atomic<qint64> rows = 0;
    std::atomic<bool> isCommitted = false; ///< the file is in its place
};

struct ExportRequest {
    ExportKind kind = ExportKind::Producers;
    ExportFormat format = ExportFormat::Csv;
    QString path; ///< "-": standard output
    bool byteOrderMark = false; ///< CSV: Excel reads UTF-8 only with it
    /// Exactly these producers in this order, and for credits and profiles those of these producers. Where nothing
    /// narrows them, all credits and profiles there are: behind the producers' those of people who produced nothing.
    ProducerQuery producers = {.filter = {}, .sort = ProducerSort::Name, .descending = false};

    std::shared_ptr<ExportWatch> watch = {}; ///< null: nobody looks

    [[nodiscard]] bool isToStandardOutput() const { return path == QLatin1String("-"); }
};

struct ExportReceipt {
    qint64 rows = 0;
    QString path;
};

/// Writes the rows to a temporary file beside the target and renames it when all is written: nobody ever sees half an
/// export, and a failed one leaves the old file. What exists and is no ordinary file (a folder, a device, a pipe) is
/// not replaced but refused. To standard output the rows go as they come. Runs on a
/// read connection; where that is broken off, nothing is left.
Result<ExportReceipt> writeExport(Database &database, const ExportRequest &request);

} // namespace linernotes
