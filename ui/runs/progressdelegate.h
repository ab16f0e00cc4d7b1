// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/rowdelegate.h"
#include "telemetry/snapshot.h"

namespace linernotes::ui
{

/// One stage's share of what is done, with what was discarded and what is dead at its end.
void paintProgress(QPainter &painter, const QRectF &groove, const RunSnapshot::Progress &progress);

/// Draws a run's five stages as five bars side by side, done and dead told apart, with how much of it is over in
/// figures where there is room for both.
class ProgressDelegate : public RowDelegate
{
    Q_OBJECT

public:
    explicit ProgressDelegate(QObject *parent)
        : RowDelegate(Ink::Normal, parent)
    {
    }

    /// Figures of the body text that its column needs for the bars to be told apart.
    static constexpr int leastFigures = 12;

protected:
    void paintContent(QPainter &painter, const QRect &area, const QModelIndex &index) const override;
};

/// Draws whether a run is under way, finished, or finished with losses, with its icon.
class RunStateDelegate : public RowDelegate
{
    Q_OBJECT

public:
    explicit RunStateDelegate(QObject *parent)
        : RowDelegate(Ink::Normal, parent)
    {
    }

protected:
    void paintContent(QPainter &painter, const QRect &area, const QModelIndex &index) const override;
};

} // namespace linernotes::ui
