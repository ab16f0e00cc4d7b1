// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "genius/geniusclient.h"
#include "http/responsecache.h"
#include "http/service.h"
#include "settings.h"
#include "spotify/albumloader.h"
#include "spotify/session.h"
#include "store/circuits.h"
#include "store/quotas.h"
#include "store/responses.h"
#include "store/store.h"
#include "telemetry/instruments.h"
#include "telemetry/outlook.h"
#include "telemetry/snapshot.h"
#include "workers/stage.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <array>
#include <memory>

namespace linernotes
{

/// By service: the quotas as the database has them.
using KeptQuotas = QMap<QString, QuotaGrant>;

/// The five stages on their threads and the services that they share. Lives in the engine's thread.
class Pipeline : public QObject
{
    Q_OBJECT

public:
    /// `store` must outlive the pipeline.
    Pipeline(Store &store, const Settings &settings, const Credentials &credentials, InstrumentsPtr instruments);
    ~Pipeline() override;
    Q_DISABLE_COPY_MOVE(Pipeline)

    /// What all processes know of the services.
    struct Remembered {
        std::vector<ServiceBlock> blocks;
        QString client; ///< whom Spotify's abilities are of
        QMap<QString, qint64> abilities;
        QMap<QString, CircuitRecord> circuits;
        QMap<QString, CircuitWish> wishes;
        QMap<QString, Instant> clearings;
    };
    QFuture<Result<Remembered>> remembered();
    /// Before the first start.
    void restore(const Remembered &remembered);

    void start();
    /// Asks all stages to stop, and returns; stopped() tells that they have.
    void beginStop();
    /// Asks all stages to stop and joins their threads.
    void stop();
    [[nodiscard]] bool isRunning() const { return !m_stages.empty(); }
    [[nodiscard]] bool isStopping() const { return m_isStopping; }

    /// Those of a service that are others than before are used at once.
    void setCredentials(const Credentials &credentials);
    /// What the service had against those that it has is forgotten, the next call tells. Empty: all services.
    void tryCredentialsAgain(const QString &service = {});
    /// By a call beside the stages'.
    void heardThatTheyWork(const QString &service);

    /// What a person decided about the circuits, here or in another process.
    void follow(const QMap<QString, CircuitWish> &wishes);

    /// Adds to what the database knows what only the running parts know.
    /// What persons, perhaps in another process, wanted forgotten of the services' answers.
    void follow(const QMap<QString, Instant> &clearings) { m_cache.setClearings(clearings); }
    void describe(PipelineSnapshot &snapshot, const KeptQuotas &quotas) const;
    [[nodiscard]] QMap<QString, QuotaTerms> quotaTerms() const;
    /// In which the calls of all processes on the database are counted.
    [[nodiscard]] QuotaBook &quotaBook() { return m_book; }
    [[nodiscard]] int busySlots() const;
    /// What each stage calls.
    [[nodiscard]] StageGroups endpointGroups() const;
    [[nodiscard]] QStringList services() const;

Q_SIGNALS:
    /// Not after stop(), which waits for it.
    void stopped();

private:
    struct RunningStage {
        std::unique_ptr<QThread> thread;
        std::unique_ptr<Stage> stage;
    };
    void startStage(StageId id);
    void askToStop();
    void stageEnded();
    void finishStop();
    Stage::MakeWorker workerFor(StageId id);
    [[nodiscard]] Service &serviceOf(StageId id);
    [[nodiscard]] const Service &serviceOf(StageId id) const;
    [[nodiscard]] Service *serviceNamed(const QString &name) const;
    void checkSpotify();
    void checkGenius();
    void takeSpotify();
    void takeGenius();
    void forgetRefusal(Service &service);
    void ring(const QSet<QString> &queues);
    void ringAll();
    [[nodiscard]] QString pacerOf(const StageSnapshot &shown) const;
    void describe(StageSnapshot &shown, const Service &service, const Stage *stage) const;
    [[nodiscard]] QStringList endpointGroups(StageId id) const;

    Store &m_store;
    const InstrumentsPtr m_instruments;
    const std::shared_ptr<StorageBreaker> m_storage;
    const Settings m_settings;
    Credentials m_credentials;
    StoredQuotaBook m_book;
    QTimer m_tidy;
    QThread m_turning; ///< in which the services' lines are turned
    StoredResponseShelf m_shelf;
    ResponseCache m_cache;
    Service m_spotify;
    Service m_genius;
    Service m_musicbrainz; ///< optional: no stage waits for it
    const std::array<Service *, 3> m_services{&m_spotify, &m_genius, &m_musicbrainz};
    spotify::Session m_spotifySession;
    genius::Session m_geniusSession;
    std::unique_ptr<spotify::AlbumLoader> m_albumLoader; ///< used in the track stage's thread only
    std::vector<RunningStage> m_stages;
    std::size_t m_ended = 0; ///< of them
    bool m_isStopping = false;
    QMap<QString, CircuitWish> m_wishes;
};

} // namespace linernotes
