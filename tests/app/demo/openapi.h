// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

#include <yaml-cpp/yaml.h>

#include <optional>
#include <set>

namespace linernotes::test
{

/// What a description says about an answer. Places are written "$.items[].artists[].id".
struct Verdict {
    std::set<QString> wrong; ///< not described, or described otherwise; with the reason
    std::set<QString> missing; ///< required
    std::set<QString> missingDeprecated; ///< required, yet marked as on its way out
    std::set<QString> deprecated; ///< there, though so marked
};

/// An OpenAPI 3.0 description, as far as Spotify's uses it: $ref, allOf, type, properties, items, required, nullable,
/// enum, deprecated.
class OpenApi
{
public:
    static std::optional<OpenApi> read(const QString &path);

    /// `response`: the name of one of its components' responses.
    [[nodiscard]] Verdict judge(const QString &response, const QJsonValue &answer) const;
    [[nodiscard]] bool describes(const QString &response) const;

private:
    struct Schema;
    explicit OpenApi(const YAML::Node &root);
    [[nodiscard]] YAML::Node schemaOf(const QString &response) const;
    [[nodiscard]] YAML::Node resolved(const YAML::Node &reference) const;
    void collect(const YAML::Node &node, Schema &schema) const;
    void judge(const YAML::Node &node, const QJsonValue &value, const QString &place, Verdict &verdict) const;
    void judgeObject(const Schema &schema, const QJsonObject &object, const QString &place, Verdict &verdict) const;

    YAML::Node m_root;
};

} // namespace linernotes::test
