// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/errorshape.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QStringList>

#include <array>

namespace linernotes
{
namespace
{

struct Mask {
    QRegularExpression pattern;
    QString replacement;
};

/// In this order: what is quoted may hold an address, an address an id, an id a number.
const auto &masks()
{
    static const std::array masks = {
        Mask{QRegularExpression(QStringLiteral("“[^”]*”")), QStringLiteral("“…”")},
        Mask{QRegularExpression(QStringLiteral(R"("[^"]*")")), QStringLiteral(R"("…")")},
        Mask{QRegularExpression(QStringLiteral(R"(\bhttps?://[^\s)\]}>,;]+)")), QStringLiteral("{url}")},
        // Spotify's ids; UUIDs; other long runs of hexadecimal digits.
        Mask{QRegularExpression(QStringLiteral(R"(\b(?=[A-Za-z]*\d)[0-9A-Za-z]{22}\b)")), QStringLiteral("{id}")},
        Mask{QRegularExpression(QStringLiteral(R"(\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\b)")),
             QStringLiteral("{id}")},
        Mask{QRegularExpression(QStringLiteral(R"(\b(?=[a-fA-F]*\d)[0-9a-fA-F]{12,}\b)")), QStringLiteral("{id}")},
        Mask{QRegularExpression(QStringLiteral(R"(\d+(?:[.,:]\d+)*)")), QStringLiteral("{n}")},
    };
    return masks;
}

} // namespace

QString errorShape(const QString &message)
{
    constexpr qsizetype longest = 300;
    auto shape = message.simplified();
    for (const auto &mask : masks())
        shape.replace(mask.pattern, mask.replacement);
    return shape.left(longest);
}

QString errorGroup(const QString &queue, const QString &category, const QString &service, const QString &endpoint,
                   const QString &shape)
{
    constexpr qsizetype digits = 10;
    const auto all = QStringList({queue, category, service, endpoint, shape}).join(QChar(0x1F));
    const auto hash = QCryptographicHash::hash(all.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QString::fromLatin1(hash.left(digits));
}

} // namespace linernotes
