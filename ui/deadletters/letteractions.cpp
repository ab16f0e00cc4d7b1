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

#include <chrono>

namespace linernotes::ui
{
namespace
{

/// How often a progress moves.
constexpr std::chrono::milliseconds progressInterval{100};

} // namespace

LetterActions::LetterActions(DeadLetterActions &engine, QWidget *page)
    : QObject(page)
    , m_engine(engine)
    , m_page(page)
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
                  QKeySequence(Qt::Key_Escape), &LetterActions::cancelRunning);
    copyMessage = make(QStringLiteral("deadCopyMessageAction"), QStringLiteral("copy"), tr("Copy message"),
                       QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), &LetterActions::copyOpened);
    showRun = make(QStringLiteral("deadShowRunAction"), QStringLiteral("runs"), tr("Show its run"),
                   QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_U), &LetterActions::openRun);
    showService = make(QStringLiteral("deadShowServiceAction"), QStringLiteral("services"), tr("Show its service"),
                       QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_S), &LetterActions::openService);
    showActivity = make(QStringLiteral("deadShowActivityAction"), QStringLiteral("activity"), tr("Show its activity"),
                        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I), &LetterActions::openActivity);
    m_clock.setInterval(progressInterval);
    connect(&m_clock, &QTimer::timeout, this, &LetterActions::showProgress);
    update();
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
            cancel, copyMessage, showRun, showService, showActivity};
}

void LetterActions::setSelected(const std::vector<qint64> &ids)
{
    m_selected = ids;
    update();
}

void LetterActions::setOpened(const std::optional<DeadLetter> &letter)
{
    m_opened = letter;
    update();
}

void LetterActions::setListed(const DeadLetterFilter &filter, qint64 count, const QString &what)
{
    m_listed = filter;
    m_listedCount = count;
    m_listedWhat = what;
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
    const auto listed = number(m_listedCount);
    retryListed->setText(m_listedCount > 0 ? tr("Retry all %1…").arg(listed) : tr("Retry all…"));
    discardListed->setText(m_listedCount > 0 ? tr("Discard all %1…").arg(listed) : tr("Discard all…"));
    retryListed->setEnabled(isFree && m_listedCount > 0);
    discardListed->setEnabled(isFree && m_listedCount > 0);
    undo->setEnabled(isFree && m_lastAction != 0);
    cancel->setEnabled(!isFree); // else Esc is for whoever wants it
    for (auto *action : all()) {
        action->setToolTip(tr("%1 (%2)").arg(action->text(), action->shortcut().toString(QKeySequence::NativeText)));
    }
}

void LetterActions::select(const DeadLetterFilter &filter, void (LetterActions::*next)(const DeadLetterSelection &))
{
    if (std::exchange(m_isSelecting, true))
        return; // a second dialog would lie upon the first
    whenDone(m_engine.select(filter), this, [this, next](const Result<DeadLetterSelection> &selection) {
        m_isSelecting = false;
        if (!selection)
            Q_EMIT failed(selection.error());
        else if (selection->count == 0)
            Q_EMIT ended(tr("They are no dead letters any more."), false);
        else
            (this->*next)(*selection);
    });
}

void LetterActions::retrySelected()
{
    if (m_retrying.take()) // the next letter is selected as soon as this one is gone
        select({.ids = m_selected}, &LetterActions::retryAll);
}

void LetterActions::discardSelected()
{
    select({.ids = m_selected}, &LetterActions::askReason);
}

void LetterActions::retryAllListed()
{
    select(m_listed, &LetterActions::confirmRetry);
}

void LetterActions::discardAllListed()
{
    select(m_listed, &LetterActions::askReason);
}

void LetterActions::confirmRetry(const DeadLetterSelection &selection)
{
    auto *box =
        new PlainBox(QStringLiteral("retryBox"), tr("Retry dead letters"),
                     tr("Send %Ln letter(s) again?", nullptr, static_cast<int>(selection.count)),
                     tr("%1\n\nEach costs calls of its service again. Letters that die from now on are not among them.")
                         .arg(m_listedWhat),
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

void LetterActions::askReason(const DeadLetterSelection &selection)
{
    auto *dialog = new DiscardDialog(selection.count, m_page);
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
    m_kind = kind;
    m_wanted = selected;
    m_watch = std::make_shared<BulkWatch>();
    m_clock.start();
    update();
    whenDone(work(m_watch), this, [this](const Result<BulkProgress> &progress) {
        m_clock.stop();
        if (progress) {
            end(*progress);
        } else {
            m_watch.reset();
            update();
            Q_EMIT failed(progress.error());
        }
    });
}

void LetterActions::showProgress()
{
    const auto done = m_watch->done.load();
    const auto figures = tr("%1 of %2").arg(number(done), number(m_wanted));
    const auto text = m_kind == Kind::Retry ? tr("Sending again: %1").arg(figures)
        : m_kind == Kind::Discard           ? tr("Discarding: %1").arg(figures)
                                            : tr("Undoing: %1").arg(figures);
    Q_EMIT progressed(text, m_wanted > 0 ? static_cast<double>(done) / static_cast<double>(m_wanted) : 0);
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
    if (skipped > 0 && m_kind == Kind::Undo)
        parts.append(tr("%Ln had been taken up by a worker already", nullptr, skipped));
    else if (skipped > 0)
        parts.append(tr("%Ln skipped, for they had changed meanwhile", nullptr, skipped));
    if (!progress.isDone)
        parts.append(tr("cancelled before the other %1").arg(number(progress.selected - progress.done)));
    return asSentence(parts.join(QStringLiteral("; ")));
}

void LetterActions::end(const BulkProgress &progress)
{
    m_watch.reset();
    const bool hasDone = m_kind != Kind::Undo && progress.done > 0; // else an earlier action is still the last one
    if (hasDone) {
        m_lastAction = progress.action;
        m_lastCount = progress.done;
    } else if (m_kind == Kind::Undo && progress.isDone) {
        m_lastAction = 0;
    }
    update();
    Q_EMIT ended(outcome(progress), hasDone);
}

void LetterActions::runOne(const QFuture<Result<DeadLetterReceipt>> &receipt, const QString &outcome, QDialog *asked)
{
    whenDone(receipt, this, [this, outcome, dialog = QPointer(asked)](const Result<DeadLetterReceipt> &sent) {
        if (dialog && !sent)
            dialog->open();
        else if (dialog)
            dialog->deleteLater();
        if (!sent) {
            Q_EMIT failed(sent.error());
            return;
        }
        m_lastAction = sent->action;
        m_lastCount = 1;
        update();
        Q_EMIT ended(outcome, true);
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

void LetterActions::chooseArtist(const QString &spotifyId, const QString &name)
{
    if (m_opened && !isBusy())
        runOne(m_engine.chooseArtist(m_opened->id, spotifyId), tr("“%1” is looked up now.").arg(name));
}

void LetterActions::cancelRunning()
{
    if (m_watch)
        m_watch->isCancelled = true;
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
