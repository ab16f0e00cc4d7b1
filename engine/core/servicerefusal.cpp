// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/servicerefusal.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace linernotes
{
namespace
{

constexpr qsizetype longestMessage = 300;
/// Enough for any refusal; an HTML page can be long.
constexpr qsizetype readAtMost = 65'536;

QString oneLine(const QString &text)
{
    return text.simplified().left(longestMessage).trimmed(); // the cut may fall behind a blank
}

ServiceRefusal fromJson(const QJsonObject &root)
{
    const auto error = root.value(QStringLiteral("error"));
    if (error.isObject()) {
        const auto object = error.toObject();
        return {.message = oneLine(object.value(QStringLiteral("message")).toString()),
                .reason = oneLine(object.value(QStringLiteral("reason")).toString())};
    }
    if (error.isString()) {
        const auto code = oneLine(error.toString());
        const auto description = oneLine(root.value(QStringLiteral("error_description")).toString());
        return {.message = description.isEmpty() ? code : description, .reason = code};
    }
    const auto meta = root.value(QStringLiteral("meta")).toObject();
    if (const auto message = meta.value(QStringLiteral("message")); message.isString())
        return {.message = oneLine(message.toString()), .reason = {}};
    return {.message = oneLine(root.value(QStringLiteral("message")).toString()), .reason = {}};
}

bool looksLikeHtml(const QString &text)
{
    const auto start = text.left(256);
    return start.startsWith(QLatin1String("<!doctype"), Qt::CaseInsensitive)
        || start.startsWith(QLatin1String("<html"), Qt::CaseInsensitive)
        || (start.startsWith(u'<') && start.contains(QLatin1String("<html"), Qt::CaseInsensitive));
}

QString htmlTitle(const QString &page)
{
    const auto tag = page.indexOf(QLatin1String("<title"), 0, Qt::CaseInsensitive);
    const auto open = tag < 0 ? -1 : page.indexOf(u'>', tag);
    const auto close = open < 0 ? -1 : page.indexOf(QLatin1String("</title"), open, Qt::CaseInsensitive);
    const auto title = close < 0 ? QString() : oneLine(page.mid(open + 1, close - open - 1));
    return title.isEmpty() ? QStringLiteral("HTML page") : title;
}

} // namespace

ServiceRefusal parseRefusal(const QByteArray &body)
{
    const auto document = QJsonDocument::fromJson(body);
    if (document.isObject())
        return fromJson(document.object());

    auto text = QString::fromUtf8(body.left(readAtMost));
    text.remove(QChar::ByteOrderMark);
    text = text.trimmed();
    if (looksLikeHtml(text))
        return {.message = htmlTitle(text), .reason = {}};
    return {.message = oneLine(text), .reason = {}};
}

bool isAboutAccount(const QString &message)
{
    return message.contains(QLatin1String("premium"), Qt::CaseInsensitive)
        || message.contains(QLatin1String("subscription"), Qt::CaseInsensitive);
}

} // namespace linernotes
