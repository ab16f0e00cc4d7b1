// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/credentialstore.h"

#include <memory>

namespace linernotes
{

/// How long a command waits for a keychain that is locked.
enum class Patience {
    Brief, ///< the command does without them too
    UntilUnlocked, ///< a person has the time to unlock it
};

/// The credentials for a command, after the keychain has had its time to answer. Where the environment has all of them
/// it gets but a moment in any case: a job at night must not wait for somebody to unlock it.
std::unique_ptr<CredentialStore> readCredentials(Patience patience);

} // namespace linernotes
