// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/news.h"

#include "common/enginewords.h"
#include "common/servicelook.h"
#include "common/wording.h"

#include <QCoreApplication>

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

std::vector<News> NewsWatch::take(const PipelineSnapshot &snapshot)
{
    std::vector<News> news;
    for (const auto &run : snapshot.runs) {
        if (run.isRevisit)
            continue; // nobody waits for it
        if (!run.finished)
            m_unfinished.insert(run.id);
        else if (m_unfinished.remove(run.id) && !run.cancelled)
            news.push_back(finished(run));
    }
    for (const auto &service : snapshot.services) {
        if (!service.needsCredentials)
            m_needing.remove(service.service);
        else if (!m_needing.contains(service.service)) {
            m_needing.insert(service.service);
            if (!m_isFirst)
                news.push_back({.kind = Preferences::Notice::CredentialsNeeded,
                                .title = tr("%1: %2").arg(serviceLabel(service.service), needLabel(service.reason)),
                                .text = reasonLabel(service.reason)});
        }
        const bool isOpen =
            service.circuit != CircuitState::Closed && service.standing.override == CircuitOverride::None;
        if (!isOpen) {
            m_openSince.remove(service.service);
            m_longOpen.remove(service.service);
            continue;
        }
        // Its state changes with every probe that fails: the first of them counts.
        if (!m_openSince.contains(service.service))
            m_openSince.insert(service.service, service.standing.since);
        const auto since = m_openSince.value(service.service);
        if (snapshot.at - since >= openForLong && !m_longOpen.contains(service.service)) {
            m_longOpen.insert(service.service);
            news.push_back({.kind = Preferences::Notice::CircuitOpen,
                            .title = tr("%1 has been out of order since %2")
                                         .arg(serviceLabel(service.service), timeLabel(since, snapshot.at)),
                            .text = serviceSentence(service, snapshot.at)});
        }
    }
    m_isFirst = false;
    return news;
}

} // namespace linernotes::ui
