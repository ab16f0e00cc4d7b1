// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"
#include "runs/runsmodel.h"

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

    void present(const RunSnapshot &run, Instant now, Work work);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Row {
        StageBar *bar = nullptr;
        QLabel *done = nullptr;
        QLabel *dead = nullptr;
        QLabel *left = nullptr;
        bool hasDead = false; ///< else what was lost was discarded by a person
    };
    void addStage(QGridLayout *grid, StageId stage);
    QLabel *addFigure(QGridLayout *grid, int row, int column, const QString &objectName);
    void paintSign(QPainter &painter, const QLabel &figure, const QString &iconName, const QColor &ink) const;

    LineLabel *m_name;
    LineLabel *m_state;
    std::array<Row, allStages.size()> m_rows;
};

} // namespace linernotes::ui
