// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/links.h"

#include <QDesktopServices>
#include <QUrl>

namespace linernotes::ui
{

bool isWebLink(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    const auto scheme = url.scheme();
    return url.isValid() && !url.host().isEmpty()
        && (scheme == QLatin1String("https") || scheme == QLatin1String("http"));
}

bool openWebLink(const QString &address)
{
    return isWebLink(address) && QDesktopServices::openUrl(QUrl(address, QUrl::StrictMode));
}

} // namespace linernotes::ui
