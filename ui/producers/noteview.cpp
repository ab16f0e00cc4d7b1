// SPDX-License-Identifier: GPL-3.0-or-later
#include "producers/noteview.h"

#include "common/theme.h"
#include "common/wording.h"
#include "core/whendone.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <chrono>

namespace linernotes::ui
{
namespace
{

constexpr std::chrono::milliseconds pauseOfWriting{800};

} // namespace

NoteView::NoteView(ProducerActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_text(new QPlainTextEdit(this))
    , m_state(new QLabel(this))
{
    const auto &theme = Theme::instance();
    m_text->setObjectName(QStringLiteral("producerNote"));
    m_text->setAccessibleName(tr("Note"));
    m_text->setPlaceholderText(tr("Write a note. It is kept by itself, and goes into exports."));
    m_text->setTabChangesFocus(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->installEventFilter(this);
    m_state->setObjectName(QStringLiteral("producerNoteState"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.space(3), theme.space(2), theme.space(3), theme.space(2));
    layout->setSpacing(theme.space(1));
    layout->addWidget(m_text, 1);
    layout->addWidget(m_state);
    m_timer.setSingleShot(true);
    m_timer.setInterval(pauseOfWriting);
    connect(&m_timer, &QTimer::timeout, this, &NoteView::keep);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (m_isShowing)
            return;
        m_isChanged = true;
        m_state->clear();
        m_timer.start();
    });
}

NoteView::~NoteView()
{
    if (m_isChanged)
        m_actions.setNote(m_personId, m_text->toPlainText()); // the answer is waited for by nobody, the writing is done
}

void NoteView::show(qint64 personId, const QString &note)
{
    const bool isOther = personId != m_personId;
    if (isOther)
        keep();
    else if (m_isChanged || m_text->toPlainText() == note)
        return;
    m_personId = personId;
    m_isShowing = true;
    m_text->setPlainText(note);
    m_isShowing = false;
    if (isOther)
        m_state->clear();
}

void NoteView::keep()
{
    m_timer.stop();
    if (!std::exchange(m_isChanged, false))
        return;
    whenDone(m_actions.setNote(m_personId, m_text->toPlainText()), this,
             [this, asked = m_personId](const Result<bool> &kept) {
                 if (asked == m_personId)
                     m_state->setText(kept ? tr("Kept.") : errorText(kept.error()));
             });
}

bool NoteView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::FocusOut)
        keep();
    return QWidget::eventFilter(watched, event);
}

} // namespace linernotes::ui
