// SPDX-License-Identifier: GPL-3.0-or-later
#include "producers/creditsmodel.h"
#include "producers/producersmodel.h"
#include "ui/demowindow.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableView>
#include <QUrl>

#include <algorithm>
#include <memory>

using namespace linernotes;
using test::DemoWindow;
using ui::ProducersModel;

/// The producers page and a producer's own page, over one finished run.
class ProducersTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoWindow> m_demo;
    QUrl m_opened;

    QTableView *table() const { return m_demo->find<QTableView>("producersTable"); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    QStringList column(int column) const
    {
        QStringList texts;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            texts.append(cell(row, column));
        return texts;
    }
    QString text(const char *label) const { return m_demo->find<QLabel>(label)->text(); }
    qint64 total() const { return text("producersCount").section(QLatin1Char(' '), 0, 0).toLongLong(); }
    void filterBy(const QString &words) const
    {
        m_demo->press(Qt::Key_F, Qt::ControlModifier);
        auto *filter = m_demo->find<QLineEdit>("producersFilter");
        QVERIFY(filter->hasFocus());
        filter->clear();
        QTest::keyClicks(filter, words);
        QTest::qWait(200);
    }
    void openFirst() const
    {
        m_demo->clickCell(table(), 0, ProducersModel::Name);
        m_demo->press(Qt::Key_Return);
        QTRY_VERIFY(m_demo->isVisible("producerPage"));
        QTRY_VERIFY(m_demo->find<QTableView>("creditsTable")->model()->rowCount() > 0);
    }

public Q_SLOTS:
    void take(const QUrl &url) { m_opened = url; }

private Q_SLOTS:
    void initTestCase()
    {
        for (const auto *scheme : {"http", "https"})
            QDesktopServices::setUrlHandler(QLatin1String(scheme), this, "take");
        m_demo = std::make_unique<DemoWindow>(QSize(1440, 900));
        m_demo->runArtists(6);
    }
    void cleanupTestCase()
    {
        m_demo.reset();
        for (const auto *scheme : {"http", "https"})
            QDesktopServices::unsetUrlHandler(QLatin1String(scheme));
    }

    void init()
    {
        m_demo->window().showPage(2);
        if (m_demo->isVisible("producerPage"))
            m_demo->press(Qt::Key_Escape);
        m_demo->find<QLineEdit>("producersFilter")->clear();
        QTRY_VERIFY(total() > 0);
        QTest::qWait(200);
        m_opened.clear();
    }

    void rowsSayWhatIsKnown()
    {
        QVERIFY(total() >= 100);
        for (int row = 0; row < 20; ++row) {
            QVERIFY(!cell(row, ProducersModel::Name).isEmpty());
            QVERIFY(!cell(row, ProducersModel::Roles).isEmpty());
            QVERIFY(cell(row, ProducersModel::Credits).toInt() > 0);
            QVERIFY(cell(row, ProducersModel::Confidence).contains(QLatin1Char('%')));
        }
    }

    void theFilterLeavesWhatFits()
    {
        const auto all = total();
        const auto names = column(ProducersModel::Name).filter(QRegularExpression(QStringLiteral("^[A-Za-z ]+$")));
        const auto &name = names.front(); // one that can be typed
        filterBy(name);
        QTRY_VERIFY(total() < all);
        QVERIFY(total() >= 1);
        QVERIFY(column(ProducersModel::Name).contains(name) || !column(ProducersModel::Artists).filter(name).isEmpty());
        m_demo->find<QLineEdit>("producersFilter")->clear();
        QTRY_COMPARE(total(), all);
    }

    void aFilterThatLeavesNothingSaysSoAndCanBeCleared()
    {
        filterBy(QStringLiteral("no such producer 4711"));
        QTRY_VERIFY(m_demo->isVisible("producersNothingFound"));
        m_demo->picture("producers-nothing");
        m_demo->click("emptyStateButton");
        QTRY_VERIFY(m_demo->isVisible("producersTable"));
    }

    void aClickOnAHeadingSortsAndASecondOneTurnsIt()
    {
        m_demo->clickHeader(table(), ProducersModel::Name);
        const auto isSorted = [&](auto compare) {
            const auto names = column(ProducersModel::Credits);
            std::vector<int> figures;
            std::ranges::transform(names, std::back_inserter(figures),
                                   [](const QString &text) { return text.toInt(); });
            return std::ranges::is_sorted(figures, compare);
        };
        m_demo->clickHeader(table(), ProducersModel::Credits);
        QTRY_VERIFY(isSorted(std::ranges::greater()));
        m_demo->clickHeader(table(), ProducersModel::Credits);
        QTRY_VERIFY(isSorted(std::ranges::less()));
        m_demo->clickHeader(table(), ProducersModel::Credits);
        QTRY_VERIFY(isSorted(std::ranges::greater()));
    }

    void scrollingReadsOnToTheLastRow()
    {
        const auto all = total();
        for (int turn = 0; turn < 50 && table()->model()->rowCount() < all; ++turn) {
            table()->scrollToBottom();
            QTest::qWait(50);
        }
        QCOMPARE(table()->model()->rowCount(), all);
        auto names = column(ProducersModel::Name);
        QCOMPARE(names.size(), all);
    }

    void namesFromOutsideAreShownAsTheyAre()
    {
        filterBy(QStringLiteral("<b>Bold</b>"));
        QTRY_COMPARE(total(), 1);
        QCOMPARE(cell(0, ProducersModel::Name), QStringLiteral("<b>Bold</b> Barlow"));
        openFirst();
        QCOMPARE(m_demo->find<QLabel>("producerName")->textFormat(), Qt::PlainText);
        QCOMPARE(text("producerName"), QStringLiteral("<b>Bold</b> Barlow"));
        m_demo->picture("producer-bold");
    }

    void selectedRowsAreCopiedAsText()
    {
        m_demo->clickCell(table(), 0, ProducersModel::Name);
        m_demo->press(Qt::Key_C, Qt::ControlModifier);
        const auto lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines.at(1).startsWith(cell(0, ProducersModel::Name)));
    }

    void aProducerShowsCreditsEvidenceAndProfiles()
    {
        const auto credits = cell(0, ProducersModel::Credits).toInt();
        const auto name = cell(0, ProducersModel::Name);
        m_demo->clickCell(table(), 0, ProducersModel::Name, true);
        QTRY_VERIFY(m_demo->isVisible("producerPage"));
        auto *creditsTable = m_demo->find<QTableView>("creditsTable");
        QTRY_COMPARE(creditsTable->model()->rowCount(), credits);
        QCOMPARE(text("producerName"), name);
        bool hasIsrc = false;
        for (int row = 0; row < creditsTable->model()->rowCount(); ++row)
            hasIsrc = hasIsrc || !creditsTable->model()->index(row, ui::CreditsModel::Isrc).data().toString().isEmpty();
        QCOMPARE(creditsTable->isColumnHidden(ui::CreditsModel::Isrc), !hasIsrc);
        const auto widthOf = [creditsTable](int column) { return creditsTable->columnWidth(column); };
        QVERIFY(widthOf(ui::CreditsModel::Title) > widthOf(ui::CreditsModel::Artists)); // what the page is read for
        QVERIFY(widthOf(ui::CreditsModel::Released) < widthOf(ui::CreditsModel::Artists));
        m_demo->clickCell(creditsTable, 1, ui::CreditsModel::Title);
        const auto title = creditsTable->model()->index(1, ui::CreditsModel::Title).data().toString();
        QStringList said;
        for (const auto *label : m_demo->find<QWidget>("evidence")->findChildren<QLabel *>())
            said.append(label->text());
        QVERIFY2(said.join(QLatin1Char('\n')).contains(title), qPrintable(said.join(QLatin1Char('\n'))));
        QVERIFY(said.join(QLatin1Char('\n')).contains(QStringLiteral("Genius says")));
        m_demo->picture("producer");
        m_demo->click("evidenceLink");
        QTRY_VERIFY2(m_opened.host().endsWith(QStringLiteral("genius.com")), qPrintable(m_opened.toString()));
        m_opened.clear();
        m_demo->click("producerLink");
        QTRY_VERIFY(m_opened.scheme().startsWith(QStringLiteral("http")));
        m_demo->press(Qt::Key_Escape);
        QTRY_VERIFY(m_demo->isVisible("producersTable"));
    }
};

QTEST_MAIN(ProducersTest)
#include "tst_producers.moc"
