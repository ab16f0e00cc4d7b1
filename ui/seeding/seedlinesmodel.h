// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "matching/seedline.h"
#include "messages/messages.h"

#include <QAbstractListModel>

#include <vector>

namespace linernotes::ui
{

/// The lines of the seed dialog as understood, without the empty ones. A new reading of the text changes only the
/// rows between the first and the last difference, so that the list neither jumps nor flickers while one types.
class SeedLinesModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum DataRole {
        KindRole = Qt::UserRole, ///< SeedLine::Kind as int
        LineRole, ///< number of the line in the text, from 0
        ExplanationRole, ///< how it was understood, a few words or a sentence
        IconRole, ///< name of an icon
    };
    struct Counts {
        qint64 artists = 0; ///< will be queued
        qint64 duplicates = 0;
        qint64 invalid = 0;
    };
    using QAbstractListModel::QAbstractListModel;

    void setLines(const std::vector<SeedLine> &lines);
    [[nodiscard]] const Counts &counts() const { return m_counts; }
    [[nodiscard]] std::vector<ArtistDiscoveryMessage> artists() const;
    [[nodiscard]] QStringList invalidLines() const;
    /// The first below that line of the text, or else the first of all; invalid: there is none.
    [[nodiscard]] QModelIndex nextInvalid(int line) const;
    /// "Drake", "Drake and 3 more"; empty without artists.
    [[nodiscard]] QString suggestedRunName() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Entry {
        SeedLine line;
        int number = 0;
        bool operator==(const Entry &) const = default;
    };
    void countLines();

    std::vector<Entry> m_entries;
    Counts m_counts;
};

} // namespace linernotes::ui
