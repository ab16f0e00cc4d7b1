// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "activity/eventsmodel.h"

#include <QWidget>

class QAction;
class QMenu;
class QPushButton;

namespace linernotes::ui
{

class TableView;

/// The events as a table. While it is live and stands at its top, what comes appears there; who reads further down, or
/// has stopped it, sees how many have come on a button that leads up to them.
class EventList : public QWidget
{
    Q_OBJECT

public:
    EventList(EventsModel *model, QWidget *parent);

    [[nodiscard]] TableView *table() const { return m_table; }
    void setLive(bool live);
    /// What the button does that tells of new events.
    [[nodiscard]] QAction *showNew() const { return m_showNew; }
    [[nodiscard]] QMenu *columnMenu() const { return m_columnMenu; }
    /// nullptr: none.
    [[nodiscard]] const Event *current() const;

Q_SIGNALS:
    void currentChanged();
    void activated();
    void menuWanted(const QPoint &globalPlace);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeTable();
    void makeColumnMenu();
    void fillColumnMenu();
    void showHeld(qint64 held);
    void placePill();
    void hold();
    void goUp();
    void keepCurrent();

    EventsModel *m_model;
    TableView *m_table = nullptr;
    QPushButton *m_pill;
    QAction *m_showNew;
    QMenu *m_columnMenu = nullptr;
    bool m_isLive = true;
    qint64 m_currentId = 0;
};

} // namespace linernotes::ui
