// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"
#include "store/producertypes.h"

#include <QVariantList>

namespace linernotes
{

/// Turns a query into SQL that answers within a blink also over a million producers. There are two ways to find the
/// first two hundred of them, and each is slow where the other is fast: to walk through all in the order that is
/// wanted, which ends soon where much fits; and to gather all that something of the filter fits and sort them, where
/// that are few. So it is first asked, up to a bound, how many each part of the filter fits.
class ProducerSearch
{
public:
    /// So many are gathered and sorted at most.
    static constexpr int few = 20'000;

    /// Throws SqlFailure, as all of them.
    ProducerSearch(Database &database, const ProducerQuery &query);

    struct Statement {
        QString sql;
        QVariantList values;
    };
    [[nodiscard]] Statement page(const std::optional<ProducerCursor> &after, int limit) const;
    [[nodiscard]] Statement count() const;
    [[nodiscard]] bool isGathering() const { return m_narrowest.has_value(); }

    /// Column of producers.walk that holds the key of the order.
    static int keyColumn(ProducerSort sort);

private:
    struct Part {
        Statement fits; ///< the ids that it fits, up to a bound; without text: it can't be asked that way
        Statement test;
        bool isExact = false; ///< who fits passes the test
    };
    void addWord(Database &database, const QString &word);
    void addValue(const char *fits, const char *test, const QVariant &value);
    void chooseNarrowest(Database &database);
    void addTests(Statement &statement) const;

    ProducerSort m_sort;
    bool m_descending;
    std::vector<Part> m_parts;
    std::optional<std::size_t> m_narrowest; ///< of m_parts: it fits few
};

} // namespace linernotes
