// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/news.h"

#include "common/enginewords.h"
#include "common/servicelook.h"
#include "common/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace linernotes::ui
{
namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("linernotes::ui", text);
}

News finished(const RunSnapshot &run)
{
    qint64 dead = 0;
    for (const auto &stage : run.stages)
        dead += stage.dead;
    const auto &identified = run.stages.at(static_cast<std::size_t>(StageId::ProducerIdentification));
    auto text = tr("Recordings looked up: %1.").arg(number(identified.archived));
    if (dead > 0)
        text += QLatin1Char(' ') + tr("Dead letters: %1.").arg(number(dead));
    return {.kind = Preferences::Notice::RunFinished,
            .title = tr("“%1” is finished").arg(isolated(run.name)),
            .text = text};
}

} // namespace

std::optional<News> NewsWatch::ofEnded(const RunSnapshot &run)
{
    return run.finished && !run.cancelled && !run.isRevisit ? std::optional(finished(run)) : std::nullopt;
}

std::vector<News> NewsWatch::take(const PipelineSnapshot &snapshot)
{
    std::vector<News> news;
    if (snapshot.problem)
        return news; // an old picture again, or an empty one: what happened meanwhile is in the next
    takeRuns(snapshot, news);
    for (const auto &service : snapshot.services)
        takeService(service, snapshot.at, news);
    m_isFirst = false;
    return news;
}

void NewsWatch::takeRuns(const PipelineSnapshot &snapshot, std::vector<News> &news)
{
    auto before = std::exchange(m_unfinished, {});
    auto newest = m_newest;
    for (const auto &run : snapshot.runs) {
        const bool wasUnfinished = before.remove(run.id);
        const bool isNew = run.id > m_newest && !m_isFirst;
        newest = std::max(newest, run.id);
        if (!run.finished)
            m_unfinished.insert(run.id);
        else if (const auto ended = ofEnded(run); ended && (wasUnfinished || isNew))
            news.push_back(*ended);
    }
    m_newest = newest;
    m_gone.insert(m_gone.end(), before.begin(), before.end());
}

void NewsWatch::takeService(const ServiceSnapshot &service, Instant now, std::vector<News> &news)
{
    if (!service.needsCredentials)
        m_needing.remove(service.service);
    else if (!m_needing.contains(service.service)) {
        m_needing.insert(service.service);
        if (!m_isFirst)
            news.push_back({.kind = Preferences::Notice::CredentialsNeeded,
                            .title = tr("%1: %2").arg(serviceLabel(service.service), needLabel(service.reason)),
                            .text = reasonLabel(service.reason)});
    }
    const bool isOpen = service.circuit != CircuitState::Closed && service.standing.override == CircuitOverride::None;
    if (!isOpen) {
        m_openSince.remove(service.service);
        m_longOpen.remove(service.service);
        return;
    }
    // Its state changes with every probe that fails: the first of them counts.
    if (!m_openSince.contains(service.service))
        m_openSince.insert(service.service, service.standing.since);
    const auto since = m_openSince.value(service.service);
    if (now - since >= openForLong && !m_longOpen.contains(service.service)) {
        m_longOpen.insert(service.service);
        news.push_back(
            {.kind = Preferences::Notice::CircuitOpen,
             .title = tr("%1 has been out of order since %2").arg(serviceLabel(service.service), timeLabel(since, now)),
             .text = serviceSentence(service, now)});
    }
}

} // namespace linernotes::ui
