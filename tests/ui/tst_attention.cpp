// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/emptystate.h"
#include "common/translation.h"
#include "dashboard/attentionlist.h"
#include "dashboard/runslist.h"
#include "ui/dashboardcase.h"

#include <QSignalSpy>

using namespace linernotes;
using namespace std::chrono_literals;

namespace
{

const auto premium =
    QStringLiteral("Active premium subscription required for the owner of the app. When the subscription status "
                   "changes, it can take a few hours before requests are allowed again.");

} // namespace

/// What needs a person, and what keeps the work, in words.
class AttentionTest : public test::DashboardCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::installTranslations(); }
    void init() { open(); }
    void cleanup() { m_page.reset(); }

    void aRefusedAccountIsToldWhole()
    {
        auto snapshot = test::picture();
        auto &stage = snapshot->stages.front();
        stage.state = StageState::NeedsCredentials;
        stage.waitingFor = premium;
        snapshot->services.front().needsCredentials = true;
        snapshot->services.front().reason = premium;
        m_page->present(snapshot);
        const auto card = toolTipOf("stage_artist_discovery");
        QVERIFY2(card.contains(premium), qPrintable(card));
        QVERIFY(!card.contains(QStringLiteral("redentials")));
        const auto strip = toolTipOf("serviceStrip");
        QVERIFY2(strip.contains(premium), qPrintable(strip));
        QVERIFY(!strip.contains(QStringLiteral("redentials")));
        save(QStringLiteral("dashboard-premium"));
    }

    void whatNeedsAPersonIsListed()
    {
        QCOMPARE(attention(), QStringList());
        QVERIFY(find<QWidget>("attentionNothing")->isVisible());
        auto snapshot = test::picture();
        snapshot->running = false;
        snapshot->stages.front().metrics.ready = 3;
        snapshot->services.back().needsCredentials = true;
        snapshot->dead = 9;
        snapshot->lastDeath = 9;
        snapshot->pausedRuns = 2;
        m_ambiguous.groups = {{.key = QStringLiteral("few"), .letters = 1},
                              {.key = QStringLiteral("several"), .letters = 3},
                              {.key = QStringLiteral("none"), .fitsNobody = true, .letters = 2}};
        m_page->present(snapshot);
        const QStringList wanted{QStringLiteral("The work is paused with 3 messages waiting."),
                                 QStringLiteral("Genius: Needs credentials"),
                                 QStringLiteral("4 names fit several artists."),
                                 QStringLiteral("2 names fit no artist."),
                                 QStringLiteral("3 messages died."),
                                 QStringLiteral("2 runs paused.")};
        QTRY_COMPARE(attention(), wanted);
        QVERIFY(!find<QWidget>("attentionNothing")->isVisible());
        save(QStringLiteral("dashboard-attention"));
        find<QAction>("dashboardAnswer")->trigger();
        QCOMPARE(m_page->focusWidget(), buttonOf(wanted.at(0)));
        const auto clicks = [this](const QString &text, auto signal) {
            const QSignalSpy spy(m_page.get(), signal);
            QTest::mouseClick(buttonOf(text), Qt::LeftButton);
            return spy.size();
        };
        QCOMPARE(clicks(wanted.at(0), &DashboardPage::startWanted), 1);
        QCOMPARE(clicks(wanted.at(1), &DashboardPage::credentialsWanted), 1);
        const QSignalSpy groups(m_page.get(), &DashboardPage::deadLettersOfCategoryWanted);
        QCOMPARE(clicks(wanted.at(2), &DashboardPage::deadLettersOfCategoryWanted), 1);
        QCOMPARE(clicks(wanted.at(3), &DashboardPage::deadLettersOfCategoryWanted), 1);
        QCOMPARE(groups.at(0).at(1).toString(), QStringLiteral("several"));
        QCOMPARE(groups.at(1).at(1).toString(), QStringLiteral("none"));
        QCOMPARE(clicks(wanted.at(5), &DashboardPage::runsWanted), 1);
        const auto counted = m_counted;
        m_page->present(std::make_shared<PipelineSnapshot>(*snapshot));
        QCOMPARE(m_counted, counted); // nothing came or went
        auto *button = buttonOf(wanted.at(4));
        button->setFocus();
        snapshot->running = true;
        snapshot->pausedRuns = 0;
        m_page->present(std::make_shared<PipelineSnapshot>(*snapshot));
        QTRY_COMPARE(attention(), wanted.mid(1, 4));
    }

    void aDatabaseThatCannotBeWrittenToNeedsAPerson()
    {
        auto snapshot = test::picture();
        snapshot->unfinishedRuns = 1;
        snapshot->eta = {.left = 5min, .bound = {}};
        snapshot->problem = Error{.category = ErrorCategory::Database, .message = QStringLiteral("the disk is full")};
        m_page->present(snapshot);
        QTRY_COMPARE(attention(),
                     QStringList{QStringLiteral("The work has stopped: the disk is full. It goes on by itself once the "
                                                "database can be written to.")});
        QVERIFY(!find<QWidget>("attentionNothing")->isVisible());
        QCOMPARE(find<QLabel>("dashboardSummary")->text(), QStringLiteral("The work has stopped · 1 run waiting"));
        QVERIFY(find<ui::RunRow>("runRow_3")->accessibleName().endsWith(QStringLiteral("Work has stopped")));
        find<QAction>("dashboardAnswer")->trigger(); // there is no button, and no harm
        save(QStringLiteral("dashboard-problem"));
    }

    void pausedHereIsNotPausedEverywhere()
    {
        auto snapshot = test::picture();
        snapshot->running = false;
        snapshot->unfinishedRuns = 1;
        snapshot->stages.front().metrics.ready = 3;
        snapshot->eta = {.left = 5min, .bound = {}};
        m_page->present(std::make_shared<PipelineSnapshot>(*snapshot));
        QCOMPARE(find<QLabel>("dashboardSummary")->text(), QStringLiteral("Paused · 1 run waiting"));
        snapshot->workedOn = true;
        m_page->present(snapshot);
        QCOMPARE(find<QLabel>("dashboardSummary")->text(),
                 QStringLiteral("Paused here; another program is working · 1 run under way · about 5 min left"));
        QVERIFY(find<QWidget>("stage_artist_discovery")
                    ->accessibleDescription()
                    .endsWith(QStringLiteral("Paused here; another program is working")));
        QCOMPARE(attention(), QStringList());
        save(QStringLiteral("dashboard-elsewhere"));
    }

    void whoHoldsACircuitSaidWhy()
    {
        auto snapshot = test::picture();
        snapshot->services.back().standing.override = CircuitOverride::Open;
        m_page->present(std::make_shared<PipelineSnapshot>(*snapshot));
        QTRY_COMPARE(attention(),
                     QStringList{QStringLiteral("Genius: Held open by hand: no call goes out (new keys)")});
        snapshot->services.back().standing.override = CircuitOverride::None;
        m_page->present(snapshot);
        QCOMPARE(attention(), QStringList());
    }
};

QTEST_MAIN(AttentionTest)
#include "tst_attention.moc"
