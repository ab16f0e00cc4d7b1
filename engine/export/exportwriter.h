// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/producers.h"

#include <QString>

namespace linernotes
{

enum class ExportKind { Producers, Credits, Profiles };
enum class ExportFormat { Csv, JsonLines };

struct ExportRequest {
    ExportKind kind = ExportKind::Producers;
    ExportFormat format = ExportFormat::Csv;
    QString path;
    bool byteOrderMark = false; ///< CSV: Excel reads UTF-8 only with it
    /// Exactly these producers in this order, and for credits and profiles those of these producers.
    ProducerQuery producers = {.filter = {}, .sort = ProducerSort::Name, .descending = false};
};

struct ExportReceipt {
    qint64 rows = 0;
    QString path;
};

/// Writes the rows to a temporary file beside the target and renames it when all is written: nobody ever sees half an
/// export, and a failed one leaves the old file. Runs on a read connection.
Result<ExportReceipt> writeExport(Database &database, const ExportRequest &request);

} // namespace linernotes
