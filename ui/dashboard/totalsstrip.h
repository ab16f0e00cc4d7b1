// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/snapshot.h"

#include <QWidget>

#include <array>

namespace linernotes::ui
{

/// What has been found so far, in all runs: five figures with their names.
class TotalsStrip : public QWidget
{
    Q_OBJECT

public:
    explicit TotalsStrip(QWidget *parent);

    void present(const PipelineSnapshot &snapshot);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    static constexpr std::size_t figures = 5;
    std::array<qint64, figures> m_values{};
};

} // namespace linernotes::ui
