// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/snugdialog.h"
#include "core/result.h"

#include <QFuture>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace linernotes::ui
{

/// Asks for one line of text, offers what was given before, and stays open, with the reason, while what was given is
/// refused.
class LineDialog : public SnugDialog
{
    Q_OBJECT

public:
    struct Text {
        QString objectName;
        QString title;
        QString question; ///< of the field
        QString button;
    };
    /// Called with what was entered; says whether it was taken.
    using Take = std::function<QFuture<Result<bool>>(const QString &line)>;
    LineDialog(const Text &text, const QStringList &offers, Take take, QWidget *parent);

    [[nodiscard]] QString line() const;

    /// Not while what was given is being taken: nobody would hear that it failed.
    void reject() override;

private:
    void take();

    Take m_take;
    QLineEdit *m_line;
    QLabel *m_problem;
    QPushButton *m_accept;
    QPushButton *m_cancel;
};

} // namespace linernotes::ui
