// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/jsonhighlighter.h"

#include "common/theme.h"

#include <QRegularExpression>

#include <array>

namespace linernotes::ui
{
namespace
{

const QRegularExpression &tokens()
{
    static const QRegularExpression pattern(QStringLiteral(R"((?<name>"(?:[^"\\]|\\.)*"(?=\s*:)))"
                                                           R"(|(?<text>"(?:[^"\\]|\\.)*"?))"
                                                           R"(|(?<number>-?\d[\d.eE+-]*))"
                                                           R"(|(?<literal>\b(?:true|false|null)\b))"
                                                           R"(|(?<sign>[{}\[\],:]))"));
    return pattern;
}

} // namespace

JsonHighlighter::JsonHighlighter(QTextDocument *document)
    : QSyntaxHighlighter(document)
{
    connect(&Theme::instance(), &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void JsonHighlighter::setActive(bool active)
{
    if (std::exchange(m_isActive, active) != active)
        rehighlight();
}

void JsonHighlighter::highlightBlock(const QString &line)
{
    if (!m_isActive)
        return;
    const auto &colours = Theme::instance().colours();
    const std::array<std::pair<QString, QColor>, 5> inks{
        {{QStringLiteral("name"), colours.accent},
         {QStringLiteral("text"), colours.state(WorkState::Done)},
         {QStringLiteral("number"), colours.state(WorkState::Ready)},
         {QStringLiteral("literal"), colours.state(WorkState::Delayed)},
         {QStringLiteral("sign"), colours.muted}}};
    auto found = tokens().globalMatch(line);
    while (found.hasNext()) {
        const auto token = found.next();
        for (const auto &[kind, ink] : inks) {
            if (token.capturedLength(kind) > 0)
                setFormat(static_cast<int>(token.capturedStart()), static_cast<int>(token.capturedLength()), ink);
        }
    }
}

} // namespace linernotes::ui
