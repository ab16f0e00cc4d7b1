// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"

#include <QChartView>

#include <optional>

class QBarSet;
class QChart;
class QGraphicsSimpleTextItem;
class QValueAxis;

namespace linernotes::ui
{

/// The years of a producer's credits: how many in each, years without one too. Those whose recording has no date are
/// counted apart.
struct CreditYears {
    int first = 0;
    std::vector<int> counts; ///< of `first` and each year after it; empty: no credit has a date
    int undated = 0;
    [[nodiscard]] int last() const { return first + static_cast<int>(counts.size()) - 1; }
    bool operator==(const CreditYears &) const = default;
};
CreditYears creditYears(const std::vector<CreditRow> &credits);
/// "2009–2024", "2015"; empty where nothing is dated.
QString spanLabel(const CreditYears &years);

/// Credits per year as bars. The first and the last year and the highest count stand beside the bars; each bar's
/// tooltip has its year and number, and a screen reader hears all of them.
class YearsChart : public QChartView
{
    Q_OBJECT

public:
    explicit YearsChart(QWidget *parent);

    void setYears(const CreditYears &years);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fill();
    void applyTheme();
    void placeLabels();
    void showValue(bool isHovered, int index);
    [[nodiscard]] QString valueLabel(int index) const;

    CreditYears m_years;
    QValueAxis *m_across;
    QValueAxis *m_up;
    QBarSet *m_bars = nullptr;
    QGraphicsSimpleTextItem *m_firstYear;
    QGraphicsSimpleTextItem *m_lastYear;
    QGraphicsSimpleTextItem *m_most;
};

} // namespace linernotes::ui
