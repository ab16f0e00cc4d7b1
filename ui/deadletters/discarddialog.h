// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/snugdialog.h"

class QComboBox;
class QPushButton;

namespace linernotes::ui
{

/// Why letters are given up for good. The reason is kept with them; the last ones are offered again.
class DiscardDialog : public SnugDialog
{
    Q_OBJECT

public:
    /// `which`: as they were chosen, in words.
    DiscardDialog(qint64 letters, const QString &which, QWidget *parent);

    [[nodiscard]] QString reason() const;

    void accept() override;

private:
    QComboBox *m_reason;
    QPushButton *m_discard;
};

} // namespace linernotes::ui
