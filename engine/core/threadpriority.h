// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace linernotes
{

/// From now on the calling thread lets those of the window go first, where both want the same processor: a page of a
/// service that is worked on a millisecond later is noticed by nobody, a key that is drawn later is. For threads that
/// hold nothing which the window waits for. Without a window nothing happens: a headless run would only lose to
/// strangers, with a tenth of their share of the processor. Linux only.
void letWindowGoFirst();

} // namespace linernotes
