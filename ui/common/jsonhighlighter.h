// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>

namespace linernotes::ui
{

/// Colours JSON: names, texts, numbers, literals, signs. Follows the theme. A text of JSON never goes over a line's
/// end.
class JsonHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit JsonHighlighter(QTextDocument *document);

    /// Whether the document is JSON at all.
    void setActive(bool active);

protected:
    void highlightBlock(const QString &line) override;

private:
    bool m_isActive = true;
};

} // namespace linernotes::ui
