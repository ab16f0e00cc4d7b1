// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "credentials/credentialsverdict.h"
#include "deadletteractions.h"
#include "export/exportwriter.h"
#include "produceractions.h"
#include "runactions.h"
#include "serviceactions.h"
#include "settings.h"
#include "settingsbook.h"
#include "stageactions.h"
#include "store/messagequeue.h"
#include "store/messagestanding.h"
#include "telemetry/chart.h"
#include "telemetry/event.h"
#include "telemetry/snapshot.h"

#include <QFuture>
#include <QMap>
#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace linernotes
{

/// The engine as the window and the commands see it: one database, five stages, their services.
/// Lives in the thread that made it and has to be used from there; answers come as futures and never block.
class Engine : public QObject
{
    Q_OBJECT

public:
    struct Options {
        QString databasePath;
        Settings settings = Settings::defaults(); ///< as read from the environment and --set
        QMap<QString, QString> overrides; ///< keys of --set: they win over the database's settings table
        Credentials credentials;
        const Clock *clock = &Clock::system(); ///< must outlive the engine
        /// Somebody watches it for longer: that another program works is told by what is written from now on. Who looks
        /// just once goes by the last half minute, though it may be that of a program that has ended.
        bool isWatched = false;
    };

    /// Opens the database and brings it up to date. Nothing is fetched before start().
    static Result<std::unique_ptr<Engine>> open(const Options &options);
    /// Stops, if need be.
    ~Engine() override;
    Q_DISABLE_COPY_MOVE(Engine)

    /// Starts the five stages; goes on with whatever is queued. Where they are about to stop, when they have.
    void start();
    /// Slots finish or give back their message, and calls are aborted. Returns at once: the snapshots tell of the rest.
    void pause();
    /// The same, and every thread is joined. Returns within two seconds: not for a window that is seen.
    void stop();
    [[nodiscard]] bool isRunning() const; ///< also while it is about to stop

    /// Queues the artists as one run. Works while stopped too.
    QFuture<Result<SeedReceipt>> seed(const QString &runName, const std::vector<ArtistDiscoveryMessage> &artists);

    /// New credentials are used at once; stages that waited for them go on.
    void setCredentials(const Credentials &credentials);
    /// With the same ones: a person may have mended the account.
    void tryCredentialsAgain();
    [[nodiscard]] const Credentials &credentials() const;
    /// Asks the service with these, saved or not, by one real call; they and what comes of it are kept nowhere, but the
    /// call is counted where they are those in use. Goes out whatever state the circuit is in: a person asked for it.
    /// Where those in use turn out to work, the stages that waited for that go on.
    QFuture<CredentialsVerdict> testCredentials(const QString &service, const Credentials &candidates);
    /// What the work goes by now.
    [[nodiscard]] const Settings &settings() const;
    /// All settings with their origin, and whether the work goes by them yet.
    [[nodiscard]] std::vector<SettingState> settingStates() const;
    /// Where they are changed; a change is taken up when the work starts, or at once where it stands still. Lives as
    /// long as the engine.
    [[nodiscard]] SettingsBook &settingsBook();
    /// Takes up what was changed: work that goes on is stopped for it and started again.
    QFuture<Result<void>> applySettings();
    [[nodiscard]] QString databasePath() const;

    /// Lives as long as the engine.
    [[nodiscard]] ProducerActions &producers();
    /// Lives as long as the engine.
    [[nodiscard]] DeadLetterActions &deadLetters();
    /// Lives as long as the engine.
    [[nodiscard]] RunActions &runs();
    /// Lives as long as the engine.
    [[nodiscard]] StageActions &stages();
    /// Lives as long as the engine.
    [[nodiscard]] ServiceActions &services();
    QFuture<Result<ExportReceipt>> exportRows(const ExportRequest &request);
    QFuture<Result<PipelineSnapshotPtr>> snapshot();

    /// What happened over time, of all processes on the database. Written every ten seconds.
    QFuture<Result<MetricsChart>> metrics(const MetricsQuery &query);
    /// The newest first. Written about once a second.
    QFuture<Result<std::vector<Event>>> events(const EventQuery &query);
    /// For a live tail: what came after the event of this id, the oldest first.
    QFuture<Result<std::vector<Event>>> eventsAfter(qint64 id, int limit);
    /// Warnings and errors since then that say the same, the most frequent first.
    QFuture<Result<std::vector<EventGroup>>> eventGroups(EventLevel least, Instant since, int limit);

    /// Where the message stands now; nullopt: it is nowhere any more.
    QFuture<Result<std::optional<MessageStanding>>> message(qint64 id);

    /// Queues whose books do not add up; empty is good.
    QFuture<Result<std::vector<ConservationViolation>>> checkConservation();

Q_SIGNALS:
    /// What settingStates() tells is another.
    void settingsChanged();
    /// At most four times a second, and only when something changed.
    void snapshotChanged(const linernotes::PipelineSnapshotPtr &snapshot);
    /// No run has work left: everything is archived or dead.
    void idle();

private:
    class Private;
    explicit Engine(std::unique_ptr<Private> parts);
    [[nodiscard]] bool hasPending() const;
    void takeUpSettings();
    void settingsTaken(const Result<void> &taken);
    void begin();
    void hasStopped();
    void settingsWritten();
    void takeSnapshot();
    void publish(const Result<PipelineSnapshotPtr> &snapshot);
    std::unique_ptr<Private> d;
};

} // namespace linernotes
