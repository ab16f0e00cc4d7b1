// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/theme.h"
#include "common/translation.h"
#include "services/circuitstrip.h"
#include "services/servicecharts.h"
#include "services/servicepanel.h"

#include <QLabel>
#include <QTest>

#include <cmath>

using namespace linernotes;
using namespace std::chrono_literals;
using ui::CircuitStrip;
using ui::ServicePanel;

/// A service's panel by views that are made for it: what takes days to come about, or never does.
class ServicePanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::installTranslations(); } // plural forms

    void quotasAreToldInFull()
    {
        const auto now = Clock::system().now();
        ui::ServiceView view{.service = {.service = QStringLiteral("spotify")}, .now = now, .origin = {}};
        view.service.quota = {.limit = 96, .window = 30s, .most = 120, .used = 40, .concurrency = 2, .inFlight = 1};
        view.service.quota.groups = {
            {.group = QStringLiteral("albums"), .used = 600, .limit = 600, .nextFree = now + 2h},
            {.group = QStringLiteral("artists"), .used = 570, .limit = 600, .nextFree = now},
            {.group = QStringLiteral("search"), .used = 120, .limit = 600, .nextFree = now},
            {.group = QStringLiteral("tracks"), .used = 30, .limit = 0, .nextFree = now}};
        using Outcome = CallOutcome;
        view.service.standing.recent = {Outcome::Good, Outcome::Slow, Outcome::Failed, Outcome::Good};
        view.history = {{now - 10min, QStringLiteral("closed"), {}},
                        {now - 12min, QStringLiteral("half_open"), {}},
                        {now - 22min, QStringLiteral("open"), QStringLiteral("HTTP 502")},
                        {now - 40min, QStringLiteral("released"), {}},
                        {now - 55min, QStringLiteral("forced_open"), QStringLiteral("keys are being changed")}};
        ServicePanel panel(QStringLiteral("spotify"), nullptr);
        panel.resize(1200, 400);
        panel.present(view);
        panel.show();
        QTest::qWait(100);
        const auto all = ui::toTabSeparated(view);
        const auto says = [&](const char *words) { return all.contains(QString::fromUtf8(words)); };
        QVERIFY2(says("\tWindow\t40 of 96 calls in the last 30 s\n"), qPrintable(all));
        QVERIFY2(says("\tLearned rate\t3.2/s, of 4.0/s allowed\n"), qPrintable(all));
        QVERIFY2(says("\t24 h, albums\t600 of 600, next free "), qPrintable(all));
        QVERIFY2(says("\t24 h, search\t120 of 600, 480 left\n"), qPrintable(all));
        QVERIFY2(says("\t24 h, tracks\t30 used, limit not known\n"), qPrintable(all));
        const auto *strip = panel.findChild<QWidget *>(QStringLiteral("circuitStrip"));
        QVERIFY(
            strip->accessibleDescription().contains(QStringLiteral("opened 1 time. Last 4 calls, 1 failed, 1 slow")));
        // By the colours that are drawn: a day that is used up is red, an empty one is not.
        const auto drawn = panel.findChild<QWidget *>(QStringLiteral("quotaBars"))->grab().toImage();
        QMap<QRgb, int> pixels;
        for (int y = 0; y < drawn.height(); ++y) {
            for (int x = 0; x < drawn.width(); ++x)
                ++pixels[drawn.pixel(x, y)];
        }
        const auto ink = [&](ui::WorkState state) {
            return pixels.value(ui::Theme::instance().colours().state(state).rgb());
        };
        QVERIFY(ink(ui::WorkState::Dead) > ink(ui::WorkState::Delayed));
        QVERIFY(ink(ui::WorkState::Delayed) > ink(ui::WorkState::InFlight));
        QVERIFY(ink(ui::WorkState::InFlight) > 0);
        if (const auto folder = qEnvironmentVariable("LINERNOTES_PICTURES"); !folder.isEmpty())
            panel.grab().save(folder + QStringLiteral("/services-quota.png"));
    }

    /// What is not known has no line, and a chart none of the step that is not over.
    void onlyWhatIsKnownIsShown()
    {
        const auto now = Clock::system().now();
        ui::ServiceView view{
            .service = {.service = QStringLiteral("genius")}, .now = now, .origin = {}, .span = 5min, .tally = {}};
        ServicePanel panel(QStringLiteral("genius"), nullptr);
        panel.resize(1200, 500);
        panel.present(view);
        panel.show();
        QTest::qWait(100);
        const auto texts = [&panel] {
            QStringList seen;
            for (const auto *label : panel.findChildren<QLabel *>()) {
                if (label->isVisible())
                    seen.append(label->text());
            }
            return seen;
        };
        QVERIFY2(!texts().contains(QStringLiteral("–")), qPrintable(texts().join(u'/')));
        QVERIFY(!texts().contains(QStringLiteral("Last 5 min")));
        for (const auto *name : {"serviceCalls_genius", "serviceLatency_genius", "circuitStrip", "quotaBars"})
            QVERIFY2(!panel.findChild<QWidget *>(QLatin1String(name))->isVisible(), name);

        ServiceTally tally{.calls = 30, .refused = 1, .timeouts = 3};
        tally.latencies.add(Microseconds(40ms));
        MetricsChart chart{.step = 10s, .at = {now - 30s, now - 20s, now - 10s, now}};
        chart.services.push_back({.service = QStringLiteral("genius"), .points = {{}, tally, tally, tally}});
        panel.present(chart, 5min);
        view.tally = tally;
        panel.present(view);
        QTRY_VERIFY(panel.findChild<QWidget *>(QStringLiteral("serviceLatency_genius"))->isVisible());
        QVERIFY2(texts().contains(QStringLiteral("Last 5 min")) && texts().contains(QStringLiteral("3 (10 %)")),
                 qPrintable(texts().join(u'/')));
        const auto lines = ui::callLines(chart, 5min, QStringLiteral("genius"));
        QCOMPARE(lines.at.size(), std::size_t(3));
        const std::vector<std::optional<double>> calls{std::nullopt, 180, 180};
        QVERIFY(lines.lines.front().values == calls);
        QCOMPARE(lines.lines.back().values.back(), std::optional(18.0));
        const auto times = ui::latencyLines(chart, 5min, QStringLiteral("genius"));
        QVERIFY(std::abs(times.lines.front().values.back().value_or(0) - 40) < 4);
    }

    void theHistoryBecomesStretchesOfTime()
    {
        const auto at = [](int minute) { return fromMillis(1'800'000'000'000) + std::chrono::minutes(minute); };
        const auto event = [&](int minute, const char *name, const char *why = "") {
            return CircuitEvent{.at = at(minute), .event = QLatin1String(name), .reason = QLatin1String(why)};
        };
        QVERIFY(CircuitStrip::stretchesOf({}, at(60)).empty());
        const std::vector<CircuitEvent> history{event(50, "released"), event(40, "forced_open", "a person"),
                                                event(30, "closed"),   event(21, "half_open"),
                                                event(20, "probe"),    event(10, "open", "HTTP 502")};
        const auto stretches = CircuitStrip::stretchesOf(history, at(60));
        using State = CircuitState;
        const std::vector<CircuitStrip::Stretch> expected{
            {at(10), at(21), State::Open, CircuitOverride::None, QStringLiteral("HTTP 502")},
            {at(21), at(30), State::HalfOpen, CircuitOverride::None, {}},
            {at(30), at(40), State::Closed, CircuitOverride::None, {}},
            {at(40), at(50), State::Closed, CircuitOverride::Open, QStringLiteral("a person")},
            {at(50), at(60), State::Closed, CircuitOverride::None, {}}};
        QCOMPARE(stretches.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i)
            QVERIFY2(stretches.at(i) == expected.at(i), qPrintable(QString::number(i)));
        QCOMPARE(CircuitStrip::spanOf(history, at(60)), Milliseconds(1h));
        QCOMPARE(CircuitStrip::spanOf(history, at(71)), Milliseconds(6h));
        QCOMPARE(CircuitStrip::spanOf({event(10, "open")}, at(11)), Milliseconds(5min));
        QCOMPARE(CircuitStrip::spanOf(history, at(60 * 24 * 30)), Milliseconds(168h));
    }
};

QTEST_MAIN(ServicePanelTest)
#include "tst_servicepanel.moc"
