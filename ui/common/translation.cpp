// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/translation.h"

#include "common/preferences.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace linernotes::ui
{

void installTranslations()
{
    auto *english = new QTranslator(qApp);
    if (english->load(QStringLiteral(":/translations/linernotes_en.qm")))
        QCoreApplication::installTranslator(english);
    auto *own = new QTranslator(qApp);
    const auto chosen = Preferences::instance().language();
    const auto locale = chosen.isEmpty() ? QLocale() : QLocale(chosen);
    if (locale.language() != QLocale::English
        && own->load(locale, QStringLiteral("linernotes"), QStringLiteral("_"), QStringLiteral(":/translations")))
        QCoreApplication::installTranslator(own); // asked first, being the later one
}

} // namespace linernotes::ui
