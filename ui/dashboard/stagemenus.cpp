// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboard/stagemenus.h"

#include "common/icons.h"
#include "common/wording.h"

#include <QAction>
#include <QMenu>

#include <utility>

namespace linernotes::ui
{
namespace
{

using namespace std::chrono_literals;

struct Time {
    Milliseconds length;
    const char *text;
    Qt::Key key; ///< after Ctrl+P and the number of the stage
};
constexpr std::array times{
    Time{15min, QT_TRANSLATE_NOOP("linernotes::ui::StageMenus", "Pause for 15 minutes"), Qt::Key_Q},
    Time{1h, QT_TRANSLATE_NOOP("linernotes::ui::StageMenus", "Pause for an hour"), Qt::Key_H},
    Time{24h, QT_TRANSLATE_NOOP("linernotes::ui::StageMenus", "Pause for a day"), Qt::Key_D}};

} // namespace

StageMenus::StageMenus(QWidget *page)
    : QObject(page)
{
    for (const auto stage : allStages)
        m_entries.at(static_cast<std::size_t>(stage)) = makeEntry(stage, page);
}

StageMenus::Entry StageMenus::makeEntry(StageId stage, QWidget *page)
{
    const auto name = queueName(stage);
    Entry entry{.menu = new QMenu(stageLabel(stage), page)};
    entry.menu->setIcon(icon(stageIcon(stage)));
    entry.menu->setObjectName(QStringLiteral("stageMenu_") + name);
    entry.pause = entry.menu->addAction(icon(QStringLiteral("pause")), tr("Pause"));
    entry.pause->setObjectName(QStringLiteral("stagePause_") + name);
    entry.pause->setToolTip(tr("What is in flight is finished; the rest waits, over restarts too"));
    const auto number = static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(stage));
    entry.pause->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | number));
    page->addAction(entry.pause);
    connect(entry.pause, &QAction::triggered, this, [this, stage] {
        if (m_entries.at(static_cast<std::size_t>(stage)).isPaused)
            Q_EMIT resumeWanted(stage);
        else
            Q_EMIT pauseWanted(stage, std::nullopt);
    });
    for (const auto &time : times) {
        auto *action = entry.menu->addAction(icon(QStringLiteral("delayed")), tr(time.text));
        action->setObjectName(QStringLiteral("stagePauseFor%1_").arg(time.length / 1min) + name);
        action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_P, number, time.key));
        page->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, stage, length = time.length] { Q_EMIT pauseWanted(stage, length); });
        entry.forTime.append(action);
    }
    return entry;
}

void StageMenus::present(const PipelineSnapshot &snapshot)
{
    for (const auto &stage : snapshot.stages) {
        auto &entry = m_entries.at(static_cast<std::size_t>(stage.stage));
        const bool isPaused = stage.pause.has_value();
        if (std::exchange(entry.isPaused, isPaused) == isPaused) // four times a second an icon is too much to make anew
            continue;
        entry.pause->setText(isPaused ? tr("Resume") : tr("Pause"));
        entry.pause->setIcon(icon(isPaused ? QStringLiteral("play") : QStringLiteral("pause")));
    }
}

QMenu *StageMenus::menu(StageId stage) const
{
    return m_entries.at(static_cast<std::size_t>(stage)).menu;
}

QList<QAction *> StageMenus::commands() const
{
    QList<QAction *> commands;
    for (const auto &entry : m_entries)
        commands.append(entry.menu->menuAction());
    return commands;
}

} // namespace linernotes::ui
