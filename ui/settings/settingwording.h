// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settingsbook.h"

#include <QString>

#include <array>

namespace linernotes::ui
{

/// The parts of the settings page, in their order.
enum class SettingTopic {
    Credentials,
    Spotify,
    Genius,
    MusicBrainz,
    Stages,
    Scope,
    Freshness,
    Appearance,
    Notifications
};
inline constexpr std::array allSettingTopics{
    SettingTopic::Credentials, SettingTopic::Spotify,    SettingTopic::Genius,
    SettingTopic::MusicBrainz, SettingTopic::Stages,     SettingTopic::Scope,
    SettingTopic::Freshness,   SettingTopic::Appearance, SettingTopic::Notifications};

struct SettingWords {
    QString title;
    QString explanation;
    QString unit = {};
};

QString topicLabel(SettingTopic topic);
QString topicExplanation(SettingTopic topic); ///< may be empty
QString topicIcon(SettingTopic topic);
/// Where a setting of the engine stands.
SettingTopic topicOf(const QString &key);
SettingWords wordsOf(const Settings::Key &key);
/// One of the choices of a setting.
QString choiceLabel(const QString &choice);
/// A value as it is shown: "Albums, Singles and EPs"
/// What stands for nothing on a command line; in the window nothing is an empty field.
inline constexpr QLatin1String nobody("none");
/// As it is read and typed in this language: a number's decimal point is the locale's.
QString shownValue(const Settings::Key &key, const QString &value);
/// The other way; either point will do.
QString valueOf(const Settings::Key &key, const QString &shown);
QString valueLabel(const Settings::Key &key, const QString &value);

} // namespace linernotes::ui
