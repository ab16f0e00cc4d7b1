// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/openapi.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <map>

namespace linernotes::test
{
namespace
{

QString text(const YAML::Node &node)
{
    return QString::fromStdString(node.as<std::string>());
}

bool flag(const YAML::Node &node, const char *name)
{
    return node[name] && node[name].as<bool>();
}

bool isOf(const QString &type, const QJsonValue &value)
{
    if (type == QLatin1String("integer"))
        return value.isDouble() && std::trunc(value.toDouble()) == value.toDouble();
    const std::map<QString, QJsonValue::Type> types{{QStringLiteral("number"), QJsonValue::Double},
                                                    {QStringLiteral("boolean"), QJsonValue::Bool},
                                                    {QStringLiteral("string"), QJsonValue::String},
                                                    {QStringLiteral("array"), QJsonValue::Array},
                                                    {QStringLiteral("object"), QJsonValue::Object}};
    const auto known = types.find(type);
    return known != types.end() && known->second == value.type();
}

} // namespace

/// A schema with the parts of its allOf and what they refer to put together.
struct OpenApi::Schema {
    QString type;
    bool isNullable = false;
    std::map<QString, YAML::Node> properties;
    std::set<QString> required;
    std::set<QString> values; ///< enum; empty: any
    std::optional<YAML::Node> items;
};

std::optional<OpenApi> OpenApi::read(const QString &path)
{
    try {
        return OpenApi(YAML::LoadFile(path.toStdString()));
    } catch (const YAML::Exception &problem) {
        qWarning("%s: %s", qPrintable(path), problem.what());
        return std::nullopt;
    }
}

OpenApi::OpenApi(const YAML::Node &root)
    : m_root(root)
{
}

bool OpenApi::describes(const QString &response) const
{
    const auto &root = m_root; // a Node that is not const grows what it is asked for
    return root["components"]["responses"][response.toStdString()].IsDefined();
}

YAML::Node OpenApi::schemaOf(const QString &response) const
{
    const auto &root = m_root;
    return root["components"]["responses"][response.toStdString()]["content"]["application/json"]["schema"];
}

/// `reference`: "#/components/schemas/AlbumBase".
YAML::Node OpenApi::resolved(const YAML::Node &reference) const
{
    const auto &root = m_root;
    const auto name = text(reference).section(QLatin1Char('/'), -1).toStdString();
    return root["components"]["schemas"][name];
}

void OpenApi::collect(const YAML::Node &node, Schema &schema) const
{
    if (node["$ref"])
        return collect(resolved(node["$ref"]), schema);
    for (const auto &part : node["allOf"])
        collect(part, schema);
    if (node["type"])
        schema.type = text(node["type"]);
    schema.isNullable = schema.isNullable || flag(node, "nullable");
    for (const auto &property : node["properties"])
        schema.properties.insert_or_assign(text(property.first), property.second);
    for (const auto &name : node["required"])
        schema.required.insert(text(name));
    for (const auto &value : node["enum"])
        schema.values.insert(text(value));
    if (node["items"])
        schema.items.emplace(node["items"]);
}

Verdict OpenApi::judge(const QString &response, const QJsonValue &answer) const
{
    Verdict verdict;
    judge(schemaOf(response), answer, QStringLiteral("$"), verdict);
    return verdict;
}

void OpenApi::judge(const YAML::Node &node, const QJsonValue &value, const QString &place, Verdict &verdict) const
{
    Schema schema;
    collect(node, schema);
    const auto wrong = [&](const QString &why) { verdict.wrong.insert(place + QStringLiteral(": ") + why); };
    if (value.isNull() && schema.isNullable)
        return;
    const auto type = schema.type.isEmpty() && !schema.properties.empty() ? QStringLiteral("object") : schema.type;
    if (!isOf(type, value))
        return wrong(QStringLiteral("is no ") + type);
    if (!schema.values.empty() && !schema.values.contains(value.toString()))
        return wrong(QStringLiteral("can't be \"%1\"").arg(value.toString()));
    if (value.isObject())
        judgeObject(schema, value.toObject(), place, verdict);
    const auto elements = value.toArray();
    for (const auto &element : elements) {
        if (!schema.items)
            return wrong(QStringLiteral("has elements that are not described"));
        judge(*schema.items, element, place + QStringLiteral("[]"), verdict);
    }
}

void OpenApi::judgeObject(const Schema &schema, const QJsonObject &object, const QString &place, Verdict &verdict) const
{
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const auto here = place + QLatin1Char('.') + entry.key();
        const auto described = schema.properties.find(entry.key());
        if (described == schema.properties.end()) {
            verdict.wrong.insert(here + QStringLiteral(": is not described"));
            continue;
        }
        if (flag(described->second, "deprecated"))
            verdict.deprecated.insert(here);
        judge(described->second, entry.value(), here, verdict);
    }
    for (const auto &name : schema.required) {
        if (object.contains(name))
            continue;
        const auto described = schema.properties.find(name);
        const bool isDeprecated = described != schema.properties.end() && flag(described->second, "deprecated");
        (isDeprecated ? verdict.missingDeprecated : verdict.missing).insert(place + QLatin1Char('.') + name);
    }
}

} // namespace linernotes::test
