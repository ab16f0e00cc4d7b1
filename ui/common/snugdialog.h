// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace linernotes::ui
{

/// A dialog with text that wraps: exactly as high as its text needs when it is opened, and higher when more comes,
/// as far as the screen goes: what is long stands in a ScrolledRoom, so that the buttons stay in sight.
/// Qt's own size of such a dialog is a guess, which leaves an empty strip or cuts what is said later.
class SnugDialog : public QDialog
{
    Q_OBJECT

public:
    using QDialog::QDialog;

    /// What a window may take of its screen, its frame left out.
    static QSize mostOnScreen(const QWidget &window);
    /// The width it is opened with, in figures of its text; less on a screen that has less.
    void setUsualWidth(int figures) { m_usualFigures = figures; }

    void setVisible(bool visible) override;

protected:
    bool event(QEvent *event) override;

private:
    int m_usualFigures = 0;
};

} // namespace linernotes::ui
