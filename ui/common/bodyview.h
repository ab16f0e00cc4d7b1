// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace linernotes::ui
{

class JsonHighlighter;

/// A message or an answer to be read and copied: JSON in colours, anything else as text. As high as its text, within
/// bounds.
class BodyView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit BodyView(const QString &objectName, QWidget *parent);

    void setBody(const QString &body);
    [[nodiscard]] bool isJson() const { return m_isJson; }
    [[nodiscard]] bool isCut() const { return m_isCut; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int lines() const;

    JsonHighlighter *m_highlighter;
    QString m_body;
    bool m_isJson = false;
    bool m_isCut = false;
};

/// The font of code in the size of the window's text.
QFont codeFont();

} // namespace linernotes::ui
