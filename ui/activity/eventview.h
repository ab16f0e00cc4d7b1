// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "activity/eventwording.h"
#include "engine.h"

#include <QScrollArea>

#include <optional>

class QAction;
class QGridLayout;
class QLabel;

namespace linernotes::ui
{

class MessageView;

/// One event whole: what it says, all its fields, its message as it stands now, and the ways to what it is about, which
/// are its actions(); those that lead nowhere are not visible.
class EventView : public QScrollArea
{
    Q_OBJECT

public:
    EventView(RunName runName, QWidget *parent);

    void show(const Event &event);
    using QWidget::show;
    void showNothing();
    /// Of this message no event is listed: it is shown by itself.
    void showAlone(qint64 messageId);
    [[nodiscard]] bool isAlone() const { return !m_shown && m_messageId > 0; }
    [[nodiscard]] qint64 messageId() const { return m_messageId; } ///< that is or will be shown; 0: none
    /// That message, as it was read.
    void showMessage(const Result<std::optional<MessageStanding>> &found);
    /// To its text.
    void goToMessage();
    [[nodiscard]] const std::optional<Event> &shown() const { return m_shown; }

Q_SIGNALS:
    void letterWanted(qint64 messageId);
    void runWanted(qint64 runId);
    void serviceWanted(const QString &service);
    void messageWanted(qint64 messageId); ///< all events of it
    void copyWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeButtons();
    void showFacts();

    RunName m_runName;
    QLabel *m_picture = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QWidget *m_buttons = nullptr;
    QAction *m_letter = nullptr;
    QAction *m_run = nullptr;
    QAction *m_service = nullptr;
    QAction *m_message = nullptr;
    QAction *m_copy = nullptr;
    QWidget *m_facts = nullptr;
    QGridLayout *m_grid = nullptr;
    MessageView *m_messageView = nullptr;
    int m_pairs = 1; ///< facts side by side
    std::optional<Event> m_shown;
    qint64 m_messageId = 0;
};

} // namespace linernotes::ui
