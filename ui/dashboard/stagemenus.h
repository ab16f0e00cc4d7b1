// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/snapshot.h"

#include <QObject>

#include <array>

class QAction;
class QMenu;
class QWidget;

namespace linernotes::ui
{

/// What can be done with each of the stages: a menu for each, with the keys of the page.
class StageMenus : public QObject
{
    Q_OBJECT

public:
    /// The keys hold in `page`.
    explicit StageMenus(QWidget *page);

    void present(const PipelineSnapshot &snapshot);
    [[nodiscard]] QMenu *menu(StageId stage) const;
    /// All of them, as commands of a page.
    [[nodiscard]] QList<QAction *> commands() const;

Q_SIGNALS:
    void pauseWanted(linernotes::StageId stage, std::optional<linernotes::Milliseconds> forTime);
    void resumeWanted(linernotes::StageId stage);

private:
    struct Entry {
        QMenu *menu = nullptr;
        QAction *pause = nullptr; ///< until it is resumed; or resumes
        QList<QAction *> forTime;
        bool isPaused = false;
    };
    Entry makeEntry(StageId stage, QWidget *page);

    std::array<Entry, allStages.size()> m_entries;
};

} // namespace linernotes::ui
