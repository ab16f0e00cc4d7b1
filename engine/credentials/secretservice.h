// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>

/// What QtKeychain does not pass on of the Secret Service (org.freedesktop.secrets): a prompt that a person closed is
/// to it the same as nothing kept. Asked by D-Bus in the main thread, never waiting; without a service the answers are
/// no.
namespace linernotes::secretservice
{

/// Whether the collection that QtKeychain uses, the default one, is closed. Asks nobody for a password.
QFuture<bool> isLocked();

/// Has a person asked for its password. True: it is open now.
QFuture<bool> unlock();

} // namespace linernotes::secretservice
