// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/searchtext.h"

#include "matching/title.h"

namespace linernotes
{

void writeSearchText(Database &database, qint64 personId)
{
    QStringList searched;
    {
        auto rows = database.execute("credits.searched_of", {personId});
        while (rows.next())
            searched.append(normalisedName(rows.text(0)));
    }
    database.execute("credits.set_search_text", {searched.join(QLatin1Char('\n')), personId});
}

void writeSearchTextOfAnnotated(Database &database)
{
    std::vector<qint64> people;
    {
        auto rows = database.execute("credits.annotated");
        while (rows.next())
            people.push_back(rows.integer(0));
    }
    for (const auto person : people)
        writeSearchText(database, person);
}

} // namespace linernotes
