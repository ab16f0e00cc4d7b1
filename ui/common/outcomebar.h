// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/banner.h"

class QAction;

namespace linernotes::ui
{

/// What is being done with many, with its progress and a way to end it; then what came of it, and the way back.
class OutcomeBar : public Banner
{
    Q_OBJECT

public:
    /// `name`: the names of the bar and its parts begin with it.
    OutcomeBar(const QString &name, QWidget *parent);

    /// With its key, for the page.
    [[nodiscard]] QAction *closing() const { return m_closing; }
    [[nodiscard]] bool isUnderWay() const { return m_isUnderWay; }

    /// `share`: 0 … 1
    void showProgress(const QString &text, double share);
    /// `iconName`: whether it was a success.
    void showOutcome(const QString &text, const QString &iconName, bool canUndo);

Q_SIGNALS:
    void undoClicked();
    void cancelClicked();
    // For whoever does not see the bar.
    void progressed(const QString &text);
    void ended(const QString &text); ///< what went on for long

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QAction *m_closing;
    QPushButton *m_undo;
    QPushButton *m_cancel;
    QPushButton *m_close;
    double m_share = 1;
    bool m_isUnderWay = false;
};

} // namespace linernotes::ui
