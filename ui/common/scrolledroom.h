// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace linernotes::ui
{

/// Gives what is in it all the room there is, and scrolls where that is less than the least it needs: with text of
/// twice the size, a long language or a small screen nothing lies where nobody can get at it.
class ScrolledRoom : public QScrollArea
{
    Q_OBJECT

public:
    ScrolledRoom(QWidget *content, QWidget *parent); ///< takes the content over

    /// Whether it asks for the height that its content needs for its width, as it does at first, or takes what there
    /// is.
    void setGrowing(bool growing);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QSize leastSize(int width) const;
    void fit();

    bool m_isGrowing = true;
};

/// What the keys come to from outside is brought into view: by itself an area does so only for what is gone to within.
void followFocus(QScrollArea *area);

} // namespace linernotes::ui
