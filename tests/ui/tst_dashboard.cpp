// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/theme.h"
#include "common/translation.h"
#include "dashboard/pipelinepage.h"
#include "dashboard/servicestrip.h"
#include "runs/runsmodel.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QHelpEvent>
#include <QTableView>
#include <QTest>
#include <QToolTip>

#include <memory>

using namespace linernotes;
using ui::PipelinePage;
using ui::RunsModel;
using ui::Theme;

namespace
{

const auto premium =
    QStringLiteral("Active premium subscription required for the owner of the app. When the subscription status "
                   "changes, it can take a few hours before requests are allowed again.");

std::size_t indexOf(StageId stage)
{
    return static_cast<std::size_t>(stage);
}

RunSnapshot run(qint64 id, const QString &name, bool finished, qint64 dead)
{
    RunSnapshot run{.id = id,
                    .name = name,
                    .finished = finished,
                    .createdAt = fromMillis(1'800'000'000'000),
                    .finishedAt = finished ? std::optional(fromMillis(1'800'000'060'000)) : std::nullopt,
                    .stages = {}};
    run.stages.fill({.sent = 12'000, .archived = 12'000, .dead = 0, .discarded = 0});
    auto &credits = run.stages.at(indexOf(StageId::ProducerIdentification));
    credits.dead = dead;
    credits.archived -= dead;
    return run;
}

std::shared_ptr<PipelineSnapshot> picture()
{
    auto snapshot = std::make_shared<PipelineSnapshot>();
    snapshot->at = fromMillis(1'800'000'100'000);
    snapshot->running = true;
    for (const auto stage : allStages)
        snapshot->stages.at(indexOf(stage)).stage = stage;
    snapshot->services = {{.service = QStringLiteral("spotify")}, {.service = QStringLiteral("genius")}};
    snapshot->runs = {run(3, QStringLiteral("Mirela Vantage, the whole of the catalogue"), false, 0),
                      run(2, QStringLiteral("Lossy"), true, 7), run(1, QStringLiteral("Whole"), true, 0)};
    snapshot->recordings = 12'345;
    snapshot->unmatched = 678;
    return snapshot;
}

} // namespace

/// The pipeline page by pictures of the engine that are made for it.
class DashboardTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<PipelinePage> m_page;

    QTableView *runs() const { return m_page->findChild<QTableView *>(QStringLiteral("runsTable")); }
    QString tip(int row, int column) const
    {
        return runs()->model()->index(row, column).data(Qt::ToolTipRole).toString();
    }
    QString cell(int row, int column) const { return runs()->model()->index(row, column).data().toString(); }
    QString toolTipOf(const char *name) const
    {
        auto *widget = m_page->findChild<QWidget *>(QLatin1String(name));
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
    void resizeTo(int width) const
    {
        m_page->resize(width, m_page->minimumSizeHint().height() + Theme::instance().space(60));
        QTest::qWait(50);
    }

private Q_SLOTS:
    void initTestCase() { ui::installTranslations(); }
    void init()
    {
        m_page = std::make_unique<PipelinePage>(nullptr);
        m_page->present(picture());
        resizeTo(m_page->minimumSizeHint().width());
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    void cleanup() { m_page.reset(); }

    void aRunThatLostWorkSaysSo()
    {
        const QAbstractItemModelTester tester(runs()->model());
        QCOMPARE(cell(0, RunsModel::State), QStringLiteral("Under way"));
        QCOMPARE(cell(1, RunsModel::State), QStringLiteral("Finished, 7 dead"));
        QCOMPARE(cell(2, RunsModel::State), QStringLiteral("Finished"));
        QVERIFY2(tip(1, RunsModel::State).contains(QStringLiteral("Credits: 7")), qPrintable(tip(1, RunsModel::State)));
        QVERIFY(tip(1, RunsModel::State).contains(QStringLiteral("7 pieces of work")));
        QVERIFY(!tip(2, RunsModel::State).contains(QStringLiteral("dead")));
    }

    /// By the colours that are drawn: green is for what is whole.
    void aRunThatLostWorkIsNotDrawnAsDone()
    {
        resizeTo(m_page->minimumSizeHint().width() + Theme::instance().space(80));
        const auto &colours = Theme::instance().colours();
        const auto has = [this](int row, const QColor &colour) {
            const auto place = runs()->visualRect(runs()->model()->index(row, RunsModel::State));
            const auto drawn = runs()->viewport()->grab(place).toImage();
            for (int y = 0; y < drawn.height(); ++y) {
                for (int x = 0; x < drawn.width(); ++x) {
                    if (drawn.pixelColor(x, y) == colour)
                        return true;
                }
            }
            return false;
        };
        QVERIFY(has(1, colours.state(ui::WorkState::Dead)));
        QVERIFY(!has(1, colours.state(ui::WorkState::Done)));
        QVERIFY(has(2, colours.state(ui::WorkState::Done)));
    }

    void aRefusedAccountIsToldWhole()
    {
        auto snapshot = picture();
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

    void noColumnIsNarrowerThanItsHeading_data()
    {
        QTest::addColumn<int>("more"); // than the least, in quarters of a line
        QTest::newRow("narrowest") << 0;
        QTest::newRow("a little wider") << 10;
        QTest::newRow("wide") << 200;
    }
    void noColumnIsNarrowerThanItsHeading()
    {
        QFETCH(int, more);
        resizeTo(m_page->minimumSizeHint().width() + Theme::instance().space(more));
        save(QStringLiteral("dashboard-%1").arg(more));
        const auto *header = runs()->horizontalHeader();
        const QFontMetrics metrics(Theme::instance().font(ui::TypeStep::Caption));
        int all = 0;
        for (int column = 0; column < RunsModel::columns; ++column) {
            if (runs()->isColumnHidden(column))
                continue;
            const auto heading = runs()->model()->headerData(column, Qt::Horizontal).toString();
            const auto needed = metrics.horizontalAdvance(heading) + Theme::instance().space(4);
            QVERIFY2(
                header->sectionSize(column) >= needed,
                qPrintable(QStringLiteral("%1: %2 of %3")
                               .arg(heading, QString::number(header->sectionSize(column)), QString::number(needed))));
            all += header->sectionSize(column);
        }
        if (more >= 100)
            QCOMPARE(all, runs()->viewport()->width());
    }

    void aNameIsWholeWhereThereIsRoom()
    {
        resizeTo(m_page->minimumSizeHint().width() + Theme::instance().space(200));
        const QFontMetrics metrics(Theme::instance().font(ui::TypeStep::Strong));
        QVERIFY(runs()->columnWidth(RunsModel::Name)
                >= metrics.horizontalAdvance(cell(0, RunsModel::Name)) + Theme::instance().space(4));
        QCOMPARE(runs()->model()->headerData(RunsModel::Progress, Qt::Horizontal).toString(), RunsModel::stageNames());
    }
};

QTEST_MAIN(DashboardTest)
#include "tst_dashboard.moc"
