// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/roles.h"

#include "matching/title.h"

#include <algorithm>
#include <array>

namespace linernotes
{
namespace
{

struct NamedRole {
    Role role;
    const char *name;
};

constexpr std::array names = {
    NamedRole{Role::Producer, "producer"},
    NamedRole{Role::CoProducer, "co_producer"},
    NamedRole{Role::AdditionalProducer, "additional_producer"},
    NamedRole{Role::VocalProducer, "vocal_producer"},
    NamedRole{Role::AssistantProducer, "assistant_producer"},
    NamedRole{Role::ExecutiveProducer, "executive_producer"},
    NamedRole{Role::Writer, "writer"},
    NamedRole{Role::Composer, "composer"},
    NamedRole{Role::Lyricist, "lyricist"},
    NamedRole{Role::Collaborator, "collaborator"},
};

/// Whole labels, normalised. "Programmer", "Arranger" and the like are crafts of their own, not in this list on
/// purpose.
constexpr std::array labels = {
    NamedRole{Role::Producer, "producer"},
    NamedRole{Role::Producer, "producers"},
    NamedRole{Role::Producer, "produced by"},
    NamedRole{Role::Producer, "production"},
    NamedRole{Role::CoProducer, "co producer"},
    NamedRole{Role::CoProducer, "co producers"},
    NamedRole{Role::CoProducer, "coproducer"},
    NamedRole{Role::CoProducer, "co production"},
    NamedRole{Role::CoProducer, "co produced by"},
    NamedRole{Role::AdditionalProducer, "additional production"},
    NamedRole{Role::AdditionalProducer, "additional production by"},
    NamedRole{Role::AdditionalProducer, "additional producer"},
    NamedRole{Role::AdditionalProducer, "additional producers"},
    NamedRole{Role::VocalProducer, "vocal producer"},
    NamedRole{Role::VocalProducer, "vocal producers"},
    NamedRole{Role::VocalProducer, "vocal production"},
    NamedRole{Role::VocalProducer, "vocal production by"},
    NamedRole{Role::VocalProducer, "vocals produced by"},
    NamedRole{Role::VocalProducer, "vocals producer"},
    NamedRole{Role::VocalProducer, "additional vocal producer"},
    NamedRole{Role::VocalProducer, "additional vocal production"},
    NamedRole{Role::AssistantProducer, "assistant producer"},
    NamedRole{Role::AssistantProducer, "assistant producers"},
    NamedRole{Role::ExecutiveProducer, "executive producer"},
    NamedRole{Role::ExecutiveProducer, "executive producers"},
    NamedRole{Role::ExecutiveProducer, "executive production"},
    NamedRole{Role::ExecutiveProducer, "co executive producer"},
    NamedRole{Role::Writer, "writer"},
    NamedRole{Role::Writer, "writers"},
    NamedRole{Role::Writer, "written by"},
    NamedRole{Role::Writer, "co writer"},
    NamedRole{Role::Writer, "songwriter"},
    NamedRole{Role::Writer, "songwriters"},
    NamedRole{Role::Writer, "additional songwriter"},
    NamedRole{Role::Writer, "composer and lyricist"},
    NamedRole{Role::Composer, "composer"},
    NamedRole{Role::Composer, "composers"},
    NamedRole{Role::Composer, "composed by"},
    NamedRole{Role::Composer, "music by"},
    NamedRole{Role::Lyricist, "lyricist"},
    NamedRole{Role::Lyricist, "lyricists"},
    NamedRole{Role::Lyricist, "lyrics by"},
    NamedRole{Role::Lyricist, "lyrics"},
};

template <size_t N>
std::optional<Role> roleOf(const std::array<NamedRole, N> &list, const QString &name)
{
    const auto found =
        std::ranges::find_if(list, [&](const NamedRole &entry) { return name == QLatin1String(entry.name); });
    return found == list.end() ? std::nullopt : std::optional(found->role);
}

} // namespace

std::optional<Role> roleFromLabel(const QString &label)
{
    return roleOf(labels, normalisedName(label));
}

QString roleName(Role role)
{
    const auto *found = std::ranges::find(names, role, &NamedRole::role);
    return found == names.end() ? QString() : QString::fromLatin1(found->name);
}

std::optional<Role> roleFromName(const QString &name)
{
    return roleOf(names, name);
}

bool isProducing(Role role)
{
    switch (role) {
    case Role::Producer:
    case Role::CoProducer:
    case Role::AdditionalProducer:
    case Role::VocalProducer:
    case Role::AssistantProducer:
    case Role::ExecutiveProducer:
        return true;
    case Role::Writer:
    case Role::Composer:
    case Role::Lyricist:
    case Role::Collaborator:
        return false;
    }
    return false;
}

bool isWriting(Role role)
{
    return role == Role::Writer || role == Role::Composer || role == Role::Lyricist;
}

bool makesProducer(Role role)
{
    return isProducing(role) || isWriting(role);
}

} // namespace linernotes
