// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "activity/eventwording.h"
#include "engine.h"

#include <QWidget>

class QLabel;

namespace linernotes::ui
{

class BodyView;

/// The message of an event wherever it stands now: queued, worked on, done or dead; and what it says.
class MessageView : public QWidget
{
    Q_OBJECT

public:
    MessageView(RunName runName, QWidget *parent);

    /// As it was read; nullopt: it is nowhere any more.
    void show(qint64 messageId, const Result<std::optional<MessageStanding>> &found);
    using QWidget::show;
    [[nodiscard]] qint64 shown() const { return m_shown; } ///< 0: none yet

private:
    [[nodiscard]] QString facts(const MessageStanding &message) const;

    RunName m_runName;
    QLabel *m_title;
    QLabel *m_facts;
    BodyView *m_body;
    qint64 m_shown = 0;
};

} // namespace linernotes::ui
