// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/banner.h"

namespace linernotes::ui
{

/// What is being done to dead letters, with its progress and a way to end it; then what came of it, and the way back.
class OutcomeBar : public Banner
{
    Q_OBJECT

public:
    explicit OutcomeBar(QWidget *parent);

    /// `share`: 0 … 1
    void showProgress(const QString &text, double share);
    /// `iconName`: whether it was a success.
    void showOutcome(const QString &text, const QString &iconName, bool canUndo);

Q_SIGNALS:
    void undoClicked();
    void cancelClicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPushButton *m_undo;
    QPushButton *m_cancel;
    QPushButton *m_close;
    double m_share = 1;
};

} // namespace linernotes::ui
