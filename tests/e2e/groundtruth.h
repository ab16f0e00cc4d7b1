// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/democatalogue.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <set>
#include <vector>

namespace linernotes
{

/// What a run over whole artists of the demo catalogue has to find, and what it did find, in one form that can be
/// compared: lines of text, sorted, each once.
struct Findings {
    std::set<QString> producers; ///< "genius id | name"
    std::set<QString> credits; ///< "track ids | genius id | role"; a collaborator, whom Spotify told, by name
    std::set<QString> profiles; ///< "genius id | platform | url"
};

/// From the catalogue's truth: everything that the albums of these artists hold, all album groups included.
Findings expectedFindings(const demo::DemoCatalogue &catalogue, const QStringList &artistIds,
                          bool withMusicBrainz = true);

/// From the exported JSON Lines; a row that is there twice is marked.
Findings exportedFindings(const std::vector<QJsonObject> &producers, const std::vector<QJsonObject> &credits,
                          const std::vector<QJsonObject> &profiles);

/// The lines that only one of the two has, for a failure's message; at most ten.
QString difference(const std::set<QString> &actual, const std::set<QString> &expected);

/// A JSON Lines file.
std::vector<QJsonObject> readJsonLines(const QString &path);

} // namespace linernotes
