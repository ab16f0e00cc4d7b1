// SPDX-License-Identifier: GPL-3.0-or-later
#include "producers/noteview.h"

#include "common/theme.h"
#include "common/wording.h"
#include "core/whendone.h"

#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTextCursor>
#include <QVBoxLayout>

#include <chrono>
#include <functional>
#include <utility>

namespace linernotes::ui
{
namespace
{

constexpr std::chrono::milliseconds pauseOfWriting{800};

/// Takes no more than a note can hold: a book that is pasted would keep the window busy for minutes, and be refused.
class NoteText final : public QPlainTextEdit
{
public:
    NoteText(std::function<void(const QString &)> refuse, QWidget *parent)
        : QPlainTextEdit(parent)
        , m_refuse(std::move(refuse))
    {
    }

protected:
    void insertFromMimeData(const QMimeData *source) override
    {
        const auto pasted = source->text().size();
        if (pasted + document()->characterCount() - textCursor().selectedText().size() - 1 <= longestNote)
            QPlainTextEdit::insertFromMimeData(source);
        else
            m_refuse(NoteView::tr("A note has up to %1 characters. What was to be inserted has %2, and was left out.")
                         .arg(number(longestNote), number(pasted)));
    }

private:
    std::function<void(const QString &)> m_refuse;
};

} // namespace

NoteView::NoteView(ProducerActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_text(new NoteText([this](const QString &why) { m_state->setText(why); }, this))
    , m_state(new QLabel(this))
{
    const auto &theme = Theme::instance();
    m_text->setObjectName(QStringLiteral("producerNote"));
    m_text->setAccessibleName(tr("Note"));
    m_text->setPlaceholderText(tr("Write a note. It is kept by itself, and goes into exports."));
    m_text->setTabChangesFocus(true);
    m_text->setFrameShape(QFrame::NoFrame);
    setFocusProxy(m_text);
    m_text->setReadOnly(true); // until it is known whose it is
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
        m_isOwn = true;
        m_state->clear();
        m_timer.start();
    });
}

NoteView::~NoteView()
{
    if (m_isChanged)
        m_actions.setNote(m_personId, m_text->toPlainText(),
                          m_known); // the answer is waited for by nobody, the writing is done
}

void NoteView::show(qint64 personId, const QString &note)
{
    const bool isOther = personId != m_personId;
    if (isOther) {
        m_isChanged = m_isChanged || m_unkept.contains(m_personId); // so that it is told if it is refused still
        keep();
    } else if (m_isOwn || m_text->toPlainText() == note) {
        return;
    }
    m_personId = personId;
    m_known = {note};
    m_text->setReadOnly(false);
    m_isShowing = true;
    m_text->setPlainText(m_unkept.value(personId, note));
    m_isShowing = false;
    if (!isOther)
        return;
    m_state->clear();
    m_isOwn = m_unkept.contains(personId);
    m_isChanged = m_isOwn;
    if (m_isChanged) {
        m_known.append(m_unkept.value(personId));
        m_timer.start(); // tried again, and so it is said again what is wrong with it
    }
}

void NoteView::keep()
{
    m_timer.stop();
    if (!std::exchange(m_isChanged, false))
        return;
    const auto text = m_text->toPlainText();
    m_unkept.insert(m_personId, text);
    const auto known = m_known;
    m_known.append(text);
    whenDone(m_actions.setNote(m_personId, text, known), this,
             [this, text, asked = m_personId](const Result<NoteReceipt> &kept) {
                 if (kept && m_unkept.value(asked) == text)
                     m_unkept.remove(asked);
                 if (kept && asked == m_personId)
                     showKept(*kept, text);
                 else if (asked == m_personId)
                     m_state->setText(errorText(kept.error()));
                 else if (!kept)
                     Q_EMIT failed(kept.error());
                 if (kept && kept->isJoined() && !(asked == m_personId && isVisible()))
                     Q_EMIT told(tr("A note had changed while it was written. Both texts are kept."));
             });
}

/// Words that came meanwhile are put around what stands here, which may be written on by now: the cursor stays in it.
void NoteView::showKept(const NoteReceipt &receipt, const QString &text)
{
    m_known = QStringList{receipt.note} + m_known.mid(m_known.indexOf(text) + 1);
    const auto shown = m_text->toPlainText();
    m_isShowing = true;
    auto cursor = m_text->textCursor();
    const auto place = cursor.position();
    const bool isBefore = shown.startsWith(receipt.before); // by the answer before this
    if (!isBefore) {
        cursor.movePosition(QTextCursor::Start);
        cursor.insertText(receipt.before);
    }
    if (!shown.endsWith(receipt.after)) {
        cursor.movePosition(QTextCursor::End);
        cursor.insertText(receipt.after);
    }
    if (receipt.isJoined()) {
        cursor.setPosition(place + (isBefore ? 0 : static_cast<int>(receipt.before.size())));
        m_text->setTextCursor(cursor);
    }
    m_isShowing = false;
    m_state->setText(receipt.isJoined() ? tr("Kept. The note had changed meanwhile: both texts stand here.")
                                        : tr("Kept."));
}

bool NoteView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::FocusOut)
        keep();
    return QWidget::eventFilter(watched, event);
}

} // namespace linernotes::ui
