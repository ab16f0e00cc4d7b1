// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/jsontext.h"

#include <QJsonDocument>
#include <QJsonParseError>

namespace linernotes::ui
{
namespace
{

constexpr int indentWidth = 2;

/// Reads JSON sign by sign and writes it with line breaks.
class Layout
{
public:
    QString of(const QString &json)
    {
        m_text.reserve(json.size() * 2);
        for (qsizetype i = 0; i < json.size(); ++i) {
            if (m_isInString)
                takeInString(json.at(i));
            else
                take(json.at(i), json, i);
        }
        return m_text;
    }
    [[nodiscard]] bool isOpen() const { return m_depth > 0 || m_isInString; }

private:
    void takeInString(QChar sign)
    {
        m_text += sign;
        if (m_isEscaped)
            m_isEscaped = false;
        else if (sign == QLatin1Char('\\'))
            m_isEscaped = true;
        else if (sign == QLatin1Char('"'))
            m_isInString = false;
    }
    void take(QChar sign, const QString &json, qsizetype &at)
    {
        if (sign.isSpace())
            return;
        if (sign == QLatin1Char('{') || sign == QLatin1Char('['))
            open(sign, json, at);
        else if (sign == QLatin1Char('}') || sign == QLatin1Char(']'))
            close(sign);
        else
            m_text += sign;
        if (sign == QLatin1Char('"'))
            m_isInString = true;
        else if (sign == QLatin1Char(':'))
            m_text += QLatin1Char(' ');
        else if (sign == QLatin1Char(','))
            breakLine();
    }
    /// What is empty stays on one line.
    void open(QChar sign, const QString &json, qsizetype &at)
    {
        auto next = at + 1;
        while (next < json.size() && json.at(next).isSpace())
            ++next;
        m_text += sign;
        if (next < json.size() && (json.at(next) == QLatin1Char('}') || json.at(next) == QLatin1Char(']'))) {
            m_text += json.at(next);
            at = next;
            return;
        }
        ++m_depth;
        breakLine();
    }
    void close(QChar sign)
    {
        m_depth = std::max(m_depth - 1, 0);
        breakLine();
        m_text += sign;
    }
    void breakLine() { m_text += QLatin1Char('\n') + QString(m_depth * indentWidth, QLatin1Char(' ')); }

    QString m_text;
    int m_depth = 0;
    bool m_isInString = false;
    bool m_isEscaped = false;
};

} // namespace

BodyText laidOut(const QString &body)
{
    constexpr int lastWord = 8; // a literal or an escape that is cut is reported at its beginning
    const auto bytes = body.toUtf8();
    QJsonParseError problem;
    QJsonDocument::fromJson(bytes, &problem);
    const bool isWhole = problem.error == QJsonParseError::NoError;
    Layout layout;
    auto text = layout.of(body);
    const bool isCut = !isWhole && layout.isOpen() && problem.offset >= bytes.size() - lastWord;
    if (!isWhole && !isCut)
        return {.text = body, .isJson = false, .isCut = false};
    return {.text = std::move(text), .isJson = true, .isCut = isCut};
}

QString inOneLine(const QString &json)
{
    QString line;
    bool isInString = false;
    bool isEscaped = false;
    for (const auto sign : json.simplified()) {
        if (isEscaped || (isInString && sign != QLatin1Char('"') && sign != QLatin1Char('\\'))) {
            line += sign;
            isEscaped = false;
        } else if (sign == QLatin1Char('\\')) {
            isEscaped = true;
        } else if (sign == QLatin1Char('"')) {
            isInString = !isInString;
        } else if (sign == QLatin1Char(',')) {
            line += QStringLiteral(" · ");
        } else if (sign == QLatin1Char(':')) {
            line += QLatin1Char(' ');
        } else if (sign != QLatin1Char('{') && sign != QLatin1Char('}')) {
            line += sign;
        }
    }
    return line;
}

} // namespace linernotes::ui
