// SPDX-License-Identifier: GPL-3.0-or-later
#include "producers/producercommands.h"

#include "common/icons.h"
#include "common/plainbox.h"
#include "common/wording.h"
#include "core/whendone.h"

#include <QPushButton>
#include <QWidget>

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
    , cancel(makeAction(parent, QStringLiteral("producersCancelAction"), QStringLiteral("stop"),
                        tr("Cancel what is going on"), QKeySequence(Qt::Key_Escape)))
    , m_actions(actions)
    , m_widget(parent)
    , m_work(new BulkWork(this))
{
    enrich->setToolTip(tr("Asks the services for profiles and aliases of the selected producers, whatever is known"));
    connect(enrich, &QAction::triggered, this, &ProducerCommands::askToEnrich);
    connect(addTag, &QAction::triggered, this, &ProducerCommands::askForTag);
    connect(removeTag, &QAction::triggered, this, &ProducerCommands::askForTagToRemove);
    connect(undoTag, &QAction::triggered, this, &ProducerCommands::undo);
    connect(cancel, &QAction::triggered, m_work, &BulkWork::cancel);
    connect(m_work, &BulkWork::progressed, this, &ProducerCommands::showProgress);
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
    const bool isFree = !m_work->isUnderWay();
    open->setEnabled(m_chosen.size() == 1);
    for (auto *action : {exportThem, copy})
        action->setEnabled(!m_chosen.empty());
    for (auto *action : {enrich, addTag, removeTag})
        action->setEnabled(isFree && !m_chosen.empty());
    undoTag->setEnabled(isFree && m_undo);
    undoTag->setText(!m_undo               ? tr("&Undo the tag")
                         : m_undo->isAdded ? tr("&Undo: give “%1” back").arg(buttonText(m_undo->tag))
                                           : tr("&Undo: take “%1” away again").arg(buttonText(m_undo->tag)));
    cancel->setEnabled(!isFree); // else Esc is for whoever wants it
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
    if (m_chosen.empty() || m_work->isUnderWay() || !m_enriching.take())
        return;
    const auto name = tr("Profiles of %Ln producer(s), again", nullptr, static_cast<int>(m_chosen.size()));
    m_doing = tr("Queuing");
    m_wanted = static_cast<qint64>(m_chosen.size());
    const auto watch = m_work->begin(m_wanted);
    update();
    whenDone(m_actions.enrich(m_chosen, name, watch), this, [this](const Result<EnrichmentReceipt> &receipt) {
        m_work->end();
        update();
        if (receipt)
            end(*receipt);
        else
            endInVain(tr("Nothing was queued: %1").arg(errorText(receipt.error())), false);
    });
}

void ProducerCommands::end(const EnrichmentReceipt &receipt)
{
    QStringList sentences;
    if (receipt.queued > 0)
        sentences.append(tr("%Ln producer(s) queued.", nullptr, static_cast<int>(receipt.queued)));
    if (receipt.withoutPage > 0)
        sentences.append(
            tr("Of %Ln no page is known that could be read.", nullptr, static_cast<int>(receipt.withoutPage)));
    end(sentences, receipt, receipt.hasDone(), false);
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
    const auto take = [this, isAdded, people = m_chosen](const QString &tag) {
        m_waiting = std::make_shared<QPromise<Result<bool>>>();
        m_waiting->start();
        const auto taken = m_waiting->future();
        change({.people = people, .tag = tag, .isAdded = isAdded, .isUndo = false});
        return taken;
    };
    auto *dialog = new LineDialog(text, m_knownTags, take, m_widget);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ProducerCommands::change(const TagChange &change)
{
    m_doing = change.isUndo ? tr("Undoing")
        : change.isAdded    ? tr("Adding “%1”").arg(change.tag)
                            : tr("Removing “%1”").arg(change.tag);
    m_wanted = static_cast<qint64>(change.people.size());
    const auto watch = m_work->begin(m_wanted);
    update();
    whenDone(change.isAdded ? m_actions.addTag(change.people, change.tag, watch)
                            : m_actions.removeTag(change.people, change.tag, watch),
             this, [this, change](const Result<TagReceipt> &receipt) {
                 m_work->end();
                 if (receipt)
                     end(change, *receipt);
                 else
                     end(change, receipt.error());
             });
}

/// The dialog is left as soon as the first have the tag: what goes on after that is seen on the page.
void ProducerCommands::showProgress(const QString &figures, double share)
{
    if (m_work->done() > 0)
        answer(true);
    if (!m_waiting)
        Q_EMIT progressed(tr("%1: %2").arg(m_doing, figures), share);
}

bool ProducerCommands::answer(const Result<bool> &taken)
{
    const auto waiting = std::exchange(m_waiting, nullptr);
    if (!waiting)
        return false;
    waiting->addResult(taken);
    waiting->finish();
    return true;
}

/// It is undone of those whom it changed: who had the tag before, or had it not, is left alone.
void ProducerCommands::end(const TagChange &change, const TagReceipt &receipt)
{
    if (change.isUndo && receipt.isDone)
        m_undo.reset();
    else if (change.isUndo)
        m_undo->people.erase(m_undo->people.begin(), m_undo->people.begin() + receipt.reached);
    else if (receipt.hasDone())
        m_undo = {.people = receipt.people, .tag = receipt.tag, .isAdded = !change.isAdded, .isUndo = true};
    update();
    answer(true);
    const auto count = static_cast<int>(receipt.people.size());
    QStringList sentences;
    if (change.isUndo && change.isAdded)
        sentences.append(tr("%Ln producer(s) have “%1” again.", nullptr, count).arg(receipt.tag));
    else if (change.isUndo)
        sentences.append(tr("“%1” is taken from %Ln producer(s) again.", nullptr, count).arg(receipt.tag));
    else if (change.isAdded)
        sentences.append(tr("“%1” is given to %Ln producer(s).", nullptr, count).arg(receipt.tag));
    else
        sentences.append(tr("“%1” is taken from %Ln producer(s).", nullptr, count).arg(receipt.tag));
    if (receipt.full > 0)
        sentences.append(tr("%Ln have as many tags as one can have.", nullptr, static_cast<int>(receipt.full)));
    end(sentences, receipt, receipt.hasDone(), change.isUndo ? m_undo.has_value() : receipt.hasDone());
    Q_EMIT tagsChanged();
}

void ProducerCommands::end(const TagChange &change, const Error &error)
{
    if (change.isUndo && error.category == ErrorCategory::InvalidInput)
        m_undo.reset(); // nobody has it any more, or nobody can have it
    update();
    if (!answer(failure(error)))
        endInVain(tr("Nothing was changed: %1").arg(errorText(error)), change.isUndo && m_undo);
}

void ProducerCommands::end(QStringList sentences, const PeopleProgress &progress, bool hasDone, bool canUndo)
{
    const auto others = number(m_wanted - progress.reached);
    if (progress.brokenOff)
        sentences.append(
            asSentence(tr("It was broken off before the other %1: %2").arg(others, errorText(*progress.brokenOff))));
    else if (!progress.isDone)
        sentences.append(tr("It was cancelled before the other %1.").arg(others));
    const auto iconName = progress.brokenOff ? QStringLiteral("warning")
        : hasDone                            ? QStringLiteral("check")
                                             : QStringLiteral("info");
    Q_EMIT ended(sentences.join(QLatin1Char(' ')), iconName, canUndo);
}

void ProducerCommands::endInVain(const QString &text, bool canUndo)
{
    Q_EMIT ended(asSentence(text), QStringLiteral("warning"), canUndo);
}

void ProducerCommands::undo()
{
    if (m_undo)
        change(*m_undo);
}

} // namespace linernotes::ui
