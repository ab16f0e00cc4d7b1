// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace linernotes
{

/// Whose artists are worked on: those of the world, or the demo's invented ones. Each has databases of its own.
enum class Catalogue { Real, Demo };

} // namespace linernotes
