// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/theme.h"
#include "common/timechart.h"

#include <QChart>
#include <QImage>
#include <QTest>

using namespace linernotes;
using namespace std::chrono_literals;
using ui::ChartLine;
using ui::Theme;
using ui::TimeChart;

/// A chart by what is drawn of it.
class TimeChartTest : public QObject
{
    Q_OBJECT

    static void fill(TimeChart &chart, std::vector<ChartLine> lines)
    {
        ui::ChartLines drawn{.span = 5min, .step = 10s, .at = {}, .lines = std::move(lines)};
        for (std::size_t i = 0; i < drawn.lines.front().values.size(); ++i)
            drawn.at.emplace_back(fromMillis(1'800'000'000'000) + i * drawn.step);
        chart.present(drawn);
        chart.resize(420, 160);
        chart.setFocusPolicy(Qt::NoFocus); // its rim has the ink of a name
        chart.show();
        QTest::qWait(100);
    }
    static QImage picture(TimeChart &chart, const char *name)
    {
        const auto image = chart.grab().toImage();
        if (const auto folder = qEnvironmentVariable("LINERNOTES_PICTURES"); !folder.isEmpty())
            image.save(folder + QStringLiteral("/timechart-%1.png").arg(QLatin1String(name)));
        return image;
    }
    static int count(const QImage &image, const QRect &area, const QColor &colour)
    {
        int pixels = 0;
        for (int y = area.top(); y <= area.bottom(); ++y) {
            for (int x = area.left(); x <= area.right(); ++x)
                pixels += image.pixelColor(x, y).rgb() == colour.rgb() ? 1 : 0;
        }
        return pixels;
    }

private Q_SLOTS:
    /// Two lines that end at the top: their names are pushed apart, but not out of the chart.
    void namesAreNotCut()
    {
        TimeChart chart(QStringLiteral("chart"), QStringLiteral("Times"), QStringLiteral("ms"), nullptr);
        const std::vector<std::optional<double>> high{200, 200, 200};
        fill(chart,
             {{.name = QStringLiteral("p50"), .state = {}, .values = high},
              {.name = QStringLiteral("p95"), .state = {}, .values = high}});
        const auto image = picture(chart, "names");
        const auto &colours = Theme::instance().colours();
        const auto right = static_cast<int>(chart.chart()->plotArea().right()) + 2;
        const QRect names(right, 0, image.width() - right, image.height());
        QVERIFY(count(image, names, colours.accent) > 0);
        QVERIFY(count(image, names, colours.muted) > 0);
        const QRect edge(right, 0, image.width() - right, 1);
        QCOMPARE(count(image, edge, image.pixelColor(image.width() - 1, image.height() / 2)), edge.width());
        for (const auto state : ui::allWorkStates) // a time is about none
            QCOMPARE(count(image, image.rect(), colours.state(state)), 0);
    }

    /// A week of which one hour is known.
    void aPointAloneIsSeenWhereItIs()
    {
        TimeChart chart(QStringLiteral("chart"), QStringLiteral("Errors"), QStringLiteral("an hour"), nullptr);
        fill(chart, {{.name = {}, .state = ui::WorkState::Dead, .values = {std::nullopt, std::nullopt, 3}}});
        const auto image = picture(chart, "point");
        const auto &ink = Theme::instance().colours().state(ui::WorkState::Dead);
        const auto right = static_cast<int>(chart.chart()->plotArea().right());
        const auto reach = static_cast<int>(Theme::instance().radius());
        QVERIFY(count(image, QRect(right - reach, 0, reach, image.height()), ink) > 2);
        QCOMPARE(count(image, QRect(right + reach, 0, image.width() - right - reach, image.height()), ink), 0);
    }
};

QTEST_MAIN(TimeChartTest)
#include "tst_timechart.moc"
