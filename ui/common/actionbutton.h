// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAction;
class QPushButton;
class QString;
class QWidget;

namespace linernotes::ui
{

/// A button that looks and is as its action, and is hidden with it: what it does is in a menu too, and has a key.
QPushButton *buttonOf(QAction *action, const QString &objectName, QWidget *parent);

} // namespace linernotes::ui
