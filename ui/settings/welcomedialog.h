// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/snugdialog.h"

namespace linernotes::ui
{

/// The first start: what the program does, what it needs for that and why, and that all can be tried without it. Where
/// the keys are to be had stands where they are entered.
class WelcomeDialog : public SnugDialog
{
    Q_OBJECT

public:
    explicit WelcomeDialog(QWidget *parent);

Q_SIGNALS:
    void demoWanted();
    void credentialsWanted();

private:
    QWidget *makeNeed(const QString &iconName, const QString &title, const QString &text);
    QWidget *makeButtons();
};

} // namespace linernotes::ui
