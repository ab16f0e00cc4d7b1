// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace linernotes::ui
{

class LetterList;
class LetterView;

/// The list of letters above the letter. The list is as high as its rows need, up to a share; the letter has the rest,
/// until a person draws the line elsewhere.
class LetterSplitter : public QSplitter
{
    Q_OBJECT

public:
    explicit LetterSplitter(QWidget *parent);

    void setParts(LetterList *list, LetterView *view);
    /// After rows came or went.
    void arrange();
    /// Where a person has drawn the line; empty: nobody has.
    [[nodiscard]] QByteArray drawn() const;
    void restoreDrawn(const QByteArray &state);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    LetterList *m_list = nullptr;
    bool m_isDrawn = false;
};

} // namespace linernotes::ui
