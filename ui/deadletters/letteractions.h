// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/bulkwork.h"
#include "common/onceaclick.h"
#include "deadletteractions.h"
#include "telemetry/snapshot.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

class QAction;
class QWidget;

namespace linernotes::ui
{

/// Everything that can be done to dead letters on their page, each as an action with its shortcut: to those that are
/// selected, or to all that are listed. One at a time; it can be cancelled while it goes on and undone afterwards.
/// GUI thread; asks and tells over `page`.
class LetterActions : public QObject
{
    Q_OBJECT

public:
    LetterActions(DeadLetterActions &engine, QWidget *page);

    // What the next action is about.
    void setSelected(const std::vector<qint64> &ids, const QString &which); ///< `which`: the same in words
    void setOpened(const std::optional<DeadLetter> &letter); ///< the one whose detail is shown
    [[nodiscard]] bool isOpened(qint64 id) const { return m_opened && m_opened->id == id; }
    void setListed(const DeadLetterFilter &filter, qint64 count, const QString &which);

    /// What is told of letters that were sent again goes by it.
    void present(const PipelineSnapshotPtr &snapshot) { m_snapshot = snapshot; }

    [[nodiscard]] bool isBusy() const { return m_work->isUnderWay() || m_isSending; }
    [[nodiscard]] QList<QAction *> all() const;

    QAction *retry = nullptr;
    QAction *edit = nullptr;
    QAction *discard = nullptr;
    QAction *retryListed = nullptr;
    QAction *discardListed = nullptr;
    QAction *undo = nullptr;
    QAction *cancel = nullptr;
    QAction *copyMessage = nullptr;
    QAction *showRun = nullptr;
    QAction *showService = nullptr;
    QAction *showActivity = nullptr;
    QAction *showOther = nullptr; ///< the message that was sent for it, or that it was sent for

    void chooseArtist(const QString &spotifyId, const QString &name);

Q_SIGNALS:
    void progressed(const QString &text, double share);
    void ended(const QString &text, const QString &iconName, bool canUndo);
    void followed(const QString &text, const QString &iconName, bool canUndo); ///< the same, as it has gone on since
    void toldFailure(const QString &message);
    // Of the letter that is shown.
    void runWanted(qint64 runId);
    void serviceWanted(const QString &service);
    void activityWanted(qint64 messageId);

private:
    enum class Kind { Retry, Discard, Undo };
    using Next = std::function<void(const DeadLetterSelection &selection)>;
    using Work = std::function<QFuture<Result<BulkProgress>>(const BulkWatchPtr &watch)>;

    QAction *make(const QString &name, const QString &iconName, const QString &text, const QKeySequence &shortcut,
                  void (LetterActions::*act)());
    void retrySelected();
    void editOpened();
    void discardSelected();
    void retryAllListed();
    void discardAllListed();
    void undoLast();
    void recallLast();
    void cancelWork();
    void copyOpened();
    void openRun();
    void openService();
    void openActivity();
    void openOther();

    void confirmRetry(const DeadLetterSelection &selection);
    void askReason(const DeadLetterSelection &selection, const QString &which);
    void select(const DeadLetterFilter &filter, const Next &next);
    void retryAll(const DeadLetterSelection &selection);
    void run(Kind kind, qint64 selected, const Work &work);
    /// `asked`: comes back with what was typed where it is refused, and goes else. Null: nobody typed anything.
    void runOne(const QFuture<Result<DeadLetterReceipt>> &receipt, const QString &outcome, QDialog *asked = nullptr);
    void showProgress(const QString &figures, double share);
    void end(const BulkProgress &progress);
    /// Nothing was done.
    void end(const Error &error);
    [[nodiscard]] bool isUndoLeft() const;
    [[nodiscard]] QString outcome(const BulkProgress &progress) const;
    /// From now on it is told what becomes of what was sent again.
    void follow(const QString &outcome, const QString &iconName);
    void askFate();
    void tellFate(const ReplayFate &fate);
    void update();

    DeadLetterActions &m_engine;
    QWidget *m_page;
    std::vector<qint64> m_selected;
    QString m_selectedWhich;
    std::optional<DeadLetter> m_opened;
    DeadLetterFilter m_listed;
    qint64 m_listedCount = 0;
    QString m_listedWhich;
    BulkWork *m_work;
    Kind m_kind = Kind::Retry; ///< of the work
    qint64 m_lastAction = 0; ///< that can be undone: the last that did something
    qint64 m_lastCount = 0; ///< letters of that
    bool m_isRecalled = false; ///< that was done before the program was started
    PipelineSnapshotPtr m_snapshot;
    QTimer m_fateClock{this};
    QString m_followed; ///< what was told of the action whose letters are followed
    qint64 m_followedAction = 0; ///< to the end of its work, also when it can't be undone any more
    QString m_followedIcon;
    OnceAClick m_retrying;
    OnceAClick m_choosing;
    bool m_isSelecting = false;
    bool m_isSending = false; ///< a single letter, of which there is nothing to cancel
};

} // namespace linernotes::ui
