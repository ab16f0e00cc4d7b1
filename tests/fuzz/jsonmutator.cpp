// SPDX-License-Identifier: GPL-3.0-or-later
// Changes JSON as JSON. Bytes changed at random are no JSON any more, and Qt's reader, which libFuzzer cannot see into,
// gives it no sign of what would be: the parsers behind it would hardly be reached.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdint>
#include <cstring>
#include <random>

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t maxSize);

namespace
{

using Dice = std::minstd_rand;

qsizetype roll(Dice &dice, qsizetype sides)
{
    return static_cast<qsizetype>(dice() % static_cast<quint64>(sides));
}

/// What services, and those who wish us ill, put where something else is expected.
QJsonValue oddValue(Dice &dice)
{
    static const QJsonArray values{
        QJsonValue(),
        true,
        0,
        1,
        -1,
        0.5,
        1e300,
        qint64(9'007'199'254'740'993),
        qint64(-9'007'199'254'740'993),
        std::numeric_limits<qint64>::max(),
        QString(),
        QStringLiteral(" "),
        QStringLiteral("0123456789abcdefABCDEF"),
        QStringLiteral("javascript:alert(1)"),
        QStringLiteral("HTTPS://host/?offset=9223372036854775807&limit=50"),
        QStringLiteral("spotify:artist:0123456789abcdefABCDEF"),
        QString(QChar(0xd800)),
        QString(400, u'\u00e9'),
        QJsonArray(),
        QJsonArray{QJsonValue()},
        QJsonObject(),
    };
    return values.at(roll(dice, values.size()));
}

QString changedText(const QString &text)
{
    constexpr qsizetype room = 64;
    auto bytes = text.toUtf8();
    const auto size = bytes.size();
    bytes.resize(size + room);
    const auto changed = LLVMFuzzerMutate(reinterpret_cast<uint8_t *>(bytes.data()), static_cast<size_t>(size),
                                          static_cast<size_t>(bytes.size()));
    return QString::fromUtf8(bytes.first(static_cast<qsizetype>(changed)));
}

QJsonValue changed(const QJsonValue &value, Dice &dice);

QJsonValue changedArray(QJsonArray array, Dice &dice)
{
    if (array.isEmpty())
        return QJsonArray{oddValue(dice)};
    const auto at = roll(dice, array.size());
    switch (roll(dice, 6)) {
    case 0:
        array.removeAt(at);
        break;
    case 1:
        array.insert(at, array.at(roll(dice, array.size())));
        break;
    default:
        array.replace(at, changed(array.at(at), dice));
    }
    return array;
}

QJsonValue changedObject(QJsonObject object, Dice &dice)
{
    if (object.isEmpty())
        return oddValue(dice);
    const auto keys = object.keys();
    const auto &key = keys.at(roll(dice, keys.size()));
    switch (roll(dice, 8)) {
    case 0:
        object.remove(key);
        break;
    case 1:
        object.insert(key, object.value(keys.at(roll(dice, keys.size()))));
        break;
    default:
        object.insert(key, changed(object.value(key), dice));
    }
    return object;
}

QJsonValue changed(const QJsonValue &value, Dice &dice)
{
    if (roll(dice, 8) == 0)
        return oddValue(dice);
    if (value.isObject())
        return changedObject(value.toObject(), dice);
    if (value.isArray())
        return changedArray(value.toArray(), dice);
    return value.isString() && roll(dice, 2) == 0 ? QJsonValue(changedText(value.toString())) : oddValue(dice);
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t maxSize, unsigned int seed)
{
    Dice dice(seed);
    const auto whole = QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto begin = whole.indexOf('{'); // before it: a letter that chooses the parser, or headers
    const auto document = begin < 0 ? QJsonDocument() : QJsonDocument::fromJson(whole.mid(begin));
    if (!document.isObject() || roll(dice, 8) == 0)
        return LLVMFuzzerMutate(data, size, maxSize);

    const auto object = changedObject(document.object(), dice).toObject();
    const auto bytes = whole.left(begin) + QJsonDocument(object).toJson(QJsonDocument::Compact);
    if (static_cast<size_t>(bytes.size()) > maxSize)
        return LLVMFuzzerMutate(data, size, maxSize);
    std::memcpy(data, bytes.constData(), static_cast<size_t>(bytes.size()));
    return static_cast<size_t>(bytes.size());
}
