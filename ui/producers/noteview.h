// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace linernotes::ui
{

/// What somebody writes about a producer: plain text, kept by itself a moment after the last key, and at once where the
/// focus goes elsewhere or another producer is shown. What is refused, a text that is too long, stays to be mended;
/// what finds no room, or no way into the database, is tried again until it does, and once more at the end. What has
/// come into the note meanwhile, for the producer proved to be another one too, is kept beside it.
class NoteView : public QWidget
{
    Q_OBJECT

public:
    NoteView(ProducerActions &actions, QWidget *parent);
    ~NoteView() override;
    NoteView(const NoteView &) = delete;
    NoteView &operator=(const NoteView &) = delete;

    /// What was written since the producer is shown is not overwritten by what was read, which may be older.
    void show(qint64 personId, const QString &note);
    using QWidget::show;
    void keep();

Q_SIGNALS:
    // Of a producer who is not shown any more.
    void told(const QString &message);
    void failed(const linernotes::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Unkept {
        QString text;
        QStringList known;
    };
    void write(qint64 personId, const Unkept &note);
    void keepAgain();
    void showState(const QString &text, bool isTrouble);
    void showKept(const NoteReceipt &receipt, const QString &text);

    ProducerActions &m_actions;
    qint64 m_personId = 0;
    QPlainTextEdit *m_text;
    QLabel *m_state;
    QTimer m_timer;
    QTimer m_again; ///< what the database did not take
    QStringList m_known; ///< the note as it was last read, and what was sent since: in their place it is written
    QHash<qint64, Unkept> m_unkept; ///< by producer: under way to the database, or refused
    bool m_isChanged = false; ///< since it was sent
    bool m_isOwn = false; ///< written here since the producer is shown
    bool m_isShowing = false;
};

} // namespace linernotes::ui
