// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"

#include <array>
#include <utility>

namespace linernotes
{
namespace
{

constexpr std::array<std::pair<ErrorCategory, const char *>, 15> categoryNames{{
    {ErrorCategory::RateLimited, "RateLimited"},
    {ErrorCategory::ServiceDown, "ServiceDown"},
    {ErrorCategory::Network, "Network"},
    {ErrorCategory::Timeout, "Timeout"},
    {ErrorCategory::Server, "Server"},
    {ErrorCategory::Auth, "Auth"},
    {ErrorCategory::NotFound, "NotFound"},
    {ErrorCategory::InvalidRequest, "InvalidRequest"},
    {ErrorCategory::InvalidResponse, "InvalidResponse"},
    {ErrorCategory::InvalidMessage, "InvalidMessage"},
    {ErrorCategory::Poison, "Poison"},
    {ErrorCategory::Ambiguous, "Ambiguous"},
    {ErrorCategory::Database, "Database"},
    {ErrorCategory::InvalidInput, "InvalidInput"},
    {ErrorCategory::Cancelled, "Cancelled"},
}};

} // namespace

QString categoryName(ErrorCategory category)
{
    for (const auto &[value, name] : categoryNames) {
        if (value == category)
            return QString::fromLatin1(name);
    }
    Q_UNREACHABLE();
}

std::optional<ErrorCategory> categoryFromName(const QString &name)
{
    for (const auto &[value, text] : categoryNames) {
        if (name == QLatin1String(text))
            return value;
    }
    return std::nullopt;
}

} // namespace linernotes
