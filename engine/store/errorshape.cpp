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

CommonText::CommonText(const QString &shape)
{
    static const QRegularExpression mask(QStringLiteral(R"((?<=“)…(?=”)|(?<=")…(?=")|\{(?:url|id|n)\})"));
    auto form = QStringLiteral("\\A");
    qsizetype from = 0;
    auto found = mask.globalMatch(shape);
    while (found.hasNext()) {
        const auto place = found.next();
        const auto words = shape.mid(from, place.capturedStart() - from);
        m_words.append(words);
        form += QRegularExpression::escape(words)
            + (place.captured() == QLatin1String("{n}")            ? QStringLiteral(R"((\d+(?:[.,:]\d+)*))")
                   : place.captured().startsWith(QLatin1Char('{')) ? QStringLiteral(R"(([^\s)\]}>,;]+))")
                                                                   : QStringLiteral("([^”\"]*)"));
        from = place.capturedEnd();
    }
    m_words.append(shape.mid(from));
    m_form.setPattern(form + QRegularExpression::escape(m_words.back()));
    m_common.resize(static_cast<std::size_t>(m_words.size() - 1));
}

void CommonText::add(const QString &text)
{
    const auto match = m_form.match(text.simplified());
    for (std::size_t i = 0; i < m_common.size(); ++i) {
        const auto here = match.captured(static_cast<int>(i) + 1);
        if (m_isFirst && match.hasMatch())
            m_common[i] = here;
        else if (m_common[i] != here)
            m_common[i].reset();
    }
    m_isFirst = false;
}

QString CommonText::text() const
{
    auto text = m_words.front();
    for (std::size_t i = 0; i < m_common.size(); ++i)
        text += m_common[i].value_or(QStringLiteral("…")) + m_words.at(static_cast<qsizetype>(i) + 1);
    return text;
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
