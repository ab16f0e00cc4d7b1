// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace linernotes::ui
{

/// Whether the desktop lets things move, by what it keeps in files: KDE's kdeglobals (AnimationDurationFactor in [KDE],
/// 0: none) and GTK's settings.ini (gtk-enable-animations in [Settings]). Qt 6.4 has no question for it, and style
/// hints tell nothing of it. A desktop that says nothing there allows it; the setting “Motion” is for those. Reads
/// small files: for once at the start and when the desktop's look changes.
bool desktopLetsThingsMove();

} // namespace linernotes::ui
