// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"

#include <QWidget>

#include <vector>

namespace linernotes::ui
{

/// The circuit over time as a skyline: low where calls went out, tall where none did, half as tall where it was tried;
/// hatched where a person held it. Its span fits what happened. At its end, the last calls one by one.
class CircuitStrip : public QWidget
{
    Q_OBJECT

public:
    explicit CircuitStrip(QWidget *parent);

    void present(const std::vector<CircuitEvent> &history, const std::vector<CallOutcome> &recent, Instant now);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    /// A stretch of time in which the circuit stood in one way.
    struct Stretch {
        Instant from;
        Instant to;
        CircuitState state = CircuitState::Closed;
        CircuitOverride override = CircuitOverride::None;
        QString reason;
        bool operator==(const Stretch &) const = default;
    };
    /// From the oldest event on; the first begins with it, the last ends now.
    static std::vector<Stretch> stretchesOf(const std::vector<CircuitEvent> &history, Instant now);
    /// The shortest of some round spans that holds all that happened.
    static Milliseconds spanOf(const std::vector<CircuitEvent> &history, Instant now);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRect timeArea() const;
    [[nodiscard]] QRect callsArea() const;
    [[nodiscard]] double placeOf(Instant instant) const;
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString callsText() const;
    void paintSkyline(QPainter &painter) const;
    void paintKey(QPainter &painter, const QRect &line) const;
    void paintStretch(QPainter &painter, const Stretch &stretch) const;
    void paintCalls(QPainter &painter) const;

    std::vector<CircuitEvent> m_history;
    std::vector<Stretch> m_stretches;
    std::vector<CallOutcome> m_recent;
    Instant m_now;
    Milliseconds m_span{0};
};

} // namespace linernotes::ui
