// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace linernotes::ui
{

/// Loads the texts for the user's language, Qt's own among them, and those for English plurals below: "1 artist", "2
/// artists". What the engine writes down stays English.
/// Once, after the QApplication was made and before the first window.
void installTranslations();

} // namespace linernotes::ui
