// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/snugdialog.h"

class QLineEdit;

namespace linernotes::ui
{

/// Says what a decision brings about, and asks why it is made: the reason is kept with it.
class ReasonDialog : public SnugDialog
{
    Q_OBJECT

public:
    struct Text {
        QString title;
        QString question;
        QString explanation;
        QString button;
    };
    ReasonDialog(const Text &text, QWidget *parent);

    [[nodiscard]] QString reason() const;

private:
    QLineEdit *m_reason;
};

} // namespace linernotes::ui
