// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/translation.h"

#include "common/preferences.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace linernotes::ui
{
namespace
{

/// The one that was installed last is asked first.
void install(const QLocale &locale, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(qApp);
    if (translator->load(locale, name, QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(translator);
}

} // namespace

void installTranslations()
{
    const auto ours = QStringLiteral("linernotes");
    const auto inside = QStringLiteral(":/translations");
    install(QLocale(QLocale::English), ours, inside);
    const auto chosen = Preferences::instance().language();
    const auto locale = chosen.isEmpty() ? QLocale() : QLocale(chosen);
    if (locale.language() != QLocale().language())
        QLocale::setDefault(locale); // numbers and times are words too
    if (locale.language() == QLocale::English)
        return;
    install(locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(locale, ours, inside);
}

} // namespace linernotes::ui
