// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/deadletterquestion.h"

#include "store/statements.h"

#include <QStringList>

#include <array>

namespace linernotes
{
namespace
{

QByteArray partOf(DeadLetterScope scope)
{
    switch (scope) {
    case DeadLetterScope::Open:
        return "dead.open";
    case DeadLetterScope::Ended:
        return "dead.ended";
    case DeadLetterScope::All:
        return "dead.any";
    }
    Q_UNREACHABLE();
}

} // namespace

DeadLetterQuestion::DeadLetterQuestion(const QByteArray &beginning, QVariantList itsValues)
    : sql(Statements::sqlite().text(beginning))
    , values(std::move(itsValues))
{
}

DeadLetterQuestion &DeadLetterQuestion::add(const QByteArray &part, const QVariantList &itsValues)
{
    sql += QLatin1Char(' ') + Statements::sqlite().text(part);
    values += itsValues;
    return *this;
}

DeadLetterQuestion &DeadLetterQuestion::add(DeadLetterScope scope)
{
    return add(partOf(scope));
}

DeadLetterQuestion &DeadLetterQuestion::add(const DeadLetterFilter &filter)
{
    add(filter.scope);
    const std::array<std::pair<const char *, QString>, 4> exact{{{"dead.in_group", filter.group},
                                                                 {"dead.in_queue", filter.queue},
                                                                 {"dead.of_category", filter.category},
                                                                 {"dead.of_service", filter.service}}};
    for (const auto &[part, value] : exact) {
        if (!value.isEmpty())
            add(part, {value});
    }
    if (filter.runId != 0)
        add("dead.of_run", {filter.runId});
    if (!filter.ids.empty())
        add("dead.among", {jsonArray(filter.ids)});
    for (const auto &word : filter.text.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts))
        addWord(word);
    return *this;
}

void DeadLetterQuestion::addWord(const QString &word)
{
    bool isNumber = false;
    const auto id = QStringView(word).mid(1).toLongLong(&isNumber);
    if (word.startsWith(QLatin1Char('#')) && isNumber)
        add("dead.with_id", {id}); // by itself a number is found in other letters' texts too
    else
        add("dead.word", {word, word, word}).add("dead.subject").add("dead.word_end", {word});
}

DeadLetterQuestion DeadLetterQuestion::aboutRows()
{
    return DeadLetterQuestion("dead.rows").add("dead.subject").add("dead.from");
}

QString jsonArray(const std::vector<qint64> &numbers)
{
    QStringList texts;
    for (const auto number : numbers)
        texts.append(QString::number(number));
    return QLatin1Char('[') + texts.join(QLatin1Char(',')) + QLatin1Char(']');
}

} // namespace linernotes
