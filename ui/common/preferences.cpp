// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/preferences.h"

#include <QCoreApplication>
#include <QDir>
#include <QSettings>

#include <utility>

namespace linernotes::ui
{
namespace
{

const auto languageKey = QStringLiteral("window/language");
const auto motionKey = QStringLiteral("window/motion");

QString keyOf(Preferences::Notice notice)
{
    switch (notice) {
    case Preferences::Notice::RunFinished:
        return QStringLiteral("notifications/run_finished");
    case Preferences::Notice::CredentialsNeeded:
        return QStringLiteral("notifications/credentials_needed");
    case Preferences::Notice::CircuitOpen:
        return QStringLiteral("notifications/circuit_open");
    case Preferences::Notice::Tray:
        return QStringLiteral("notifications/tray");
    }
    Q_UNREACHABLE();
}

} // namespace

Preferences::Preferences(QObject *parent)
    : QObject(parent)
    , m_hasMotion(QSettings().value(motionKey, true).toBool())
{
}

Preferences &Preferences::instance()
{
    static auto *preferences = new Preferences(qApp);
    return *preferences;
}

bool Preferences::isOn(Notice notice) const
{
    return QSettings().value(keyOf(notice), true).toBool();
}

void Preferences::setOn(Notice notice, bool on)
{
    if (isOn(notice) == on)
        return;
    QSettings().setValue(keyOf(notice), on);
    Q_EMIT changed();
}

QString Preferences::language() const
{
    return QSettings().value(languageKey).toString();
}

void Preferences::setLanguage(const QString &language)
{
    if (this->language() == language)
        return;
    QSettings().setValue(languageKey, language);
    Q_EMIT changed();
}

void Preferences::setMotion(bool on)
{
    if (std::exchange(m_hasMotion, on) == on)
        return;
    QSettings().setValue(motionKey, on);
    Q_EMIT changed();
}

QStringList Preferences::languages()
{
    static const auto start = QStringLiteral("linernotes_");
    static const auto end = QStringLiteral(".qm");
    QStringList languages;
    for (const auto &file : QDir(QStringLiteral(":/translations")).entryList({start + QLatin1Char('*') + end}))
        languages.append(file.mid(start.size(), file.size() - start.size() - end.size()));
    return languages;
}

} // namespace linernotes::ui
