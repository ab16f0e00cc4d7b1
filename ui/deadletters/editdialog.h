// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadletteractions.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace linernotes::ui
{

class BodyView;

/// Another message instead of one that died. What is written is checked as it is typed, by the parser that the workers
/// use; the original stands beside it.
class EditDialog : public QDialog
{
    Q_OBJECT

public:
    EditDialog(DeadLetter letter, QWidget *parent);

    /// As it was typed; the original itself where only blanks differ.
    [[nodiscard]] QString message() const;

    void accept() override;
    /// Asks first where an edit would be lost.
    void reject() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeEditor();
    QWidget *makeOriginal();
    QWidget *makeFoot();
    [[nodiscard]] bool isEdited() const;
    void check();
    void mark(qsizetype at, qsizetype length);

    DeadLetter m_letter;
    QPlainTextEdit *m_text = nullptr;
    QLabel *m_picture = nullptr; ///< of the verdict
    QLabel *m_verdict = nullptr;
    QPushButton *m_retry = nullptr;
};

} // namespace linernotes::ui
