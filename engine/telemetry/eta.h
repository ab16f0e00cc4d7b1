// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "messages/stageid.h"

#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace linernotes
{

/// What work waits for most, as the parts of a sentence: "until 19:53, for Spotify's daily quota".
struct EtaBound {
    enum class Kind {
        Nothing, ///< there is no work left
        Rate, ///< the pace at which the service is, or may be, called
        Quota, ///< the service refused, or its calls of a day are used up, or will be
        Circuit, ///< the service is out of order
        Held, ///< a person lets no call to the service
        Credentials,
        Database, ///< it can't be written to: nothing goes on before it can
        Paused, ///< no engine works on it, or a person holds a stage that it needs
        Unknown, ///< too little was seen to say
    };
    Kind kind = Kind::Nothing;
    QString service; ///< empty where it is no service's
    std::optional<Instant> until; ///< Quota: the next free call; Circuit: the next try; Paused: of a stage, if known
    std::optional<StageId> stage = {}; ///< Paused: the one that a person holds; nullopt: all work stands still
    bool operator==(const EtaBound &) const = default;
};

/// How long the work that is left will take: an estimate that says so where there is nothing to go by.
struct Eta {
    std::optional<Milliseconds> left; ///< rounded to what such an estimate is worth; nullopt: nobody can know
    EtaBound bound;
    bool operator==(const Eta &) const = default;
};

/// "nothing", "rate", "quota", "circuit", "held", "credentials", "database", "paused", "unknown".
QString etaBoundName(EtaBound::Kind kind);

/// What is known of a stage and of the work before it.
struct EtaStage {
    qint64 remaining = 0; ///< messages of its queue
    /// Messages that the next stage got for each of this one; nullopt: not seen often enough.
    std::optional<double> fanOut = {};
    std::optional<double> callsPerMessage = {};
    double perSecond = 0; ///< messages that ended, lately
    std::size_t service = 0; ///< index into EtaSituation::services
    std::optional<std::size_t> optionalService = {}; ///< that it calls too, where it can
    double optionalCalls = 0; ///< for each message
    bool isPaused = false; ///< by a person, until then
    std::optional<Instant> pausedUntil = {};
    QStringList groups = {}; ///< endpoint groups that its calls are counted to
};

struct EtaService {
    struct Group {
        QString name;
        int limit = 0; ///< calls in 24 h; groups without a limit are left out
        int left = 0;
        Instant nextFree{};
    };
    QString name;
    double callsPerSecond = 0; ///< lately; 0: none went out
    double mostPerSecond = 0; ///< by its short window; 0: no limit
    std::vector<Group> groups;
    bool needsCredentials = false;
    std::optional<Instant> blockedUntil = {}; ///< it refused
    std::optional<Instant> circuitUntil = {}; ///< it is open, and tried again then
    bool isHeldOpen = false; ///< by a person
    bool isOptional = false; ///< while it is closed the work goes on without it
};

struct EtaSituation {
    Instant now;
    bool isWorking = false; ///< an engine, of whichever process, works on it
    bool isDatabaseBroken = false;
    std::array<EtaStage, allStages.size()> stages;
    std::vector<EtaService> services;
};

/// The services work side by side, so the slowest of them decides. The messages that the stages' messages will send are
/// counted in by what such messages sent so far. Pure.
[[nodiscard]] Eta estimate(const EtaSituation &situation);

} // namespace linernotes
