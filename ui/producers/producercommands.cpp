// SPDX-License-Identifier: GPL-3.0-or-later
#include "producers/producercommands.h"

#include "common/icons.h"
#include "common/linedialog.h"
#include "core/whendone.h"

#include <QWidget>

namespace linernotes::ui
{
namespace
{

/// A count is all that a dialog needs to know: the field asks, and the engine answers.
QFuture<Result<bool>> asDone(const QFuture<Result<qint64>> &counted, QObject *context)
{
    auto promise = std::make_shared<QPromise<Result<bool>>>();
    promise->start();
    whenDone(counted, context, [promise](const Result<qint64> &count) {
        promise->addResult(count ? Result<bool>(true) : Result<bool>(failure(count.error())));
        promise->finish();
    });
    return promise->future();
}

} // namespace

ProducerCommands::ProducerCommands(ProducerActions &actions, QWidget *parent)
    : QObject(parent)
    , open(makeAction(parent, QStringLiteral("producerOpen"), QStringLiteral("producers"), tr("&Open"),
                      QKeySequence(Qt::CTRL | Qt::Key_O)))
    , exportThem(makeAction(parent, QStringLiteral("producersExport"), QStringLiteral("export"),
                            tr("&Export selected…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)))
    , copy(makeAction(parent, QStringLiteral("producersCopy"), QStringLiteral("copy"), tr("&Copy rows"), {}))
    , enrich(makeAction(parent, QStringLiteral("producersEnrich"), QStringLiteral("retry"), tr("&Read profiles again"),
                        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R)))
    , addTag(makeAction(parent, QStringLiteral("producersAddTag"), QStringLiteral("edit"), tr("Add &tag…"),
                        QKeySequence(Qt::CTRL | Qt::Key_T)))
    , removeTag(makeAction(parent, QStringLiteral("producersRemoveTag"), QStringLiteral("discard"), tr("Re&move tag…"),
                           QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T)))
    , m_actions(actions)
    , m_widget(parent)
{
    enrich->setToolTip(tr("Asks the services for profiles and aliases of the selected producers, whatever is known"));
    connect(enrich, &QAction::triggered, this, &ProducerCommands::enrichThem);
    connect(addTag, &QAction::triggered, this, &ProducerCommands::askForTag);
    connect(removeTag, &QAction::triggered, this, &ProducerCommands::askForTagToRemove);
    setChosen({});
}

QAction *ProducerCommands::makeAction(QWidget *owner, const QString &objectName, const QString &iconName,
                                      const QString &text, const QKeySequence &shortcut)
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setObjectName(objectName);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    owner->addAction(action);
    return action;
}

void ProducerCommands::setChosen(const std::vector<qint64> &ids)
{
    m_chosen = ids;
    for (auto *action : all())
        action->setEnabled(!ids.empty());
    open->setEnabled(ids.size() == 1);
}

void ProducerCommands::enrichThem()
{
    if (m_chosen.empty() || !m_enriching.take())
        return;
    const auto name = tr("Profiles of %Ln producer(s), again", nullptr, static_cast<int>(m_chosen.size()));
    whenDone(m_actions.enrich(m_chosen, name), this, [this](const Result<EnrichmentReceipt> &receipt) {
        if (!receipt) {
            Q_EMIT failed(receipt.error());
            return;
        }
        QStringList sentences;
        if (receipt->queued > 0)
            sentences.append(tr("%Ln producer(s) queued.", nullptr, static_cast<int>(receipt->queued)));
        if (receipt->withoutPage > 0)
            sentences.append(
                tr("Of %Ln no page is known that could be read.", nullptr, static_cast<int>(receipt->withoutPage)));
        Q_EMIT told(sentences.join(QLatin1Char(' ')));
    });
}

void ProducerCommands::askForTag()
{
    const auto ids = m_chosen;
    auto *dialog = new LineDialog(
        {QStringLiteral("addTagDialog"), tr("Add tag"),
         tr("Tag for %Ln producer(s)", nullptr, static_cast<int>(ids.size())), tr("Add tag")},
        m_knownTags, [this, ids](const QString &tag) { return asDone(m_actions.addTag(ids, tag), this); }, m_widget);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        Q_EMIT told(tr("Tagged “%1”.").arg(dialog->line()));
        Q_EMIT tagsChanged();
    });
    dialog->open();
}

void ProducerCommands::askForTagToRemove()
{
    const auto ids = m_chosen;
    auto *dialog = new LineDialog(
        {QStringLiteral("removeTagDialog"), tr("Remove tag"),
         tr("Tag to take from %Ln producer(s)", nullptr, static_cast<int>(ids.size())), tr("Remove tag")},
        m_knownTags, [this, ids](const QString &tag) { return asDone(m_actions.removeTag(ids, tag), this); }, m_widget);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        Q_EMIT told(tr("“%1” is taken away. Add it again to undo.").arg(dialog->line()));
        Q_EMIT tagsChanged();
    });
    dialog->open();
}

} // namespace linernotes::ui
