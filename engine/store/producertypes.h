// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "store/effects.h"

#include <QString>
#include <QStringList>
#include <QVariant>

#include <optional>
#include <vector>

namespace linernotes
{

inline constexpr int longestNote = 20'000; ///< characters

/// What a note is, now that something was written into it.
struct NoteReceipt {
    QString note;
    QString before = {}; ///< of it: what stands before what was written, for it had come meanwhile
    QString after = {};
    [[nodiscard]] bool isJoined() const { return !before.isEmpty() || !after.isEmpty(); }
};

enum class ProducerSort { Name, Credits, Artists, Profiles, Confidence, Role, Tags, Found };

/// Which producers, in which order. Pages go by key, so that a list that grows while it is read neither skips nor
/// repeats a row.
struct ProducerQuery {
    /// Words, each of which must occur in the name, an alias or the name of an artist worked with, or be that of a
    /// role ("writer"); empty: all.
    QString filter;
    ProducerSort sort = ProducerSort::Credits;
    bool descending = true;
    QString role = {}; ///< id of a role (matching/roles.h); empty: any
    QString platform = {}; ///< has a profile there; empty: any or none
    double leastConfidence = 0; ///< 0 … 1
    std::optional<Instant> since = {}; ///< found then or later
    bool sinceLastRun = false; ///< found since the newest run began
    qint64 run = 0; ///< has credits on what this run has identified; 0: any
    QString tag = {};
    std::optional<std::vector<qint64>> ids = {}; ///< of these only; a person chose them

    [[nodiscard]] bool isNarrowed() const;
    /// The same choice, whatever the order.
    [[nodiscard]] bool choosesAs(const ProducerQuery &other) const;
    bool operator==(const ProducerQuery &) const = default;
};

/// The last row of the page before.
struct ProducerCursor {
    QVariant key;
    qint64 id = 0;
};

struct ProfileRow {
    QString platform; ///< as in matching/profiles.h
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
    QStringList tags;
    Instant foundAt; ///< when they were first heard of
    bool hasNote = false;
    bool operator==(const ProducerRow &) const = default;
};

struct YearSpan {
    int first = 0;
    int last = 0;
};

struct ProducerPage {
    std::vector<ProducerRow> rows;
    std::optional<ProducerCursor> next; ///< nullopt: this was the last page
};

struct EvidenceRow {
    QString source;
    QString statement;
    QString url;
    double matchScore = 0;
    QStringList matchReasons;
    Instant seenAt;
    bool operator==(const EvidenceRow &) const = default;
};

struct CreditRow {
    qint64 recordingId = 0;
    QString title;
    QString isrc;
    QStringList artists;
    QString releaseDate; ///< the earliest of its albums: "2015", "2015-06" or "2015-06-01"; empty: not known
    QString role;
    double confidence = 0;
    std::vector<EvidenceRow> evidence;
    bool operator==(const CreditRow &) const = default;
};

/// A producer with credits on the same recordings.
struct Colleague {
    qint64 id = 0;
    QString name;
    qint64 recordings = 0; ///< that they share
    bool operator==(const Colleague &) const = default;
};

/// An optional source that did not answer.
struct OpenGap {
    QString source;
    QString reason; ///< why not
    Instant since;
    std::optional<Instant> revisitAt; ///< nullopt: nothing is queued that would visit it
    bool operator==(const OpenGap &) const = default;
};

/// A producer's page.
struct ProducerDetail {
    ProducerRow summary;
    QStringList aliases;
    std::vector<ExternalId> ids;
    std::vector<CreditRow> credits;
    std::vector<Colleague> colleagues; ///< those with most in common first
    std::vector<OpenGap> gaps; ///< optional sources that did not answer: the page is incomplete for them
    QString note;
};

/// What there is to choose from.
struct ProducerChoices {
    QStringList roles;
    QStringList platforms;
    QStringList tags;
    bool operator==(const ProducerChoices &) const = default;
};

/// A filter that somebody gave a name to.
struct SavedFilter {
    QString name;
    ProducerQuery query; ///< its order and ids are not part of it
    bool operator==(const SavedFilter &) const = default;
};

} // namespace linernotes
