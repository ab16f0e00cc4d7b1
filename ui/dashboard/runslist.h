// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/snapshot.h"

#include <QAbstractButton>

#include <vector>

class QLabel;

namespace linernotes::ui
{

enum class Work;

/// One run under way: its name, how far it is, and how long it will take yet, or what it waits for. A click opens it.
class RunRow : public QAbstractButton
{
    Q_OBJECT

public:
    explicit RunRow(QWidget *parent);

    void present(const RunSnapshot &run, Instant now, Work work);
    [[nodiscard]] qint64 runId() const { return m_run.id; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    RunSnapshot m_run;
    QString m_standing;
};

/// The runs that have not finished, those that are worked on first; hidden while there are none.
class RunsList : public QWidget
{
    Q_OBJECT

public:
    explicit RunsList(QWidget *parent);

    void present(const PipelineSnapshot &snapshot);

Q_SIGNALS:
    void runWanted(qint64 runId);
    void allWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<RunRow *> m_rows;
    QAbstractButton *m_more;
};

} // namespace linernotes::ui
