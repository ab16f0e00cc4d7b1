// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/snapshot.h"

#include <QWidget>

namespace linernotes::ui
{

/// One stage of the pipeline: its name, how much is queued and in which states, how its throughput went over the last
/// ten minutes, how long its messages wait and take, and what it is doing. Painted in one
/// piece: figures that count four times a second move nothing but themselves. Its dead letters are a click, or Tab and
/// Enter, away.
class StageCard : public QWidget
{
    Q_OBJECT

public:
    StageCard(StageId stage, QWidget *parent);

    struct Around {
        bool isServiceDown = false; ///< its service's circuit is open
        bool isWorkedOnElsewhere = false; ///< all work is paused, but only in this program
        bool operator==(const Around &) const = default;
    };
    void present(const StageSnapshot &stage, Instant now, const Around &around);
    /// Where there is little height its rows are closer.
    void setCompact(bool compact);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void credentialsWanted();
    void deadLettersWanted(linernotes::StageId stage);
    void clicked(linernotes::StageId stage); ///< beside its dead letters
    void menuWanted(linernotes::StageId stage, const QPoint &globalPosition);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] static bool hasRoomForIcon(int width);
    [[nodiscard]] static bool hasRoomForCourse(const QRect &room);
    void paintName(QPainter &painter, const QRect &area, int &y) const;
    void paintDepth(QPainter &painter, const QRect &area, int &y) const;
    void paintComposition(QPainter &painter, const QRect &area, int &y) const;
    void paintCourse(QPainter &painter, const QRect &room) const;
    void paintStates(QPainter &painter, const QRect &area, int &y) const;
    void paintTimes(QPainter &painter, const QRect &area, int &y) const;
    void paintStateLine(QPainter &painter, const QRect &area) const;
    [[nodiscard]] qint64 count(int state) const;
    [[nodiscard]] QString stateSentence() const;
    [[nodiscard]] QString courseSentence() const;
    [[nodiscard]] QColor stateColour() const;
    [[nodiscard]] int heightNeeded() const;
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int statesTop() const;
    /// What leads to the dead letters; empty while there are none.
    [[nodiscard]] QRect deadRow() const;
    void setDeadHovered(bool hovered);
    void paintDeadGround(QPainter &painter) const;

    StageSnapshot m_stage;
    Instant m_now;
    bool m_isDeadHovered = false;
    bool m_isCompact = false;
    Around m_around;
};

/// How the state of a message is called beside its figure.
QString workStateLabel(int state);

} // namespace linernotes::ui
