// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/rowdelegate.h"
#include "telemetry/event.h"

#include <QColor>

namespace linernotes::ui
{

/// Of the level's icon; the words of a warning and an error have it too.
QColor levelColour(EventLevel level);

/// Draws the level of an event (role EventsModel::LevelRole): its icon and its word.
class LevelDelegate : public RowDelegate
{
    Q_OBJECT

public:
    explicit LevelDelegate(QObject *parent)
        : RowDelegate(Ink::Normal, parent)
    {
    }

protected:
    void paintContent(QPainter &painter, const QRect &area, const QModelIndex &index) const override;
};

} // namespace linernotes::ui
