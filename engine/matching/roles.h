// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace linernotes
{

/// What a person did for a recording.
enum class Role {
    Producer,
    CoProducer,
    AdditionalProducer,
    VocalProducer,
    AssistantProducer,
    ExecutiveProducer, ///< a producing credit of its own kind: of money and direction rather than of sound
    Writer,
    Composer, ///< wrote the music
    Lyricist, ///< wrote the words
    Collaborator, ///< performs: a Spotify artist of the track
};

/// The role that a Genius custom_performances label stands for, by the **whole** label: "Production Manager" and
/// "Assistant Engineer" are none of ours, and "Produc" is in too many words. nullopt for all others.
std::optional<Role> roleFromLabel(const QString &label);

/// Stable, as kept in the database and written to exports: "producer", "co_producer", …
QString roleName(Role role);
std::optional<Role> roleFromName(const QString &name);

bool isProducing(Role role); ///< every kind of producer, the executive too
bool isWriting(Role role);
bool makesProducer(
    Role role); ///< whether one such credit makes its holder a producer in our sense: producing or writing

} // namespace linernotes
