// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/operations.h"

#include "store/catalog.h"
#include "store/credits.h"

#include <algorithm>

namespace linernotes
{
namespace
{

/// Applies the effects of one message within its transaction.
class Application
{
public:
    Application(Database &database, qint64 runId, Milliseconds refreshWindow)
        : m_catalog(database)
        , m_credits(database)
        , m_queue(database)
        , m_runId(runId)
        , m_options{.delay = Milliseconds(0), .refreshWindow = refreshWindow}
    {
        auto rows = database.execute("runs.terms", {runId});
        if (!rows.next())
            return;
        m_isCancelled = rows.integer(0) != 0;
        if (rows.integer(1) != 0) // what was sent before it began counts as old
            m_options.refreshWindow = std::clamp(database.now() - rows.instant(2), Milliseconds(0), refreshWindow);
    }

    void apply(const Effects &effects)
    {
        if (effects.seededArtist)
            m_catalog.saveSeeded(m_runId, *effects.seededArtist);
        for (const auto &album : effects.albums)
            m_catalog.saveAlbum(album);
        if (effects.tracks)
            apply(*effects.tracks);
        if (effects.identification)
            apply(*effects.identification);
        for (const auto &enrichment : effects.enrichments)
            m_credits.save(enrichment);
        for (auto gap : effects.gaps) {
            if (m_isCancelled)
                gap.revisitAt.reset();
            m_credits.save(gap);
        }
        for (const auto &message : effects.messages)
            send(message, MessageQueue::Once::ByLedger);
    }

private:
    void apply(const DiscoveredTracks &discovered)
    {
        const auto albumId = m_catalog.saveAlbum(discovered.album);
        for (const auto &track : discovered.tracks) {
            const auto placed = m_catalog.place(albumId, track);
            const bool again = placed.isNew || placed.worthAnotherLook;
            send(ProducerIdentificationMessage{placed.recordingId},
                 again ? MessageQueue::Once::Renewed : MessageQueue::Once::ByLedger);
        }
    }

    void apply(const Identification &identification)
    {
        const auto recordingId = m_catalog.current(QStringLiteral("recording"), identification.recordingId);
        const auto before = m_catalog.matchScore(recordingId);
        // A song that was found and is not any more was there: what was seen of it stands, with its date. But not
        // below the threshold of today.
        const bool stands = before && !identification.matched && *before >= identification.threshold;
        std::vector<qint64> credited;
        if (before && !stands) {
            credited = m_credits.peopleOf(recordingId);
            m_credits.withdraw(recordingId);
        }
        if (!stands)
            m_catalog.setIdentified(recordingId, identification);
        save(recordingId, identification);
        if (before && !stands)
            m_credits.settle(recordingId, credited);
    }

    void save(qint64 recordingId, const Identification &identification)
    {
        for (const auto &person : identification.people) {
            const auto saved = m_credits.save(recordingId, person);
            if (saved.hasGeniusId) {
                send(SocialEnrichmentMessage{saved.personId},
                     saved.hasNewGeniusId ? MessageQueue::Once::Renewed : MessageQueue::Once::ByLedger);
            }
        }
    }

    void send(const AnyMessage &message, MessageQueue::Once once)
    {
        if (!m_isCancelled)
            m_queue.send(m_runId, message, once, m_options);
    }

    Catalog m_catalog;
    Credits m_credits;
    MessageQueue m_queue;
    qint64 m_runId;
    MessageQueue::SendOptions m_options;
    bool m_isCancelled = false; ///< its run: what was in flight ends, and nothing comes after it
};

} // namespace

qint64 Operations::startRun(const QString &name)
{
    return m_database.execute("runs.insert", {name, toMillis(m_database.now())}).insertedId();
}

void Operations::dropRun(qint64 runId)
{
    m_database.execute("runs.drop_empty", {runId});
}

bool Operations::finishIfDone(qint64 runId)
{
    auto rows = m_database.execute("runs.finish", {toMillis(m_database.now()), runId});
    const bool isDone = rows.next();
    // Nobody waits for the end of a revisit, which begins again; that a run was cancelled is told by who did it, and of
    // its letters that were sent again it is told where they were.
    const bool isNews = isDone && rows.integer(0) == 0 && rows.integer(1) == 0;
    if (isNews)
        m_database.noteEvent({.kind = EventKind::RunFinished, .runId = runId});
    return isDone;
}

void Operations::endAsBefore(qint64 runId)
{
    if (!m_database.execute("runs.end_as_before", {runId}).next())
        finishIfDone(runId);
}

qint64 Operations::unfinishedRuns()
{
    auto rows = m_database.execute("runs.unfinished");
    return rows.next() ? rows.integer(0) : 0;
}

QMap<QString, QString> Operations::settings()
{
    QMap<QString, QString> settings;
    auto rows = m_database.execute("settings.all");
    while (rows.next())
        settings.insert(rows.text(0), rows.text(1));
    return settings;
}

void Operations::setSetting(const QString &key, const QString &value)
{
    m_database.execute("settings.set", {key, value});
}

void Operations::removeSetting(const QString &key)
{
    m_database.execute("settings.remove", {key});
}

QMap<QString, qint64> Operations::abilities(const QString &client)
{
    constexpr auto believed = std::chrono::days(30);
    QMap<QString, qint64> abilities;
    auto rows = m_database.execute("services.abilities", {client, toMillis(m_database.now() - believed)});
    while (rows.next())
        abilities.insert(rows.text(0) + QLatin1Char('.') + rows.text(1), rows.integer(2));
    return abilities;
}

void Operations::learn(const QString &service, const QString &client, const QString &ability, qint64 value)
{
    m_database.execute("services.learn", {service, client, ability, value, toMillis(m_database.now())});
}

CommitOutcome commitEffects(Database &database, const Lease &lease, const Effects &effects, Milliseconds refreshWindow)
{
    // What it found is no younger than it is in the archive: so is told what a run found from what later ones did.
    const auto apply = [&] { Application(database, lease.runId, refreshWindow).apply(effects); };
    if (!MessageQueue(database).archive(lease, apply))
        return CommitOutcome::LeaseLost;
    Operations(database).finishIfDone(lease.runId);
    return CommitOutcome::Committed;
}

} // namespace linernotes
