// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/snapshot.h"

#include <QList>
#include <QWidget>

#include <array>
#include <utility>

namespace linernotes::ui
{

class PipelineView;

/// What has been found so far, in all runs: five figures with their names.
class TotalsStrip : public QWidget
{
    Q_OBJECT

public:
    /// Below `pipeline`, in the columns of its cards where there is room for the names in them.
    TotalsStrip(const PipelineView &pipeline, QWidget *parent);

    void present(const PipelineSnapshot &snapshot);
    [[nodiscard]] QList<std::pair<QString, qint64>> figures() const; ///< by name
    void setCompact(bool compact); ///< figures and names on one line
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    static constexpr std::size_t count = 5;
    [[nodiscard]] int needed(std::size_t index) const;
    [[nodiscard]] std::array<QRect, count> places() const;

    const PipelineView &m_pipeline;
    bool m_isCompact = false;
    std::array<qint64, count> m_values{};
};

} // namespace linernotes::ui
