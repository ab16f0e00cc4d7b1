// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace linernotes
{

/// Reads a JSON document into structs and remembers the first field that is not as it should be.
///
///     JsonReader root = JsonReader::parse(body);
///     song.id = root.at("response").at("song").integer("id");
///     if (const auto error = root.error()) return failure(*error);
///
/// After the first violation every further read gives an empty value, so a parser reads straight down and
/// asks once at its end. `null` and a missing field are the same for optional reads. A whole number written as
/// a float (3.0) is a whole number: Spotify does that at times. All readers of a document share its error.
class JsonReader
{
public:
    /// Up to here each whole number is a double of its own; 2^53 itself may have been 2^53 + 1. Beyond it an id would
    /// be bent without a word, so it counts as no whole number.
    static constexpr qint64 largestInteger = 9'007'199'254'740'991;

    /// Invalid JSON, or a root that is not an object, becomes the error "$: …".
    static JsonReader parse(const QByteArray &body);

    /// The first violation: category InvalidResponse, message "path: what was expected".
    [[nodiscard]] std::optional<Error> error() const;

    /// A required object below this one.
    [[nodiscard]] JsonReader at(const QString &field) const;
    /// An object that may be missing or null; then every read of it is empty and `exists()` is false.
    [[nodiscard]] JsonReader optionalAt(const QString &field) const;
    [[nodiscard]] bool exists() const { return m_exists; }
    [[nodiscard]] bool has(const QString &field) const;

    [[nodiscard]] QString string(const QString &field) const; ///< required
    [[nodiscard]] QString optionalString(const QString &field) const; ///< empty if missing or null
    [[nodiscard]] qint64 integer(const QString &field) const; ///< required
    [[nodiscard]] std::optional<qint64> optionalInteger(const QString &field) const;
    [[nodiscard]] bool optionalBool(const QString &field, bool fallback = false) const;
    /// Strings of an array that may be missing or null; entries that are null are left out.
    [[nodiscard]] QStringList optionalStrings(const QString &field) const;

    /// Calls `visit` for each object of a required array. Null entries are passed over: services send them.
    void forEach(const QString &field, const std::function<void(const JsonReader &)> &visit) const;
    /// The same for an array that may be missing or null.
    void forEachOptional(const QString &field, const std::function<void(const JsonReader &)> &visit) const;

    /// Records a violation found by the caller, e.g. an id of a wrong form.
    void fail(const QString &field, const QString &expected) const;

    [[nodiscard]] const QJsonObject &object() const { return m_object; }

private:
    struct Verdict {
        std::optional<Error> error;
    };
    JsonReader(QJsonObject object, QString path, bool exists, std::shared_ptr<Verdict> verdict);
    [[nodiscard]] QString pathOf(const QString &field) const;
    void visitArray(const QString &field, const QJsonValue &value,
                    const std::function<void(const JsonReader &)> &visit) const;

    QJsonObject m_object;
    QString m_path;
    bool m_exists = true;
    std::shared_ptr<Verdict> m_verdict;
};

} // namespace linernotes
