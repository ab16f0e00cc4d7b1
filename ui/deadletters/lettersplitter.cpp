// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadletters/lettersplitter.h"

#include "deadletters/letterlist.h"
#include "deadletters/letterview.h"

#include <algorithm>

namespace linernotes::ui
{

LetterSplitter::LetterSplitter(QWidget *parent)
    : QSplitter(Qt::Vertical, parent)
{
    setObjectName(QStringLiteral("letterSplitter"));
    setChildrenCollapsible(false);
    connect(this, &QSplitter::splitterMoved, this, [this] { m_isDrawn = true; });
}

void LetterSplitter::setParts(LetterList *list, LetterView *view)
{
    m_list = list;
    addWidget(list);
    addWidget(view);
    setStretchFactor(0, 0);
    setStretchFactor(1, 1);
}

void LetterSplitter::arrange()
{
    if (m_isDrawn || !m_list)
        return;
    constexpr double mostOfList = 0.4;
    constexpr int fewestRows = 5; // where that is more: fewer are no list
    const auto room = height() - handleWidth();
    const auto most = std::max(static_cast<int>(room * mostOfList), m_list->heightOf(fewestRows));
    const auto list = std::min(m_list->heightNeeded(), most);
    setSizes({list, room - list});
}

QByteArray LetterSplitter::drawn() const
{
    return m_isDrawn ? saveState() : QByteArray();
}

void LetterSplitter::restoreDrawn(const QByteArray &state)
{
    m_isDrawn = restoreState(state);
}

void LetterSplitter::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    arrange();
}

} // namespace linernotes::ui
