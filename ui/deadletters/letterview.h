// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadletteractions.h"

#include <QWidget>

#include <functional>
#include <optional>

class QBoxLayout;
class QGridLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace linernotes::ui
{

class BodyView;
class CandidatesView;
class LetterActions;
class LineLabel;

/// One dead letter: what went wrong and what that means, the message, the answer that was no good, every attempt; and
/// what can be done about it, which is always in sight.
class LetterView : public QWidget
{
    Q_OBJECT

public:
    LetterView(LetterActions &actions, std::function<QString(qint64)> runName, QWidget *parent);

    void show(const DeadLetter &letter);
    using QWidget::show;
    /// Instead of a letter: that several are selected, or none.
    void showNote(const QString &note, bool canAct);

    /// Whether an artist can be chosen for it: of those found, or by a link.
    [[nodiscard]] bool hasChoice() const;
    void focusCandidates();

Q_SIGNALS:
    void artistChosen(const QString &spotifyId, const QString &name);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeBar(LetterActions &actions);
    QWidget *makeHead(LetterActions &actions);
    QWidget *makeBodies();
    QWidget *makeAttempts();
    void showAttempts(const DeadLetter &letter);
    [[nodiscard]] QString facts(const DeadLetter &letter) const;

    std::function<QString(qint64)> m_runName;
    QScrollArea *m_scroll = nullptr;
    QBoxLayout *m_bar = nullptr; ///< the title, and the buttons beside or below it
    QWidget *m_buttons = nullptr;
    LineLabel *m_title = nullptr;
    QLabel *m_error = nullptr;
    QLabel *m_advice = nullptr;
    QLabel *m_facts = nullptr;
    QLabel *m_history = nullptr; ///< that it was retried before, or is no dead letter any more
    QPushButton *m_other = nullptr; ///< leads to the message of which the history tells
    QPushButton *m_retry = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_discard = nullptr;
    QWidget *m_choice = nullptr;
    CandidatesView *m_candidates = nullptr;
    QWidget *m_bodies = nullptr;
    QBoxLayout *m_bodiesLayout = nullptr;
    BodyView *m_message = nullptr;
    QWidget *m_answerSide = nullptr;
    QLabel *m_answerTitle = nullptr;
    BodyView *m_answer = nullptr;
    QWidget *m_attempts = nullptr;
    QGridLayout *m_attemptsGrid = nullptr;
    std::optional<DeadLetter> m_shown;
};

} // namespace linernotes::ui
