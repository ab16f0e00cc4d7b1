// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "store/database.h"
#include "store/effects.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace linernotes
{

enum class ProducerSort { Name, Credits, Artists, Profiles, Confidence };

/// Which producers, in which order. Pages go by key, so that a list that grows while it is read neither skips nor
/// repeats a row.
struct ProducerQuery {
    QString filter; ///< words, each of which must occur in name, alias, role or artist; empty: all
    ProducerSort sort = ProducerSort::Credits;
    bool descending = true;
    bool operator==(const ProducerQuery &) const = default;
};

/// The last row of the page before.
struct ProducerCursor {
    QVariant key;
    qint64 id = 0;
};

struct ProfileRow {
    QString platform; ///< "instagram", "x", "facebook", "genius", "spotify"
    QString handle;
    QString url; ///< http or https
    QString source;
    bool operator==(const ProfileRow &) const = default;
};

/// One line of the producers table.
struct ProducerRow {
    qint64 id = 0;
    QString name;
    QStringList roles; ///< role ids (matching/roles.h), the most frequent first
    qint64 credits = 0;
    QStringList artists; ///< the three worked with most
    qint64 artistCount = 0;
    double confidence = 0; ///< 0 … 1
    std::vector<ProfileRow> profiles;
    bool operator==(const ProducerRow &) const = default;
};

struct ProducerPage {
    std::vector<ProducerRow> rows;
    qint64 total = 0; ///< how many rows the filter leaves
    std::optional<ProducerCursor> next; ///< nullopt: this was the last page
};

struct EvidenceRow {
    QString source;
    QString statement;
    QString url;
    double matchScore = 0;
    QStringList matchReasons;
    Instant seenAt;
};

struct CreditRow {
    qint64 recordingId = 0;
    QString title;
    QString isrc;
    QStringList artists;
    QString releaseDate; ///< the earliest of its albums
    QString role;
    double confidence = 0;
    std::vector<EvidenceRow> evidence;
};

/// A producer's page.
struct ProducerDetail {
    ProducerRow summary;
    QStringList aliases;
    std::vector<ExternalId> ids;
    std::vector<CreditRow> credits;
};

/// Reads producers for the window and the exports. Works inside a read transaction; throws SqlFailure.
class Producers
{
public:
    explicit Producers(Database &database)
        : m_database(database)
    {
    }

    ProducerPage page(const ProducerQuery &query, const std::optional<ProducerCursor> &after, int limit);
    std::optional<ProducerDetail> detail(qint64 personId);

private:
    void complete(ProducerRow &row);
    std::vector<EvidenceRow> evidence(qint64 creditId);
    QStringList artistsOf(qint64 recordingId);

    Database &m_database;
};

} // namespace linernotes
