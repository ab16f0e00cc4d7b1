// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/eventfilter.h"

#include "activity/eventwording.h"
#include "common/flowlayout.h"
#include "common/icons.h"
#include "common/wording.h"

#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalBlocker>

#include <algorithm>
#include <array>
#include <chrono>

namespace linernotes::ui
{
namespace
{

/// Between the last key and the question to the database.
constexpr std::chrono::milliseconds filterDelay{120};

/// "#17" is message 17; 0: no such text.
qint64 messageIn(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A#(\\d{1,18})\\z"));
    return form.match(text).captured(1).toLongLong();
}

} // namespace

EventFilter::EventFilter(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
{
    m_text->setObjectName(QStringLiteral("eventsFilter"));
    m_text->setAccessibleName(tr("Filter events"));
    m_text->setPlaceholderText(tr("Filter by words, or #17 for a message"));
    m_level = makeChoice(QStringLiteral("eventsLevel"), tr("Level"), tr("All levels"));
    m_level->addItem(icon(levelIcon(EventLevel::Info)), tr("Info and worse"), static_cast<int>(EventLevel::Info));
    m_level->addItem(icon(levelIcon(EventLevel::Warning)), tr("Warnings and errors"),
                     static_cast<int>(EventLevel::Warning));
    m_level->addItem(icon(levelIcon(EventLevel::Error)), tr("Errors"), static_cast<int>(EventLevel::Error));
    m_stage = makeChoice(QStringLiteral("eventsStage"), tr("Stage"), tr("All stages"));
    for (const auto stage : allStages)
        m_stage->addItem(icon(stageIcon(stage)), stageLabel(stage), queueName(stage));
    m_service = makeChoice(QStringLiteral("eventsServiceChoice"), tr("Service"), tr("All services"));
    m_run = makeChoice(QStringLiteral("eventsRun"), tr("Run"), tr("All runs"));
    constexpr int runLetters = 16;
    m_run->setMinimumContentsLength(runLetters);
    auto *flow = new FlowLayout(this);
    for (auto *choice : choices()) {
        flow->addWidget(choice);
        connect(choice, &QComboBox::currentIndexChanged, this, &EventFilter::tellIfChanged);
    }
    m_delay.setSingleShot(true);
    m_delay.setInterval(filterDelay);
    connect(&m_delay, &QTimer::timeout, this, &EventFilter::tellIfChanged);
    connect(m_text, &QLineEdit::textChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(m_text, &QLineEdit::returnPressed, this, [this] {
        tellIfChanged();
        Q_EMIT accepted();
    });
}

QComboBox *EventFilter::makeChoice(const QString &objectName, const QString &name, const QString &any)
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(objectName);
    choice->setAccessibleName(name);
    choice->addItem(any);
    constexpr int letters = 9; // a longer one is whole in the list
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(letters);
    return choice;
}

EventQuery EventFilter::query() const
{
    EventQuery query;
    query.least = static_cast<EventLevel>(m_level->currentData().toInt());
    query.stage = stageOfQueue(m_stage->currentData().toString());
    query.service = m_service->currentData().toString();
    query.runId = m_run->currentData().toLongLong();
    const auto text = m_text->text().simplified();
    query.messageId = messageIn(text);
    if (query.messageId == 0)
        query.text = text;
    addPeoplesWords(query);
    return query;
}

void EventFilter::tellIfChanged()
{
    m_delay.stop();
    if (auto asked = query(); asked != m_told) {
        m_told = std::move(asked);
        Q_EMIT changed();
    }
}

void EventFilter::clear()
{
    for (auto *choice : choices()) {
        const QSignalBlocker quiet(choice);
        choice->setCurrentIndex(0);
    }
    m_text->clear();
    tellIfChanged();
}

void EventFilter::showMessage(qint64 messageId)
{
    const auto before = m_told;
    {
        const QSignalBlocker quiet(this); // one question, not two
        clear();
        m_text->setText(QStringLiteral("#%1").arg(messageId));
    }
    m_told = before;
    tellIfChanged();
}

void EventFilter::showRun(qint64 runId)
{
    if (runId == 0) {
        clear();
        return;
    }
    if (m_run->findData(runId) < 0)
        addRun(runId, {}, 1);
    const auto before = m_told;
    {
        const QSignalBlocker quiet(this);
        clear();
        m_run->setCurrentIndex(m_run->findData(runId));
    }
    m_told = before;
    tellIfChanged();
}

void EventFilter::addRun(qint64 runId, const QString &name, int at)
{
    const auto label =
        name.isEmpty() ? tr("Run %1").arg(runId) : tr("%1 (%2)").arg(isolated(shortened(name)), QString::number(runId));
    m_run->insertItem(at, label, runId);
}

void EventFilter::present(const PipelineSnapshot &snapshot)
{
    for (const auto &service : snapshot.services) {
        if (m_service->findData(service.service) < 0)
            m_service->addItem(serviceLabel(service.service), service.service);
    }
    std::vector<std::pair<qint64, QString>> runs;
    runs.reserve(snapshot.runs.size());
    for (const auto &run : snapshot.runs)
        runs.emplace_back(run.id, runLabel(run));
    if (runs == m_runs)
        return;
    m_runs = std::move(runs);
    const auto chosen = m_run->currentData().toLongLong();
    const QSignalBlocker quiet(m_run);
    while (m_run->count() > 1)
        m_run->removeItem(m_run->count() - 1);
    for (const auto &[id, name] : m_runs)
        addRun(id, name, m_run->count());
    if (chosen > 0 && m_run->findData(chosen) < 0)
        addRun(chosen, {}, 1); // older than those that the snapshot tells of
    m_run->setCurrentIndex(std::max(m_run->findData(chosen), 0));
    Q_EMIT runsChanged();
}

QString EventFilter::runName(qint64 runId) const
{
    const auto found = std::ranges::find(m_runs, runId, &std::pair<qint64, QString>::first);
    return found == m_runs.end() ? QString() : found->second;
}

void EventFilter::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void EventFilter::saveState(QSettings &settings) const
{
    for (const auto *choice : choices()) // a run's number and a message's are another's in another database
        settings.setValue(choice->objectName(), choice == m_run ? QVariant() : choice->currentData());
    const bool isMessage = m_text->text().startsWith(QLatin1Char('#'));
    settings.setValue(m_text->objectName(), isMessage ? QString() : m_text->text());
}

void EventFilter::restoreState(QSettings &settings)
{
    m_text->setText(settings.value(m_text->objectName()).toString());
    if (const auto service = settings.value(m_service->objectName()).toString(); !service.isEmpty())
        m_service->addItem(serviceLabel(service), service);
    for (auto *choice : choices()) {
        const auto kept = settings.value(choice->objectName());
        for (int i = 0; i < choice->count(); ++i) { // kept as text, a number is no number any more
            if (kept.isValid() && choice->itemData(i).toString() == kept.toString())
                choice->setCurrentIndex(i);
        }
    }
}

} // namespace linernotes::ui
