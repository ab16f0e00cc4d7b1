// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace linernotes
{

/// `ForUser::tr("…")`: what the engine says to the person who asked, in the language of the program. Any thread.
/// What is written down (events, the errors of messages, why a circuit opened) is no such text: it is kept, grouped and
/// searched by its words, and stays English whoever reads it.
class ForUser
{
    Q_DECLARE_TR_FUNCTIONS(ForUser)
};

} // namespace linernotes
