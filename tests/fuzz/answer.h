// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "claims.h"
#include "core/result.h"
#include "faultplace.h"

#include <QByteArray>
#include <QString>

#include <array>

namespace linernotes::fuzz
{

/// Links end up in people's browsers.
inline bool isWebOrEmpty(const QString &url)
{
    return url.isEmpty() || url.startsWith(QLatin1String("http://"), Qt::CaseInsensitive)
        || url.startsWith(QLatin1String("https://"), Qt::CaseInsensitive);
}

template <typename T>
void checkFailure(const Result<T> &result, const QByteArray &body, Claims &claims)
{
    claims.that(result.error().category == ErrorCategory::InvalidResponse, "a bad answer is called so");
    checkPlace(result.error().message, body, claims);
}

/// As checks.h says: '{' begins an answer for all parsers, a letter chooses one.
template <size_t N>
void feed(const QByteArray &input, const std::array<void (*)(const QByteArray &, Claims &), N> &parsers, Claims &claims)
{
    if (input.isEmpty())
        return;
    if (input.startsWith('{')) {
        for (const auto parser : parsers)
            parser(input, claims);
    } else {
        const auto choice = static_cast<unsigned char>(input.front() - 'a');
        parsers.at(choice % N)(input.mid(1), claims);
    }
}

} // namespace linernotes::fuzz
