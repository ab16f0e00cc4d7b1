// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/database.h"
#include "store/producertypes.h"

namespace linernotes
{

/// What people write about producers: a note and tags, plain text; and the filters they keep. In the database, so that
/// all who use it have them and a copy of the file holds them. Works inside the transaction of its Database; throws
/// SqlFailure. Refusals are InvalidInput with a sentence for the one who typed.
class Annotations
{
public:
    static constexpr int longestTag = 40; ///< characters
    static constexpr int mostTags = 50; ///< of one producer
    static constexpr int longestFilterName = 60; ///< characters

    explicit Annotations(Database &database)
        : m_database(database)
    {
    }

    /// Tags that differ only in case, in spaces or in how an accent is written are one.
    static QString tagKey(const QString &tag);
    /// As it would be kept.
    static Result<QString> checkedTag(const QString &tag);

    QString note(qint64 personId);
    /// In the place of one of `known`; whatever else is in the note by now is kept.
    Result<NoteReceipt> setNote(qint64 personId, const QString &note, const QStringList &known);

    QStringList tags(qint64 personId); ///< in their order
    /// As it was written the first time; as it is given where nobody has it.
    QString spelling(const QString &tag);
    /// False: the person has it already.
    Result<bool> addTag(qint64 personId, const QString &tag);
    bool removeTag(qint64 personId, const QString &tag);
    QStringList knownTags();
    /// Two people proved to be one.
    void move(qint64 into, qint64 from);

    std::vector<SavedFilter> filters(); ///< by name
    /// One of the same name is replaced.
    Result<void> saveFilter(const SavedFilter &filter);
    bool deleteFilter(const QString &name);

private:
    void setNoteText(qint64 personId, const QString &note);
    void writeTags(qint64 personId);

    Database &m_database;
};

} // namespace linernotes
