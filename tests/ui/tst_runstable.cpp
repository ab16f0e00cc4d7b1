// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/theme.h"
#include "common/translation.h"
#include "runs/progressdelegate.h"
#include "runs/runstable.h"
#include "ui/madesnapshot.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace linernotes;
using ui::RunsModel;
using ui::Theme;

/// The table of the runs by pictures of the engine that are made for it.
class RunsTableTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<RunsModel> m_model;
    std::unique_ptr<ui::RunsTable> m_table;

    QTableView *runs() const { return m_table.get(); }
    QString tip(int row, int column) const { return m_model->index(row, column).data(Qt::ToolTipRole).toString(); }
    QString cell(int row, int column) const { return m_model->index(row, column).data().toString(); }
    /// What the smallest window leaves for it.
    static int narrow() { return Theme::instance().space(150); }
    void save(const QString &name) const
    {
        if (const auto folder = qEnvironmentVariable("LINERNOTES_PICTURES"); !folder.isEmpty())
            m_table->grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
    }
    void resizeTo(int width) const
    {
        m_table->resize(width, Theme::instance().space(60));
        QTest::qWait(50);
    }

private Q_SLOTS:
    void initTestCase() { ui::installTranslations(); }
    void init()
    {
        m_model = std::make_unique<RunsModel>(RunsModel::Older(), nullptr);
        m_table = std::make_unique<ui::RunsTable>(QStringLiteral("runsTable"), m_model.get(), nullptr);
        m_table->setColumnShown(RunsModel::Priority, false);
        m_model->present(*test::picture());
        resizeTo(narrow());
        m_table->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_table.get()));
    }
    void cleanup()
    {
        m_table.reset();
        m_model.reset();
    }

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
        resizeTo(narrow() + Theme::instance().space(80));
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

    /// Grey and no red for what a person gave up; and with it the bar is full.
    void whatWasDiscardedIsNotDrawnAsDead()
    {
        const auto draw = [](const RunSnapshot::Progress &progress) {
            QImage image(200, 12, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            ui::paintProgress(painter, image.rect(), progress);
            return image;
        };
        const auto &colours = Theme::instance().colours();
        const auto some = draw({.sent = 100, .archived = 50, .dead = 10, .discarded = 40});
        QCOMPARE(some.pixelColor(40, 6), colours.state(ui::WorkState::Done));
        QCOMPARE(some.pixelColor(140, 6), colours.muted);
        QCOMPARE(some.pixelColor(190, 6), colours.state(ui::WorkState::Dead));
        const auto none = draw({.sent = 100, .archived = 0, .dead = 0, .discarded = 100});
        QCOMPARE(none.pixelColor(190, 6), colours.muted);
    }

    void aRunThatCannotGoOnSaysWhatForItWaits()
    {
        auto snapshot = test::picture();
        auto &eta = snapshot->runs.front().eta.emplace();
        eta.bound = {.kind = EtaBound::Kind::Held, .service = QStringLiteral("genius"), .until = {}};
        m_model->present(*snapshot);
        QCOMPARE(cell(0, RunsModel::State), QStringLiteral("Waits for Genius"));
        QVERIFY(tip(0, RunsModel::State).contains(QStringLiteral("held open by hand")));
        eta.bound = {.kind = EtaBound::Kind::Rate, .service = QStringLiteral("genius"), .until = {}};
        m_model->present(*snapshot);
        QCOMPARE(cell(0, RunsModel::State), QStringLiteral("Under way"));
        snapshot->problem = Error{.category = ErrorCategory::Database, .message = QStringLiteral("the disk is full")};
        m_model->present(*snapshot);
        QCOMPARE(cell(0, RunsModel::State), QStringLiteral("Work has stopped"));
    }

    void whatIsPausedHasNoTimeLeft()
    {
        auto snapshot = test::picture();
        snapshot->runs.front().eta = Eta{.left = std::chrono::minutes(5), .bound = {}};
        m_model->present(*snapshot);
        QCOMPARE(cell(0, RunsModel::Finished), QStringLiteral("≈ 5 min"));
        const QSignalSpy changes(m_model.get(), &RunsModel::dataChanged);
        snapshot->running = false;
        m_model->present(*snapshot);
        QCOMPARE(cell(0, RunsModel::Finished), QString());
        const auto last = changes.constLast();
        QVERIFY(last.at(0).toModelIndex().column() <= RunsModel::State
                && last.at(1).toModelIndex().column() >= RunsModel::Finished); // the views hear of both
    }

    void figuresAreNeverCut()
    {
        auto snapshot = test::picture();
        snapshot->runs.front().eta = Eta{.left = std::chrono::seconds(20), .bound = {}};
        snapshot->runs.at(1) = test::run(2, QStringLiteral("Lossy"), true, 117'704);
        m_model->present(*snapshot);
        resizeTo(narrow());
        const QFontMetrics metrics(Theme::instance().font(ui::TypeStep::Body));
        for (const auto column :
             {RunsModel::State, RunsModel::Recordings, RunsModel::Dead, RunsModel::Started, RunsModel::Finished}) {
            const auto sign = column == RunsModel::State ? Theme::instance().iconSize(ui::TypeStep::Body) : 0;
            for (int row = 0; row < 3; ++row)
                QVERIFY2(runs()->columnWidth(column)
                             >= metrics.horizontalAdvance(cell(row, column)) + sign + Theme::instance().space(4),
                         qPrintable(cell(row, column)));
        }
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
        resizeTo(narrow() + Theme::instance().space(more));
        save(QStringLiteral("runstable-%1").arg(more));
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
        resizeTo(narrow() + Theme::instance().space(200));
        const QFontMetrics metrics(Theme::instance().font(ui::TypeStep::Strong));
        QVERIFY(runs()->columnWidth(RunsModel::Name)
                >= metrics.horizontalAdvance(cell(0, RunsModel::Name)) + Theme::instance().space(4));
        QCOMPARE(runs()->model()->headerData(RunsModel::Progress, Qt::Horizontal).toString(), RunsModel::stageNames());
    }
};

QTEST_MAIN(RunsTableTest)
#include "tst_runstable.moc"
