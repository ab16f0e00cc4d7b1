// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/bodyview.h"

#include "common/jsonhighlighter.h"
#include "common/jsontext.h"
#include "common/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QFontDatabase>
#include <QResizeEvent>
#include <QTextBlock>
#include <QTextLayout>

namespace linernotes::ui
{
namespace
{

constexpr int leastLines = 3;
constexpr int mostLines = 48; ///< a screen full; of one that wants more, the rest is scrolled to

} // namespace

QFont codeFont()
{
    auto font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(Theme::instance().font(TypeStep::Caption).pointSizeF());
    return font;
}

BodyView::BodyView(const QString &objectName, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_highlighter(new JsonHighlighter(document()))
{
    setObjectName(objectName);
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFont(codeFont());
    connect(&Theme::instance(), &Theme::changed, this, [this] { setFont(codeFont()); });
}

void BodyView::setBody(const QString &body)
{
    if (std::exchange(m_body, body) == body)
        return; // keeps the selection and the place
    const auto shown = laidOut(body);
    m_isJson = shown.isJson;
    m_isCut = shown.isCut;
    m_highlighter->setActive(shown.isJson);
    setPlainText(shown.text);
    updateGeometry();
}

/// As they are wrapped. The document itself counts its lines only once they are drawn.
int BodyView::lines() const
{
    const auto *layout = document()->documentLayout();
    int lines = 0;
    for (auto block = document()->begin(); block.isValid() && lines < mostLines; block = block.next()) {
        static_cast<void>(layout->blockBoundingRect(block)); // lays it out
        lines += std::max(block.layout()->lineCount(), 1);
    }
    return std::clamp(lines, leastLines, mostLines);
}

QSize BodyView::sizeHint() const
{
    const auto &theme = Theme::instance();
    return {theme.figureWidth(TypeStep::Body, 30),
            lines() * fontMetrics().lineSpacing() + 2 * qRound(document()->documentMargin()) + 2 * frameWidth()
                + theme.space(1)};
}

void BodyView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        updateGeometry(); // other lines
}

QSize BodyView::minimumSizeHint() const
{
    return {Theme::instance().figureWidth(TypeStep::Body, 16), sizeHint().height()};
}

} // namespace linernotes::ui
