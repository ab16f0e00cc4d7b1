// SPDX-License-Identifier: GPL-3.0-or-later
#include "producers/yearschart.h"

#include <QTest>

using namespace linernotes;

/// What the chart of a producer's years counts.
class YearsChartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void yearsAreCountedWithTheEmptyOnes()
    {
        const auto credit = [](const char *date) { return CreditRow{.releaseDate = QString::fromLatin1(date)}; };
        const auto years =
            ui::creditYears({credit("2015-06"), credit("2012"), credit(""), credit("2015"), credit("x")});
        QCOMPARE(years.first, 2012);
        QCOMPARE(years.counts, (std::vector<int>{1, 0, 0, 2}));
        QCOMPARE(years.undated, 2);
        QCOMPARE(ui::spanLabel(years), QStringLiteral("2012–2015"));
        QVERIFY(ui::creditYears({credit("")}).counts.empty());
        QVERIFY(ui::spanLabel(ui::creditYears({})).isEmpty());
        QCOMPARE(ui::creditYears({credit("0001"), credit("2020")}).counts.size(),
                 std::size_t(1)); // no two thousand bars
    }

    void theChartSaysEveryYear()
    {
        ui::YearsChart chart(nullptr);
        chart.setYears({.first = 2012, .counts = {1, 0, 2}});
        QCOMPARE(chart.accessibleDescription().split(QStringLiteral("; ")).size(), 3);
        QVERIFY(chart.accessibleDescription().contains(QStringLiteral("2013: 0")));
        chart.setYears({});
        QVERIFY(chart.accessibleDescription().isEmpty());
    }
};

QTEST_MAIN(YearsChartTest)
#include "tst_yearschart.moc"
