// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace linernotes
{

/// What is wrong with the arguments, and where the right ones are listed.
std::unexpected<Error> usageFailure(const QString &message);

/// What an option does with its value; empty for one without.
using TakeValue = std::function<Result<void>(const QString &value)>;
struct Option {
    bool takesValue = false;
    TakeValue take;
};
using Options = QMap<QString, Option>;

Option flagOption(bool &target);
Option textOption(QString &target);
Option listOption(QStringList &target);
/// An empty name is most often a variable that is not set: it is refused.
Option fileOption(QString &target);

/// "30s", "15min", "24h", "7d"; nullopt: it is no such time, or none at all.
std::optional<Milliseconds> timeSpan(const QString &text);

/// Goes through the arguments once, from left to right. Options may stand anywhere and be written --name=value.
class Arguments
{
public:
    explicit Arguments(QStringList arguments)
        : m_rest(std::move(arguments))
    {
    }

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }
    /// The next argument; the value of --name=value is kept for take().
    QString next();
    /// Gives the option that next() named its value.
    Result<void> take(const Option &option);

private:
    Result<QString> value();

    QStringList m_rest;
    QString m_name;
    QString m_value;
    bool m_hasValue = false;
};

} // namespace linernotes
