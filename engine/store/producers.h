// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"
#include "store/producertypes.h"

namespace linernotes
{

/// Reads producers for the window and the exports. Works inside a read transaction; throws SqlFailure.
class Producers
{
public:
    static constexpr int mostColleagues = 100;

    explicit Producers(Database &database)
        : m_database(database)
    {
    }

    /// `mostArtists`: named in a row; the table has room for three.
    ProducerPage page(const ProducerQuery &query, const std::optional<ProducerCursor> &after, int limit,
                      int mostArtists = shownArtists);
    /// People with credits who produced nothing ("collaborator"), by name.
    ProducerPage others(const std::optional<ProducerCursor> &after, int limit);
    /// The first `limit` of a query without what a row shows.
    std::vector<qint64> ids(const ProducerQuery &query, int limit);
    /// How many there are. Of a filter that much fits it takes far longer than a page.
    qint64 count(const ProducerQuery &query);
    std::optional<ProducerDetail> detail(qint64 personId);
    std::vector<CreditRow> credits(qint64 personId);
    /// Of release; nullopt: of nothing that they made it is known.
    std::optional<YearSpan> years(qint64 personId);
    ProducerChoices choices();

    static constexpr int shownArtists = 3;
    static constexpr int allArtists = -1; ///< SQLite's word for no limit

private:
    ProducerPage read(Rows rows, int limit, int mostArtists, int keyColumn);
    void complete(ProducerRow &row, int mostArtists);
    std::vector<Colleague> colleagues(qint64 personId);
    std::vector<EvidenceRow> evidence(qint64 creditId);
    QStringList artistsOf(qint64 recordingId);
    QStringList column(const char *statement);

    Database &m_database;
};

} // namespace linernotes
