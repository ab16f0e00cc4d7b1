// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadletters/letteractions.h"

#include "common/icons.h"
#include "common/plainbox.h"
#include "common/wording.h"
#include "core/whendone.h"
#include "deadletters/discarddialog.h"
#include "deadletters/editdialog.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QPointer>
#include <QPushButton>

namespace linernotes::ui
{
namespace
{

/// The message beside the letter in its history.
std::optional<qint64> otherOf(const std::optional<DeadLetter> &letter)
{
    if (!letter)
        return std::nullopt;
    return letter->state == DeadLetterState::Replayed ? letter->replayedAs : letter->replayOf;
}

} // namespace

LetterActions::LetterActions(DeadLetterActions &engine, QWidget *page)
    : QObject(page)
    , m_engine(engine)
    , m_page(page)
    , m_work(new BulkWork(this))
{
    retry = make(QStringLiteral("deadRetryAction"), QStringLiteral("retry"), tr("Retry"),
                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R), &LetterActions::retrySelected);
    edit = make(QStringLiteral("deadEditAction"), QStringLiteral("edit"), tr("Edit and retry…"),
                QKeySequence(Qt::Key_F2), &LetterActions::editOpened);
    discard = make(QStringLiteral("deadDiscardAction"), QStringLiteral("discard"), tr("Discard…"),
                   QKeySequence(Qt::Key_Delete), &LetterActions::discardSelected);
    retryListed = make(QStringLiteral("deadRetryListedAction"), QStringLiteral("retry"), tr("Retry all…"),
                       QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_R), &LetterActions::retryAllListed);
    discardListed = make(QStringLiteral("deadDiscardListedAction"), QStringLiteral("discard"), tr("Discard all…"),
                         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Delete), &LetterActions::discardAllListed);
    undo = make(QStringLiteral("deadUndoAction"), QStringLiteral("back"), tr("Undo"), QKeySequence(QKeySequence::Undo),
                &LetterActions::undoLast);
    cancel = make(QStringLiteral("deadCancelAction"), QStringLiteral("stop"), tr("Cancel what is going on"),
                  QKeySequence(Qt::Key_Escape), &LetterActions::cancelWork);
    copyMessage = make(QStringLiteral("deadCopyMessageAction"), QStringLiteral("copy"), tr("Copy message"),
                       QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), &LetterActions::copyOpened);
    showRun = make(QStringLiteral("deadShowRunAction"), QStringLiteral("runs"), tr("Show its run"),
                   QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_U), &LetterActions::openRun);
    showService = make(QStringLiteral("deadShowServiceAction"), QStringLiteral("services"), tr("Show its service"),
                       QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_S), &LetterActions::openService);
    showActivity = make(QStringLiteral("deadShowActivityAction"), QStringLiteral("activity"), tr("Show its activity"),
                        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I), &LetterActions::openActivity);
    showOther = make(QStringLiteral("deadShowOtherAction"), QStringLiteral("activity"), tr("Show the other message"),
                     QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_M), &LetterActions::openOther);
    m_fateClock.setObjectName(QStringLiteral("fateClock"));
    m_fateClock.setSingleShot(true);
    connect(&m_fateClock, &QTimer::timeout, this, &LetterActions::askFate);
    connect(m_work, &BulkWork::progressed, this, &LetterActions::showProgress);
    update();
    recallLast();
}

/// What was done before the program was ended can be undone still.
void LetterActions::recallLast()
{
    whenDone(m_engine.lastAction(), this, [this](const Result<std::optional<DeadLetterAction>> &action) {
        if (!action || !*action || m_lastAction != 0 || isBusy())
            return;
        m_lastAction = (*action)->id;
        m_lastCount = (*action)->letters;
        m_isRecalled = true;
        update();
    });
}

QAction *LetterActions::make(const QString &name, const QString &iconName, const QString &text,
                             const QKeySequence &shortcut, void (LetterActions::*act)())
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    connect(action, &QAction::triggered, this, act);
    m_page->addAction(action);
    return action;
}

QList<QAction *> LetterActions::all() const
{
    return {retry,  edit,        discard, retryListed, discardListed, undo,
            cancel, copyMessage, showRun, showService, showActivity,  showOther};
}

void LetterActions::setSelected(const std::vector<qint64> &ids, const QString &which)
{
    m_selected = ids;
    m_selectedWhich = which;
    update();
}

void LetterActions::setOpened(const std::optional<DeadLetter> &letter)
{
    m_opened = letter;
    update();
}

void LetterActions::setListed(const DeadLetterFilter &filter, qint64 count, const QString &which)
{
    m_listed = filter;
    m_listedCount = count;
    m_listedWhich = which;
    update();
}

void LetterActions::update()
{
    const auto selected = static_cast<int>(m_selected.size());
    const bool isFree = !isBusy();
    retry->setText(selected > 1 ? tr("Retry %Ln letter(s)", nullptr, selected) : tr("Retry"));
    discard->setText(selected > 1 ? tr("Discard %Ln letter(s)…", nullptr, selected) : tr("Discard…"));
    retry->setEnabled(isFree && selected > 0);
    discard->setEnabled(isFree && selected > 0);
    const bool isOpen = m_opened && m_opened->state == DeadLetterState::Dead;
    edit->setEnabled(isFree && isOpen && selected <= 1);
    for (auto *action : {copyMessage, showRun, showActivity})
        action->setEnabled(m_opened.has_value());
    showService->setEnabled(m_opened && !m_opened->service.isEmpty());
    const auto other = otherOf(m_opened);
    showOther->setEnabled(other.has_value());
    showOther->setText(other ? tr("Show message %1").arg(*other) : tr("Show the other message"));
    const auto listed = number(m_listedCount);
    retryListed->setText(m_listedCount > 0 ? tr("Retry all %1…").arg(listed) : tr("Retry all…"));
    discardListed->setText(m_listedCount > 0 ? tr("Discard all %1…").arg(listed) : tr("Discard all…"));
    retryListed->setEnabled(isFree && m_listedCount > 0);
    discardListed->setEnabled(isFree && m_listedCount > 0);
    undo->setEnabled(isFree && m_lastAction != 0);
    undo->setText(m_isRecalled && m_lastAction != 0
                      ? tr("Undo the last action, on %Ln letter(s)", nullptr, static_cast<int>(m_lastCount))
                      : tr("Undo"));
    cancel->setEnabled(m_work->isUnderWay()); // else Esc is for whoever wants it
    for (auto *action : all()) {
        action->setToolTip(tr("%1 (%2)").arg(action->text(), action->shortcut().toString(QKeySequence::NativeText)));
    }
}

void LetterActions::select(const DeadLetterFilter &filter, const Next &next)
{
    if (std::exchange(m_isSelecting, true))
        return; // a second dialog would lie upon the first
    whenDone(m_engine.select(filter), this, [this, next](const Result<DeadLetterSelection> &selection) {
        m_isSelecting = false;
        if (!selection)
            Q_EMIT toldFailure(tr("The letters were not counted: %1").arg(errorText(selection.error())));
        else if (selection->count == 0)
            Q_EMIT ended(tr("They are no dead letters any more."), QStringLiteral("info"), false);
        else
            next(*selection);
    });
}

void LetterActions::retrySelected()
{
    if (m_retrying.take()) // the next letter is selected as soon as this one is gone
        select({.ids = m_selected}, [this](const auto &selection) { retryAll(selection); });
}

void LetterActions::discardSelected()
{
    select({.ids = m_selected},
           [this, which = m_selectedWhich](const auto &selection) { askReason(selection, which); });
}

void LetterActions::retryAllListed()
{
    select(m_listed, [this](const auto &selection) { confirmRetry(selection); });
}

void LetterActions::discardAllListed()
{
    select(m_listed, [this, which = m_listedWhich](const auto &selection) { askReason(selection, which); });
}

void LetterActions::confirmRetry(const DeadLetterSelection &selection)
{
    auto *box =
        new PlainBox(QStringLiteral("retryBox"), tr("Retry dead letters"),
                     tr("Send %Ln letter(s) again?", nullptr, static_cast<int>(selection.count)),
                     tr("%1\n\nEach costs calls of its service again. Letters that die from now on are not among them.")
                         .arg(m_listedWhich),
                     m_page);
    auto *accept =
        box->addButton(tr("Retry %Ln letter(s)", nullptr, static_cast<int>(selection.count)), QMessageBox::AcceptRole);
    accept->setObjectName(QStringLiteral("retryAccept"));
    accept->setProperty("primary", true);
    box->addButton(QMessageBox::Cancel)->setObjectName(QStringLiteral("retryCancel"));
    box->setDefaultButton(accept);
    connect(accept, &QAbstractButton::clicked, this, [this, selection] { retryAll(selection); });
    box->open();
}

void LetterActions::askReason(const DeadLetterSelection &selection, const QString &which)
{
    auto *dialog = new DiscardDialog(selection.count, which, m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, selection] {
        run(Kind::Discard, selection.count, [this, selection, reason = dialog->reason()](const BulkWatchPtr &watch) {
            return m_engine.discardAll(selection, reason, watch);
        });
    });
    dialog->open();
}

void LetterActions::retryAll(const DeadLetterSelection &selection)
{
    run(Kind::Retry, selection.count,
        [this, selection](const BulkWatchPtr &watch) { return m_engine.replayAll(selection, watch); });
}

void LetterActions::undoLast()
{
    if (m_lastAction == 0)
        return;
    run(Kind::Undo, m_lastCount,
        [this, action = m_lastAction](const BulkWatchPtr &watch) { return m_engine.undo(action, watch); });
}

void LetterActions::run(Kind kind, qint64 selected, const Work &work)
{
    if (isBusy())
        return;
    m_followed.clear();
    m_isRecalled = m_isRecalled && kind == Kind::Undo;
    m_kind = kind;
    const auto watch = m_work->begin(selected);
    update();
    whenDone(work(watch), this, [this](const Result<BulkProgress> &progress) {
        m_work->end();
        if (progress)
            end(*progress);
        else
            end(progress.error());
    });
}

void LetterActions::showProgress(const QString &figures, double share)
{
    const auto text = m_kind == Kind::Retry ? tr("Sending again: %1").arg(figures)
        : m_kind == Kind::Discard           ? tr("Discarding: %1").arg(figures)
                                            : tr("Undoing: %1").arg(figures);
    Q_EMIT progressed(text, share);
}

QString LetterActions::outcome(const BulkProgress &progress) const
{
    const auto done = static_cast<int>(progress.done);
    QStringList parts;
    if (m_kind == Kind::Retry)
        parts.append(tr("%Ln letter(s) sent again", nullptr, done));
    else if (m_kind == Kind::Discard)
        parts.append(tr("%Ln letter(s) discarded", nullptr, done));
    else
        parts.append(tr("%Ln letter(s) brought back", nullptr, done));
    const auto skipped = static_cast<int>(progress.skipped());
    if (skipped > 0 && done == 0 && m_kind == Kind::Undo)
        return tr("Nothing was undone: %Ln letter(s) had been taken up by a worker already.", nullptr, skipped);
    if (skipped > 0 && m_kind == Kind::Undo)
        parts.append(tr("%Ln had been taken up by a worker already", nullptr, skipped));
    else if (skipped > 0)
        parts.append(tr("%Ln skipped, for they had changed meanwhile", nullptr, skipped));
    const auto others = number(progress.selected - progress.done);
    if (progress.brokenOff)
        parts.append(tr("broken off before the other %1: %2").arg(others, errorText(*progress.brokenOff)));
    else if (!progress.isDone)
        parts.append(tr("cancelled before the other %1").arg(others));
    return asSentence(parts.join(QStringLiteral("; ")));
}

void LetterActions::end(const BulkProgress &progress)
{
    const bool hasDone = m_kind != Kind::Undo && progress.done > 0; // else an earlier action is still the last one
    if (hasDone) {
        m_lastAction = progress.action;
        m_lastCount = progress.done;
    } else if (m_kind == Kind::Undo && progress.isDone) {
        m_lastAction = 0;
    } else if (m_kind == Kind::Undo) {
        m_lastCount -= progress.done; // the rest can be undone still
    }
    update();
    const auto iconName = progress.brokenOff ? QStringLiteral("warning")
        : progress.done > 0                  ? QStringLiteral("check")
                                             : QStringLiteral("info");
    Q_EMIT ended(outcome(progress), iconName, hasDone || isUndoLeft());
    if (hasDone && m_kind == Kind::Retry)
        follow(outcome(progress), iconName);
}

void LetterActions::end(const Error &error)
{
    update();
    const auto text = m_kind == Kind::Retry ? tr("Nothing was sent again: %1")
        : m_kind == Kind::Discard           ? tr("Nothing was discarded: %1")
                                            : tr("Nothing was undone: %1");
    Q_EMIT ended(asSentence(text.arg(errorText(error))), QStringLiteral("warning"), isUndoLeft());
}

/// The bar offers to undo what it tells of, and no action before that.
bool LetterActions::isUndoLeft() const
{
    return m_kind == Kind::Undo && m_lastAction != 0;
}

void LetterActions::runOne(const QFuture<Result<DeadLetterReceipt>> &receipt, const QString &outcome, QDialog *asked)
{
    m_isSending = true;
    update();
    whenDone(receipt, this, [this, outcome, dialog = QPointer(asked)](const Result<DeadLetterReceipt> &sent) {
        m_isSending = false;
        update();
        if (dialog && !sent)
            dialog->open();
        else if (dialog)
            dialog->deleteLater();
        if (!sent) {
            Q_EMIT toldFailure(tr("Nothing was sent again: %1").arg(errorText(sent.error())));
            return;
        }
        m_lastAction = sent->action;
        m_lastCount = 1;
        m_isRecalled = false;
        update();
        Q_EMIT ended(outcome, QStringLiteral("check"), true);
        follow(outcome, QStringLiteral("check"));
    });
}

void LetterActions::editOpened()
{
    if (!m_opened)
        return;
    auto *dialog = new EditDialog(*m_opened, m_page);
    connect(dialog, &QDialog::rejected, dialog, &QObject::deleteLater);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id = m_opened->id] {
        runOne(m_engine.replayEdited(id, dialog->message()), tr("Sent again as edited. The original is kept."), dialog);
    });
    dialog->open();
}

/// The next letter, with a choice of its own, is there as soon as this one is gone: it is none for a second click.
void LetterActions::chooseArtist(const QString &spotifyId, const QString &name)
{
    if (m_opened && !isBusy() && m_choosing.take())
        runOne(m_engine.chooseArtist(m_opened->id, spotifyId), tr("“%1” is looked up now.").arg(name));
}

void LetterActions::cancelWork()
{
    m_work->cancel();
}

void LetterActions::openRun()
{
    if (m_opened)
        Q_EMIT runWanted(m_opened->runId);
}

void LetterActions::openService()
{
    if (m_opened)
        Q_EMIT serviceWanted(m_opened->service);
}

void LetterActions::openOther()
{
    if (const auto other = otherOf(m_opened))
        Q_EMIT activityWanted(*other);
}

void LetterActions::openActivity()
{
    if (m_opened)
        Q_EMIT activityWanted(m_opened->id);
}

void LetterActions::copyOpened()
{
    if (m_opened)
        QGuiApplication::clipboard()->setText(m_opened->message);
}

} // namespace linernotes::ui
