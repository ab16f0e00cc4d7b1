// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "messages/stageid.h"
#include "telemetry/event.h"

#include <QMap>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <array>
#include <vector>

namespace linernotes
{

/// How a service is spoken to.
struct ServiceSettings {
    QUrl apiUrl;
    double requestsPerSecond = 1; ///< our own limit; 0: none
    double leastPerSecond = 0.5; ///< the service's refusals lower the rate to this at the lowest
    Milliseconds window{30'000}; ///< for which the rate is counted
    int dailyCalls = 0; ///< first guess at the calls of an endpoint group in 24 h; 0: unknown until the service refuses
    int concurrency = 2; ///< calls in flight; 0: no limit
    Milliseconds timeout{10'000}; ///< connect to last byte
    QString contact = {}; ///< whom the service can write to, said with every call; empty: nobody
    bool operator==(const ServiceSettings &) const = default;
};

/// When a change of a setting is gone by.
enum class SettingEffect {
    AtOnce,
    WorkStart, ///< when the work is started, or at once where it stands still
    ProgramStart,
};

/// What a setting's value is made of, for whoever asks for one.
enum class SettingForm {
    Number,
    Text,
    Code, ///< a text of a few letters
    Choice, ///< one of Settings::Key::choices
    Choices, ///< one or more of them, with commas
};

/// All settings with their defaults. A key is the text of the settings table and of --set.
struct Settings {
    ServiceSettings spotify;
    QUrl spotifyAccountsUrl;
    ServiceSettings genius;
    ServiceSettings musicbrainz; ///< only asked with a contact: its terms want one
    QString market; ///< ISO 3166-1 alpha-2; always sent to Spotify
    QStringList albumGroups; ///< of album, single, compilation, appears_on
    std::array<int, allStages.size()> slotCounts{};
    Milliseconds refreshWindow{};
    double matchThreshold = 0; ///< a match below this gives no credit, 0 … 1; see acceptThreshold
    Milliseconds eventsKept{}; ///< how long an event stays in the database
    EventLevel logLevel = EventLevel::Info; ///< what is less is not written down
    QString logFolder; ///< of the events' files; empty: beside the database, "none": no files
    bool operator==(const Settings &) const = default;

    [[nodiscard]] bool asksMusicBrainz() const { return !musicbrainz.contact.isEmpty(); }

    static Settings defaults();
    /// Sets one key. InvalidInput names the key, the value and what would be right.
    Result<void> set(const QString &key, const QString &value);

    /// As set() takes it. Empty for an unknown key, and for a folder that nobody has named.
    [[nodiscard]] QString value(const QString &key) const;

    struct Key {
        QString name;
        QString defaultValue;
        QString meaning; ///< one line for --help
        QString expected; ///< "a whole number from 1 to 64"
        SettingForm form = SettingForm::Number;
        QStringList choices = {};
        SettingEffect effect = SettingEffect::WorkStart;
    };
    static std::vector<Key> keys();
};

/// A row of the settings table that is no setting: the program writes there whose artists the database holds.
inline constexpr QLatin1String catalogueMark("catalogue");

/// The original system's environment variables; held in memory only.
struct Credentials {
    QString spotifyClientId;
    QString spotifyClientSecret;
    QString geniusAccessToken;

    [[nodiscard]] bool hasSpotify() const { return !spotifyClientId.isEmpty() && !spotifyClientSecret.isEmpty(); }
    [[nodiscard]] bool hasGenius() const { return !geniusAccessToken.isEmpty(); }
    [[nodiscard]] bool isComplete() const { return hasSpotify() && hasGenius(); }
};

} // namespace linernotes
