// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/translation.h"
#include "seeding/seeddialog.h"
#include "seeding/seedlinesmodel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QListView>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QUrl>

#include <memory>

using namespace linernotes;
using ui::SeedDialog;
using ui::SeedLinesModel;

/// What the seed dialog makes of what is typed, pasted and dropped.
class SeedingTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<SeedDialog> m_dialog;
    std::unique_ptr<QAbstractItemModelTester> m_tester; ///< of the lines, whatever is done to them
    QTemporaryDir m_folder;

    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QLatin1String(name));
    }
    QPlainTextEdit *text() const { return find<QPlainTextEdit>("seedText"); }
    QAbstractItemModel *lines() const { return find<QListView>("seedUnderstood")->model(); }
    QString explanation(int row) const
    {
        return lines()->index(row, 0).data(SeedLinesModel::ExplanationRole).toString();
    }
    SeedLine::Kind kind(int row) const
    {
        return static_cast<SeedLine::Kind>(lines()->index(row, 0).data(SeedLinesModel::KindRole).toInt());
    }
    void picture(const char *name) const
    {
        if (const auto folder = qEnvironmentVariable("LINERNOTES_PICTURES"); !folder.isEmpty())
            m_dialog->grab().save(folder + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png"));
    }
    void drop(const QMimeData &data) const
    {
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(text()->viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(text()->viewport(), &event);
        QVERIFY(event.isAccepted());
    }
    QString file(const QString &name, const QByteArray &contents) const
    {
        QFile written(m_folder.filePath(name));
        if (!written.open(QIODevice::WriteOnly) || written.write(contents) != contents.size())
            qFatal("no file");
        return written.fileName();
    }

private Q_SLOTS:
    void initTestCase() { ui::installTranslations(); }
    void init()
    {
        m_dialog = std::make_unique<SeedDialog>(nullptr);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
        m_tester =
            std::make_unique<QAbstractItemModelTester>(lines(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void eachLineIsShownAsUnderstood()
    {
        QApplication::clipboard()->setText(
            QStringLiteral("Drake\n"
                           "3TVXtAsR1Inumwj472S9r4\n"
                           "https://open.spotify.com/intl-de/artist/1Xyo4u8uXC1ZmMpatF05PJ?si=abc\n"
                           "spotify:artist:3TVXtAsR1Inumwj472S9r4\n"
                           "\n"
                           "https://open.spotify.com/album/1Xyo4u8uXC1ZmMpatF05PJ\n"
                           "drake\n"));
        QTest::keyClick(text(), Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(lines()->rowCount(), 6);
        QCOMPARE(kind(0), SeedLine::Kind::Name);
        QCOMPARE(kind(1), SeedLine::Kind::SpotifyId);
        QCOMPARE(kind(2), SeedLine::Kind::SpotifyUrl);
        QCOMPARE(kind(3), SeedLine::Kind::Duplicate);
        QCOMPARE(kind(4), SeedLine::Kind::Invalid);
        QVERIFY(!explanation(4).isEmpty());
        QCOMPARE(kind(5), SeedLine::Kind::Duplicate);
        QCOMPARE(m_dialog->artists().size(), std::size_t(3));
        QVERIFY(find<QPushButton>("seedAccept")->text().contains(QStringLiteral("3 artists")));
        picture("seed-lines");
    }

    /// As a click does; that all is seeded is said by the button, or by Ctrl+Enter wherever the keys are.
    void enterInTheListGoesToTheLine()
    {
        text()->setPlainText(QStringLiteral("Mirela Vantage\n\nhttps://example.org/nobody\nNova"));
        QTRY_COMPARE(lines()->rowCount(), 3);
        auto *list = find<QListView>("seedUnderstood");
        list->setFocus();
        list->setCurrentIndex(lines()->index(1, 0));
        QTest::keyClick(list, Qt::Key_Return);
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(text()->textCursor().blockNumber(), 2);
        QCOMPARE(text()->extraSelections().size(), 1);
        QVERIFY(list->hasFocus());
        picture("seed-line-marked");
        QTest::keyClick(list, Qt::Key_Enter, Qt::KeypadModifier);
        QVERIFY(m_dialog->isVisible());
        QTest::keyClick(list, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!m_dialog->isVisible());
        QCOMPARE(m_dialog->result(), static_cast<int>(QDialog::Accepted));
    }

    void whatIsNotUnderstoodIsFoundOneAfterTheOther()
    {
        QString many;
        for (int i = 0; i < 300; ++i)
            many += i % 100 == 50 ? QStringLiteral("https://example.org/%1\n").arg(i)
                                  : QStringLiteral("Artist number %1\n").arg(i);
        m_dialog->setText(many); // the cursor is at its end
        QTRY_COMPARE(lines()->rowCount(), 300);
        auto *next = find<QPushButton>("seedNextInvalid");
        QTRY_COMPARE(next->text(), QStringLiteral("3 lines not understood"));
        picture("seed-invalid");
        const auto *list = find<QListView>("seedUnderstood");
        for (const auto line : {50, 150, 250, 50}) {
            QTest::keyClick(text(), Qt::Key_F8);
            QCOMPARE(text()->textCursor().blockNumber(), line);
            QCOMPARE(list->currentIndex().row(), line);
            QVERIFY(list->viewport()->rect().contains(list->visualRect(list->currentIndex())));
        }
        QTest::mouseClick(next, Qt::LeftButton);
        QCOMPARE(text()->textCursor().blockNumber(), 150);
        text()->setPlainText(QStringLiteral("Nova"));
        QTRY_VERIFY(next->isHidden());
        QTest::keyClick(text(), Qt::Key_F8);
        QVERIFY(m_dialog->isVisible());
    }

    void aLineOfShiftEnterIsALineToo()
    {
        text()->setPlainText(QStringLiteral("Nova"));
        QTest::keyClick(text(), Qt::Key_End);
        QTest::keyClick(text(), Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(text(), QStringLiteral("Drake"));
        QTest::keyClick(text(), Qt::Key_Return);
        QTest::keyClicks(text(), QStringLiteral("https://example.org/nobody"));
        QTRY_COMPARE(lines()->rowCount(), 3);
        QTest::keyClick(text(), Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(text(), Qt::Key_F8);
        QCOMPARE(text()->textCursor().position(), 11);
    }

    void theMarksOfAPastedListAreNoNames()
    {
        text()->setPlainText(QStringLiteral("1. Mirela Vantage\n2. Nova\n3. https://example.org/nobody"));
        QTRY_COMPARE(lines()->rowCount(), 3);
        QCOMPARE(lines()->index(0, 0).data().toString(), QStringLiteral("Mirela Vantage"));
        QCOMPARE(m_dialog->artists().at(1).name, QStringLiteral("Nova"));
        QCOMPARE(m_dialog->leftOver(), QStringList(QStringLiteral("https://example.org/nobody")));
        picture("seed-numbered");
    }

    void aReasonTakesTheLinesItNeeds()
    {
        text()->setPlainText(QStringLiteral("https://spotify.link/abc\nDrake"));
        QTRY_COMPARE(lines()->rowCount(), 2);
        const auto *list = find<QListView>("seedUnderstood");
        const auto heightOf = [&](int row) { return list->visualRect(lines()->index(row, 0)).height(); };
        picture("seed-reason");
        m_dialog->resize(m_dialog->minimumSizeHint());
        QTRY_VERIFY(heightOf(0) > heightOf(1));
        picture("seed-reason-narrow");
    }

    void withoutAnArtistNothingCanBeSeeded()
    {
        QVERIFY(!find<QPushButton>("seedAccept")->isEnabled());
        picture("seed-empty");
        QTest::keyClicks(text(), QStringLiteral("https://example.org/nobody"));
        QTRY_COMPARE(lines()->rowCount(), 1);
        QVERIFY(!find<QPushButton>("seedAccept")->isEnabled());
        QVERIFY(!find<QLabel>("seedProblem")->text().isEmpty());
        QTest::keyClick(text(), Qt::Key_Return, Qt::ControlModifier);
        QTest::qWait(200);
        QVERIFY(m_dialog->isVisible());
    }

    void droppedFilesAreRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("contents");
        QTest::newRow("text") << QStringLiteral("list.txt") << QByteArray("Sia\r\nBj\xC3\xB6rk\r\n");
        QTest::newRow("text with a byte order mark")
            << QStringLiteral("bom.txt") << QByteArray("\xEF\xBB\xBFSia\nBj\xC3\xB6rk\n");
        QTest::newRow("csv") << QStringLiteral("list.csv")
                             << QByteArray("artist,label\r\nSia,X\r\n\"Bj\xC3\xB6rk\",Y\r\n");
    }
    void droppedFilesAreRead()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, contents);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file(name, contents))});
        drop(data);
        QTRY_COMPARE(lines()->rowCount(), 2);
        const auto artists = m_dialog->artists();
        QCOMPARE(artists.at(0).name, QStringLiteral("Sia"));
        QCOMPARE(artists.at(1).name, QString::fromUtf8("Bj\xC3\xB6rk"));
    }

    void aFileThatCannotBeReadSaysWhy()
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(m_folder.filePath(QStringLiteral("missing.txt")))});
        drop(data);
        QTRY_VERIFY(find<QLabel>("seedProblem")->text().contains(QStringLiteral("missing.txt")));
    }

    /// While ten thousand lines are understood, the window goes on answering: a timer of its thread ticks on.
    void tenThousandLinesAreUnderstoodBesideTheWindow()
    {
        QString many;
        constexpr int howMany = 10'000;
        for (int i = 0; i < howMany; ++i)
            many += QStringLiteral("Artist number %1\n").arg(i);
        qint64 longest = 0;
        QElapsedTimer sinceTick;
        QTimer ticks;
        connect(&ticks, &QTimer::timeout, this, [&] { longest = std::max(longest, sinceTick.restart()); });
        QApplication::clipboard()->setText(many);
        sinceTick.start();
        ticks.start(1);
        QTest::keyClick(text(), Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(lines()->rowCount(), howMany);
        QCOMPARE(m_dialog->artists().size(), std::size_t(howMany));
        qInfo("longest time without an event while 10,000 lines were pasted and understood: %lld ms", longest);
        longest = 0;
        sinceTick.restart();
        QTest::keyClicks(text(), QStringLiteral("One more"));
        QTRY_COMPARE(lines()->rowCount(), howMany + 1);
        qInfo("while one more line was typed: %lld ms", longest);
    }

    /// A key too many must not cost a list that was typed; a line or two are soon typed again.
    void aLongListIsNotLostWithoutAQuestion()
    {
        text()->setPlainText(QStringLiteral("Mirela Vantage\nNova\n\nDJ Ferrum\n \nCopper Choir\n"));
        QTest::keyClick(text(), Qt::Key_Escape);
        auto *box = find<QMessageBox>("seedLossBox");
        QVERIFY(box && QTest::qWaitForWindowExposed(box));
        QVERIFY2(box->text().contains(QStringLiteral("4 lines")), qPrintable(box->text())); // blank ones are none
        QVERIFY(m_dialog->isVisible());
        QTest::keyClick(box, Qt::Key_Escape);
        QTRY_VERIFY(!find<QMessageBox>("seedLossBox"));
        QVERIFY(m_dialog->isVisible());
        QVERIFY(text()->toPlainText().contains(QStringLiteral("Nova")));
        m_dialog->close();
        QVERIFY(m_dialog->isVisible());
        QTRY_VERIFY(find<QPushButton>("seedLossYes"));
        find<QPushButton>("seedLossYes")->click();
        QTRY_VERIFY(!m_dialog->isVisible());
        QCOMPARE(m_dialog->result(), static_cast<int>(QDialog::Rejected));
    }
    void aLongListOfShiftEnterIsNotLostEither()
    {
        for (const auto *name : {"Nova", "Drake", "DJ Ferrum", "Copper Choir", "Sia"}) {
            QTest::keyClicks(text(), QLatin1String(name));
            QTest::keyClick(text(), Qt::Key_Return, Qt::ShiftModifier);
        }
        QTest::keyClick(text(), Qt::Key_Escape);
        const auto *box = find<QMessageBox>("seedLossBox");
        QVERIFY(box && m_dialog->isVisible());
        QVERIFY2(box->text().contains(QStringLiteral("5 lines")), qPrintable(box->text()));
    }
    void aShortListIsLeftAtOnce()
    {
        text()->setPlainText(QStringLiteral("Nova\nMirela Vantage"));
        QTest::keyClick(text(), Qt::Key_Escape);
        QVERIFY(!m_dialog->isVisible());
    }
};

QTEST_MAIN(SeedingTest)
#include "tst_seeding.moc"
