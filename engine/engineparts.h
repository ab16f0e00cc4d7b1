// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/credentialstester.h"
#include "engine.h"
#include "pipeline.h"
#include "telemetry/outlook.h"
#include "telemetry/recorder.h"

#include <QElapsedTimer>
#include <QPromise>
#include <QTimer>

#include <array>
#include <deque>
#include <optional>

namespace linernotes
{

/// What the engine is made of. For its own sources only.
class Engine::Private
{
public:
    using Archived = std::array<qint64, allStages.size()>;

    Settings settings;
    Credentials credentials;
    std::unique_ptr<Store> store;
    std::unique_ptr<Recorder> recorder;
    std::optional<DeadLetterActions> deadLetters;
    std::optional<RunActions> runs;
    std::optional<StageActions> stages;
    std::optional<ServiceActions> services;
    std::optional<SettingsBook> book;
    std::optional<ProducerActions> producers;
    std::unique_ptr<Pipeline> pipeline;
    std::unique_ptr<CredentialsTester> tester; ///< counts in the pipeline's book
    QTimer timer;
    bool isReading = false;
    bool wasIdle = true;
    std::deque<std::pair<Instant, Archived>> history;
    PipelineSnapshot last;
    RecentMetrics recent;
    std::optional<Instant> knownUntil; ///< what was at work until then: see addOutlook()
    QElapsedTimer sinceRecent;
    QElapsedTimer sinceProblem;
    bool isProblemTold = false;
    // What is to come, and in this order:
    bool isToTakeUp = false; ///< the settings, when the stages have stopped
    bool isTakingUp = false; ///< them: what is remembered of the services is being read
    bool isToStart = false; ///< thereafter
    std::vector<std::shared_ptr<QPromise<Result<void>>>> appliers; ///< who hear when the settings are taken up

    void complete(PipelineSnapshot &snapshot, const KeptQuotas &quotas);
    void addRates(PipelineSnapshot &snapshot);
    void observe(const PipelineSnapshot &snapshot) const;
    void noteProblem(const std::optional<Error> &problem);
    void noteIgnoredSettings() const;
    [[nodiscard]] EventLog &log() const { return recorder->instruments()->log(); }
    void keepSecrets() const;
    void makePipeline();
};

} // namespace linernotes
