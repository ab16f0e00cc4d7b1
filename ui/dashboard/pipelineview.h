// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/snapshot.h"

#include <QTimer>
#include <QWidget>

#include <array>

namespace linernotes::ui
{

class FlowLine;
class StageCard;

/// The five stages from left to right, joined. Between two of them dots travel while the left one sends work on;
/// they stand still where the desktop asks for reduced motion.
class PipelineView : public QWidget
{
    Q_OBJECT

public:
    explicit PipelineView(QWidget *parent);

    void present(const PipelineSnapshot &snapshot);
    void setCompact(bool compact);

    /// Where the cards from the first to the last of these stand: what is below keeps to their columns.
    [[nodiscard]] QRect column(std::size_t first, std::size_t last) const;

Q_SIGNALS:
    void credentialsWanted();
    void deadLettersWanted(linernotes::StageId stage);
    void stageClicked(linernotes::StageId stage);
    void menuWanted(linernotes::StageId stage, const QPoint &globalPosition);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void animate();

    std::array<StageCard *, allStages.size()> m_cards{};
    std::array<FlowLine *, allStages.size() - 1> m_lines{};
    QTimer m_clock;
};

/// The way from one stage to the next.
class FlowLine : public QWidget
{
    Q_OBJECT

public:
    explicit FlowLine(QWidget *parent);

    void setFlowing(bool flowing);
    [[nodiscard]] bool isFlowing() const { return m_isFlowing; }
    void step();
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_isFlowing = false;
    double m_phase = 0; ///< of the dots' way to the next one's place, 0 … 1
};

} // namespace linernotes::ui
