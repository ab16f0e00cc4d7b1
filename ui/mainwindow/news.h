// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/preferences.h"
#include "telemetry/snapshot.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>
#include <QString>

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

/// Tells what is new from one picture of the engine to the next. What was so in the first picture is no news, but for a
/// circuit that is open for long: nobody was told of it before.
class NewsWatch
{
    Q_DECLARE_TR_FUNCTIONS(linernotes::ui::NewsWatch)

public:
    /// A circuit that closes again before is nobody's business.
    static constexpr Milliseconds openForLong = std::chrono::minutes(5);

    std::vector<News> take(const PipelineSnapshot &snapshot);

private:
    bool m_isFirst = true; ///< nothing was taken yet
    QSet<qint64> m_unfinished; ///< runs
    QSet<QString> m_needing; ///< services that wait for credentials
    QHash<QString, Instant> m_openSince; ///< services whose circuit is not closed
    QSet<QString> m_longOpen; ///< of them those that were told
};

} // namespace linernotes::ui
