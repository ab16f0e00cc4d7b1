// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace linernotes::ui
{

/// The export that is under way, one at a time: how far it is, and its end. Cancelled, it leaves an older file as it
/// was.
class ExportRun : public QObject
{
    Q_OBJECT

public:
    using Start = std::function<QFuture<Result<ExportReceipt>>(const ExportRequest &request)>;
    ExportRun(Start start, QObject *parent);

    [[nodiscard]] bool isUnderWay() const { return m_progress != nullptr; }
    /// `total`: as many rows are expected; nullopt: nobody has counted them. Not while one is under way.
    void begin(ExportRequest request, std::optional<qint64> total);
    void cancel();

Q_SIGNALS:
    /// Several times a second.
    void progressed(const QString &text);
    void written(const linernotes::ExportReceipt &receipt);
    void cancelled();
    void failed(const linernotes::Error &error);

private:
    void tell();
    void end();

    Start m_start;
    QString m_path;
    std::optional<qint64> m_total;
    std::shared_ptr<ExportWatch> m_progress; ///< null: none is under way
    QFutureWatcher<Result<ExportReceipt>> m_watcher;
    QTimer m_tick;
};

} // namespace linernotes::ui
