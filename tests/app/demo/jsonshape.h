// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

#include <map>
#include <set>

namespace linernotes::test
{

/// Which places answers have and what kinds of values stand there, learned from examples. A place is written
/// "$.items[].artists[].id".
class JsonShape
{
public:
    void learn(const QJsonValue &example);

    /// What `answer` has at places where no example had it, as "place: kind".
    [[nodiscard]] std::set<QString> strangeIn(const QJsonValue &answer) const;
    /// The places that every example had wherever it could, but `answer` has not.
    [[nodiscard]] std::set<QString> missingIn(const QJsonValue &answer) const;

private:
    struct Place {
        std::set<QString> kinds;
        int times = 0;
        int objects = 0; ///< times that an object stood here
    };
    void learn(const QJsonValue &example, const QString &place);
    void findStrange(const QJsonValue &answer, const QString &place, std::set<QString> &found) const;
    void findMissing(const QJsonValue &answer, const QString &place, std::set<QString> &found) const;

    std::map<QString, Place> m_places;
};

} // namespace linernotes::test
