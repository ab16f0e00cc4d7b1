// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace linernotes::ui
{

/// A frame over a widget while the keyboard is there, for those of which none is drawn: what scrolls covers its own.
class FocusRim : public QWidget
{
    Q_OBJECT

public:
    explicit FocusRim(QWidget *around);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace linernotes::ui
