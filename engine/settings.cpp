// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings.h"

#include "core/foruser.h"
#include "matching/songmatch.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>
#include <functional>

namespace linernotes
{
namespace
{

/// One setting: what it means, how it is read and written, and what else would be right.
struct Definition {
    Settings::Key key;
    std::function<bool(Settings &, const QString &)> read;
    std::function<QString(const Settings &)> write;
};

QString inSeconds(Milliseconds time)
{
    constexpr double second = 1000;
    return QString::number(static_cast<double>(time.count()) / second);
}

QString inDays(Milliseconds time)
{
    return QString::number(std::chrono::duration_cast<std::chrono::days>(time).count());
}

const QStringList &albumGroupNames()
{
    static const QStringList names{QStringLiteral("album"), QStringLiteral("single"), QStringLiteral("compilation"),
                                   QStringLiteral("appears_on")};
    return names;
}

bool readNumber(const QString &text, double least, double most, double &number)
{
    bool isNumber = false;
    const auto value = text.toDouble(&isNumber);
    if (!isNumber || !(value >= least && value <= most)) // "nan" is a number to Qt, and neither
        return false;
    number = value;
    return true;
}

bool readNumber(const QString &text, int least, int most, int &number)
{
    bool isNumber = false;
    const auto value = text.toInt(&isNumber);
    if (!isNumber || value < least || value > most)
        return false;
    number = value;
    return true;
}

bool readSeconds(const QString &text, int most, Milliseconds &time)
{
    int seconds = 0;
    if (!readNumber(text, 1, most, seconds))
        return false;
    time = std::chrono::seconds(seconds);
    return true;
}

bool readMarket(const QString &text, QString &market)
{
    static const QRegularExpression form(QStringLiteral("\\A[A-Za-z]{2}\\z"));
    if (!form.match(text).hasMatch())
        return false;
    market = text.toUpper();
    return true;
}

bool readGroups(const QString &text, QStringList &groups)
{
    QStringList wanted;
    for (const auto &part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (!albumGroupNames().contains(part.trimmed()))
            return false;
        wanted.append(part.trimmed());
    }
    wanted.removeDuplicates();
    if (wanted.isEmpty())
        return false;
    groups = wanted;
    return true;
}

/// An e-mail or web address that can stand in a header; "none": nobody.
bool readContact(const QString &text, QString &contact)
{
    static const QRegularExpression form(
        QStringLiteral("\\A(https?://[!-'*-~]{4,190}|[!-'*-?A-~]{1,60}@[!-'*-~]{3,130})\\z"));
    const bool isNobody = text == QLatin1String("none");
    if (!isNobody && !form.match(text).hasMatch())
        return false;
    contact = isNobody ? QString() : text;
    return true;
}

/// Kept as the same folder for whoever starts the program elsewhere.
bool readFolder(const QString &text, QString &folder)
{
    if (text.isEmpty())
        return false;
    folder = text == QLatin1String("none") ? text : QDir(text).absolutePath();
    return true;
}

void addService(std::vector<Definition> &definitions, const QString &name, ServiceSettings Settings::*service,
                const ServiceSettings &defaults)
{
    constexpr double mostPerSecond = 1000;
    constexpr int mostInFlight = 100;
    constexpr int longestTimeout = 600;
    constexpr int longestWindow = 3600;
    constexpr int mostDaily = 1'000'000;
    definitions.push_back(
        {{name + QStringLiteral(".requests_per_second"), QString::number(defaults.requestsPerSecond),
          ForUser::tr("our own limit of calls a second; 0: none"), ForUser::tr("a number from 0 to 1000")},
         [service](Settings &settings, const QString &value) {
             return readNumber(value, 0.0, mostPerSecond, (settings.*service).requestsPerSecond);
         },
         [service](const Settings &settings) { return QString::number((settings.*service).requestsPerSecond); }});
    definitions.push_back(
        {{name + QStringLiteral(".least_requests_per_second"), QString::number(defaults.leastPerSecond),
          ForUser::tr("refusals lower the rate to this at the lowest; the same as requests_per_second: never"),
          ForUser::tr("a number from 0 to 1000")},
         [service](Settings &settings, const QString &value) {
             return readNumber(value, 0.0, mostPerSecond, (settings.*service).leastPerSecond);
         },
         [service](const Settings &settings) { return QString::number((settings.*service).leastPerSecond); }});
    definitions.push_back({{name + QStringLiteral(".window"), QString::number(defaults.window.count() / 1000.0),
                            ForUser::tr("seconds of the service's window, in which the rate is counted"),
                            ForUser::tr("a whole number of seconds from 1 to 3600")},
                           [service](Settings &settings, const QString &value) {
                               return readSeconds(value, longestWindow, (settings.*service).window);
                           },
                           [service](const Settings &settings) { return inSeconds((settings.*service).window); }});
    definitions.push_back(
        {{name + QStringLiteral(".daily_calls"), QString::number(defaults.dailyCalls),
          ForUser::tr("first guess at the calls of an endpoint group in 24 h; 0: unknown until it refuses"),
          ForUser::tr("a whole number from 0 to 1000000")},
         [service](Settings &settings, const QString &value) {
             return readNumber(value, 0, mostDaily, (settings.*service).dailyCalls);
         },
         [service](const Settings &settings) { return QString::number((settings.*service).dailyCalls); }});
    definitions.push_back(
        {{name + QStringLiteral(".concurrency"), QString::number(defaults.concurrency),
          ForUser::tr("calls in flight at a time; 0: no limit"), ForUser::tr("a whole number from 0 to 100")},
         [service](Settings &settings, const QString &value) {
             return readNumber(value, 0, mostInFlight, (settings.*service).concurrency);
         },
         [service](const Settings &settings) { return QString::number((settings.*service).concurrency); }});
    definitions.push_back({{name + QStringLiteral(".timeout"), QString::number(defaults.timeout.count() / 1000.0),
                            ForUser::tr("seconds from connecting to the last byte"),
                            ForUser::tr("a whole number of seconds from 1 to 600")},
                           [service](Settings &settings, const QString &value) {
                               return readSeconds(value, longestTimeout, (settings.*service).timeout);
                           },
                           [service](const Settings &settings) { return inSeconds((settings.*service).timeout); }});
}

void addStages(std::vector<Definition> &definitions, const Settings &defaults)
{
    constexpr int mostSlots = 64;
    for (const auto stage : allStages) {
        const auto index = static_cast<std::size_t>(stage);
        definitions.push_back(
            {{queueName(stage) + QStringLiteral(".slots"), QString::number(defaults.slotCounts.at(index)),
              ForUser::tr("messages worked on at a time"), ForUser::tr("a whole number from 1 to 64")},
             [index](Settings &settings, const QString &value) {
                 return readNumber(value, 1, mostSlots, settings.slotCounts.at(index));
             },
             [index](const Settings &settings) { return QString::number(settings.slotCounts.at(index)); }});
    }
}

void addDays(std::vector<Definition> &definitions, Settings::Key key, int least, Milliseconds Settings::*span)
{
    constexpr int mostDays = 3650;
    key.expected = ForUser::tr("a whole number from %1 to 3650").arg(least);
    definitions.push_back({std::move(key),
                           [least, span](Settings &settings, const QString &value) {
                               int days = 0;
                               if (!readNumber(value, least, mostDays, days))
                                   return false;
                               settings.*span = std::chrono::days(days);
                               return true;
                           },
                           [span](const Settings &settings) { return inDays(settings.*span); }});
}

void addMatching(std::vector<Definition> &definitions, const Settings &defaults)
{
    constexpr double leastThreshold = 0.6; // below, other versions and other artists' songs pass
    definitions.push_back(
        {{QStringLiteral("match_threshold"), QString::number(defaults.matchThreshold),
          ForUser::tr("how alike a Genius song and a recording have to be for its credits to count; 1: only the same"),
          ForUser::tr("a number from 0.6 to 1")},
         [](Settings &settings, const QString &value) {
             return readNumber(value, leastThreshold, 1.0, settings.matchThreshold);
         },
         [](const Settings &settings) { return QString::number(settings.matchThreshold); }});
}

void addLog(std::vector<Definition> &definitions, const Settings &defaults)
{
    definitions.push_back(
        {{QStringLiteral("log.level"),
          eventLevelName(EventLevel::Info),
          ForUser::tr("the least of the events that are written down; debug: every message"),
          ForUser::tr("debug, info, warning or error"),
          SettingForm::Choice,
          {QStringLiteral("debug"), QStringLiteral("info"), QStringLiteral("warning"), QStringLiteral("error")},
          SettingEffect::AtOnce},
         [](Settings &settings, const QString &value) {
             const auto level = eventLevelFromName(value);
             settings.logLevel = level.value_or(settings.logLevel);
             return level.has_value();
         },
         [](const Settings &settings) { return eventLevelName(settings.logLevel); }});
    addDays(definitions,
            {.name = QStringLiteral("events.keep_days"),
             .defaultValue = inDays(defaults.eventsKept),
             .meaning = ForUser::tr("days for which the events stay in the database, the newest 200,000 of them"),
             .expected = {},
             .effect = SettingEffect::AtOnce},
            1, &Settings::eventsKept);
    definitions.push_back(
        {{QStringLiteral("log.folder"),
          ForUser::tr("beside the database"),
          ForUser::tr("where the events are written as JSON Lines too, in 5 files of 10 MB; none: nowhere"),
          ForUser::tr("a folder, or none"),
          SettingForm::Text,
          {},
          SettingEffect::ProgramStart},
         [](Settings &settings, const QString &value) { return readFolder(value, settings.logFolder); },
         [](const Settings &settings) { return settings.logFolder; }});
}

/// Made anew each time: the first may be asked for before the program knows its language.
std::vector<Definition> definitions()
{
    const auto defaults = Settings::defaults();
    std::vector<Definition> definitions;
    addService(definitions, QStringLiteral("spotify"), &Settings::spotify, defaults.spotify);
    definitions.push_back({{QStringLiteral("spotify.market"), defaults.market,
                            ForUser::tr("country whose catalogue is asked, ISO 3166-1"),
                            ForUser::tr("two letters, such as US"), SettingForm::Code},
                           [](Settings &settings, const QString &value) { return readMarket(value, settings.market); },
                           [](const Settings &settings) { return settings.market; }});
    addService(definitions, QStringLiteral("genius"), &Settings::genius, defaults.genius);
    definitions.push_back(
        {{QStringLiteral("musicbrainz.contact"), QStringLiteral("none"),
          ForUser::tr("your e-mail or web address, which MusicBrainz wants to be told; none: it is not asked"),
          ForUser::tr("an e-mail address, a web address, or none"), SettingForm::Text},
         [](Settings &settings, const QString &value) { return readContact(value, settings.musicbrainz.contact); },
         [](const Settings &settings) {
             return settings.asksMusicBrainz() ? settings.musicbrainz.contact : QStringLiteral("none");
         }});
    addService(definitions, QStringLiteral("musicbrainz"), &Settings::musicbrainz, defaults.musicbrainz);
    addStages(definitions, defaults);
    definitions.push_back(
        {{QStringLiteral("album_groups"), defaults.albumGroups.join(QLatin1Char(',')),
          ForUser::tr(
              "which albums: album, single, compilation, appears_on; of the last two only the artist's own tracks"),
          ForUser::tr("a comma list of album, single, compilation, appears_on"), SettingForm::Choices,
          albumGroupNames()},
         [](Settings &settings, const QString &value) { return readGroups(value, settings.albumGroups); },
         [](const Settings &settings) { return settings.albumGroups.join(QLatin1Char(',')); }});
    addMatching(definitions, defaults);
    addDays(definitions,
            {.name = QStringLiteral("refresh_days"),
             .defaultValue = inDays(defaults.refreshWindow),
             .meaning = ForUser::tr("days for which nothing is fetched again"),
             .expected = {}},
            0, &Settings::refreshWindow);
    addLog(definitions, defaults);
    return definitions;
}

} // namespace

Settings Settings::defaults()
{
    constexpr int slotsPerStage = 8;
    Settings settings;
    // The careful rates that clients of these services have ended up with (spoton, GuessSong, lyricsgenius).
    constexpr double spotifyRate = 4;
    constexpr double geniusRate = 2;
    constexpr auto serviceTimeout = std::chrono::seconds(10);
    settings.spotify = {.apiUrl = QUrl(QStringLiteral("https://api.spotify.com/v1")),
                        .requestsPerSecond = spotifyRate,
                        .concurrency = 2,
                        .timeout = serviceTimeout};
    settings.spotifyAccountsUrl = QUrl(QStringLiteral("https://accounts.spotify.com"));
    settings.genius = {.apiUrl = QUrl(QStringLiteral("https://api.genius.com")),
                       .requestsPerSecond = geniusRate,
                       .concurrency = 2,
                       .timeout = serviceTimeout};
    // One call a second, never two at a time, or it refuses everything (MusicBrainz_API/Rate_Limiting; apis.md 3.2).
    constexpr double musicbrainzRate = 0.95;
    constexpr double musicbrainzLeast = 0.2;
    settings.musicbrainz = {.apiUrl = QUrl(QStringLiteral("https://musicbrainz.org/ws/2")),
                            .requestsPerSecond = musicbrainzRate,
                            .leastPerSecond = musicbrainzLeast,
                            .concurrency = 1,
                            .timeout = std::chrono::seconds(30)};
    settings.market = QStringLiteral("US");
    settings.albumGroups = {QStringLiteral("album"), QStringLiteral("single")};
    settings.slotCounts.fill(slotsPerStage);
    settings.matchThreshold = acceptThreshold;
    settings.refreshWindow = std::chrono::days(30);
    settings.eventsKept = std::chrono::days(30);
    return settings;
}

Result<void> Settings::set(const QString &key, const QString &value)
{
    const auto all = definitions();
    const auto found = std::ranges::find_if(all, [&](const auto &definition) { return definition.key.name == key; });
    if (found == all.end()) {
        QStringList names;
        for (const auto &definition : all)
            names.append(definition.key.name);
        return failure(
            ErrorCategory::InvalidInput,
            ForUser::tr("there is no setting “%1”. The settings are: %2").arg(key, names.join(QStringLiteral(", "))));
    }
    if (!found->read(*this, value.trimmed())) {
        return failure(ErrorCategory::InvalidInput,
                       ForUser::tr("“%1” can't be the value of %2: it takes %3").arg(value, key, found->key.expected));
    }
    return {};
}

QString Settings::value(const QString &key) const
{
    const auto all = definitions();
    const auto found = std::ranges::find_if(all, [&](const auto &definition) { return definition.key.name == key; });
    return found == all.end() ? QString() : found->write(*this);
}

std::vector<Settings::Key> Settings::keys()
{
    std::vector<Key> keys;
    for (const auto &definition : definitions())
        keys.push_back(definition.key);
    return keys;
}

} // namespace linernotes
