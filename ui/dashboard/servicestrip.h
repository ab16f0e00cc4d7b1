// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/snapshot.h"

#include <QWidget>

#include <vector>

namespace linernotes::ui
{

class PipelineView;

/// The services side by side: whether each can be called, else why not and until when; and how much it was called.
class ServiceStrip : public QWidget
{
    Q_OBJECT

public:
    /// Below `pipeline`, in the columns of its cards.
    ServiceStrip(const PipelineView &pipeline, QWidget *parent);

    void present(const PipelineSnapshot &snapshot);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// It was clicked, or chosen by keys: where there is more of it.
    void serviceWanted(const QString &service);

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRect cell(std::size_t index) const;
    void paintService(QPainter &painter, const QRect &area, const ServiceSnapshot &service) const;

    const PipelineView &m_pipeline;
    std::vector<ServiceSnapshot> m_services;
    Instant m_now;
    std::size_t m_focused = 0;
};

} // namespace linernotes::ui
