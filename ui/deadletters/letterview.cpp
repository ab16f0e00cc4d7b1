// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadletters/letterview.h"

#include "common/actionbutton.h"
#include "common/bodyview.h"
#include "common/flowlayout.h"
#include "common/textlabel.h"
#include "common/theme.h"
#include "common/wording.h"
#include "deadletters/candidatesview.h"
#include "deadletters/letteractions.h"

#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace linernotes::ui
{
namespace
{

/// From here on there is room for the answer beside the message. In figures' widths.
constexpr int wideFrom = 90;

QString titleOf(const DeadLetter &letter)
{
    const auto category = categoryLabel(letter.category);
    return letter.httpStatus > 0 ? LetterView::tr("%1 · HTTP %2").arg(category).arg(letter.httpStatus) : category;
}

bool isAmbiguous(const DeadLetter &letter)
{
    return letter.category == categoryName(ErrorCategory::Ambiguous);
}

/// A sentence that begins with a name from right to left is one from left to right all the same.
QString inWindowDirection(const QString &sentence)
{
    constexpr QChar leftToRightMark(0x200E);
    return sentence.isRightToLeft() && QGuiApplication::isLeftToRight() ? leftToRightMark + sentence : sentence;
}

/// Nobody can be chosen of those who are not there.
QString adviceOn(const DeadLetter &letter)
{
    if (!isAmbiguous(letter) || !fitsNobody(candidatesOf(letter)))
        return categoryAdvice(letter.category);
    return candidatesOf(letter).empty()
        ? LetterView::tr("Nobody of this name was found. Correct the spelling by “Edit and retry…”, or give the "
                         "artist's Spotify link or id.")
        : LetterView::tr("None of those found has this name. Correct the spelling by “Edit and retry…”, choose one of "
                         "them, or give the artist's Spotify link or id.");
}

QString historyOf(const DeadLetter &letter)
{
    const auto ended = letter.endedAt ? dateTimeLabel(*letter.endedAt) : QString();
    if (letter.state == DeadLetterState::Replayed)
        return LetterView::tr("Was sent again as message %1 at %2.").arg(letter.replayedAs.value_or(0)).arg(ended);
    if (letter.state == DeadLetterState::Discarded)
        return LetterView::tr("Was discarded at %1: %2").arg(ended, asSentence(letter.discardReason));
    if (letter.replays == 0)
        return {};
    const auto often = LetterView::tr("Its work was retried %Ln time(s) before and died again", nullptr,
                                      static_cast<int>(letter.replays));
    return asSentence(letter.replayOf
                          ? LetterView::tr("%1; before as message %2").arg(often, QString::number(*letter.replayOf))
                          : often);
}

} // namespace

LetterView::LetterView(LetterActions &actions, std::function<QString(qint64)> runName, QWidget *parent)
    : QWidget(parent)
    , m_runName(std::move(runName))
    , m_scroll(new QScrollArea(this))
    , m_choice(new QWidget(m_scroll))
    , m_candidates(new CandidatesView(m_choice))
{
    const auto &theme = Theme::instance();
    setObjectName(QStringLiteral("letterView"));
    setAccessibleName(tr("The dead letter"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_scroll->setObjectName(QStringLiteral("letterScroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    constexpr int leastHeight = 24;
    m_scroll->setMinimumHeight(theme.space(leastHeight));
    auto *content = new QWidget(m_scroll);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    m_scroll->setWidget(content);
    auto *choiceTitle = new TextLabel(QStringLiteral("candidatesTitle"), TypeStep::Strong, m_choice);
    choiceTitle->setText(tr("Who was meant?"));
    auto *choice = new QVBoxLayout(m_choice);
    choice->setContentsMargins(0, 0, 0, 0);
    choice->addWidget(choiceTitle);
    choice->addWidget(m_candidates);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(theme.space(4), theme.space(1), theme.space(4), theme.space(3));
    layout->setSpacing(theme.space(3));
    layout->addWidget(makeHead(actions));
    layout->addWidget(m_choice);
    layout->addWidget(makeBodies());
    layout->addWidget(makeAttempts());
    layout->addStretch(1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(makeBar(actions));
    whole->addWidget(m_scroll, 1);
    connect(m_candidates, &CandidatesView::chosen, this, &LetterView::artistChosen);
}

QWidget *LetterView::makeBar(LetterActions &actions)
{
    const auto &theme = Theme::instance();
    auto *bar = new QWidget(this);
    m_title = new LineLabel(QStringLiteral("letterTitle"), bar);
    m_title->setFont(theme.font(TypeStep::Strong));
    m_buttons = new QWidget(bar);
    auto *flow = new FlowLayout(m_buttons);
    m_retry = buttonOf(actions.retry, QStringLiteral("letterRetry"), m_buttons);
    m_edit = buttonOf(actions.edit, QStringLiteral("letterEdit"), m_buttons);
    m_discard = buttonOf(actions.discard, QStringLiteral("letterDiscard"), m_buttons);
    for (auto *button : {m_retry, m_edit, m_discard})
        flow->addWidget(button);
    m_bar = new QBoxLayout(QBoxLayout::LeftToRight, bar);
    m_bar->setContentsMargins(theme.space(4), theme.space(2), theme.space(4), theme.space(1));
    m_bar->setSpacing(theme.space(2));
    m_bar->addWidget(m_title, 1);
    m_bar->addWidget(m_buttons);
    return bar;
}

QWidget *LetterView::makeHead(LetterActions &actions)
{
    const auto &theme = Theme::instance();
    auto *head = new QWidget(m_scroll->widget());
    m_error = new TextLabel(QStringLiteral("letterError"), TypeStep::Body, head);
    m_advice = new TextLabel(QStringLiteral("letterAdvice"), TypeStep::Body, head);
    m_facts = new TextLabel(QStringLiteral("letterFacts"), TypeStep::Caption, head);
    m_history = new TextLabel(QStringLiteral("letterHistory"), TypeStep::Body, head);
    m_other = buttonOf(actions.showOther, QStringLiteral("letterOther"), head);
    for (auto *label : {m_advice, m_facts})
        label->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.space(1));
    for (auto *label : {m_error, m_advice, m_history})
        layout->addWidget(label);
    layout->addWidget(m_other, 0, Qt::AlignLeft);
    layout->addWidget(m_facts);
    return head;
}

QWidget *LetterView::makeBodies()
{
    const auto &theme = Theme::instance();
    m_bodies = new QWidget(m_scroll->widget());
    auto *messageSide = new QWidget(m_bodies);
    m_answerSide = new QWidget(m_bodies);
    QLabel *messageTitle = new TextLabel(QStringLiteral("letterMessageTitle"), TypeStep::Strong, messageSide);
    messageTitle->setText(tr("Message"));
    m_message = new BodyView(QStringLiteral("letterMessage"), messageSide);
    m_message->setAccessibleName(tr("The message"));
    m_answerTitle = new TextLabel(QStringLiteral("letterAnswerTitle"), TypeStep::Strong, m_answerSide);
    m_answer = new BodyView(QStringLiteral("letterAnswer"), m_answerSide);
    m_answer->setAccessibleName(tr("The answer"));
    for (const auto &[side, name, body] :
         {std::tuple(messageSide, messageTitle, m_message), std::tuple(m_answerSide, m_answerTitle, m_answer)}) {
        auto *layout = new QVBoxLayout(side);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(theme.space(1));
        layout->addWidget(name);
        layout->addWidget(body);
        layout->addStretch(1);
    }
    m_bodiesLayout = new QBoxLayout(QBoxLayout::LeftToRight, m_bodies);
    m_bodiesLayout->setContentsMargins(0, 0, 0, 0);
    m_bodiesLayout->setSpacing(theme.space(3));
    m_bodiesLayout->addWidget(messageSide, 2);
    m_bodiesLayout->addWidget(m_answerSide, 3);
    return m_bodies;
}

QWidget *LetterView::makeAttempts()
{
    const auto &theme = Theme::instance();
    m_attempts = new QWidget(m_scroll->widget());
    auto *title = new TextLabel(QStringLiteral("letterAttemptsTitle"), TypeStep::Strong, m_attempts);
    title->setText(tr("Attempts"));
    m_attemptsGrid = new QGridLayout;
    m_attemptsGrid->setHorizontalSpacing(theme.space(4));
    m_attemptsGrid->setVerticalSpacing(theme.space(1));
    m_attemptsGrid->setColumnStretch(2, 1);
    auto *layout = new QVBoxLayout(m_attempts);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.space(1));
    layout->addWidget(title);
    layout->addLayout(m_attemptsGrid);
    return m_attempts;
}

void LetterView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isWide = width() >= Theme::instance().figureWidth(TypeStep::Body, wideFrom);
    for (auto *layout : {m_bodiesLayout, m_bar})
        layout->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

QString LetterView::facts(const DeadLetter &letter) const
{
    const auto stage = stageOfQueue(letter.queue);
    QStringList parts{tr("Message %1").arg(letter.id), stage ? stageLabel(*stage) : letter.queue};
    if (!letter.service.isEmpty())
        parts.append(QStringLiteral("%1 %2").arg(serviceLabel(letter.service), letter.endpoint).simplified());
    const auto run = m_runName(letter.runId);
    parts.append(run.isEmpty() ? tr("run %1").arg(letter.runId) : tr("run “%1”").arg(run));
    parts.append(tr("queued %1").arg(dateTimeLabel(letter.enqueuedAt)));
    parts.append(tr("read %Ln time(s)", nullptr, static_cast<int>(letter.readCount)));
    if (!letter.workerVersion.isEmpty())
        parts.append(tr("given up by Linernotes %1").arg(letter.workerVersion));
    return parts.join(QStringLiteral(" · "));
}

void LetterView::show(const DeadLetter &letter)
{
    const bool isOther = !m_shown || m_shown->id != letter.id;
    if (m_shown == letter)
        return; // selections and places stay
    m_shown = letter;
    m_title->setText(titleOf(letter));
    m_title->setToolTip(plainToolTip(titleOf(letter)));
    m_error->setText(inWindowDirection(asSentence(letter.error)));
    m_advice->setText(adviceOn(letter));
    m_facts->setText(facts(letter));
    const auto history = historyOf(letter);
    m_history->setText(history);
    m_candidates->setCandidates(candidatesOf(letter));
    if (isOther)
        m_candidates->clearField();
    m_message->setBody(letter.message);
    m_answer->setBody(QString::fromUtf8(letter.evidence));
    m_answerTitle->setText(isAmbiguous(letter)     ? tr("What was found")
                               : m_answer->isCut() ? tr("Answer (its beginning)")
                                                   : tr("Answer"));
    showAttempts(letter);
    for (auto *part : {static_cast<QWidget *>(m_error), static_cast<QWidget *>(m_facts), m_bodies})
        part->setVisible(true);
    m_advice->setVisible(!m_advice->text().isEmpty());
    m_history->setVisible(!history.isEmpty());
    m_other->setVisible(!history.isEmpty() && m_other->isEnabled());
    m_choice->setVisible(hasChoice());
    m_answerSide->setVisible(!letter.evidence.isEmpty() && letter.evidence != "[]"); // else the advice says it
    const bool canAct = letter.state == DeadLetterState::Dead;
    m_buttons->setVisible(canAct);
    for (auto *button : {m_retry, m_edit, m_discard})
        button->setVisible(canAct);
    if (isOther)
        m_scroll->verticalScrollBar()->setValue(0);
}

/// Also where an artist was not found: by an id that is wrong.
bool LetterView::hasChoice() const
{
    return m_shown && m_shown->state == DeadLetterState::Dead && m_shown->queue == queueName(StageId::ArtistDiscovery)
        && (isAmbiguous(*m_shown) || m_shown->category == categoryName(ErrorCategory::NotFound));
}

void LetterView::focusCandidates()
{
    m_candidates->focusFirst();
    if (auto *focused = m_candidates->focusWidget())
        m_scroll->ensureWidgetVisible(focused);
}

void LetterView::showNote(const QString &note, bool canAct)
{
    m_shown.reset();
    m_title->setText(note);
    m_title->setToolTip({});
    for (auto *part :
         {static_cast<QWidget *>(m_error), static_cast<QWidget *>(m_advice), static_cast<QWidget *>(m_facts),
          static_cast<QWidget *>(m_history), static_cast<QWidget *>(m_other), m_choice, m_bodies, m_attempts})
        part->setVisible(false);
    m_buttons->setVisible(canAct);
    m_retry->setVisible(canAct);
    m_edit->setVisible(false);
    m_discard->setVisible(canAct);
}

void LetterView::showAttempts(const DeadLetter &letter)
{
    while (auto *item = m_attemptsGrid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_attempts->setVisible(!letter.attempts.empty());
    int row = 0;
    for (const auto &attempt : letter.attempts) {
        const auto what = attempt.httpStatus > 0
            ? tr("%1 · HTTP %2").arg(categoryLabel(attempt.category)).arg(attempt.httpStatus)
            : categoryLabel(attempt.category);
        int column = 0;
        for (const auto &text : {exactTimeLabel(attempt.at), what, attempt.error}) {
            auto *label = new TextLabel(QStringLiteral("letterAttempt"), TypeStep::Body, m_attempts);
            label->setText(inWindowDirection(text));
            label->setWordWrap(column == 2);
            label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
            if (column == 0)
                label->setForegroundRole(QPalette::PlaceholderText);
            m_attemptsGrid->addWidget(label, row, column++);
        }
        ++row;
    }
}

} // namespace linernotes::ui
