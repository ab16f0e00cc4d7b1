// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"
#include "telemetry/snapshot.h"

#include <QHash>
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
        Nothing, ///< is done about it here: it is mended elsewhere
    };
    Action action = Action::Start;
    QString service; ///< empty where it is about none
    std::optional<StageId> stage = {}; ///< likewise
    QString icon;
    WorkState state = WorkState::Delayed; ///< whose colour its icon has
    QString text;
    QString button; ///< empty where there is none
    bool operator==(const Attention &) const = default;
};

/// Of the dead letters: names of artists that could not be told for certain.
struct UnclearNames {
    qint64 ambiguous = 0; ///< fit several
    qint64 unknown = 0; ///< fit none
};

/// The most urgent first: what stops all work, what stops a service, what waits beside it.
/// `heldFor`: by service, what the person said who holds its circuit.
std::vector<Attention> attentionOf(const PipelineSnapshot &snapshot, const UnclearNames &names,
                                   const QHash<QString, QString> &heldFor = {});

} // namespace linernotes::ui
