// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"
#include "telemetry/snapshot.h"

#include <QString>

#include <optional>
#include <vector>

namespace linernotes::ui
{

/// One thing that waits for a person, and what its button does about it.
struct Attention {
    enum class Action {
        Start, ///< the engine
        EnterCredentials,
        ShowService,
        ChooseArtists, ///< of names that fit several
        ShowDeadLetters,
        ShowRuns,
        ResumeStage,
        ReleaseService, ///< that a person holds: the calls decide again
        CorrectNames, ///< that fit no artist
    };
    Action action = Action::Start;
    QString service; ///< empty where it is about none
    std::optional<StageId> stage = {}; ///< likewise
    QString icon;
    WorkState state = WorkState::Delayed; ///< whose colour its icon has
    QString text;
    QString button;
    bool operator==(const Attention &) const = default;
};

/// Of the dead letters: names of artists that could not be told for certain.
struct UnclearNames {
    qint64 ambiguous = 0; ///< fit several
    qint64 unknown = 0; ///< fit none
};

/// The most urgent first: what stops all work, what stops a service, what waits beside it.
std::vector<Attention> attentionOf(const PipelineSnapshot &snapshot, const UnclearNames &names);

} // namespace linernotes::ui
