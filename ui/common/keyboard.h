// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QWidget;

namespace linernotes::ui
{

/// What Qt leaves out of a window's use by keys: in a dialog that a key opened one sees at once where the keyboard is,
/// not only after the first Tab; Shift+F10 is the key Menu, which many keyboards have not; Enter presses the button
/// that has the focus, on a page and in a dialog, whatever the dialog's default is; and a button that is switched off
/// by being used leaves the keyboard on its page. For the whole program.
class Keyboard : public QObject
{
    Q_OBJECT

public:
    explicit Keyboard(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void stayOnPage(QWidget *left, QWidget *now);

    bool m_wasKey = false; ///< what a person did last
};

/// Tab goes through these parts one after the other, and within each as it did.
void orderTabs(const QList<QWidget *> &parts);

} // namespace linernotes::ui
