// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QKeySequence;
class QMenu;
class QWidget;

namespace linernotes::ui
{

/// The key opens the menu over the page while that is shown: for menus whose entries come and go, so that none of them
/// has a key of its own.
void giveKey(QMenu *menu, const QKeySequence &key, QWidget *page);

} // namespace linernotes::ui
