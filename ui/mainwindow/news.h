// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/preferences.h"
#include "telemetry/snapshot.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace linernotes::ui
{

/// Something that a person wants to be told of while looking elsewhere.
struct News {
    Preferences::Notice kind = Preferences::Notice::RunFinished;
    QString title;
    QString text;
    bool operator==(const News &) const = default;
};

/// Tells what is new from one picture of the engine to the next; also of a run that began and ended between the two.
/// What was so in the first picture is no news, but for a circuit that is open for long: nobody was told of it before.
class NewsWatch
{
    Q_DECLARE_TR_FUNCTIONS(linernotes::ui::NewsWatch)

public:
    /// A circuit that closes again before is nobody's business.
    static constexpr Milliseconds openForLong = std::chrono::minutes(5);

    std::vector<News> take(const PipelineSnapshot &snapshot);
    /// Runs that the last picture has no more: older than the newest ones, they left it as they ended. Each is to be
    /// asked for, and told by ofEnded().
    std::vector<qint64> takeGone() { return std::exchange(m_gone, {}); }
    /// nullopt: nobody waits for it, or a person ended it.
    static std::optional<News> ofEnded(const RunSnapshot &run);

private:
    void takeRuns(const PipelineSnapshot &snapshot, std::vector<News> &news);
    void takeService(const ServiceSnapshot &service, Instant now, std::vector<News> &news);

    bool m_isFirst = true; ///< nothing was taken yet
    QSet<qint64> m_unfinished; ///< runs
    qint64 m_newest = 0; ///< run of all pictures
    std::vector<qint64> m_gone;
    QSet<QString> m_needing; ///< services that wait for credentials
    QHash<QString, Instant> m_openSince; ///< services whose circuit is not closed
    QSet<QString> m_longOpen; ///< of them those that were told
};

} // namespace linernotes::ui
