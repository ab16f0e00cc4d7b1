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
    explicit Stack(QWidget *parent = nullptr)
        : QStackedWidget(parent)
    {
        connect(this, &QStackedWidget::currentChanged, this, &QWidget::updateGeometry);
    }

    /// Of what is shown: a high one that is hidden would have the others scroll.
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        const auto *shown = currentWidget();
        return shown ? shown->minimumSizeHint().expandedTo(shown->minimumSize()) : QSize();
    }
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
    [[nodiscard]] int heightForWidth(int) const override { return -1; }
};

} // namespace linernotes::ui
