// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine.h"

#include "core/whendone.h"
#include "engineparts.h"
#include "store/metrics.h"
#include "store/operations.h"
#include "telemetry/pipelinereader.h"

#include <algorithm>

namespace linernotes
{
namespace
{

/// Four pictures a second at most.
constexpr Milliseconds snapshotInterval{250};
/// Over which a stage's rate is taken.
constexpr Milliseconds rateSpan = std::chrono::seconds(10);
/// The rows of the last minutes change every ten seconds: reading them with every picture would be half its cost.
constexpr qint64 recentIntervalMs = 2000;
/// A database that fails now and then must not fill the log.
constexpr qint64 problemIntervalMs = 10'000;

} // namespace

/// How full the queues are, for the metrics of whoever works on them.
void Engine::Private::observe(const PipelineSnapshot &snapshot) const
{
    if (!snapshot.running)
        return;
    for (const auto &stage : snapshot.stages)
        recorder->instruments()->stage(stage.stage).observe(stage.metrics);
}

void Engine::Private::noteProblem(const std::optional<Error> &problem)
{
    if (problem.has_value() == isProblemTold)
        return;
    if (sinceProblem.isValid() && sinceProblem.elapsed() < problemIntervalMs)
        return;
    sinceProblem.start();
    isProblemTold = problem.has_value();
    log().note({.level = problem ? EventLevel::Error : EventLevel::Info,
                .kind = problem ? EventKind::DatabaseProblem : EventKind::DatabaseRecovered,
                .category = problem ? std::optional(problem->category) : std::nullopt,
                .text = problem ? problem->message : QString()});
}

void Engine::Private::noteIgnoredSettings() const
{
    for (const auto &problem : book->problems()) {
        log().note({.level = EventLevel::Warning,
                    .kind = EventKind::SettingIgnored,
                    .category = problem.category,
                    .text = problem.message});
    }
}

/// The old one, if there is one, has stopped.
void Engine::Private::makePipeline()
{
    tester.reset();
    pipeline.reset();
    pipeline = std::make_unique<Pipeline>(*store, settings, credentials, recorder->instruments());
    tester = std::make_unique<CredentialsTester>(settings, store->clock(), &pipeline->quotaBook());
}

void Engine::Private::keepSecrets() const
{
    log().setSecrets({credentials.spotifyClientSecret, credentials.geniusAccessToken});
}

void Engine::Private::complete(PipelineSnapshot &snapshot, const KeptQuotas &quotas)
{
    pipeline->describe(snapshot, quotas);
    addRates(snapshot);
    if (snapshot.running)
        knownUntil = snapshot.at;
    addOutlook(snapshot, recent, pipeline->endpointGroups(), knownUntil);
    observe(snapshot);
}

void Engine::Private::addRates(PipelineSnapshot &snapshot)
{
    Archived archived{};
    for (std::size_t i = 0; i < archived.size(); ++i)
        archived.at(i) = snapshot.stages.at(i).metrics.archived;
    history.emplace_back(snapshot.at, archived);
    while (history.size() > 2 && snapshot.at - history.front().first > rateSpan)
        history.pop_front();
    const auto span = snapshot.at - history.front().first;
    if (span <= Milliseconds(0))
        return;
    constexpr double msPerSecond = 1000;
    for (std::size_t i = 0; i < archived.size(); ++i) {
        const auto done = static_cast<double>(archived.at(i) - history.front().second.at(i));
        snapshot.stages.at(i).perSecond = done * msPerSecond / static_cast<double>(span.count());
    }
}

Result<std::unique_ptr<Engine>> Engine::open(const Options &options)
{
    auto store = Store::open(options.databasePath, *options.clock);
    if (!store)
        return failure(store.error());
    auto parts = std::make_unique<Private>();
    parts->store = std::move(*store);
    parts->deadLetters.emplace(*parts->store);
    parts->runs.emplace(*parts->store);
    parts->stages.emplace(*parts->store);
    parts->producers.emplace(*parts->store);
    parts->credentials = options.credentials;
    if (options.isWatched)
        parts->knownUntil = options.clock->now();
    parts->book.emplace(*parts->store, options.settings, options.overrides);
    if (auto opened = parts->book->open(); !opened)
        return failure(opened.error());
    parts->settings = parts->book->wanted();
    parts->recorder = std::make_unique<Recorder>(
        *parts->store, std::make_shared<Instruments>(*options.clock, parts->settings.logLevel),
        EventFiles(EventFiles::pathFor(options.databasePath, parts->settings.logFolder)), parts->settings.eventsKept);
    parts->keepSecrets();
    parts->makePipeline();
    const auto remembered = parts->pipeline->remembered().result();
    if (!remembered)
        return failure(remembered.error());
    parts->pipeline->restore(*remembered);
    parts->services.emplace(*parts->store, parts->pipeline->services());
    parts->runs->settleUnsettled();
    return std::unique_ptr<Engine>(new Engine(std::move(parts)));
}

Engine::Engine(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{
    QObject::connect(&d->timer, &QTimer::timeout, this, [this] { takeSnapshot(); });
    d->timer.start(snapshotInterval);
    QObject::connect(&*d->book, &SettingsBook::changed, this, &Engine::settingsWritten);
    QObject::connect(d->pipeline.get(), &Pipeline::stopped, this, &Engine::hasStopped);
}

Engine::~Engine()
{
    stop();
}

void Engine::start()
{
    d->wasIdle = false;
    const bool isChanged = !isRunning() && hasPending(); // while it ran
    d->isToStart = d->pipeline->isStopping() || d->isTakingUp || isChanged;
    if (!d->isToStart)
        begin();
    else if (isChanged && !d->isTakingUp)
        takeUpSettings();
}

void Engine::begin()
{
    if (!isRunning()) {
        d->log().note({.kind = EventKind::EngineStarted, .text = QStringLiteral(LINERNOTES_VERSION)});
        d->noteIgnoredSettings();
    }
    d->pipeline->start();
    takeSnapshot();
}

void Engine::pause()
{
    d->isToStart = false;
    d->pipeline->beginStop();
    takeSnapshot();
}

void Engine::stop()
{
    d->isToStart = false;
    const bool wasRunning = isRunning();
    d->pipeline->stop();
    if (wasRunning)
        hasStopped();
}

void Engine::hasStopped()
{
    d->log().note({.kind = EventKind::EngineStopped});
    d->knownUntil = d->store->clock().now(); // the last picture was a moment before
    d->recorder->flush();
    if (d->isToTakeUp)
        takeUpSettings();
    else if (d->isToStart)
        start();
    takeSnapshot();
}

bool Engine::isRunning() const
{
    return d->pipeline->isRunning();
}

QFuture<Result<SeedReceipt>> Engine::seed(const QString &runName, const std::vector<ArtistDiscoveryMessage> &artists)
{
    const MessageQueue::SendOptions options{.delay = Milliseconds(0), .refreshWindow = d->settings.refreshWindow};
    d->wasIdle = false;
    auto groups = d->settings.albumGroups;
    groups.sort(); // in whatever order they are named, they are the same work
    const ReleaseScope scope{.groups = groups.join(QLatin1Char(',')), .market = d->settings.market};
    return d->store->transact([runName, artists, options, scope](Database &database) -> Result<SeedReceipt> {
        Operations operations(database);
        MessageQueue queue(database);
        SeedReceipt receipt{.runId = operations.startRun(runName)};
        for (auto artist : artists) {
            artist.scope = scope;
            if (queue.send(receipt.runId, artist, MessageQueue::Once::ByLedger, options))
                ++receipt.queued;
            else
                ++receipt.known;
        }
        if (receipt.queued == 0) { // a run in which there is nothing to see
            operations.dropRun(std::exchange(receipt.runId, 0));
            return receipt;
        }
        database.noteEvent(
            {.kind = EventKind::RunStarted,
             .runId = receipt.runId,
             .text = QStringLiteral("“%1”: %2 queued, %3 known already")
                         .arg(runName, QString::number(receipt.queued), QString::number(receipt.known))});
        operations.finishIfDone(receipt.runId);
        return receipt;
    });
}

void Engine::setCredentials(const Credentials &credentials)
{
    d->credentials = credentials;
    d->keepSecrets();
    d->pipeline->setCredentials(credentials);
}

void Engine::tryCredentialsAgain()
{
    d->pipeline->tryCredentialsAgain();
}

const Credentials &Engine::credentials() const
{
    return d->credentials;
}

QFuture<CredentialsVerdict> Engine::testCredentials(const QString &service, const Credentials &candidates)
{
    const auto &used = d->credentials;
    const bool isGenius = service == QLatin1String("genius");
    const bool areInUse = isGenius ? candidates.geniusAccessToken == used.geniusAccessToken
                                   : candidates.spotifyClientId == used.spotifyClientId;
    const auto verdict = d->tester->test(service, candidates, areInUse);
    whenDone(verdict, this, [this, service, isGenius, candidates](const CredentialsVerdict &told) {
        const auto &now = d->credentials;
        const bool areUsed = isGenius ? candidates.geniusAccessToken == now.geniusAccessToken
                                      : candidates.spotifyClientId == now.spotifyClientId
                && candidates.spotifyClientSecret == now.spotifyClientSecret;
        if (told.isWorking() && areUsed)
            d->pipeline->heardThatTheyWork(service);
    });
    return verdict;
}

const Settings &Engine::settings() const
{
    return d->settings;
}

std::vector<SettingState> Engine::settingStates() const
{
    return d->book->states(d->settings);
}

SettingsBook &Engine::settingsBook()
{
    return *d->book;
}

bool Engine::hasPending() const
{
    const auto states = settingStates();
    return std::ranges::any_of(states, [](const SettingState &state) {
        return state.isPending && state.key.effect == SettingEffect::WorkStart;
    });
}

/// The stages stand still. Of the file of events its writer alone knows; it is opened once.
void Engine::takeUpSettings()
{
    d->isToTakeUp = false;
    d->isTakingUp = true;
    const auto folder = d->settings.logFolder;
    d->settings = d->book->wanted();
    d->settings.logFolder = folder;
    d->makePipeline();
    QObject::connect(d->pipeline.get(), &Pipeline::stopped, this, &Engine::hasStopped);
    // Where others are taken up meanwhile, these are none any more.
    whenDone(d->pipeline->remembered(), d->pipeline.get(), [this](const Result<Pipeline::Remembered> &remembered) {
        if (remembered)
            d->pipeline->restore(*remembered);
        settingsTaken(remembered ? Result<void>() : failure(remembered.error()));
    });
}

void Engine::settingsTaken(const Result<void> &taken)
{
    d->isTakingUp = false;
    if (!taken)
        d->noteProblem(taken.error());
    if (std::exchange(d->isToStart, false))
        begin();
    Q_EMIT settingsChanged();
    for (const auto &applier : std::exchange(d->appliers, {})) {
        applier->addResult(taken);
        applier->finish();
    }
}

QFuture<Result<void>> Engine::applySettings()
{
    auto applier = std::make_shared<QPromise<Result<void>>>();
    applier->start();
    d->appliers.push_back(applier);
    if (!isRunning()) {
        takeUpSettings();
    } else {
        d->isToTakeUp = true;
        if (!d->pipeline->isStopping()) {
            d->isToStart = true;
            d->pipeline->beginStop();
        }
    }
    return applier->future();
}

void Engine::settingsWritten()
{
    d->settings.logLevel = d->book->wanted().logLevel;
    d->log().setLeast(d->settings.logLevel);
    d->settings.eventsKept = d->book->wanted().eventsKept;
    d->recorder->setEventsKept(d->settings.eventsKept);
    auto wanted = d->book->wanted();
    wanted.logFolder = d->settings.logFolder; // which holds from the next start
    if (!isRunning() && wanted != d->settings)
        takeUpSettings();
    Q_EMIT settingsChanged();
}

QString Engine::databasePath() const
{
    return d->store->path();
}

ProducerActions &Engine::producers()
{
    return *d->producers;
}

DeadLetterActions &Engine::deadLetters()
{
    return *d->deadLetters;
}

RunActions &Engine::runs()
{
    return *d->runs;
}

StageActions &Engine::stages()
{
    return *d->stages;
}

ServiceActions &Engine::services()
{
    return *d->services;
}

QFuture<Result<PipelineSnapshotPtr>> Engine::snapshot()
{
    auto promise = std::make_shared<QPromise<Result<PipelineSnapshotPtr>>>();
    promise->start();
    struct Reading {
        PipelineSnapshot snapshot;
        QMap<QString, CircuitWish> wishes;
        KeptQuotas quotas;
        QMap<QString, Instant> clearings;
        std::optional<RecentMetrics> recent; ///< nullopt: the last are fresh enough
    };
    const bool isRecentOld = !d->sinceRecent.isValid() || d->sinceRecent.elapsed() >= recentIntervalMs;
    if (isRecentOld)
        d->sinceRecent.start();
    const auto future =
        d->store->view([isRecentOld, terms = d->pipeline->quotaTerms()](Database &database) -> Result<Reading> {
            Reading reading{.snapshot = readPipeline(database),
                            .wishes = Circuits(database).wishes(),
                            .quotas = {},
                            .clearings = Responses(database).clearings(),
                            .recent = {}};
            if (isRecentOld)
                reading.recent = Metrics(database).recent();
            for (auto service = terms.cbegin(); service != terms.cend(); ++service)
                reading.quotas[service.key()] = Quotas(database).standing(service.key(), service.value());
            return reading;
        });
    whenDone(future, this, [this, promise](Result<Reading> reading) {
        if (reading) {
            d->pipeline->follow(reading->wishes);
            d->pipeline->follow(reading->clearings);
            if (reading->recent)
                d->recent = std::move(*reading->recent);
            d->complete(reading->snapshot, reading->quotas);
            promise->addResult(std::make_shared<const PipelineSnapshot>(std::move(reading->snapshot)));
        } else {
            promise->addResult(failure(reading.error()));
        }
        promise->finish();
    });
    return promise->future();
}

void Engine::takeSnapshot()
{
    if (std::exchange(d->isReading, true))
        return; // the reader is behind: the next tick asks again
    whenDone(snapshot(), this, [this](const Result<PipelineSnapshotPtr> &snapshot) {
        d->isReading = false;
        publish(snapshot);
    });
}

void Engine::publish(const Result<PipelineSnapshotPtr> &snapshot)
{
    auto picture = snapshot ? **snapshot : d->last;
    if (!snapshot)
        picture.problem = snapshot.error();
    d->noteProblem(picture.problem);
    auto compared = picture;
    compared.at = d->last.at;
    if (!(compared == d->last)) {
        d->last = picture;
        Q_EMIT snapshotChanged(std::make_shared<const PipelineSnapshot>(picture));
    }
    const bool isIdle = picture.unfinishedRuns == 0;
    if (isIdle && !std::exchange(d->wasIdle, true))
        Q_EMIT idle();
    else if (!isIdle)
        d->wasIdle = false;
}

} // namespace linernotes
