// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/credentialsverdict.h"
#include "engine.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace linernotes::ui
{

/// All that is shown of one service.
struct ServiceView {
    ServiceSnapshot service;
    Instant now;
    std::vector<CircuitEvent> history; ///< of the circuit, the newest first
    std::optional<CacheHolding> holding; ///< nullopt: not read yet
    QString origin; ///< of the credentials
    Milliseconds span{0}; ///< that the charts show
    std::optional<ServiceTally> tally; ///< of that time; nullopt: nothing is written of it
    std::optional<CredentialsVerdict::Kind> tested = {}; ///< what a test made of the credentials, if a person asked
    bool operator==(const ServiceView &) const = default;
};

enum class FactTopic { Circuit, Quota, Traffic, Recent, Cache, Credentials };

/// One line: what it is, and how it stands. What has no value is a dash, and is not shown.
struct Fact {
    static QString unknown();
    [[nodiscard]] bool isKnown() const { return value != unknown(); }

    FactTopic topic = FactTopic::Circuit;
    QString name;
    QString value;
    bool operator==(const Fact &) const = default;
};

QString topicLabel(FactTopic topic, const ServiceView &view = {});
/// "5 min", "1 h", "24 h".
QString spanLabel(Milliseconds span);
/// In the order in which they are shown. A new figure of a service (its latency, say) is one line in its topic here:
/// the panel, its accessible text and the clipboard follow.
std::vector<Fact> factsOf(const ServiceView &view);
/// The long window, one for each endpoint group: "412 of 600 calls used in 24 h, next free 19:53".
QString groupSentence(const GroupStanding &group, Instant now);
/// For the clipboard: service, topic, name and value, one fact a line.
QString toTabSeparated(const ServiceView &view);

/// "04:20 Opened: Bad gateway", the newest first.
QStringList latestChanges(const ServiceView &view, int most);

} // namespace linernotes::ui
