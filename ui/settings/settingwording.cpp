// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingwording.h"

#include "common/wording.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

namespace linernotes::ui
{
namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("linernotes::ui", text);
}

const auto slotsEnd = QStringLiteral(".slots");

struct Entry {
    const char *title;
    const char *explanation;
    const char *unit;
};

/// By what follows the service's name.
const Entry *ofService(const QString &name)
{
    static const QHash<QString, Entry> entries{
        {QStringLiteral("requests_per_second"),
         {QT_TRANSLATE_NOOP("linernotes::ui", "Calls a second"),
          QT_TRANSLATE_NOOP("linernotes::ui", "Our own limit, whatever the service would take. 0 is none."),
          QT_TRANSLATE_NOOP("linernotes::ui", "/s")}},
        {QStringLiteral("least_requests_per_second"),
         {QT_TRANSLATE_NOOP("linernotes::ui", "At the slowest"),
          QT_TRANSLATE_NOOP("linernotes::ui",
                            "Refusals slow the calls down, to this at most. As much as the limit above: they do not."),
          QT_TRANSLATE_NOOP("linernotes::ui", "/s")}},
        {QStringLiteral("window"),
         {QT_TRANSLATE_NOOP("linernotes::ui", "Counted over"),
          QT_TRANSLATE_NOOP("linernotes::ui", "How long the service's window is, in which the calls are counted."),
          QT_TRANSLATE_NOOP("linernotes::ui", "s")}},
        {QStringLiteral("daily_calls"),
         {QT_TRANSLATE_NOOP("linernotes::ui", "Calls a day, a first guess"),
          QT_TRANSLATE_NOOP("linernotes::ui",
                            "Of one group of endpoints in 24 hours. 0: not known until the service refuses."),
          ""}},
        {QStringLiteral("concurrency"),
         {QT_TRANSLATE_NOOP("linernotes::ui", "Calls at a time"), QT_TRANSLATE_NOOP("linernotes::ui", "0 is no limit."),
          ""}},
        {QStringLiteral("timeout"),
         {QT_TRANSLATE_NOOP("linernotes::ui", "Waits for an answer"),
          QT_TRANSLATE_NOOP("linernotes::ui", "From connecting to the last byte."),
          QT_TRANSLATE_NOOP("linernotes::ui", "s")}},
        {QStringLiteral("market"),
         {QT_TRANSLATE_NOOP("linernotes::ui", "Market"),
          QT_TRANSLATE_NOOP("linernotes::ui", "The country whose catalogue is asked, in two letters, such as US."),
          ""}},
        {QStringLiteral("contact"),
         {QT_TRANSLATE_NOOP("linernotes::ui", "Your e-mail or web address"),
          QT_TRANSLATE_NOOP("linernotes::ui",
                            "MusicBrainz wants to know whom to write to, and is told with every call. Empty: it is not "
                            "asked."),
          ""}}};
    const auto found = entries.constFind(name);
    return found == entries.cend() ? nullptr : &*found;
}

const Entry *ofProgram(const QString &key)
{
    static const QHash<QString, Entry> entries{
        {QStringLiteral("album_groups"),
         {QT_TRANSLATE_NOOP("linernotes::ui", "Records that count"),
          QT_TRANSLATE_NOOP(
              "linernotes::ui",
              "Of compilations, and of albums that an artist appears on, only the artist's own tracks are read."),
          ""}},
        {QStringLiteral("refresh_days"),
         {QT_TRANSLATE_NOOP("linernotes::ui", "Nothing is asked again for"),
          QT_TRANSLATE_NOOP("linernotes::ui",
                            "What was fetched is believed so long, whoever is seeded. 0: it is fetched each time."),
          QT_TRANSLATE_NOOP("linernotes::ui", "days")}},
        {QStringLiteral("match_threshold"),
         {QT_TRANSLATE_NOOP("linernotes::ui", "Confidence threshold"),
          QT_TRANSLATE_NOOP("linernotes::ui",
                            "How alike a Genius song and a recording have to be for its credits to count, from 0.6 to "
                            "1. Lower finds more and errs more; what does not count stays as a candidate."),
          ""}},
        {QStringLiteral("log.level"),
         {QT_TRANSLATE_NOOP("linernotes::ui", "Activity that is written down"),
          QT_TRANSLATE_NOOP("linernotes::ui", "What is less is neither in the database nor in the files."), ""}},
        {QStringLiteral("events.keep_days"),
         {QT_TRANSLATE_NOOP("linernotes::ui", "Activity is kept for"),
          QT_TRANSLATE_NOOP("linernotes::ui", "The newest 200,000 events at most."),
          QT_TRANSLATE_NOOP("linernotes::ui", "days")}},
        {QStringLiteral("log.folder"),
         {QT_TRANSLATE_NOOP("linernotes::ui", "Folder of the event files"),
          QT_TRANSLATE_NOOP("linernotes::ui", "The same events as JSON Lines, in five files of 10 MB."), ""}}};
    const auto found = entries.constFind(key);
    return found == entries.cend() ? nullptr : &*found;
}

} // namespace

QString topicLabel(SettingTopic topic)
{
    switch (topic) {
    case SettingTopic::Credentials:
        return tr("Credentials");
    case SettingTopic::Spotify:
        return serviceLabel(QStringLiteral("spotify"));
    case SettingTopic::Genius:
        return serviceLabel(QStringLiteral("genius"));
    case SettingTopic::MusicBrainz:
        return serviceLabel(QStringLiteral("musicbrainz"));
    case SettingTopic::Stages:
        return tr("Stages");
    case SettingTopic::Scope:
        return tr("What counts");
    case SettingTopic::Freshness:
        return tr("Freshness and log");
    case SettingTopic::Appearance:
        return tr("Appearance");
    case SettingTopic::Notifications:
        return tr("Notifications");
    }
    Q_UNREACHABLE();
}

QString topicExplanation(SettingTopic topic)
{
    switch (topic) {
    case SettingTopic::Credentials:
        return tr("Kept in the system's keychain, or in memory for a session; never in a file, the database or a log.");
    case SettingTopic::Stages:
        return tr("How many messages each stage works on at a time. The services' limits hold whatever stands here.");
    case SettingTopic::Notifications:
        return tr("What the desktop tells you of while you do other things.");
    case SettingTopic::MusicBrainz:
        return tr(
            "Knows more profiles of many people, and needs no key. It is asked when it may know whom to write to.");
    case SettingTopic::Spotify:
    case SettingTopic::Genius:
    case SettingTopic::Scope:
    case SettingTopic::Freshness:
    case SettingTopic::Appearance:
        break;
    }
    return {};
}

QString topicIcon(SettingTopic topic)
{
    switch (topic) {
    case SettingTopic::Credentials:
        return QStringLiteral("key");
    case SettingTopic::Spotify:
        return QStringLiteral("spotify");
    case SettingTopic::Genius:
        return QStringLiteral("genius");
    case SettingTopic::MusicBrainz:
        return QStringLiteral("musicbrainz");
    case SettingTopic::Stages:
        return QStringLiteral("pipeline");
    case SettingTopic::Scope:
        return QStringLiteral("album");
    case SettingTopic::Freshness:
        return QStringLiteral("calendar");
    case SettingTopic::Appearance:
        return QStringLiteral("theme");
    case SettingTopic::Notifications:
        return QStringLiteral("info");
    }
    Q_UNREACHABLE();
}

SettingTopic topicOf(const QString &key)
{
    static const QStringList scope{QStringLiteral("spotify.market"), QStringLiteral("album_groups"),
                                   QStringLiteral("match_threshold")};
    if (scope.contains(key))
        return SettingTopic::Scope;
    if (key.startsWith(QLatin1String("spotify.")))
        return SettingTopic::Spotify;
    if (key.startsWith(QLatin1String("genius.")))
        return SettingTopic::Genius;
    if (key.startsWith(QLatin1String("musicbrainz.")))
        return SettingTopic::MusicBrainz;
    return key.endsWith(slotsEnd) ? SettingTopic::Stages : SettingTopic::Freshness;
}

SettingWords wordsOf(const Settings::Key &key)
{
    if (key.name.endsWith(slotsEnd)) {
        if (const auto stage = stageOfQueue(key.name.chopped(slotsEnd.size())))
            return {stageLabel(*stage), stageExplanation(*stage)};
    }
    const auto *entry = ofProgram(key.name);
    if (!entry)
        entry = ofService(key.name.section(QLatin1Char('.'), 1));
    if (!entry)
        return {key.name, key.meaning};
    return {tr(entry->title), tr(entry->explanation), *entry->unit == '\0' ? QString() : tr(entry->unit)};
}

QString choiceLabel(const QString &choice)
{
    static const QHash<QString, const char *> labels{
        {QStringLiteral("album"), QT_TRANSLATE_NOOP("linernotes::ui", "Albums")},
        {QStringLiteral("single"), QT_TRANSLATE_NOOP("linernotes::ui", "Singles and EPs")},
        {QStringLiteral("compilation"), QT_TRANSLATE_NOOP("linernotes::ui", "Compilations")},
        {QStringLiteral("appears_on"), QT_TRANSLATE_NOOP("linernotes::ui", "Albums they appear on")},
        {QStringLiteral("debug"), QT_TRANSLATE_NOOP("linernotes::ui", "All, each message too")},
        {QStringLiteral("info"), QT_TRANSLATE_NOOP("linernotes::ui", "Info and worse")},
        {QStringLiteral("warning"), QT_TRANSLATE_NOOP("linernotes::ui", "Warnings and errors")},
        {QStringLiteral("error"), QT_TRANSLATE_NOOP("linernotes::ui", "Errors")}};
    const auto *label = labels.value(choice, nullptr);
    return label ? tr(label) : choice;
}

QString shownValue(const Settings::Key &key, const QString &value)
{
    return key.form == SettingForm::Number ? QString(value).replace(QLatin1Char('.'), QLocale().decimalPoint()) : value;
}

QString valueOf(const Settings::Key &key, const QString &shown)
{
    return key.form == SettingForm::Number ? QString(shown).replace(QLocale().decimalPoint(), QLatin1String("."))
                                           : shown;
}

QString valueLabel(const Settings::Key &key, const QString &value)
{
    if (value.isEmpty())
        return key.defaultValue;
    if (value == nobody)
        return key.name.endsWith(QLatin1String(".contact")) ? tr("nobody") : tr("no files");
    if (key.choices.isEmpty())
        return shownValue(key, value);
    QStringList labels;
    for (const auto &choice : value.split(QLatin1Char(',')))
        labels.append(choiceLabel(choice));
    return labels.join(QStringLiteral(", "));
}

} // namespace linernotes::ui
