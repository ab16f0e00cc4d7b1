// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"
#include "telemetry/snapshot.h"

#include <QWidget>

#include <array>

class QAction;
class QGridLayout;
class QLabel;

namespace linernotes::ui
{

class LineLabel;

/// One stage of a run: how much of what was sent is done, dead or discarded, as a bar.
class StageBar : public QWidget
{
    Q_OBJECT

public:
    explicit StageBar(QWidget *parent);

    /// `isGrowing`: more may be sent, so that the end is open.
    void present(const RunSnapshot::Progress &progress, bool isGrowing);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    RunSnapshot::Progress m_progress;
    bool m_isGrowing = false;
};

/// A run in full: what it is, how it stands, and each of its stages with its figures.
class RunDetail : public QWidget
{
    Q_OBJECT

public:
    /// `links`: to what belongs to the run elsewhere.
    RunDetail(const QList<QAction *> &links, QWidget *parent);

    /// `isWorking`: the stages are started.
    void present(const RunSnapshot &run, Instant now, bool isWorking);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Row {
        StageBar *bar = nullptr;
        QLabel *done = nullptr;
        QLabel *dead = nullptr;
        QLabel *left = nullptr;
    };
    void addStage(QGridLayout *grid, StageId stage);
    QLabel *addFigure(QGridLayout *grid, int row, int column, const QString &objectName);
    void paintSign(QPainter &painter, const QLabel &figure, WorkState state) const;

    LineLabel *m_name;
    LineLabel *m_state;
    std::array<Row, allStages.size()> m_rows;
};

} // namespace linernotes::ui
