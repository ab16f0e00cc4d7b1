// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace linernotes
{
namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

bool isOption(const QString &argument)
{
    return argument.startsWith(QLatin1String("--"));
}

} // namespace

std::unexpected<Error> usageFailure(const QString &message)
{
    return failure(ErrorCategory::InvalidInput,
                   message + QLatin1Char('\n') + tr("“linernotes --help” lists the commands and their options."));
}

Option flagOption(bool &target)
{
    return {false, [&target](const QString &) -> Result<void> {
                target = true;
                return {};
            }};
}

Option textOption(QString &target)
{
    return {true, [&target](const QString &value) -> Result<void> {
                target = value;
                return {};
            }};
}

Option listOption(QStringList &target)
{
    return {true, [&target](const QString &value) -> Result<void> {
                target.append(value);
                return {};
            }};
}

Option fileOption(QString &target)
{
    return {true, [&target](const QString &value) -> Result<void> {
                if (value.isEmpty())
                    return usageFailure(tr("The name of a file is empty."));
                target = value;
                return {};
            }};
}

std::optional<Milliseconds> timeSpan(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A([0-9]{1,5})(s|min|h|d)\\z"));
    const auto match = form.match(text);
    const auto number = match.captured(1).toInt();
    if (!match.hasMatch() || number == 0)
        return std::nullopt;
    const auto unit = match.captured(2);
    if (unit == QLatin1String("s"))
        return std::chrono::seconds(number);
    if (unit == QLatin1String("min"))
        return std::chrono::minutes(number);
    if (unit == QLatin1String("h"))
        return std::chrono::hours(number);
    return std::chrono::days(number);
}

QString Arguments::next()
{
    const auto argument = m_rest.takeFirst();
    const auto equals = isOption(argument) ? argument.indexOf(QLatin1Char('=')) : -1;
    m_value = equals < 0 ? QString() : argument.mid(equals + 1);
    m_hasValue = equals >= 0;
    m_name = equals < 0 ? argument : argument.left(equals);
    return m_name;
}

Result<void> Arguments::take(const Option &option)
{
    if (!option.takesValue) {
        if (m_hasValue)
            return usageFailure(tr("%1 takes no value: leave “=%2” out.").arg(m_name, m_value));
        return option.take({});
    }
    const auto taken = value();
    if (!taken)
        return failure(taken.error());
    return option.take(*taken);
}

Result<QString> Arguments::value()
{
    if (m_hasValue)
        return m_value;
    if (m_rest.isEmpty())
        return usageFailure(tr("%1 needs a value.").arg(m_name));
    if (isOption(m_rest.first())) {
        return usageFailure(tr("%1 needs a value. If “%2” is meant, write %1=%2.").arg(m_name, m_rest.first()));
    }
    return m_rest.takeFirst();
}

} // namespace linernotes
