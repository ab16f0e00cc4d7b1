// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/onceaclick.h"
#include "engine.h"

#include <QAction>

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
    [[nodiscard]] QList<QAction *> all() const { return {open, exportThem, copy, enrich, addTag, removeTag}; }

Q_SIGNALS:
    void tagsChanged();
    void told(const QString &message);
    void failed(const linernotes::Error &error);

private:
    QAction *makeAction(QWidget *owner, const QString &objectName, const QString &iconName, const QString &text,
                        const QKeySequence &shortcut);
    void enrichThem();
    void askForTag();
    void askForTagToRemove();

    ProducerActions &m_actions;
    QWidget *m_widget;
    std::vector<qint64> m_chosen;
    OnceAClick m_enriching;
    QStringList m_knownTags;
};

} // namespace linernotes::ui
