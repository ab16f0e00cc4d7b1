// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/page.h"
#include "common/theme.h"
#include "common/timechart.h"
#include "ui/demowindow.h"

#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>

using namespace linernotes;
using namespace std::chrono_literals;
using test::DemoWindow;
using ui::Theme;

/// Pictures of every page in both themes, of a run of the demo catalogue that took a while: some work done, some lost.
class ScreenshotsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<DemoWindow> m_demo;
    QHash<QString, QImage> m_pictures; ///< by "page-theme"

    QString folder() const
    {
        const auto wanted = qEnvironmentVariable("LINERNOTES_PICTURES");
        return wanted.isEmpty() ? m_folder.path() : wanted;
    }
    void take(const QString &name)
    {
        for (const auto appearance : {ui::Appearance::Light, ui::Appearance::Dark}) {
            Theme::instance().setAppearance(appearance);
            QTest::qWait(300); // what was asked for is drawn
            const auto theme = appearance == ui::Appearance::Dark ? QStringLiteral("dark") : QStringLiteral("light");
            const auto key = name + QLatin1Char('-') + theme;
            m_pictures[key] = m_demo->window().grab().toImage();
            QVERIFY(m_pictures[key].save(folder() + QLatin1Char('/') + key + QStringLiteral(".png")));
        }
        Theme::instance().setAppearance(ui::Appearance::Light);
    }
    ui::Page *page() const
    {
        const auto pages = m_demo->window().findChildren<ui::Page *>();
        return *std::ranges::find_if(pages, [](const ui::Page *page) { return page->isVisible(); });
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_demo = std::make_unique<DemoWindow>(QSize(1440, 900));
        m_demo->server().setDelay(150ms, 250ms);
        m_demo->server().setFaults([](const demo::CallInfo &call) -> std::optional<demo::Fault> {
            if (call.endpoint != QLatin1String("GET /genius/songs/{id}") || call.numberOfEndpoint % 40 != 0)
                return std::nullopt;
            return demo::Fault{.status = 404, .body = R"({"meta":{"status":404,"message":"Not found"}})"};
        });
        std::vector<ArtistDiscoveryMessage> artists;
        for (const auto &name : m_demo->server().catalogue().suggestedSeeds())
            artists.push_back({.artistId = {}, .name = name});
        m_demo->window().seed(QStringLiteral("Demo artists"), artists);
        m_demo->window().seed(QStringLiteral("Newcomers"), {{.artistId = {}, .name = QStringLiteral("Nova")}});
    }

    void theDashboardAtWork()
    {
        auto *depth = m_demo->find<ui::TimeChart>("depthChart");
        const auto known = [depth] {
            qsizetype points = 0;
            for (const auto &line : depth->lines().lines)
                points += std::ranges::count_if(line.values, [](const auto &value) { return value.has_value(); });
            return points;
        };
        QVERIFY(QTest::qWaitFor([&] { return known() >= 9; }, 60'000)); // three steps of three lines
        QVERIFY(!page()->explanation().isEmpty());
        take(QStringLiteral("dashboard"));
    }

    void everyPage()
    {
        m_demo->server().setDelay(0ms);
        m_demo->waitForRuns();
        const auto pages = m_demo->window().findChildren<ui::Page *>().size();
        for (int index = 1; index < pages; ++index) {
            m_demo->window().showPage(index);
            QTest::qWait(500);
            for (auto *table : page()->findChildren<QTableView *>()) {
                if (table->isVisible() && table->model()->rowCount() > 0)
                    m_demo->clickCell(table, 0, 0); // what belongs to a row is shown too
            }
            for (const auto *table : page()->findChildren<QTableView *>()) {
                if (table->isVisible()) // there is room for all columns in a window of this size
                    QVERIFY2(table->horizontalScrollBar()->maximum() == 0, qPrintable(table->objectName()));
            }
            take(page()->title().id.chopped(page()->title().id.endsWith(QLatin1String("Page")) ? 4 : 0).toLower());
        }
    }

    void aProducer()
    {
        m_demo->window().showPage(2);
        m_demo->clickCell(m_demo->find<QTableView>("producersTable"), 0, 0, true);
        QTRY_VERIFY(m_demo->isVisible("producerPage"));
        take(QStringLiteral("producer"));
    }

    /// Each page has its own, each theme is another, and the ground is the theme's.
    void noPictureIsLikeAnother()
    {
        constexpr qsizetype themes = 2;
        QVERIFY(m_pictures.size() >= themes * 8);
        const auto names = m_pictures.keys();
        for (const auto &name : names) {
            const auto &colours = name.endsWith(QLatin1String("dark")) ? ui::Colours::dark() : ui::Colours::light();
            const auto &picture = m_pictures[name];
            QCOMPARE(picture.pixelColor(picture.width() / 2, 4), colours.canvas); // beside the menus
            for (const auto &other : names)
                QVERIFY2(name == other || picture != m_pictures[other], qPrintable(name + u' ' + other));
        }
    }
};

QTEST_MAIN(ScreenshotsTest)
#include "tst_screenshots.moc"
