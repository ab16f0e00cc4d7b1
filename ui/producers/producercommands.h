// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/bulkwork.h"
#include "common/linedialog.h"
#include "common/onceaclick.h"
#include "engine.h"

#include <QAction>
#include <QPromise>

#include <memory>
#include <optional>

namespace linernotes::ui
{

/// What can be done with chosen producers, as actions of the widget that shows them: in its context menu and its
/// buttons, and by their shortcuts while the focus is in it. What changes them is done one at a time; it can be
/// cancelled while it goes on, and a change of tags undone afterwards.
class ProducerCommands : public QObject
{
    Q_OBJECT

public:
    ProducerCommands(ProducerActions &actions, QWidget *parent);

    void setChosen(const std::vector<qint64> &ids);
    void setKnownTags(const QStringList &tags) { m_knownTags = tags; }
    [[nodiscard]] const std::vector<qint64> &chosen() const { return m_chosen; }

    QAction *const open;
    QAction *const exportThem;
    QAction *const copy;
    QAction *const enrich;
    QAction *const addTag;
    QAction *const removeTag;
    QAction *const undoTag; ///< takes the last change of tags back, of those whom it changed
    QAction *const cancel; ///< what goes on
    [[nodiscard]] QList<QAction *> all() const { return {open, exportThem, copy, enrich, addTag, removeTag, undoTag}; }

Q_SIGNALS:
    void tagsChanged();
    void progressed(const QString &text, double share);
    void ended(const QString &text, const QString &iconName, bool canUndo);

private:
    struct TagChange {
        std::vector<qint64> people;
        QString tag;
        bool isAdded = false; ///< or else taken away
        bool isUndo = false;
    };
    /// Whoever waits to hear whether a tag is taken.
    using Waiting = std::shared_ptr<QPromise<Result<bool>>>;
    QAction *makeAction(QWidget *owner, const QString &objectName, const QString &iconName, const QString &text,
                        const QKeySequence &shortcut);
    void askToEnrich();
    void enrichThem();
    void askForTag();
    void askForTagToRemove();
    void changeTag(const LineDialog::Text &text, bool isAdded);
    void change(const TagChange &change);
    void end(const TagChange &change, const TagReceipt &receipt);
    void end(const TagChange &change, const Error &error);
    void end(const EnrichmentReceipt &receipt);
    void end(QStringList sentences, const PeopleProgress &progress, bool hasDone, bool canUndo);
    void endInVain(const QString &text, bool canUndo);
    void showProgress(const QString &figures, double share);
    /// False: nobody waits.
    bool answer(const Result<bool> &taken);
    void undo();
    void update();

    ProducerActions &m_actions;
    QWidget *m_widget;
    std::vector<qint64> m_chosen;
    OnceAClick m_enriching;
    BulkWork *m_work;
    qint64 m_wanted = 0; ///< of the work
    QString m_doing; ///< the work, in words
    Waiting m_waiting;
    std::optional<TagChange> m_undo; ///< what would undo the last change
    QStringList m_knownTags;
};

} // namespace linernotes::ui
