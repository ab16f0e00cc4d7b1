// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsonreader.h"

#include <QJsonDocument>
#include <QJsonParseError>

#include <cmath>

namespace linernotes
{
namespace
{

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    if (!value.isDouble())
        return std::nullopt;
    const double number = value.toDouble();
    if (std::trunc(number) != number || std::abs(number) > static_cast<double>(JsonReader::largestInteger))
        return std::nullopt;
    return static_cast<qint64>(number);
}

bool isAbsent(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull();
}

} // namespace

JsonReader::JsonReader(QJsonObject object, QString path, bool exists, std::shared_ptr<Verdict> verdict)
    : m_object(std::move(object))
    , m_path(std::move(path))
    , m_exists(exists)
    , m_verdict(std::move(verdict))
{
}

JsonReader JsonReader::parse(const QByteArray &body)
{
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(body, &problem);
    JsonReader reader(document.object(), QStringLiteral("$"), true, std::make_shared<Verdict>());
    if (problem.error != QJsonParseError::NoError) {
        reader.m_verdict->error = Error{
            .category = ErrorCategory::InvalidResponse,
            .message =
                QStringLiteral("not JSON: %1 at byte %2").arg(problem.errorString(), QString::number(problem.offset))};
    } else if (!document.isObject()) {
        reader.fail({}, QStringLiteral("expected an object"));
    }
    return reader;
}

std::optional<Error> JsonReader::error() const
{
    return m_verdict->error;
}

QString JsonReader::pathOf(const QString &field) const
{
    return field.isEmpty() ? m_path : m_path + QLatin1Char('.') + field;
}

void JsonReader::fail(const QString &field, const QString &expected) const
{
    if (m_verdict->error)
        return;
    m_verdict->error = Error{.category = ErrorCategory::InvalidResponse,
                             .message = QStringLiteral("%1: %2").arg(pathOf(field), expected)};
}

JsonReader JsonReader::at(const QString &field) const
{
    const auto value = m_object.value(field);
    if (m_exists && !value.isObject())
        fail(field, QStringLiteral("expected an object"));
    return {value.toObject(), pathOf(field), m_exists && value.isObject(), m_verdict};
}

JsonReader JsonReader::optionalAt(const QString &field) const
{
    const auto value = m_object.value(field);
    if (!isAbsent(value) && !value.isObject())
        fail(field, QStringLiteral("expected an object or null"));
    return {value.toObject(), pathOf(field), value.isObject(), m_verdict};
}

bool JsonReader::has(const QString &field) const
{
    return !isAbsent(m_object.value(field));
}

QString JsonReader::string(const QString &field) const
{
    const auto value = m_object.value(field);
    if (m_exists && !value.isString())
        fail(field, QStringLiteral("expected a string"));
    return value.toString();
}

QString JsonReader::optionalString(const QString &field) const
{
    const auto value = m_object.value(field);
    if (!isAbsent(value) && !value.isString())
        fail(field, QStringLiteral("expected a string or null"));
    return value.toString();
}

qint64 JsonReader::integer(const QString &field) const
{
    const auto number = wholeNumber(m_object.value(field));
    if (m_exists && !number)
        fail(field, QStringLiteral("expected a whole number"));
    return number.value_or(0);
}

std::optional<qint64> JsonReader::optionalInteger(const QString &field) const
{
    const auto value = m_object.value(field);
    if (isAbsent(value))
        return std::nullopt;
    const auto number = wholeNumber(value);
    if (!number)
        fail(field, QStringLiteral("expected a whole number or null"));
    return number;
}

bool JsonReader::optionalBool(const QString &field, bool fallback) const
{
    const auto value = m_object.value(field);
    if (isAbsent(value))
        return fallback;
    if (!value.isBool())
        fail(field, QStringLiteral("expected true, false or null"));
    return value.toBool(fallback);
}

QStringList JsonReader::optionalStrings(const QString &field) const
{
    const auto value = m_object.value(field);
    if (isAbsent(value))
        return {};
    if (!value.isArray())
        fail(field, QStringLiteral("expected an array or null"));
    QStringList strings;
    const auto array = value.toArray();
    for (const auto &entry : array) {
        if (entry.isNull())
            continue;
        if (!entry.isString())
            fail(field, QStringLiteral("expected an array of strings"));
        strings.append(entry.toString());
    }
    return strings;
}

void JsonReader::visitArray(const QString &field, const QJsonValue &value,
                            const std::function<void(const JsonReader &)> &visit) const
{
    const auto array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const auto &entry = array.at(i);
        if (entry.isNull())
            continue;
        const auto path = QStringLiteral("%1[%2]").arg(field, QString::number(i));
        if (!entry.isObject())
            return fail(path, QStringLiteral("expected an object"));
        visit(JsonReader(entry.toObject(), pathOf(path), true, m_verdict));
    }
}

void JsonReader::forEach(const QString &field, const std::function<void(const JsonReader &)> &visit) const
{
    const auto value = m_object.value(field);
    if (m_exists && !value.isArray())
        return fail(field, QStringLiteral("expected an array"));
    visitArray(field, value, visit);
}

void JsonReader::forEachOptional(const QString &field, const std::function<void(const JsonReader &)> &visit) const
{
    const auto value = m_object.value(field);
    if (isAbsent(value))
        return;
    forEach(field, visit);
}

} // namespace linernotes
