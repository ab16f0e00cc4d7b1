// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/messageview.h"

#include "common/bodyview.h"
#include "common/textlabel.h"
#include "common/wording.h"

#include <QVBoxLayout>

#include <utility>

namespace linernotes::ui
{
namespace
{

QString placeSentence(const MessageStanding &message)
{
    const auto since = exactTimeLabel(message.since);
    switch (message.place) {
    case MessagePlace::Ready:
        return MessageView::tr("Message %1 waits in its queue.").arg(message.id);
    case MessagePlace::Delayed:
        return MessageView::tr("Message %1 waits until %2.").arg(QString::number(message.id), since);
    case MessagePlace::Leased:
        return MessageView::tr("Message %1 is being worked on.").arg(message.id);
    case MessagePlace::Held:
        return MessageView::tr("Message %1 waits: its run is paused.").arg(message.id);
    case MessagePlace::Archived:
        return MessageView::tr("Message %1 was done at %2.").arg(QString::number(message.id), since);
    case MessagePlace::Dead:
        return MessageView::tr("Message %1 became a dead letter at %2.").arg(QString::number(message.id), since);
    case MessagePlace::Replayed:
        return MessageView::tr("Message %1 was a dead letter and was sent again at %2.")
            .arg(QString::number(message.id), since);
    case MessagePlace::Discarded:
        return MessageView::tr("Message %1 was discarded at %2.").arg(QString::number(message.id), since);
    }
    Q_UNREACHABLE();
}

} // namespace

MessageView::MessageView(RunName runName, QWidget *parent)
    : QWidget(parent)
    , m_runName(std::move(runName))
    , m_title(new TextLabel(QStringLiteral("eventMessageTitle"), TypeStep::Strong, this))
    , m_facts(new TextLabel(QStringLiteral("eventMessageFacts"), TypeStep::Caption, this))
    , m_body(new BodyView(QStringLiteral("eventMessageText"), this))
{
    setObjectName(QStringLiteral("eventMessageView"));
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_body->setAccessibleName(tr("The message"));
    setFocusProxy(m_body);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::instance().space(1));
    for (QWidget *part :
         {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_facts), static_cast<QWidget *>(m_body)})
        layout->addWidget(part);
}

void MessageView::show(qint64 messageId, const Result<std::optional<MessageStanding>> &found)
{
    m_shown = messageId;
    const bool isThere = found && *found;
    if (isThere) {
        m_title->setText(placeSentence(**found));
        m_facts->setText(facts(**found));
        m_body->setBody((*found)->message);
    } else {
        m_title->setText(
            found ? tr("Message %1 is nowhere any more.").arg(messageId)
                  : tr("Message %1 could not be read: %2").arg(QString::number(messageId), errorText(found.error())));
    }
    m_facts->setVisible(isThere);
    m_body->setVisible(isThere);
    show();
}

QString MessageView::facts(const MessageStanding &message) const
{
    const auto stage = stageOfQueue(message.queue);
    QStringList parts{stage ? stageLabel(*stage) : message.queue, runLabel(message.runId, m_runName),
                      tr("queued %1").arg(exactTimeLabel(message.enqueuedAt)),
                      tr("read %Ln time(s)", nullptr, static_cast<int>(message.readCount))};
    if (message.failures)
        parts.append(tr("%Ln failed attempt(s)", nullptr, static_cast<int>(*message.failures)));
    return parts.join(QStringLiteral(" · "));
}

} // namespace linernotes::ui
