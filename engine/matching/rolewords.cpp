// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/rolewords.h"

#include "core/foruser.h"
#include "matching/title.h"

#include <algorithm>

namespace linernotes
{
namespace
{

constexpr int roles = static_cast<int>(Role::Collaborator) + 1;

} // namespace

QString roleLabel(Role role)
{
    switch (role) {
    case Role::Producer:
        return ForUser::tr("Producer");
    case Role::CoProducer:
        return ForUser::tr("Co-producer");
    case Role::AdditionalProducer:
        return ForUser::tr("Additional producer");
    case Role::VocalProducer:
        return ForUser::tr("Vocal producer");
    case Role::AssistantProducer:
        return ForUser::tr("Assistant producer");
    case Role::ExecutiveProducer:
        return ForUser::tr("Executive producer");
    case Role::Writer:
        return ForUser::tr("Writer");
    case Role::Composer:
        return ForUser::tr("Composer");
    case Role::Lyricist:
        return ForUser::tr("Lyricist");
    case Role::Collaborator:
        return ForUser::tr("Performer");
    }
    Q_UNREACHABLE();
}

std::optional<Role> roleCalled(const QString &text)
{
    for (int i = 0; i < roles; ++i) {
        const auto role = static_cast<Role>(i);
        if (text.compare(roleName(role), Qt::CaseInsensitive) == 0
            || text.compare(roleLabel(role), Qt::CaseInsensitive) == 0)
            return role;
    }
    return std::nullopt;
}

QStringList rolesWithWord(const QString &word)
{
    constexpr qsizetype enough = 5;
    QStringList found;
    for (int i = 0; i < roles; ++i) {
        const auto role = static_cast<Role>(i);
        const auto words =
            roleName(role).split(QLatin1Char('_')) + normalisedName(roleLabel(role)).split(QLatin1Char(' '));
        const auto isMeant = [&](const QString &one) {
            return one == word || (word.size() >= enough && one.startsWith(word));
        };
        if (std::ranges::any_of(words, isMeant))
            found.append(roleName(role));
    }
    return found;
}

} // namespace linernotes
