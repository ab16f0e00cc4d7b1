// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboard/attention.h"

#include "common/servicelook.h"
#include "common/wording.h"
#include "core/servicerefusal.h"
#include "dashboard/attentionlist.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace linernotes::ui
{
namespace
{

qint64 pendingOf(const PipelineSnapshot &snapshot)
{
    return std::accumulate(
        snapshot.stages.begin(), snapshot.stages.end(), qint64(0),
        [&snapshot](qint64 sum, const StageSnapshot &stage) { return sum + snapshot.pendingOf(stage.stage); });
}

/// What a service waits for from a person; a quota that will be free again is no such thing.
std::optional<Attention> attentionOf(const ServiceSnapshot &service, Instant now, const QString &heldFor)
{
    const bool isOpen = service.circuit != CircuitState::Closed || service.standing.override != CircuitOverride::None;
    if (!service.needsCredentials && !isOpen)
        return std::nullopt;
    const auto look = lookOf(service, now);
    using Action = Attention::Action;
    const bool wantsEntering = service.needsCredentials && !isAboutAccount(service.reason);
    const bool isHeld = !service.needsCredentials && service.standing.override != CircuitOverride::None;
    const auto sentence = serviceSentence(service, now);
    return Attention{.action = wantsEntering ? Action::EnterCredentials
                         : isHeld            ? Action::ReleaseService
                                             : Action::ShowService,
                     .service = service.service,
                     .icon = look.icon,
                     .state = look.state,
                     .text = QStringLiteral("%1: %2").arg(
                         serviceLabel(service.service),
                         isHeld && !heldFor.isEmpty() ? AttentionList::tr("%1 (%2)").arg(sentence, heldFor) : sentence),
                     .button = wantsEntering ? AttentionList::tr("Enter credentials…")
                         : isHeld            ? AttentionList::tr("Let calls decide")
                                             : AttentionList::tr("Show")};
}

} // namespace

std::vector<Attention> attentionOf(const PipelineSnapshot &snapshot, const UnclearNames &names,
                                   const QHash<QString, QString> &heldFor)
{
    std::vector<Attention> list;
    const auto add = [&list](Attention::Action action, const QString &icon, WorkState state, const QString &text,
                             const QString &button) {
        list.push_back({.action = action, .service = {}, .icon = icon, .state = state, .text = text, .button = button});
    };
    if (snapshot.problem)
        add(Attention::Action::Nothing, QStringLiteral("warning"), WorkState::Dead,
            AttentionList::tr("The work has stopped: %1 It goes on by itself once the database can be written to.")
                .arg(asSentence(errorText(*snapshot.problem))),
            {});
    if (const auto pending = pendingOf(snapshot); !snapshot.running && !snapshot.workedOn && pending > 0)
        add(Attention::Action::Start, QStringLiteral("pause"), WorkState::Delayed,
            AttentionList::tr("The work is paused with %Ln message(s) waiting.", nullptr, static_cast<int>(pending)),
            AttentionList::tr("Resume"));
    for (const auto &service : snapshot.services) {
        if (const auto attention = attentionOf(service, snapshot.at, heldFor.value(service.service)))
            list.push_back(*attention);
    }
    for (const auto &stage : snapshot.stages) {
        if (!stage.pause)
            continue;
        add(Attention::Action::ResumeStage, QStringLiteral("pause"), WorkState::Delayed,
            asSentence(pauseSentence(stage.stage, stage.pause->until, snapshot.at)), AttentionList::tr("Resume"));
        list.back().stage = stage.stage;
    }
    if (names.ambiguous > 0)
        add(Attention::Action::ChooseArtists, QStringLiteral("artist"), WorkState::Delayed,
            AttentionList::tr("%Ln name(s) fit several artists.", nullptr, static_cast<int>(names.ambiguous)),
            AttentionList::tr("Choose…"));
    if (names.unknown > 0)
        add(Attention::Action::CorrectNames, QStringLiteral("artist"), WorkState::Delayed,
            AttentionList::tr("%Ln name(s) fit no artist.", nullptr, static_cast<int>(names.unknown)),
            AttentionList::tr("Correct…"));
    if (const auto others = snapshot.dead - names.ambiguous - names.unknown; others > 0)
        add(Attention::Action::ShowDeadLetters, iconOf(WorkState::Dead), WorkState::Dead,
            AttentionList::tr("%Ln message(s) died.", nullptr, static_cast<int>(others)), AttentionList::tr("Show"));
    if (snapshot.pausedRuns > 0)
        add(Attention::Action::ShowRuns, QStringLiteral("pause"), WorkState::Delayed,
            AttentionList::tr("%Ln run(s) paused.", nullptr, static_cast<int>(snapshot.pausedRuns)),
            AttentionList::tr("Show"));
    return list;
}

} // namespace linernotes::ui
