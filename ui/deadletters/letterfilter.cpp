// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadletters/letterfilter.h"

#include "common/actionbutton.h"
#include "common/flowlayout.h"
#include "common/icons.h"
#include "common/wording.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>

#include <algorithm>
#include <array>
#include <chrono>

namespace linernotes::ui
{
namespace
{

/// Between the last key and the question to the database.
constexpr std::chrono::milliseconds delay{120};

/// The categories that a letter can die of, or end as one without having died: of a run that was cancelled. The others
/// send a message back to its queue.
constexpr std::array deadlyCategories{ErrorCategory::Ambiguous,      ErrorCategory::NotFound,
                                      ErrorCategory::InvalidRequest, ErrorCategory::InvalidResponse,
                                      ErrorCategory::InvalidMessage, ErrorCategory::Network,
                                      ErrorCategory::Timeout,        ErrorCategory::Server,
                                      ErrorCategory::Poison,         ErrorCategory::Cancelled};

QComboBox *choiceOf(const QString &objectName, const QString &name, QWidget *parent)
{
    constexpr int letters = 8; // the longest is whole in the list: the words beside it need the room more
    auto *choice = new QComboBox(parent);
    choice->setObjectName(objectName);
    choice->setAccessibleName(name);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(letters);
    return choice;
}

} // namespace

LetterFilter::LetterFilter(QAction *anyRun, QWidget *parent)
    : QWidget(parent)
    , m_anyRun(anyRun)
    , m_run(buttonOf(anyRun, QStringLiteral("deadRun"), this))
    , m_scope(choiceOf(QStringLiteral("deadScope"), tr("What became of them"), this))
    , m_stage(choiceOf(QStringLiteral("deadStage"), tr("Stage"), this))
    , m_category(choiceOf(QStringLiteral("deadCategory"), tr("Kind of error"), this))
    , m_text(new QLineEdit(this))
{
    m_run->hide();
    makeChoices();
    m_text->setObjectName(QStringLiteral("deadFilter"));
    m_text->setAccessibleName(tr("Filter dead letters"));
    m_text->setPlaceholderText(tr("Filter by error, message or number"));
    auto *layout = new FlowLayout(this); // in large letters it takes lines of its own
    for (auto *choice : choices()) {
        layout->addWidget(choice);
        connect(choice, &QComboBox::currentIndexChanged, this, &LetterFilter::changed);
        connect(choice, &QComboBox::activated, this, [this, choice] { m_linked.remove(choice); });
    }
    layout->addWidget(m_run);
    m_delay.setSingleShot(true);
    m_delay.setInterval(delay);
    connect(&m_delay, &QTimer::timeout, this, &LetterFilter::changed);
    connect(m_text, &QLineEdit::textChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(m_text, &QLineEdit::textEdited, this, [this] { m_linked.remove(m_text); });
    connect(m_text, &QLineEdit::returnPressed, this, [this] {
        m_delay.stop();
        Q_EMIT changed();
        Q_EMIT accepted();
    });
}

void LetterFilter::makeChoices()
{
    for (const auto &[text, scope] :
         {std::pair(tr("Open"), DeadLetterScope::Open), std::pair(tr("Ended"), DeadLetterScope::Ended),
          std::pair(tr("All"), DeadLetterScope::All)})
        m_scope->addItem(text, static_cast<int>(scope));
    m_scope->setToolTip(tr("Ended: those that were sent again or discarded"));
    m_stage->addItem(tr("All stages"), QString());
    for (const auto stage : allStages)
        m_stage->addItem(icon(stageIcon(stage)), stageLabel(stage), queueName(stage));
    m_category->addItem(tr("All errors"), QString());
    for (const auto category : deadlyCategories)
        m_category->addItem(categoryLabel(categoryName(category)), categoryName(category));
}

DeadLetterFilter LetterFilter::value() const
{
    return {.scope = static_cast<DeadLetterScope>(m_scope->currentData().toInt()),
            .queue = m_stage->currentData().toString(),
            .category = m_category->currentData().toString(),
            .runId = m_runId,
            .text = m_text->text().simplified()};
}

QStringList LetterFilter::inWords() const
{
    QStringList words;
    if (m_stage->currentIndex() > 0)
        words.append(tr("Stage: %1").arg(m_stage->currentText()));
    if (m_category->currentIndex() > 0)
        words.append(tr("Kind of error: %1").arg(m_category->currentText()));
    if (m_runId != 0)
        words.append(m_runName.isEmpty() ? tr("Run %1").arg(m_runId) : tr("Run “%1”").arg(isolated(m_runName)));
    if (const auto text = m_text->text().simplified(); !text.isEmpty())
        words.append(tr("Words: %1").arg(shortened(text)));
    return words;
}

void LetterFilter::set(const DeadLetterFilter &wanted)
{
    {
        const QSignalBlocker quiet(this); // one question, not four
        m_scope->setCurrentIndex(m_scope->findData(static_cast<int>(wanted.scope)));
        m_stage->setCurrentIndex(std::max(m_stage->findData(wanted.queue), 0));
        m_category->setCurrentIndex(std::max(m_category->findData(wanted.category), 0));
        m_text->setText(wanted.text);
        m_delay.stop();
    }
    Q_EMIT changed();
}

void LetterFilter::follow(const DeadLetterFilter &link, const QString &runName)
{
    m_linked = {m_scope, m_stage, m_category, m_text};
    setRun(link.runId, runName);
    set(link);
}

void LetterFilter::clear()
{
    m_linked.clear();
    setRun(0, {});
    set({});
}

void LetterFilter::clearRun()
{
    setRun(0, {});
    Q_EMIT changed();
}

void LetterFilter::setRun(qint64 runId, const QString &name)
{
    m_runId = runId;
    m_runName = shortened(name);
    m_anyRun->setEnabled(runId != 0);
    m_run->setVisible(runId != 0);
    m_run->setText(name.isEmpty() ? tr("Run %1").arg(runId) : tr("Run “%1”").arg(buttonText(isolated(m_runName))));
}

void LetterFilter::setOffered(bool offered)
{
    for (auto *field :
         {static_cast<QWidget *>(m_stage), static_cast<QWidget *>(m_category), static_cast<QWidget *>(m_text)})
        field->setVisible(offered || field->hasFocus()); // who is typing there goes on
}

void LetterFilter::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void LetterFilter::saveState(QSettings &settings) const
{
    for (const auto *choice : choices())
        settings.setValue(choice->objectName(),
                          m_linked.contains(choice) ? choice->itemData(0) : choice->currentData());
    settings.setValue(m_text->objectName(), m_linked.contains(m_text) ? QString() : m_text->text());
}

void LetterFilter::restoreState(QSettings &settings)
{
    for (auto *choice : choices()) {
        const auto kept = settings.value(choice->objectName()).toString(); // as text: a number is kept as one
        for (int i = 0; i < choice->count(); ++i) {
            if (choice->itemData(i).toString() == kept)
                choice->setCurrentIndex(i);
        }
    }
    m_text->setText(settings.value(m_text->objectName()).toString());
}

} // namespace linernotes::ui
