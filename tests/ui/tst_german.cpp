// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/enginewords.h"
#include "common/page.h"
#include "common/preferences.h"
#include "common/tableview.h"
#include "matching/seedline.h"
#include "producers/producersmodel.h"
#include "settings.h"
#include "ui/demowindow.h"

#include <QAbstractButton>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLibraryInfo>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QTranslator>

using namespace linernotes;
using test::DemoWindow;

/// The window in another language than that of its sources: that it is translated, and that the longer words have room.
class GermanTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoWindow> m_demo;

    static void verifyRoom(const QWidget &inside)
    {
        for (const auto *button : inside.findChildren<QAbstractButton *>()) {
            if (!button->isVisible() || button->text().isEmpty())
                continue;
            const auto say = QStringLiteral("%1 “%2”: %3 of %4")
                                 .arg(button->objectName(), button->text())
                                 .arg(button->width())
                                 .arg(button->sizeHint().width());
            QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(say));
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        m_demo = std::make_unique<DemoWindow>(QSize(1024, 700));
        m_demo->runArtists(2);
    }
    void cleanupTestCase() { m_demo.reset(); }

    void everyPageSpeaksGermanAndHasRoomForIt()
    {
        const QStringList titles{QStringLiteral("Übersicht"),    QStringLiteral("Läufe"),
                                 QStringLiteral("Produzenten"),  QStringLiteral("Fehlschläge"),
                                 QStringLiteral("Dienste"),      QStringLiteral("Aktivität"),
                                 QStringLiteral("Einstellungen")};
        const auto shown = [this] {
            for (const auto *page : m_demo->window().findChildren<ui::Page *>()) {
                if (page->isVisible())
                    return page->title().text;
            }
            return QString();
        };
        QVERIFY(ui::Preferences::languages().contains(QStringLiteral("de")));
        for (int i = 0; i < titles.size(); ++i) {
            m_demo->press(static_cast<Qt::Key>(Qt::Key_1 + i), Qt::ControlModifier);
            QTest::qWait(400); // what was asked for is drawn
            m_demo->picture(qPrintable(QStringLiteral("german-%1").arg(i + 1)));
            QCOMPARE(shown(), titles.at(i));
            verifyRoom(m_demo->window());
        }
    }

    /// Words that come from free functions and from tables of texts, plural forms, and numbers.
    void wordsOfAllKindsAreTranslated()
    {
        m_demo->press(Qt::Key_3, Qt::ControlModifier);
        auto *count = m_demo->find<QLabel>("producersCount");
        QTRY_VERIFY2(count->text().endsWith(QStringLiteral("Produzenten")), qPrintable(count->text()));
        auto *table = m_demo->find<QTableView>("producersTable");
        QTRY_VERIFY(table->model()->rowCount() > 0);
        QStringList cells;
        for (int column = 0; column < table->model()->columnCount(); ++column)
            cells.append(table->model()->index(0, column).data(Qt::AccessibleTextRole).toString()
                         + table->model()->index(0, column).data().toString());
        QVERIFY2(cells.join(u' ').contains(QStringLiteral("Autor")), qPrintable(cells.join(u'/'))); // a role
        QCOMPARE(QLocale().toString(1234), QStringLiteral("1.234"));
    }

    /// Whichever column is shown, and whichever is sorted by; the words of the heading beside it are as whole.
    void noHeadingIsCut()
    {
        m_demo->press(Qt::Key_3, Qt::ControlModifier);
        auto *table = m_demo->find<ui::TableView>("producersTable");
        QTRY_VERIFY(table->model()->rowCount() > 0);
        for (const auto column : {ui::ProducersModel::Tags, ui::ProducersModel::Found})
            table->setColumnShown(column, true);
        auto *header = table->horizontalHeader();
        for (int sorted = 0; sorted < header->count(); ++sorted) {
            Q_EMIT header->sectionClicked(sorted);
            QTRY_COMPARE(header->sortIndicatorSection(), sorted);
            for (int column = 0; column < header->count(); ++column) {
                const auto say = QStringLiteral("%1 of %2: %3 of %4")
                                     .arg(column)
                                     .arg(sorted)
                                     .arg(header->sectionSize(column))
                                     .arg(header->sectionSizeHint(column));
                QVERIFY2(header->sectionSize(column) >= header->sectionSizeHint(column), qPrintable(say));
            }
        }
        Q_EMIT header->sectionClicked(ui::ProducersModel::Credits);
        QTest::qWait(200);
        m_demo->picture("german-all-columns");
        for (const auto column : {ui::ProducersModel::Tags, ui::ProducersModel::Found})
            table->setColumnShown(column, false);
    }

    /// What the engine answers is said in German; what it writes down stays as it was, and is said in German where the
    /// window knows it.
    void theEnginesWordsAreTranslatedToo()
    {
        QCOMPARE(parseSeedLine(u"https://open.spotify.com/album/2noRn2Aes5aoNVsU6iWThc").problem,
                 QStringLiteral("Das ist ein Link zu einem Album. Stattdessen den Link des Künstlers einfügen."));
        const auto refused = Settings::defaults().set(QStringLiteral("spotify.market"), QStringLiteral("Germany"));
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(QStringLiteral("zwei Buchstaben")),
                 qPrintable(refused.error().message));

        QCOMPARE(ui::reasonLabel(QStringLiteral("keeps failing: no complete answer within 10 s")),
                 QStringLiteral("scheitert immer wieder: keine vollständige Antwort in 10 s"));
        QCOMPARE(ui::reasonLabel(QStringLiteral("the day's 600 calls of “albums” are used up")),
                 QStringLiteral("die 600 Aufrufe des Tages von „albums“ sind aufgebraucht"));
        const auto theirs = QStringLiteral("Service unavailable, says %1 the service");
        QCOMPARE(ui::reasonLabel(theirs), theirs);

        auto held = m_demo->engine().services().overrideCircuit(QStringLiteral("genius"), CircuitOverride::Open,
                                                                QStringLiteral("Wartung"));
        QTRY_VERIFY(held.isFinished());
        auto paused = m_demo->engine().stages().pause(StageId::SocialEnrichment, std::nullopt);
        QTRY_VERIFY(paused.isFinished());
        const auto texts = [this] {
            auto events = m_demo->engine().events({.limit = 50});
            QStringList found;
            if (!QTest::qWaitFor([&] { return events.isFinished(); }))
                return found;
            const auto page = events.result();
            for (const auto &event : page.value_or(std::vector<Event>()))
                found.append(event.text);
            return found;
        };
        QTRY_VERIFY2(texts().contains(QStringLiteral("stage paused")), qPrintable(texts().join(u'/')));
        m_demo->press(Qt::Key_5, Qt::ControlModifier);
        QTest::qWait(400);
        m_demo->picture("german-held");
    }

    void dialogsHaveQtsWordsInGermanToo()
    {
        QTranslator qt;
        if (!qt.load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                     QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            QSKIP("Qt's own translations are not installed");
        m_demo->press(Qt::Key_N, Qt::ControlModifier);
        auto *dialog = m_demo->find<QWidget>("seedDialog");
        m_demo->picture("german-seeding");
        verifyRoom(*dialog);
        QStringList words;
        for (const auto *button : dialog->findChildren<QPushButton *>())
            words.append(button->text());
        QVERIFY2(words.join(u' ').contains(QStringLiteral("Abbrechen")), qPrintable(words.join(u'/')));
        m_demo->press(Qt::Key_Escape);
    }
};

QTEST_MAIN(GermanTest)
#include "tst_german.moc"
