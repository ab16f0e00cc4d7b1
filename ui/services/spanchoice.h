// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QWidget>

class QButtonGroup;

namespace linernotes::ui
{

/// Of how long the charts and figures of the services are. Its actions are for the page to take.
class SpanChoice : public QWidget
{
    Q_OBJECT

public:
    explicit SpanChoice(QWidget *parent);

    [[nodiscard]] Milliseconds span() const;

Q_SIGNALS:
    void changed();

private:
    QButtonGroup *m_buttons;
};

} // namespace linernotes::ui
