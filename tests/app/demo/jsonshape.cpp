// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/jsonshape.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cmath>

namespace linernotes::test
{
namespace
{

QString kindOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return QStringLiteral("null");
    case QJsonValue::Bool:
        return QStringLiteral("boolean");
    case QJsonValue::Double:
        return std::trunc(value.toDouble()) == value.toDouble() ? QStringLiteral("integer") : QStringLiteral("number");
    case QJsonValue::String:
        return QStringLiteral("string");
    case QJsonValue::Array:
        return QStringLiteral("array");
    case QJsonValue::Object:
        return QStringLiteral("object");
    case QJsonValue::Undefined:
        break;
    }
    return QStringLiteral("nothing");
}

QString field(const QString &place, const QString &name)
{
    return place + QLatin1Char('.') + name;
}

QString element(const QString &place)
{
    return place + QStringLiteral("[]");
}

} // namespace

void JsonShape::learn(const QJsonValue &example)
{
    learn(example, QStringLiteral("$"));
}

void JsonShape::learn(const QJsonValue &example, const QString &place)
{
    auto &known = m_places[place];
    known.kinds.insert(kindOf(example));
    ++known.times;
    if (example.isObject()) {
        ++known.objects;
        const auto object = example.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry)
            learn(entry.value(), field(place, entry.key()));
    }
    const auto elements = example.toArray();
    for (const auto &entry : elements)
        learn(entry, element(place));
}

std::set<QString> JsonShape::strangeIn(const QJsonValue &answer) const
{
    std::set<QString> found;
    findStrange(answer, QStringLiteral("$"), found);
    return found;
}

void JsonShape::findStrange(const QJsonValue &answer, const QString &place, std::set<QString> &found) const
{
    const auto known = m_places.find(place);
    if (known == m_places.end() || !known->second.kinds.contains(kindOf(answer))) {
        found.insert(QStringLiteral("%1: %2").arg(place, kindOf(answer)));
        return;
    }
    const auto object = answer.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        findStrange(entry.value(), field(place, entry.key()), found);
    const auto elements = answer.toArray();
    for (const auto &entry : elements)
        findStrange(entry, element(place), found);
}

std::set<QString> JsonShape::missingIn(const QJsonValue &answer) const
{
    std::set<QString> found;
    findMissing(answer, QStringLiteral("$"), found);
    return found;
}

void JsonShape::findMissing(const QJsonValue &answer, const QString &place, std::set<QString> &found) const
{
    const auto elements = answer.toArray();
    for (const auto &entry : elements)
        findMissing(entry, element(place), found);
    if (!answer.isObject())
        return;
    const auto object = answer.toObject();
    const auto here = m_places.find(place);
    const auto prefix = place + QLatin1Char('.');
    for (auto known = m_places.lower_bound(prefix); known != m_places.end() && known->first.startsWith(prefix);
         ++known) {
        const auto name = known->first.mid(prefix.size());
        const bool isFieldOfHere = !name.contains(QLatin1Char('.')) && !name.endsWith(QStringLiteral("[]"));
        if (isFieldOfHere && known->second.times == here->second.objects && !object.contains(name))
            found.insert(known->first);
    }
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        findMissing(entry.value(), field(place, entry.key()), found);
}

} // namespace linernotes::test
