// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QComboBox;
class QPushButton;

namespace linernotes::ui
{

/// Why letters are given up for good. The reason is kept with them; the last ones are offered again.
class DiscardDialog : public QDialog
{
    Q_OBJECT

public:
    DiscardDialog(qint64 letters, QWidget *parent);

    [[nodiscard]] QString reason() const;

    void accept() override;

private:
    QComboBox *m_reason;
    QPushButton *m_discard;
};

} // namespace linernotes::ui
