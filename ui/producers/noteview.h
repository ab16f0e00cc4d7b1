// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace linernotes::ui
{

/// What somebody writes about a producer: plain text, kept by itself a moment after the last key, and at once where the
/// focus goes elsewhere or another producer is shown.
class NoteView : public QWidget
{
    Q_OBJECT

public:
    NoteView(ProducerActions &actions, QWidget *parent);
    ~NoteView() override;
    NoteView(const NoteView &) = delete;
    NoteView &operator=(const NoteView &) = delete;

    /// What is being written is not overwritten by what was read.
    void show(qint64 personId, const QString &note);
    using QWidget::show;
    void keep();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    ProducerActions &m_actions;
    qint64 m_personId = 0;
    QPlainTextEdit *m_text;
    QLabel *m_state;
    QTimer m_timer;
    bool m_isChanged = false;
    bool m_isShowing = false;
};

} // namespace linernotes::ui
