// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linernotes::ui
{

/// Whether the address came as http or https with a host. Nothing else that a service sent is ever opened.
bool isWebLink(const QString &address);
/// Opens it in the browser. False: it is no web link, or the desktop can't.
bool openWebLink(const QString &address);

} // namespace linernotes::ui
