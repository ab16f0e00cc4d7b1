// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadletters/editdialog.h"

#include "common/bodyview.h"
#include "common/icons.h"
#include "common/jsonhighlighter.h"
#include "common/jsontext.h"
#include "common/plainbox.h"
#include "common/snugdialog.h"
#include "common/theme.h"
#include "common/wording.h"
#include "deadletters/editflaw.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace linernotes::ui
{
namespace
{

QLabel *caption(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(Theme::instance().font(TypeStep::Strong));
    return label;
}

} // namespace

EditDialog::EditDialog(DeadLetter letter, QWidget *parent)
    : QDialog(parent)
    , m_letter(std::move(letter))
{
    const auto &theme = Theme::instance();
    setObjectName(QStringLiteral("editDialog"));
    setWindowTitle(tr("Edit and retry message %1").arg(m_letter.id));
    auto *sides = new QHBoxLayout;
    sides->setSpacing(theme.space(4));
    sides->addWidget(makeEditor(), 1);
    sides->addWidget(makeOriginal(), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.space(4), theme.space(4), theme.space(4), theme.space(4));
    layout->setSpacing(theme.space(3));
    layout->addLayout(sides, 1);
    layout->addWidget(makeFoot());
    resize(QSize(theme.figureWidth(TypeStep::Body, 100), theme.space(80)).boundedTo(SnugDialog::mostOnScreen(*this)));
    connect(m_text, &QPlainTextEdit::textChanged, this, &EditDialog::check);
    check();
    m_text->setFocus();
}

QWidget *EditDialog::makeEditor()
{
    auto *side = new QWidget(this);
    m_text = new QPlainTextEdit(side);
    m_text->setObjectName(QStringLiteral("editText"));
    m_text->setAccessibleName(tr("The message that is sent instead"));
    m_text->setFont(codeFont());
    m_text->setTabChangesFocus(true);
    m_text->setPlainText(laidOut(m_letter.message).text);
    m_text->installEventFilter(this);
    new JsonHighlighter(m_text->document());
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(caption(tr("Send this instead"), side));
    layout->addWidget(m_text, 1);
    return side;
}

QWidget *EditDialog::makeOriginal()
{
    auto *side = new QWidget(this);
    m_picture = new QLabel(side);
    m_picture->setAlignment(Qt::AlignTop);
    m_verdict = new QLabel(side);
    m_verdict->setObjectName(QStringLiteral("editVerdict"));
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    m_verdict->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_verdict->setMinimumHeight(3 * Theme::instance().lineHeight(TypeStep::Body)); // the original does not jump
    auto *original = new BodyView(QStringLiteral("editOriginal"), side);
    original->setAccessibleName(tr("The original message"));
    original->setBody(m_letter.message);
    auto *error = new QLabel(m_letter.error, side);
    error->setTextFormat(Qt::PlainText);
    error->setWordWrap(true);
    error->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(caption(tr("As it is understood"), side));
    auto *verdict = new QHBoxLayout;
    verdict->setSpacing(Theme::instance().space(2));
    verdict->addWidget(m_picture, 0, Qt::AlignTop);
    verdict->addWidget(m_verdict, 1);
    layout->addLayout(verdict);
    layout->addWidget(caption(tr("The original, which is kept"), side));
    layout->addWidget(original);
    layout->addWidget(error);
    layout->addStretch(1);
    return side;
}

QWidget *EditDialog::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *cancel = new QPushButton(tr("Cancel"), foot);
    cancel->setObjectName(QStringLiteral("editCancel"));
    cancel->setAutoDefault(false);
    m_retry = new QPushButton(tr("Retry as edited"), foot);
    m_retry->setObjectName(QStringLiteral("editAccept"));
    m_retry->setProperty("primary", true);
    m_retry->setDefault(true);
    m_retry->setToolTip(keyLabel(Qt::CTRL | Qt::Key_Enter));
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addStretch(1);
    layout->addWidget(cancel);
    layout->addWidget(m_retry);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_retry, &QPushButton::clicked, this, &EditDialog::accept);
    return foot;
}

void EditDialog::check()
{
    const auto text = m_text->toPlainText();
    const auto flaw = flawIn(m_letter, text);
    const auto &theme = Theme::instance();
    const auto ink = theme.colours().state(flaw ? WorkState::Dead : WorkState::Done);
    auto palette = m_verdict->palette();
    palette.setColor(QPalette::WindowText, ink);
    m_verdict->setPalette(palette);
    m_picture->setPixmap(iconPixmap(flaw ? iconOf(WorkState::Dead) : QStringLiteral("check"),
                                    theme.iconSize(TypeStep::Body), ink, *this));
    const auto stage = stageOfQueue(m_letter.queue);
    m_verdict->setText(flaw ? flawLabel(*flaw, text)
                            : tr("A message that %1 can work on.").arg(stage ? stageLabel(*stage) : m_letter.queue));
    mark(flaw ? flaw->at : -1, flaw ? flaw->length : 0);
    m_retry->setEnabled(!flaw);
    m_retry->setText(isEdited() ? tr("Retry as edited") : tr("Retry as it is"));
}

/// The spot of what is wrong; a negative one: nothing is.
void EditDialog::mark(qsizetype at, qsizetype length)
{
    if (at < 0) {
        m_text->setExtraSelections({});
        return;
    }
    const auto &colours = Theme::instance().colours();
    constexpr double tint = 0.2;
    QTextEdit::ExtraSelection spot;
    spot.cursor = QTextCursor(m_text->document());
    spot.cursor.setPosition(static_cast<int>(at));
    spot.cursor.setPosition(static_cast<int>(at + length), QTextCursor::KeepAnchor);
    spot.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    spot.format.setUnderlineColor(colours.state(WorkState::Dead));
    spot.format.setBackground(blend(colours.surface, colours.state(WorkState::Dead), tint));
    m_text->setExtraSelections({spot});
}

bool EditDialog::isEdited() const
{
    return m_text->toPlainText().simplified() != laidOut(m_letter.message).text.simplified();
}

QString EditDialog::message() const
{
    return isEdited() ? m_text->toPlainText().trimmed() : m_letter.message;
}

void EditDialog::reject()
{
    if (!isEdited()) {
        QDialog::reject();
        return;
    }
    auto *box = new PlainBox(QStringLiteral("editLossBox"), windowTitle(), tr("Leave without retrying?"),
                             tr("What was edited is kept nowhere else."), this);
    auto *yes = box->addButton(tr("Leave"), QMessageBox::DestructiveRole);
    yes->setObjectName(QStringLiteral("editLossYes"));
    auto *no = box->addButton(tr("Go on editing"), QMessageBox::RejectRole);
    box->setDefaultButton(no);
    box->setEscapeButton(no);
    connect(yes, &QAbstractButton::clicked, this, [this] { QDialog::reject(); });
    box->open();
}

void EditDialog::accept()
{
    if (m_retry->isEnabled())
        QDialog::accept();
}

bool EditDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isReturn && key->modifiers().testFlag(Qt::ControlModifier)) {
            accept();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace linernotes::ui
