// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QObject>

class QWidget;

namespace linernotes::ui
{

/// What a screen reader is told of widgets that are painted, and of tooltips. One for the program.
class Accessibility : public QObject
{
    Q_OBJECT

public:
    explicit Accessibility(QObject *parent);

    /// What a painted widget is: to Qt it would be nothing at all. One that is a button can be pressed.
    static void setRole(QWidget *widget, QAccessible::Role role);

protected:
    /// A tooltip is the description where there is no other, without the markup that lets it break lines.
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace linernotes::ui
