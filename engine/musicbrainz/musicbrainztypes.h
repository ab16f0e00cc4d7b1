// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace linernotes::musicbrainz
{

// What the program keeps of MusicBrainz's answers (CC0). Tags, ratings and genres have another licence and are not
// asked for.

/// The artist whom a web address belongs to.
struct AddressOwner {
    QString address; ///< as it was asked for
    QString artistId; ///< an MBID
    bool operator==(const AddressOwner &) const = default;
};

/// A page that an artist has, and has not given up.
struct Link {
    QString typeId; ///< names of types change, their ids do not
    QString address; ///< http(s)
    bool operator==(const Link &) const = default;
};

struct Artist {
    QString id; ///< MBID
    QString name;
    QStringList aliases; ///< names that the artist has or had; without those that only help a search
    std::vector<Link> links;
    bool operator==(const Artist &) const = default;
};

} // namespace linernotes::musicbrainz
