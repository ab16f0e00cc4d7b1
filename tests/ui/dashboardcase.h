// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dashboard/dashboardpage.h"
#include "ui/madesnapshot.h"

#include <QHelpEvent>
#include <QLabel>
#include <QPromise>
#include <QPushButton>
#include <QTest>
#include <QToolTip>

#include <memory>

namespace linernotes::test
{

/// The dashboard by pictures of the engine that are made for it.
class DashboardCase : public QObject
{
protected:
    using DashboardPage = ui::DashboardPage;

    /// Thirty steps of ten seconds; an engine was at work in all but four of them. Nobody looked in the step that runs.
    static MetricsChart course()
    {
        constexpr int steps = 30;
        MetricsChart chart{.step = std::chrono::seconds(10)};
        for (int i = 0; i < steps; ++i)
            chart.at.push_back(fromMillis(1'800'000'000'000) + i * chart.step);
        for (const auto stage : allStages) {
            StageSeries series{.stage = stage};
            for (int i = 0; i < steps; ++i) {
                StageTally tally{.archived = 40 + i % 7 * 5, .dead = i % 10 == 3 ? 1 : 0, .retries = i % 5};
                tally.last = QueueDepth{.ready = 900 - 20 * i, .leased = 8, .delayed = i};
                series.points.push_back(i >= 10 && i < 14 ? std::nullopt : std::optional(tally));
            }
            chart.stages.push_back(series);
        }
        return chart;
    }

    template <typename T>
    static QFuture<Result<T>> ready(const T &value)
    {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(Result<T>(value));
        promise.finish();
        return promise.future();
    }

    void open()
    {
        m_asked.clear();
        m_counted = 0;
        m_nothingUpTo = Milliseconds(0);
        m_ambiguous = {};
        m_page = std::make_unique<DashboardPage>(
            DashboardPage::Sources{.metrics =
                                       [this](const MetricsQuery &query) {
                                           m_asked.append(query);
                                           return ready(query.span <= m_nothingUpTo ? MetricsChart() : course());
                                       },
                                   .deadLetters =
                                       [this](const DeadLetterFilter &) {
                                           ++m_counted;
                                           return ready(m_ambiguous);
                                       },
                                   .pause = {},
                                   .resume = {},
                                   .circuitHistory =
                                       [](const QString &) {
                                           return ready(
                                               std::vector<CircuitEvent>{{.event = QStringLiteral("closed")},
                                                                         {.event = QStringLiteral("forced_open"),
                                                                          .reason = QStringLiteral("new keys")}});
                                       }},
            nullptr);
        m_page->present(test::picture());
        m_page->resize(1270, 780);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

    std::unique_ptr<DashboardPage> m_page;
    QList<MetricsQuery> m_asked;
    DeadLetterOverview m_ambiguous;
    int m_counted = 0;
    Milliseconds m_nothingUpTo{0}; ///< so far back nobody looked

    template <typename T>
    T *find(const char *name) const
    {
        return m_page->findChild<T *>(QLatin1String(name));
    }
    QString toolTipOf(const char *name) const
    {
        auto *widget = find<QWidget>(name);
        const QPoint place(widget->width() / 8, widget->height() / 3);
        QHelpEvent help(QEvent::ToolTip, place, widget->mapToGlobal(place));
        QApplication::sendEvent(widget, &help);
        return QToolTip::text();
    }
    void save(const QString &name) const
    {
        if (const auto folder = qEnvironmentVariable("LINERNOTES_PICTURES"); !folder.isEmpty())
            m_page->grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
    }
    QStringList attention() const
    {
        QStringList texts;
        for (const auto *label : m_page->findChildren<QLabel *>(QStringLiteral("attentionText"))) {
            if (label->isVisible())
                texts.append(label->text());
        }
        return texts;
    }
    /// By the words beside it.
    QPushButton *buttonOf(const QString &text) const
    {
        for (auto *button : find<QWidget>("attentionList")->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->accessibleDescription() == text)
                return button;
        }
        return nullptr;
    }
};

} // namespace linernotes::test
