// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/linedialog.h"
#include "common/onceaclick.h"
#include "engine.h"

#include <QAction>

#include <optional>

namespace linernotes::ui
{

/// What can be done with chosen producers, as actions of the widget that shows them: in its context menu and its
/// buttons, and by their shortcuts while the focus is in it.
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
    [[nodiscard]] QList<QAction *> all() const { return {open, exportThem, copy, enrich, addTag, removeTag, undoTag}; }

Q_SIGNALS:
    void tagsChanged();
    void told(const QString &message);
    void failed(const linernotes::Error &error);

private:
    struct TagChange {
        bool isAdded = false;
        TagReceipt receipt;
    };
    QAction *makeAction(QWidget *owner, const QString &objectName, const QString &iconName, const QString &text,
                        const QKeySequence &shortcut);
    void askToEnrich();
    void enrichThem();
    void askForTag();
    void askForTagToRemove();
    /// Asks for the tag and changes it; `isAdded`, or else taken away.
    void changeTag(const LineDialog::Text &text, bool isAdded);
    [[nodiscard]] QFuture<Result<TagReceipt>> change(const std::vector<qint64> &ids, const QString &tag, bool isAdded);
    void tellChange(const TagChange &change);
    void undo();
    void update();

    ProducerActions &m_actions;
    QWidget *m_widget;
    std::vector<qint64> m_chosen;
    OnceAClick m_enriching;
    std::optional<TagChange> m_last; ///< that can be undone
    QStringList m_knownTags;
};

} // namespace linernotes::ui
