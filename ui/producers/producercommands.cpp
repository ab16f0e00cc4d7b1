// SPDX-License-Identifier: GPL-3.0-or-later
#include "producers/producercommands.h"

#include "common/icons.h"
#include "common/plainbox.h"
#include "common/wording.h"
#include "core/whendone.h"

#include <QPushButton>
#include <QWidget>

#include <memory>
#include <utility>

namespace linernotes::ui
{
namespace
{

/// A call for each, at least: of more it is asked first whether that is meant.
constexpr std::size_t manyCalls = 200;

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
    , undoTag(makeAction(parent, QStringLiteral("producersUndoTag"), QStringLiteral("back"), tr("&Undo the tag"),
                         QKeySequence::Undo))
    , m_actions(actions)
    , m_widget(parent)
{
    enrich->setToolTip(tr("Asks the services for profiles and aliases of the selected producers, whatever is known"));
    connect(enrich, &QAction::triggered, this, &ProducerCommands::askToEnrich);
    connect(addTag, &QAction::triggered, this, &ProducerCommands::askForTag);
    connect(removeTag, &QAction::triggered, this, &ProducerCommands::askForTagToRemove);
    connect(undoTag, &QAction::triggered, this, &ProducerCommands::undo);
    setChosen({});
}

QAction *ProducerCommands::makeAction(QWidget *owner, const QString &objectName, const QString &iconName,
                                      const QString &text, const QKeySequence &shortcut)
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setObjectName(objectName);
    action->setShortcut(shortcut);
    owner->addAction(action);
    return action;
}

void ProducerCommands::setChosen(const std::vector<qint64> &ids)
{
    m_chosen = ids;
    update();
}

void ProducerCommands::update()
{
    for (auto *action : all())
        action->setEnabled(!m_chosen.empty());
    open->setEnabled(m_chosen.size() == 1);
    undoTag->setEnabled(m_last.has_value());
    undoTag->setText(!m_last               ? tr("&Undo the tag")
                         : m_last->isAdded ? tr("&Undo: take “%1” away again").arg(buttonText(m_last->receipt.tag))
                                           : tr("&Undo: give “%1” back").arg(buttonText(m_last->receipt.tag)));
}

void ProducerCommands::askToEnrich()
{
    if (m_chosen.size() <= manyCalls) {
        enrichThem();
        return;
    }
    auto *box = new PlainBox(
        QStringLiteral("enrichBox"), tr("Read profiles again"),
        tr("Read the profiles of %Ln producer(s) again?", nullptr, static_cast<int>(m_chosen.size())),
        tr("That costs a call for each at least. It is a run of its own, which can be paused and cancelled."),
        m_widget);
    auto *yes = box->addButton(tr("Read again"), QMessageBox::AcceptRole);
    yes->setObjectName(QStringLiteral("enrichYes"));
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(yes, &QAbstractButton::clicked, this, &ProducerCommands::enrichThem);
    box->open();
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
    changeTag({QStringLiteral("addTagDialog"), tr("Add tag"),
               tr("Tag for %Ln producer(s)", nullptr, static_cast<int>(m_chosen.size())), tr("Add tag")},
              true);
}

void ProducerCommands::askForTagToRemove()
{
    changeTag({QStringLiteral("removeTagDialog"), tr("Remove tag"),
               tr("Tag to take from %Ln producer(s)", nullptr, static_cast<int>(m_chosen.size())), tr("Remove tag")},
              false);
}

void ProducerCommands::changeTag(const LineDialog::Text &text, bool isAdded)
{
    auto change = std::make_shared<TagChange>(TagChange{.isAdded = isAdded, .receipt = {}});
    const auto take = [this, change, ids = m_chosen](const QString &tag) {
        auto promise = std::make_shared<QPromise<Result<bool>>>(); // all that the dialog needs to know
        promise->start();
        whenDone(this->change(ids, tag, change->isAdded), this, [change, promise](const Result<TagReceipt> &receipt) {
            if (receipt)
                change->receipt = *receipt;
            promise->addResult(receipt ? Result<bool>(true) : Result<bool>(failure(receipt.error())));
            promise->finish();
        });
        return promise->future();
    };
    auto *dialog = new LineDialog(text, m_knownTags, take, m_widget);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, change] {
        m_last = *change;
        update();
        tellChange(*change);
        Q_EMIT tagsChanged();
    });
    dialog->open();
}

QFuture<Result<TagReceipt>> ProducerCommands::change(const std::vector<qint64> &ids, const QString &tag, bool isAdded)
{
    return isAdded ? m_actions.addTag(ids, tag) : m_actions.removeTag(ids, tag);
}

void ProducerCommands::tellChange(const TagChange &change)
{
    const auto count = static_cast<int>(change.receipt.people.size());
    QStringList sentences{change.isAdded
                              ? tr("“%1” is given to %Ln producer(s).", nullptr, count).arg(change.receipt.tag)
                              : tr("“%1” is taken from %Ln producer(s).", nullptr, count).arg(change.receipt.tag)};
    if (change.receipt.full > 0)
        sentences.append(tr("%Ln have as many tags as one can have.", nullptr, static_cast<int>(change.receipt.full)));
    sentences.append(tr("Undo with %1.").arg(undoTag->shortcut().toString(QKeySequence::NativeText)));
    Q_EMIT told(sentences.join(QLatin1Char(' ')));
}

/// Of those whom it changed: who had the tag before, or had it not, is left alone.
void ProducerCommands::undo()
{
    if (!m_last)
        return;
    const auto undone = *std::exchange(m_last, std::nullopt);
    update();
    whenDone(change(undone.receipt.people, undone.receipt.tag, !undone.isAdded), this,
             [this, undone](const Result<TagReceipt> &receipt) {
                 if (!receipt) {
                     Q_EMIT failed(receipt.error());
                     return;
                 }
                 const auto count = static_cast<int>(receipt->people.size());
                 Q_EMIT told(
                     undone.isAdded
                         ? tr("“%1” is taken from %Ln producer(s) again.", nullptr, count).arg(undone.receipt.tag)
                         : tr("%Ln producer(s) have “%1” again.", nullptr, count).arg(undone.receipt.tag));
                 Q_EMIT tagsChanged();
             });
}

} // namespace linernotes::ui
