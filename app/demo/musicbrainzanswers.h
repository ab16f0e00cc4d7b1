// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/answer.h"
#include "demo/democatalogue.h"

#include <QHash>
#include <QJsonObject>
#include <QUrlQuery>

namespace linernotes::demo
{

/// MusicBrainz's web service over a catalogue, as far as the program asks it: whose a web address is, and an artist's
/// links. In the shapes of musicbrainz.org/doc/MusicBrainz_API with fmt=json.
class MusicBrainzAnswers
{
public:
    explicit MusicBrainzAnswers(const DemoCatalogue &catalogue);

    /// `path` below the web service's root: "/url".
    [[nodiscard]] Answer answer(const QString &path, const QUrlQuery &query) const;

    /// What it says to too many calls.
    static Answer tooMany(qint64 seconds);
    /// To a call that does not say whom to write to.
    static Answer noContact();

private:
    [[nodiscard]] Answer owners(const QUrlQuery &query) const;
    [[nodiscard]] Answer artist(const QString &id) const;
    [[nodiscard]] static QJsonObject owned(const QString &address, const DemoPerson &person);

    QHash<QString, const DemoPerson *> m_byAddress;
    QHash<QString, const DemoPerson *> m_byId;
};

} // namespace linernotes::demo
