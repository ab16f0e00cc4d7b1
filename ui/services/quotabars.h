// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/snapshot.h"

#include <QWidget>

#include <vector>

namespace linernotes::ui
{

/// The long window of each endpoint group: how much of it is used, as a bar where the limit is known.
class QuotaBars : public QWidget
{
    Q_OBJECT

public:
    explicit QuotaBars(QWidget *parent);

    void present(const std::vector<GroupStanding> &groups, Instant now);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] QString whole(const GroupStanding &group) const;
    void paintGroup(QPainter &painter, const QRect &row, const GroupStanding &group) const;

    std::vector<GroupStanding> m_groups;
    Instant m_now;
};

} // namespace linernotes::ui
