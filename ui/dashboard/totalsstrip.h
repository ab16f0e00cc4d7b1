// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/snapshot.h"

#include <QList>
#include <QWidget>

#include <array>
#include <utility>

namespace linernotes::ui
{

/// What has been found so far, in all runs: five figures with their names.
class TotalsStrip : public QWidget
{
    Q_OBJECT

public:
    explicit TotalsStrip(QWidget *parent);

    void present(const PipelineSnapshot &snapshot);
    [[nodiscard]] QList<std::pair<QString, qint64>> figures() const; ///< by name
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    static constexpr std::size_t count = 5;
    std::array<qint64, count> m_values{};
};

} // namespace linernotes::ui
