// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/rowdelegate.h"

namespace linernotes::ui
{

/// Artists worked with: as many names as there is room for, and always how many there are beside them.
class ArtistsDelegate : public RowDelegate
{
    Q_OBJECT

public:
    explicit ArtistsDelegate(QObject *parent)
        : RowDelegate(Ink::Normal, parent)
    {
    }

protected:
    void paintContent(QPainter &painter, const QRect &area, const QModelIndex &index) const override;
};

} // namespace linernotes::ui
