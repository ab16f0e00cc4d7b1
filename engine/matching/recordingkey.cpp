// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/recordingkey.h"

#include "matching/title.h"

namespace linernotes
{

RecordingKey recordingKey(const QString &title, const QString &primaryArtistId)
{
    const auto parsed = parseTitle(title);
    auto version = recordingVersions(parsed).join(u',');
    if (!version.isEmpty() && !parsed.versionDetail.isEmpty())
        version += QLatin1String(": ") + parsed.versionDetail;
    return {.title = parsed.base, .version = version, .primaryArtist = primaryArtistId};
}

RecordingKey recordingKey(const spotify::Track &track)
{
    return recordingKey(track.name, track.artists.empty() ? QString() : track.artists.front().id);
}

} // namespace linernotes
