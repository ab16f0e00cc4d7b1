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
constexpr std::chrono::milliseconds triedAgainAfter{3000};

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
    m_again.setSingleShot(true);
    m_again.setInterval(triedAgainAfter);
    connect(&m_again, &QTimer::timeout, this, &NoteView::keepAgain);
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
        m_unkept.insert(m_personId, {m_text->toPlainText(), m_known});
    for (auto note = m_unkept.cbegin(); note != m_unkept.cend(); ++note) // nobody waits for the answer: it is written
        m_actions.setNote(note.key(), note->text, note->known);
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
    const auto unkept = m_unkept.value(personId, {note, {}});
    m_text->setPlainText(unkept.text);
    m_isShowing = false;
    if (!isOther)
        return;
    m_state->clear();
    m_isOwn = m_unkept.contains(personId);
    m_isChanged = m_isOwn;
    if (m_isChanged) {
        m_known += unkept.known;
        m_known.append(unkept.text);
        m_timer.start(); // tried again, and so it is said again what is wrong with it
    }
}

void NoteView::keep()
{
    m_timer.stop();
    if (!std::exchange(m_isChanged, false))
        return;
    const Unkept note{m_text->toPlainText(), m_known};
    m_unkept.insert(m_personId, note);
    m_known.append(note.text);
    write(m_personId, note);
}

/// The shown one may be written on by now, which comes first.
void NoteView::keepAgain()
{
    for (const auto personId : m_unkept.keys()) {
        if (personId != m_personId || !m_isChanged)
            write(personId, m_unkept.value(personId));
    }
}

void NoteView::showState(const QString &text, bool isTrouble)
{
    auto palette = m_state->palette();
    palette.setColor(QPalette::WindowText, Theme::instance().colours().state(WorkState::Dead));
    m_state->setPalette(palette);
    m_state->setForegroundRole(isTrouble ? QPalette::WindowText : QPalette::PlaceholderText);
    m_state->setText(text);
}

void NoteView::write(qint64 personId, const Unkept &note)
{
    whenDone(m_actions.setNote(personId, note.text, note.known), this,
             [this, text = note.text, asked = personId](const Result<NoteReceipt> &kept) {
                 if (kept && m_unkept.value(asked).text == text)
                     m_unkept.remove(asked);
                 if (!kept && kept.error().category == ErrorCategory::Database)
                     m_again.start();
                 if (kept && asked == m_personId)
                     showKept(*kept, text);
                 else if (asked == m_personId)
                     showState(errorText(kept.error()), true);
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
    showState(receipt.isJoined() ? tr("Kept. The note had changed meanwhile: both texts stand here.") : tr("Kept."),
              false);
}

bool NoteView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::FocusOut)
        keep();
    return QWidget::eventFilter(watched, event);
}

} // namespace linernotes::ui
