// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/exportrun.h"

#include "common/wording.h"

#include <utility>

namespace linernotes::ui
{
namespace
{

constexpr std::chrono::milliseconds tellInterval{250};

} // namespace

ExportRun::ExportRun(Start start, QObject *parent)
    : QObject(parent)
    , m_start(std::move(start))
{
    m_tick.setInterval(tellInterval);
    connect(&m_tick, &QTimer::timeout, this, &ExportRun::tell);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &ExportRun::end);
}

void ExportRun::begin(ExportRequest request, std::optional<qint64> total)
{
    m_path = request.path;
    m_total = request.kind == ExportKind::Producers ? total : std::nullopt; // of their credits nobody knows yet
    m_progress = std::make_shared<ExportWatch>();
    request.watch = m_progress;
    m_tick.start();
    m_watcher.setFuture(m_start(request));
    if (isUnderWay())
        tell();
}

void ExportRun::cancel()
{
    m_watcher.future().cancel();
}

void ExportRun::tell()
{
    const auto rows = m_progress->rows.load();
    const auto count = m_total ? tr("%1 of %2 rows").arg(number(rows), number(*m_total))
                               : tr("%Ln row(s)", nullptr, static_cast<int>(rows));
    Q_EMIT progressed(rows > 0 ? tr("Exporting to %1: %2 …").arg(m_path, count) : tr("Exporting to %1 …").arg(m_path));
}

void ExportRun::end()
{
    m_tick.stop();
    const auto progress = std::exchange(m_progress, nullptr);
    const auto future = m_watcher.future();
    if (!future.isResultReadyAt(0) && progress->isCommitted) { // it was cancelled too late
        Q_EMIT written({.rows = progress->rows, .path = m_path});
        return;
    }
    if (!future.isResultReadyAt(0)) {
        Q_EMIT cancelled();
        return;
    }
    if (const auto receipt = future.result(); receipt)
        Q_EMIT written(*receipt);
    else
        Q_EMIT failed(receipt.error());
}

} // namespace linernotes::ui
