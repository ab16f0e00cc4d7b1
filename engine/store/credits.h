// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"
#include "store/effects.h"

#include <vector>

namespace linernotes
{

/// What is known of a person when profiles are to be found.
struct KnownPerson {
    qint64 id = 0;
    QString name;
    std::vector<ExternalId> ids;
};

/// People, aliases, external ids, credits, evidence and profiles. Works inside the transaction of its Database; throws
/// SqlFailure. People are told apart by their external ids: facts that name ids of two people make these one, which is
/// recorded in `merges`. So who is who does not depend on the order in which facts arrive.
class Credits
{
public:
    explicit Credits(Database &database)
        : m_database(database)
    {
    }

    struct Saved {
        qint64 personId = 0;
        bool hasNewGeniusId = false;
        bool hasGeniusId = false;
    };
    Saved save(qint64 recordingId, const PersonFacts &facts);
    void save(const Enrichment &enrichment);
    void save(const SourceGap &gap);

    /// Under its old id too, if it was merged into another. nullopt: no such person.
    std::optional<KnownPerson> person(qint64 id);

    QStringList aliases(qint64 personId);

    void recountPeopleOf(qint64 recordingId);
    /// Before what was found anew is saved: what its identification found before is believed no more.
    void withdraw(qint64 recordingId);
    /// Afterwards: credits that nothing speaks for are taken back, and `before`, who had them, are counted anew.
    void settle(qint64 recordingId, const std::vector<qint64> &before);
    [[nodiscard]] std::vector<qint64> peopleOf(qint64 recordingId);
    void moveCreditsOfRecording(qint64 into, qint64 from);

private:
    /// Whose the ids are so far.
    struct Owners {
        std::vector<qint64> people; ///< the oldest first, each once
        std::vector<ExternalId> newIds; ///< nobody's
        bool knownToGenius = false;
    };
    Owners ownersOf(const std::vector<ExternalId> &ids);
    Saved findOrMake(const PersonFacts &facts);
    qint64 keepOldest(const Owners &owners, const PersonFacts &facts);
    void merge(qint64 into, qint64 from, const PersonFacts &reason);
    void saveCredit(qint64 recordingId, qint64 personId, const CreditFacts &credit);
    void addEvidence(qint64 creditId, const EvidenceFacts &evidence);
    void addAliases(qint64 personId, const QStringList &aliases, const QString &source);
    double updateConfidence(qint64 creditId);
    /// Moves a credit, or joins its evidence to the one that is already there.
    void moveCredit(qint64 creditId, qint64 recordingId, qint64 personId, const QString &role);
    void recount(qint64 personId);
    [[nodiscard]] QString describe(qint64 personId);

    Database &m_database;
};

} // namespace linernotes
