// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadletters/bodyview.h"

#include "common/theme.h"
#include "deadletters/jsonhighlighter.h"
#include "deadletters/jsontext.h"

#include <QFontDatabase>
#include <QScrollBar>

namespace linernotes::ui
{
namespace
{

constexpr int leastLines = 3;
constexpr int mostLines = 14; ///< of one that wants more, the rest is scrolled to

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

QSize BodyView::sizeHint() const
{
    const auto &theme = Theme::instance();
    const auto lines = std::clamp(document()->lineCount(), leastLines, mostLines);
    return {theme.figureWidth(TypeStep::Body, 30),
            lines * fontMetrics().lineSpacing() + 2 * qRound(document()->documentMargin()) + 2 * frameWidth()};
}

QSize BodyView::minimumSizeHint() const
{
    return {Theme::instance().figureWidth(TypeStep::Body, 16), sizeHint().height()};
}

} // namespace linernotes::ui
