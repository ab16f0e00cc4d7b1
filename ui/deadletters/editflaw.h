// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadletteractions.h"

#include <QString>

#include <optional>

namespace linernotes::ui
{

/// What is wrong with a message that is being written, in words for whoever writes it, and where it is.
struct EditFlaw {
    QString what;
    qsizetype at = -1; ///< of the text's letters; -1: nowhere in particular
    qsizetype length = 0;
    bool operator==(const EditFlaw &) const = default;
};
/// By the parser that the workers use. nullopt: none.
std::optional<EditFlaw> flawIn(const DeadLetter &letter, const QString &text);

/// "Line 3, column 7: a value is missing", both counted from 1.
QString flawLabel(const EditFlaw &flaw, const QString &text);

} // namespace linernotes::ui
