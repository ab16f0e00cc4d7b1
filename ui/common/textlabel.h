// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"

#include <QLabel>

namespace linernotes::ui
{

/// Text from outside: plain, on as many lines as it needs, to be selected. However long it is and whatever it holds,
/// the window keeps its size: a word without a place to break at, or a thousand lines, are cut.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    TextLabel(const QString &objectName, TypeStep step, QWidget *parent);

    [[nodiscard]] QSize minimumSizeHint() const override;
};

/// The same on one line, with a … where there is no room, or with what is said in place of it there.
class LineLabel : public QLabel
{
    Q_OBJECT

public:
    LineLabel(const QString &objectName, QWidget *parent);
    void setElide(Qt::TextElideMode elide) { m_elide = elide; }
    /// Whole in any case, as a number has to be; after the text it stands for.
    void setBrief(const QString &brief);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_brief;
    Qt::TextElideMode m_elide = Qt::ElideRight;
};

} // namespace linernotes::ui
