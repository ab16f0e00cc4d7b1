// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/annotations.h"

#include "core/foruser.h"
#include "store/searchtext.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace linernotes
{
namespace
{

QString toJson(const ProducerQuery &query)
{
    QJsonObject object;
    const auto put = [&object](const char *key, const QJsonValue &value, bool isSet) {
        if (isSet)
            object.insert(QLatin1String(key), value);
    };
    put("words", query.filter, !query.filter.isEmpty());
    put("role", query.role, !query.role.isEmpty());
    put("platform", query.platform, !query.platform.isEmpty());
    put("least_confidence", query.leastConfidence, query.leastConfidence > 0);
    put("since", query.since ? toMillis(*query.since) : 0, query.since.has_value());
    put("since_last_run", true, query.sinceLastRun);
    put("run", query.run, query.run > 0);
    put("tag", query.tag, !query.tag.isEmpty());
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

ProducerQuery queryOf(const QString &json)
{
    const auto object = QJsonDocument::fromJson(json.toUtf8()).object();
    const auto at = [&object](const char *key) { return object.value(QLatin1String(key)); };
    ProducerQuery query;
    query.filter = at("words").toString();
    query.role = at("role").toString();
    query.platform = at("platform").toString();
    query.leastConfidence = std::clamp(at("least_confidence").toDouble(), 0.0, 1.0);
    if (at("since").isDouble())
        query.since = fromMillis(at("since").toInteger());
    query.sinceLastRun = at("since_last_run").toBool();
    query.run = std::max(at("run").toInteger(), qint64(0));
    query.tag = at("tag").toString();
    return query;
}

/// Between two texts that are one note since two people are one.
QString gap()
{
    return QStringLiteral("\n\n");
}

/// What is to be kept of `current`: all that is not one of `known`. Nothing written is lost; where in doubt, it stands
/// there twice.
NoteReceipt putInto(const QString &current, const QString &note, const QStringList &known)
{
    if (current.isEmpty() || current == note || known.contains(current))
        return {.note = note};
    for (const auto &text : known) {
        if (text.isEmpty())
            continue;
        if (current.endsWith(gap() + text))
            return {.note = note, .before = current.chopped(text.size() + gap().size())};
        if (current.startsWith(text + gap()))
            return {.note = note, .after = current.mid(text.size() + gap().size())};
    }
    return {.note = note, .before = current};
}

} // namespace

QString Annotations::tagKey(const QString &tag)
{
    return tag.simplified().normalized(QString::NormalizationForm_C).toCaseFolded();
}

Result<QString> Annotations::checkedTag(const QString &tag)
{
    auto simplified = tag.simplified();
    if (simplified.isEmpty())
        return failure(ErrorCategory::InvalidInput, ForUser::tr("A tag needs a word."));
    if (simplified.size() > longestTag) {
        return failure(ErrorCategory::InvalidInput,
                       ForUser::tr("A tag has up to %1 characters, this one has %2. Longer things go into the note.")
                           .arg(longestTag)
                           .arg(simplified.size()));
    }
    return simplified;
}

QString Annotations::note(qint64 personId)
{
    auto rows = m_database.execute("annotations.note", {personId});
    return rows.next() ? rows.text(0) : QString();
}

Result<NoteReceipt> Annotations::setNote(qint64 personId, const QString &note, const QStringList &known)
{
    if (note.size() > longestNote) {
        return failure(ErrorCategory::InvalidInput,
                       ForUser::tr("A note has up to %1 characters, this one has %2. Shorten it.")
                           .arg(longestNote)
                           .arg(note.size()));
    }
    auto receipt = putInto(this->note(personId), note.trimmed().isEmpty() ? QString() : note, known);
    if (!receipt.note.isEmpty() && !receipt.before.isEmpty())
        receipt.before += gap();
    if (!receipt.note.isEmpty() && !receipt.after.isEmpty())
        receipt.after.prepend(gap());
    receipt.note = receipt.before + receipt.note + receipt.after;
    setNoteText(personId, receipt.note);
    return receipt;
}

void Annotations::setNoteText(qint64 personId, const QString &note)
{
    m_database.execute("annotations.set_note", {note.trimmed().isEmpty() ? QStringLiteral("") : note, personId});
    writeSearchText(m_database, personId);
}

QStringList Annotations::tags(qint64 personId)
{
    QStringList tags;
    auto rows = m_database.execute("annotations.tags", {personId});
    while (rows.next())
        tags.append(rows.text(0));
    return tags;
}

QString Annotations::spelling(const QString &tag)
{
    auto rows = m_database.execute("annotations.spelling", {tagKey(tag)});
    return rows.next() ? rows.text(0) : tag.simplified();
}

Result<bool> Annotations::addTag(qint64 personId, const QString &tag)
{
    const auto checked = checkedTag(tag);
    if (!checked)
        return failure(checked.error());
    const auto key = tagKey(*checked);
    {
        auto rows = m_database.execute("annotations.count_others", {personId, key});
        if (rows.next() && rows.integer(0) >= mostTags) {
            return failure(ErrorCategory::InvalidInput,
                           ForUser::tr("A producer has up to %1 tags. Take one away first.").arg(mostTags));
        }
    }
    if (m_database.execute("annotations.add_tag", {personId, key, spelling(*checked)}).changed() == 0)
        return false;
    writeTags(personId);
    return true;
}

bool Annotations::removeTag(qint64 personId, const QString &tag)
{
    const bool removed = m_database.execute("annotations.remove_tag", {personId, tagKey(tag)}).changed() > 0;
    if (removed)
        writeTags(personId);
    return removed;
}

/// What the table shows of the tags and what the filter finds.
void Annotations::writeTags(qint64 personId)
{
    m_database.execute("annotations.write_tags", {personId});
    writeSearchText(m_database, personId);
}

QStringList Annotations::knownTags()
{
    QStringList tags;
    auto rows = m_database.execute("annotations.known_tags");
    while (rows.next())
        tags.append(rows.text(0));
    return tags;
}

void Annotations::move(qint64 into, qint64 from)
{
    m_database.execute("annotations.move_tags", {into, from});
    m_database.execute("annotations.clear_tags", {from});
    writeTags(into);
    const auto moved = note(from);
    if (moved.isEmpty())
        return;
    const auto kept = note(into);
    setNoteText(into, kept.isEmpty() ? moved : kept + gap() + moved); // nothing written is lost
}

std::vector<SavedFilter> Annotations::filters()
{
    std::vector<SavedFilter> filters;
    auto rows = m_database.execute("annotations.filters");
    while (rows.next())
        filters.push_back({rows.text(0), queryOf(rows.text(1))});
    return filters;
}

Result<void> Annotations::saveFilter(const SavedFilter &filter)
{
    const auto name = filter.name.simplified();
    if (name.isEmpty())
        return failure(ErrorCategory::InvalidInput, ForUser::tr("Give the filter a name."));
    if (name.size() > longestFilterName) {
        return failure(ErrorCategory::InvalidInput,
                       ForUser::tr("A filter's name has up to %1 characters.").arg(longestFilterName));
    }
    m_database.execute("annotations.save_filter", {tagKey(name), name, toJson(filter.query)});
    return {};
}

bool Annotations::deleteFilter(const QString &name)
{
    return m_database.execute("annotations.delete_filter", {tagKey(name)}).changed() > 0;
}

} // namespace linernotes
