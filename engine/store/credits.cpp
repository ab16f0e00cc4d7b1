// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/credits.h"

#include "core/logging.h"
#include "matching/confidence.h"
#include "matching/title.h"
#include "store/annotations.h"
#include "store/catalog.h"
#include "store/searchtext.h"
#include "store/sourcegaps.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace linernotes
{
namespace
{

const auto personKind = QStringLiteral("person");
const auto geniusSource = QStringLiteral("genius");

bool hasGenius(const std::vector<ExternalId> &ids)
{
    return std::ranges::any_of(ids, [](const auto &id) { return id.source == geniusSource; });
}

QString compact(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

struct CreditRow {
    qint64 id = 0;
    qint64 other = 0; ///< recording or person, whichever was not asked by
    QString role;
};

std::vector<CreditRow> creditRows(Database &database, const char *statement, qint64 key)
{
    std::vector<CreditRow> credits;
    auto rows = database.execute(statement, {key});
    while (rows.next())
        credits.push_back({rows.integer(0), rows.integer(1), rows.text(2)});
    return credits;
}

} // namespace

Credits::Owners Credits::ownersOf(const std::vector<ExternalId> &ids)
{
    Owners owners;
    for (const auto &id : ids) {
        auto rows = m_database.execute("credits.person_by_id", {id.source, id.id});
        if (!rows.next()) {
            owners.newIds.push_back(id);
            continue;
        }
        owners.people.push_back(rows.integer(0));
        owners.knownToGenius |= id.source == geniusSource;
    }
    std::ranges::sort(owners.people);
    const auto doubles = std::ranges::unique(owners.people);
    owners.people.erase(doubles.begin(), doubles.end());
    return owners;
}

/// The oldest of the people that the facts show to be one, and who is all of them from now on.
qint64 Credits::keepOldest(const Owners &owners, const PersonFacts &facts)
{
    const auto personId = owners.people.front();
    const bool isOnlyOne = owners.people.size() == 1;
    const bool hadGeniusName = (isOnlyOne && owners.knownToGenius) || hasGenius(person(personId)->ids);
    for (std::size_t i = 1; i < owners.people.size(); ++i)
        merge(personId, owners.people[i], facts);
    // The name that Genius uses is the one the credits are under.
    const bool isRenamed = hasGenius(facts.ids) && !hadGeniusName;
    if (isRenamed)
        m_database.execute("credits.rename", {facts.name, normalisedName(facts.name), personId});
    if (isRenamed || !isOnlyOne)
        writeSearchText(m_database, personId);
    return personId;
}

Credits::Saved Credits::findOrMake(const PersonFacts &facts)
{
    const auto owners = ownersOf(facts.ids);
    Saved saved{.hasGeniusId = hasGenius(facts.ids)};
    if (owners.people.empty()) {
        const auto sortName = normalisedName(facts.name);
        saved.personId =
            m_database.execute("credits.insert_person", {facts.name, sortName, sortName, toMillis(m_database.now())})
                .insertedId();
    } else {
        saved.personId = keepOldest(owners, facts);
    }
    for (const auto &id : owners.newIds) {
        m_database.execute("credits.add_id", {id.source, id.id, saved.personId, id.url});
        saved.hasNewGeniusId |= id.source == geniusSource;
    }
    if (!owners.newIds.empty() && !owners.people.empty())
        recount(saved.personId); // a new Spotify id may show that an artist counted as a colleague is the person
    return saved;
}

Credits::Saved Credits::save(qint64 recordingId, const PersonFacts &facts)
{
    const auto saved = findOrMake(facts);
    addAliases(saved.personId, facts.aliases, facts.ids.front().source);
    for (const auto &credit : facts.credits)
        saveCredit(recordingId, saved.personId, credit);
    return saved;
}

void Credits::saveCredit(qint64 recordingId, qint64 personId, const CreditFacts &credit)
{
    const auto role = roleName(credit.role);
    const bool isProducing = makesProducer(credit.role);
    const std::array onlyThis{SourceScore{credit.evidence.source, credit.evidence.matchScore}};
    const auto alone = creditConfidence(onlyThis);
    qint64 creditId = 0;
    if (auto rows = m_database.execute("credits.insert_credit",
                                       {recordingId, personId, role, alone, toMillis(m_database.now())});
        rows.next())
        creditId = rows.integer(0);
    if (creditId != 0) {
        addEvidence(creditId, credit.evidence);
        m_database.execute("credits.count_role", {personId, role});
        m_database.execute("credits.count_artists", {personId, recordingId});
        m_database.execute("credits.update_counts", {isProducing ? 1 : 0, isProducing ? alone : 0.0, personId});
        return;
    }
    {
        auto rows = m_database.execute("credits.find_credit", {recordingId, personId, role});
        rows.next();
        creditId = rows.integer(0);
    }
    addEvidence(creditId, credit.evidence);
    const auto believed = updateConfidence(creditId);
    m_database.execute("credits.raise_confidence", {isProducing ? believed : 0.0, personId});
}

void Credits::addEvidence(qint64 creditId, const EvidenceFacts &evidence)
{
    m_database.execute("credits.add_evidence",
                       {creditId, evidence.source, evidence.statement, evidence.url, evidence.matchScore,
                        compact(QJsonArray::fromStringList(evidence.matchReasons)), toMillis(m_database.now())});
}

double Credits::updateConfidence(qint64 creditId)
{
    std::vector<SourceScore> scores;
    {
        auto rows = m_database.execute("credits.evidence_of_credit", {creditId});
        while (rows.next())
            scores.push_back({rows.text(0), rows.real(1)});
    }
    const auto confidence = creditConfidence(scores);
    m_database.execute("credits.set_confidence", {confidence, creditId});
    return confidence;
}

void Credits::addAliases(qint64 personId, const QStringList &aliases, const QString &source)
{
    bool added = false;
    for (const auto &alias : aliases)
        added |= m_database.execute("credits.add_alias", {personId, alias, source}).changed() > 0;
    if (added)
        writeSearchText(m_database, personId);
}

QStringList Credits::aliases(qint64 personId)
{
    QStringList aliases;
    auto rows = m_database.execute("credits.aliases_of", {personId});
    while (rows.next())
        aliases.append(rows.text(0));
    return aliases;
}

void Credits::save(const Enrichment &enrichment)
{
    const auto personId = Catalog(m_database).current(personKind, enrichment.personId);
    addAliases(personId, enrichment.aliases, enrichment.source);
    for (const auto &profile : enrichment.profiles) {
        m_database.execute(
            "credits.add_profile",
            {personId, profile.platform, profile.handle, profile.url, enrichment.source, toMillis(m_database.now())});
    }
    m_database.execute("credits.count_profiles", {personId});
    SourceGaps(m_database).close(personId, enrichment.source);
}

void Credits::save(const SourceGap &gap)
{
    SourceGaps(m_database).open(Catalog(m_database).current(personKind, gap.revisit.personId), gap);
}

std::optional<KnownPerson> Credits::person(qint64 id)
{
    KnownPerson known{.id = Catalog(m_database).current(personKind, id)};
    {
        auto rows = m_database.execute("credits.person", {known.id});
        if (!rows.next())
            return std::nullopt;
        known.name = rows.text(0);
    }
    auto rows = m_database.execute("credits.ids_of", {known.id});
    while (rows.next())
        known.ids.push_back({rows.text(0), rows.text(1), rows.text(2)});
    return known;
}

void Credits::merge(qint64 into, qint64 from, const PersonFacts &reason)
{
    const auto before = describe(from);
    m_database.execute("credits.move_ids", {into, from});
    m_database.execute("credits.move_aliases", {into, from});
    m_database.execute("credits.delete_aliases", {from});
    m_database.execute("credits.move_profiles", {into, from});
    m_database.execute("credits.delete_profiles", {from});
    SourceGaps(m_database).move(into, from);
    for (const auto &credit : creditRows(m_database, "credits.of_person", from))
        moveCredit(credit.id, credit.other, into, credit.role);
    m_database.execute("credits.clear_roles", {from});
    m_database.execute("credits.clear_artists", {from});
    Annotations(m_database).move(into, from);
    m_database.execute("credits.delete_person", {from});
    m_database.execute("catalog.repoint_merges", {into, personKind, from});
    QStringList ids;
    for (const auto &id : reason.ids)
        ids.append(id.source + QLatin1Char(':') + id.id);
    m_database.execute("catalog.insert_merge",
                       {personKind, from, into,
                        QStringLiteral("one person's ids: %1").arg(ids.join(QStringLiteral(", "))), before,
                        toMillis(m_database.now())});
    recount(into);
}

/// What is needed to take a merge apart again.
QString Credits::describe(qint64 personId)
{
    const auto known = person(personId);
    QJsonArray ids;
    for (const auto &id : known->ids)
        ids.append(QJsonObject{{QStringLiteral("source"), id.source}, {QStringLiteral("id"), id.id}});
    QJsonArray credits;
    for (const auto &credit : creditRows(m_database, "credits.of_person", personId)) {
        credits.append(
            QJsonObject{{QStringLiteral("recording_id"), credit.other}, {QStringLiteral("role"), credit.role}});
    }
    Annotations annotations(m_database);
    const QJsonObject before{{QStringLiteral("name"), known->name},
                             {QStringLiteral("ids"), ids},
                             {QStringLiteral("credits"), credits},
                             {QStringLiteral("note"), annotations.note(personId)},
                             {QStringLiteral("tags"), QJsonArray::fromStringList(annotations.tags(personId))}};
    return QString::fromUtf8(QJsonDocument(before).toJson(QJsonDocument::Compact));
}

void Credits::moveCredit(qint64 creditId, qint64 recordingId, qint64 personId, const QString &role)
{
    qint64 existing = 0;
    if (auto rows = m_database.execute("credits.find_credit", {recordingId, personId, role}); rows.next())
        existing = rows.integer(0);
    if (existing == 0) {
        m_database.execute("credits.move_credit", {recordingId, personId, creditId});
        return;
    }
    m_database.execute("credits.keep_earlier", {existing, creditId});
    m_database.execute("credits.move_evidence", {existing, creditId});
    m_database.execute("credits.delete_evidence", {creditId});
    m_database.execute("credits.delete_credit", {creditId});
    updateConfidence(existing);
}

void Credits::moveCreditsOfRecording(qint64 into, qint64 from)
{
    const auto credits = creditRows(m_database, "credits.of_recording", from);
    for (const auto &credit : credits)
        moveCredit(credit.id, into, credit.other, credit.role);
    for (const auto &credit : credits)
        recount(credit.other);
}

std::vector<qint64> Credits::peopleOf(qint64 recordingId)
{
    std::vector<qint64> people;
    for (const auto &credit : creditRows(m_database, "credits.of_recording", recordingId))
        people.push_back(credit.other);
    std::ranges::sort(people);
    const auto doubles = std::ranges::unique(people);
    people.erase(doubles.begin(), doubles.end());
    return people;
}

void Credits::withdraw(qint64 recordingId)
{
    m_database.execute("credits.withdraw_evidence", {recordingId});
}

void Credits::settle(qint64 recordingId, const std::vector<qint64> &before)
{
    int takenBack = 0;
    for (const auto &credit : creditRows(m_database, "credits.of_recording", recordingId)) {
        const bool isBelieved = m_database.execute("credits.evidence_of_credit", {credit.id}).next();
        if (isBelieved) {
            updateConfidence(credit.id);
            continue;
        }
        m_database.execute("credits.delete_credit", {credit.id});
        ++takenBack;
    }
    if (takenBack > 0)
        qCInfo(lcStore) << takenBack << "credits of recording" << recordingId << "taken back: no longer found";
    for (const auto personId : before)
        recount(Catalog(m_database).current(personKind, personId));
}

void Credits::recountPeopleOf(qint64 recordingId)
{
    for (const auto personId : peopleOf(recordingId))
        recount(personId);
}

void Credits::recount(qint64 personId)
{
    m_database.execute("credits.clear_roles", {personId});
    m_database.execute("credits.clear_artists", {personId});
    m_database.execute("credits.recount_roles", {personId});
    m_database.execute("credits.recount_artists", {personId});
    m_database.execute("credits.recount_person", {personId});
    bool producer = false;
    double confidence = 0;
    {
        auto rows = m_database.execute("credits.confidences_of", {personId});
        while (rows.next()) {
            const auto role = roleFromName(rows.text(0));
            if (!role || !makesProducer(*role))
                continue;
            producer = true;
            confidence = std::max(confidence, rows.real(1));
        }
    }
    m_database.execute("credits.set_standing", {producer ? 1 : 0, confidence, personId});
}

} // namespace linernotes
