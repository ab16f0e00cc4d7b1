// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline.h"

#include "core/threadpriority.h"
#include "core/whendone.h"
#include "store/messagequeue.h"
#include "store/operations.h"
#include "workers/albumdiscovery.h"
#include "workers/artistdiscovery.h"
#include "workers/produceridentification.h"
#include "workers/socialenrichment.h"
#include "workers/trackdiscovery.h"

#include <algorithm>

namespace linernotes
{
namespace
{

const auto spotifyName = QStringLiteral("spotify");
const auto geniusName = QStringLiteral("genius");
const auto musicbrainzName = QString(musicbrainzSource);

/// So that an open circuit stays open over a restart.
Service::CircuitChanged keepCircuit(Store &store)
{
    return [&store](const QString &service, const CircuitRecord &record) {
        store.transact([=](Database &database) -> Result<bool> {
            Circuits(database).keep(service, record);
            return true;
        });
    };
}

spotify::Session::Learned keepAbility(Store &store)
{
    return [&store](const QString &client, const QString &ability, qint64 value) {
        store.transact([=](Database &database) -> Result<bool> {
            Operations(database).learn(spotifyName, client, ability, value);
            return true;
        });
    };
}

/// A client whose worker makes its calls with it, as one thing that a slot owns.
template <typename Client, typename WorkerType>
class WorkerWithClient final : public Worker
{
public:
    template <typename Session, typename... Arguments>
    WorkerWithClient(HttpClient &http, Session &session, Arguments &&...arguments)
        : m_client(http, session)
        , m_worker(m_client, std::forward<Arguments>(arguments)...)
    {
    }
    QCoro::Task<Result<Effects>> process(AnyMessage message) override { return m_worker.process(std::move(message)); }

private:
    Client m_client;
    WorkerType m_worker;
};

/// With the road to MusicBrainz beside the slot's own, where that is asked.
class EnrichmentWithClients final : public Worker
{
public:
    EnrichmentWithClients(HttpClient &http, genius::Session &session, Service *musicbrainz, Store &store)
        : m_genius(http, session)
    {
        if (musicbrainz)
            m_musicbrainz.emplace(http.beside(*musicbrainz));
        m_worker.emplace(m_genius, m_musicbrainz ? &*m_musicbrainz : nullptr, store);
    }
    QCoro::Task<Result<Effects>> process(AnyMessage message) override { return m_worker->process(std::move(message)); }

private:
    genius::Client m_genius;
    std::optional<musicbrainz::Client> m_musicbrainz;
    std::optional<SocialEnrichment> m_worker;
};

constexpr Milliseconds tidyInterval = std::chrono::hours(1);

/// The first is that of a message's first call.
QStringList endpointGroupsOf(StageId id)
{
    switch (id) {
    case StageId::ArtistDiscovery:
        return {QStringLiteral("search"), QStringLiteral("artists")};
    case StageId::AlbumDiscovery:
    case StageId::SocialEnrichment:
        return {QStringLiteral("artists")};
    case StageId::TrackDiscovery:
        return {QStringLiteral("albums")};
    case StageId::ProducerIdentification:
        return {QStringLiteral("search"), QStringLiteral("songs")};
    }
    Q_UNREACHABLE();
}

/// The albums whose first page waits to be asked for.
spotify::AlbumLoader::LookAhead waitingAlbums(Store &store)
{
    return [&store](int most) {
        return store.query([most](Database &database) -> Result<QStringList> {
            QStringList ids;
            for (const auto &text : MessageQueue(database).peek(queueName(StageId::TrackDiscovery), most)) {
                const auto message = parseMessage(StageId::TrackDiscovery, text);
                if (!message)
                    continue; // its slot will say so
                const auto &wanted = std::get<TrackDiscoveryMessage>(*message);
                if (wanted.offset == 0)
                    ids.append(wanted.albumId);
            }
            return ids;
        });
    };
}

bool usesGenius(StageId id)
{
    return id == StageId::ProducerIdentification || id == StageId::SocialEnrichment;
}

} // namespace

Pipeline::Pipeline(Store &store, const Settings &settings, const Credentials &credentials, InstrumentsPtr instruments)
    : m_store(store)
    , m_instruments(std::move(instruments))
    , m_storage(std::make_shared<StorageBreaker>())
    , m_settings(settings)
    , m_credentials(credentials)
    , m_book(store)
    , m_shelf(store)
    , m_cache(store.clock(), &m_shelf)
    , m_spotify(spotifyName, settings.spotify, store.clock(), m_book, keepCircuit(store))
    , m_genius(geniusName, settings.genius, store.clock(), m_book, keepCircuit(store))
    , m_musicbrainz(musicbrainzName, settings.musicbrainz, store.clock(), m_book, keepCircuit(store))
    , m_spotifySession(settings, credentials, store.clock(), keepAbility(store))
    , m_geniusSession(settings.genius.apiUrl, credentials.geniusAccessToken)
{
    m_turning.setObjectName(QStringLiteral("services"));
    for (auto *service : m_services)
        service->moveToThread(m_turning);
    m_turning.start();
    // Answers that may be kept no longer go, also where nothing is asked for hours.
    QObject::connect(&m_tidy, &QTimer::timeout, this, [this] {
        m_store.transact([](Database &database) -> Result<bool> {
            Responses(database).tidy();
            return true;
        });
    });
    m_tidy.start(tidyInterval);
    checkSpotify();
    checkGenius();
    // From here on: who only looks at the database need not hear that the credentials are missing.
    for (auto *service : m_services)
        service->reportTo(m_instruments);
    // Emitted on the writer's thread, heard here.
    QObject::connect(&store, &Store::messagesSent, this, &Pipeline::ring, Qt::QueuedConnection);
}

Pipeline::~Pipeline()
{
    stop();
    m_turning.quit();
    m_turning.wait();
}

void Pipeline::follow(const QMap<QString, CircuitWish> &wishes)
{
    if (wishes == m_wishes)
        return;
    for (auto *service : m_services) {
        const auto wish = wishes.value(service->name());
        service->overrideCircuit(wish.override);
        if (wish.probes > m_wishes.value(service->name()).probes)
            service->probeNow();
    }
    m_wishes = wishes;
    ringAll();
}

void Pipeline::ringAll()
{
    for (const auto &running : m_stages)
        QMetaObject::invokeMethod(running.stage.get(), &Stage::ringAll, Qt::QueuedConnection);
}

Service &Pipeline::serviceOf(StageId id)
{
    return usesGenius(id) ? m_genius : m_spotify;
}

const Service &Pipeline::serviceOf(StageId id) const
{
    return usesGenius(id) ? m_genius : m_spotify;
}

Service *Pipeline::serviceNamed(const QString &name) const
{
    const auto *found = std::ranges::find(m_services, name, &Service::name);
    return found == m_services.end() ? nullptr : *found;
}

QStringList Pipeline::services() const
{
    QStringList names;
    for (const auto *service : m_services)
        names.append(service->name());
    return names;
}

Stage::MakeWorker Pipeline::workerFor(StageId id)
{
    switch (id) {
    case StageId::ArtistDiscovery:
        return [this](HttpClient &http) {
            return std::make_unique<WorkerWithClient<spotify::Client, ArtistDiscovery>>(http, m_spotifySession);
        };
    case StageId::AlbumDiscovery:
        return [this](HttpClient &http) {
            return std::make_unique<WorkerWithClient<spotify::Client, AlbumDiscovery>>(http, m_spotifySession,
                                                                                       m_settings.albumGroups);
        };
    case StageId::TrackDiscovery:
        return [this](HttpClient &http) {
            return std::make_unique<WorkerWithClient<spotify::Client, TrackDiscovery>>(http, m_spotifySession,
                                                                                       *m_albumLoader);
        };
    case StageId::ProducerIdentification:
        return [this](HttpClient &http) {
            return std::make_unique<WorkerWithClient<genius::Client, ProducerIdentification>>(
                http, m_geniusSession, m_store, m_settings.matchThreshold);
        };
    case StageId::SocialEnrichment:
        return [this](HttpClient &http) {
            auto *musicbrainz = m_settings.asksMusicBrainz() ? &m_musicbrainz : nullptr;
            return std::make_unique<EnrichmentWithClients>(http, m_geniusSession, musicbrainz, m_store);
        };
    }
    Q_UNREACHABLE();
}

void Pipeline::start()
{
    if (isRunning())
        return;
    m_store.setHurried(false);
    m_albumLoader = std::make_unique<spotify::AlbumLoader>(waitingAlbums(m_store));
    for (auto *service : m_services)
        service->open();
    for (auto *service : m_services)
        service->reportCredentials();
    for (const auto id : allStages)
        startStage(id);
}

void Pipeline::startStage(StageId id)
{
    const StageSurroundings surroundings{
        m_store,       serviceOf(id), [this, id] { return endpointGroups(id); }, m_cache, m_settings.refreshWindow,
        m_instruments, m_storage};
    auto thread = std::make_unique<QThread>();
    thread->setObjectName(queueName(id));
    auto stage = std::make_unique<Stage>(id, m_settings.slotCounts.at(static_cast<std::size_t>(id)), surroundings,
                                         workerFor(id));
    stage->moveToThread(thread.get());
    // In the stage's thread: ours may be waiting for that thread to end.
    QObject::connect(stage.get(), &Stage::finished, stage.get(), [ending = thread.get()] { ending->quit(); });
    QObject::connect(thread.get(), &QThread::started, stage.get(), [] { letWindowGoFirst(); });
    QObject::connect(thread.get(), &QThread::started, stage.get(), &Stage::start);
    thread->start();
    m_stages.push_back({std::move(thread), std::move(stage)});
}

void Pipeline::askToStop()
{
    m_store.setHurried(true);
    for (const auto &running : m_stages)
        QMetaObject::invokeMethod(running.stage.get(), &Stage::stop, Qt::QueuedConnection);
}

void Pipeline::beginStop()
{
    if (!isRunning() || std::exchange(m_isStopping, true))
        return;
    m_ended = 0;
    for (const auto &running : m_stages)
        QObject::connect(running.thread.get(), &QThread::finished, this, &Pipeline::stageEnded, Qt::QueuedConnection);
    askToStop();
}

void Pipeline::stageEnded()
{
    if (!m_isStopping || ++m_ended < m_stages.size()) // stop() may have waited for them meanwhile
        return;
    finishStop();
    Q_EMIT stopped();
}

void Pipeline::stop()
{
    askToStop();
    finishStop();
}

void Pipeline::finishStop()
{
    for (const auto &running : m_stages)
        running.thread->wait();
    if (isRunning()) {
        for (auto *service : m_services)
            service->close();
    }
    m_stages.clear();
    m_isStopping = false;
    m_store.setHurried(false); // what a person does meanwhile may wait for another process's lock
}

void Pipeline::ring(const QSet<QString> &queues)
{
    for (const auto &running : m_stages) {
        if (queues.contains(queueName(running.stage->id())))
            QMetaObject::invokeMethod(running.stage.get(), &Stage::ring, Qt::QueuedConnection);
    }
}

QStringList Pipeline::endpointGroups(StageId id) const
{
    auto groups = endpointGroupsOf(id);
    if (id == StageId::TrackDiscovery && spotify::Client::hasTrackBatch(m_spotifySession))
        groups.append(QStringLiteral("tracks")); // an album's answer lacks the ISRCs
    return groups;
}

StageGroups Pipeline::endpointGroups() const
{
    StageGroups groups;
    for (const auto id : allStages)
        groups.at(static_cast<std::size_t>(id)) = endpointGroups(id);
    return groups;
}

int Pipeline::busySlots() const
{
    int busy = 0;
    for (const auto &running : m_stages)
        busy += running.stage->busySlots();
    return busy;
}

QMap<QString, QuotaTerms> Pipeline::quotaTerms() const
{
    QMap<QString, QuotaTerms> terms;
    for (const auto *service : m_services)
        terms.insert(service->name(), service->quotaTerms());
    return terms;
}

void Pipeline::describe(PipelineSnapshot &snapshot, const KeptQuotas &quotas) const
{
    snapshot.running = isRunning();
    snapshot.stopping = isStopping();
    for (const auto *service : m_services) {
        if (service != &m_musicbrainz || m_settings.asksMusicBrainz())
            snapshot.services.push_back(service->snapshot());
    }
    for (auto &service : snapshot.services) {
        // While the stages run, the limiter knows better: what it leased is not all used.
        if (service.quota.groups.empty())
            service.quota.groups = quotas.value(service.service).groups;
    }
    for (auto &shown : snapshot.stages) {
        const auto index = static_cast<std::size_t>(shown.stage);
        shown.slotCount = m_settings.slotCounts.at(index);
        shown.service = serviceOf(shown.stage).name();
        describe(shown, serviceOf(shown.stage), isRunning() ? m_stages.at(index).stage.get() : nullptr);
        if (isRunning() && !snapshot.problem)
            snapshot.problem = m_stages.at(index).stage->problem();
    }
}

/// Of two services that a message asks, the one for which more stand in line.
QString Pipeline::pacerOf(const StageSnapshot &shown) const
{
    if (shown.state != StageState::Working || shown.metrics.ready == 0)
        return {};
    const auto inLine = [](const Service &service) { return service.snapshot().quota.waiting; };
    const auto *pacer = &serviceOf(shown.stage);
    if (shown.stage == StageId::SocialEnrichment && m_settings.asksMusicBrainz()
        && inLine(m_musicbrainz) > inLine(*pacer))
        pacer = &m_musicbrainz;
    return inLine(*pacer) > 0 ? pacer->name() : QString();
}

void Pipeline::describe(StageSnapshot &shown, const Service &service, const Stage *stage) const
{
    if (!stage)
        return;
    shown.busySlots = stage->busySlots();
    if (shown.pause)
        return;
    const auto standing = service.snapshot();
    const auto closed = service.closedFor(endpointGroups(shown.stage));
    if (standing.needsCredentials)
        shown.state = StageState::NeedsCredentials;
    else if (closed)
        shown.state = StageState::Waiting;
    else
        shown.state = shown.busySlots > 0 || shown.metrics.ready > 0 ? StageState::Working : StageState::Idle;
    shown.pacedBy = pacerOf(shown);
    if (!closed)
        return;
    shown.waitingFor = closed->reason;
    if (!standing.needsCredentials && !closed->isByHand)
        shown.waitingUntil = closed->until;
}

} // namespace linernotes
