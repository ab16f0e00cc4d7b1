// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

namespace linernotes::ui
{

/// Several things, of which one is shown in the room there is. Its height does not follow from its width: else the
/// window would wrap every line of text in all of them, shown or not, whenever a figure in one of them changes.
class Stack : public QStackedWidget
{
    Q_OBJECT

public:
    using QStackedWidget::QStackedWidget;

    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
    [[nodiscard]] int heightForWidth(int) const override { return -1; }
};

} // namespace linernotes::ui
