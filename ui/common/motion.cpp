// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/motion.h"

#include <QSettings>
#include <QStandardPaths>

namespace linernotes::ui
{
namespace
{

/// As the first of the configuration folders says that has it: the person's own, then the system's.
QVariant configured(const QString &file, const QString &key)
{
    for (const auto &path : QStandardPaths::locateAll(QStandardPaths::GenericConfigLocation, file)) {
        const auto value = QSettings(path, QSettings::IniFormat).value(key);
        if (value.isValid())
            return value;
    }
    return {};
}

} // namespace

bool desktopLetsThingsMove()
{
    bool isNumber = false;
    const auto factor = configured(QStringLiteral("kdeglobals"), QStringLiteral("KDE/AnimationDurationFactor"))
                            .toString()
                            .toDouble(&isNumber);
    if (isNumber && factor <= 0)
        return false;
    for (const auto &file : {QStringLiteral("gtk-4.0/settings.ini"), QStringLiteral("gtk-3.0/settings.ini")}) {
        const auto enabled = configured(file, QStringLiteral("Settings/gtk-enable-animations"));
        if (enabled.isValid() && !enabled.toBool())
            return false;
    }
    return true;
}

} // namespace linernotes::ui
