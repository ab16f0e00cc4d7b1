// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/linedialog.h"
#include "producers/producersmodel.h"
#include "settings/verdictline.h"
#include "ui/demowindow.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCheckBox>
#include <QCompleter>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPromise>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>

using namespace linernotes;
using test::DemoWindow;
using ui::ProducersModel;

/// Export and credentials, by keys.
class DialogsTest : public QObject
{
    Q_OBJECT

    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// The first column of each row, unquoted; good for names without line breaks.
    static QStringList firstColumn(const QByteArray &csv, qsizetype column)
    {
        QStringList values;
        for (const auto &line : csv.split('\n')) {
            QStringList cells;
            QString cell;
            bool isQuoted = false;
            for (const auto sign : QString::fromUtf8(line.trimmed())) {
                if (sign == QLatin1Char('"'))
                    isQuoted = !isQuoted;
                else if (sign == QLatin1Char(',') && !isQuoted)
                    cells.append(std::exchange(cell, {}));
                else
                    cell.append(sign);
            }
            cells.append(cell);
            if (!line.trimmed().isEmpty())
                values.append(cells.value(column));
        }
        return values;
    }
    static void exportTo(const DemoWindow &demo, const QString &path, const char *kind, bool byteOrderMark)
    {
        demo.press(Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(demo.isVisible("exportDialog"));
        demo.find<QRadioButton>(kind)->click();
        auto *field = demo.find<QLineEdit>("exportPath");
        field->selectAll();
        QTest::keyClicks(field, path);
        demo.find<QCheckBox>("exportByteOrderMark")->setChecked(byteOrderMark);
        demo.picture("export");
        demo.click("exportAccept");
        QTRY_VERIFY(demo.isVisible("statusShowFolder"));
    }

private Q_SLOTS:
    void theWelcomeLeadsToTheDemo()
    {
        DemoWindow demo;
        demo.window().openWelcome();
        QTRY_VERIFY(demo.isVisible("welcomeDialog"));
        demo.picture("welcome");
        demo.click("welcomeDemo");
        QTRY_VERIFY(!demo.isVisible("welcomeDialog"));
        demo.waitForRuns();
        QVERIFY(demo.server().counts().total > 0);
    }

    void theWelcomeLeadsToTheCredentials()
    {
        const DemoWindow demo;
        demo.window().openWelcome();
        QTRY_VERIFY(demo.isVisible("welcomeDialog"));
        demo.press(Qt::Key_Return); // what it is for, by keys
        QTRY_VERIFY(demo.isVisible("credentialsDialog"));
        demo.press(Qt::Key_Escape);
        QTRY_VERIFY(!demo.isVisible("credentialsDialog"));
    }

    void exportWritesTheRowsOfTheFilterInTheirOrder()
    {
        DemoWindow demo;
        demo.runArtists(4);
        demo.press(Qt::Key_3, Qt::ControlModifier);
        auto *table = demo.find<QTableView>("producersTable");
        demo.clickHeader(table, ProducersModel::Name);
        demo.press(Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(demo.find<QLineEdit>("producersFilter"), QStringLiteral("an"));
        // As filtered and as whole as the file will be: a filter waits for the typing to end, pages come when asked
        // for.
        auto *model = qobject_cast<ProducersModel *>(table->model());
        QVERIFY(model);
        QTRY_COMPARE(model->query().filter, QStringLiteral("an"));
        QTRY_VERIFY(!model->isReading() && model->rowCount() > 3);
        const auto isWhole = [model] {
            model->fetchMore({});
            return !model->isReading() && model->rowCount() == model->total();
        };
        QTRY_VERIFY(isWhole());
        QStringList names;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            names.append(table->model()->index(row, ProducersModel::Name).data().toString());
        const auto path = demo.filePath(QStringLiteral("filtered.csv"));
        exportTo(demo, path, "exportProducers", true);
        const auto csv = contents(path);
        QVERIFY(csv.startsWith("\xEF\xBB\xBF"));
        const auto header = firstColumn(csv.left(csv.indexOf('\n')).mid(3), 0);
        const auto heads = QString::fromUtf8(csv.mid(3, csv.indexOf('\r') - 3)).split(QLatin1Char(','));
        const auto nameAt = heads.indexOf(QStringLiteral("person"));
        QVERIFY2(nameAt >= 0, qPrintable(heads.join(QLatin1Char('|'))));
        auto written = firstColumn(csv.mid(3), nameAt).mid(1);
        for (auto &name : written) {
            if (name.startsWith(QLatin1Char('\''))) // neutralised
                name.remove(0, 1);
        }
        QCOMPARE(written.size(), names.size());
        for (qsizetype i = 0; i < names.size(); ++i)
            QCOMPARE(written.at(i), QString(names.at(i)).remove(QLatin1Char('"')));
    }

    void exportOfAFolderThatIsNotThereSaysSo()
    {
        DemoWindow demo;
        demo.runArtists(1);
        QTest::qWait(300);
        demo.press(Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(demo.isVisible("exportDialog"));
        auto *field = demo.find<QLineEdit>("exportPath");
        field->selectAll();
        QTest::keyClicks(field, demo.filePath(QStringLiteral("nowhere/file.csv")));
        QVERIFY(!demo.find<QPushButton>("exportAccept")->isEnabled());
        const auto note = [&] { return demo.find<QLabel>("exportNote")->text(); };
        QVERIFY2(note().contains(QStringLiteral("no folder")) && note().contains(QStringLiteral("nowhere")),
                 qPrintable(note()));
        field->clear();
        QVERIFY(!demo.find<QPushButton>("exportAccept")->isEnabled());
        QVERIFY2(note().contains(QStringLiteral("Enter the file")), qPrintable(note()));
        field->setText(demo.filePath({}));
        QVERIFY(!demo.find<QPushButton>("exportAccept")->isEnabled());
        QVERIFY2(note().contains(QStringLiteral("This is a folder")), qPrintable(note()));
        demo.picture("export-folder");
        demo.press(Qt::Key_Escape);
        QTRY_VERIFY(!demo.isVisible("exportDialog"));
    }

    void theExportRemembersAndItsFieldHasAKey()
    {
        DemoWindow demo;
        demo.runArtists(1);
        demo.press(Qt::Key_E, Qt::ControlModifier);
        demo.press(Qt::Key_F, Qt::AltModifier);
        QTRY_VERIFY(demo.find<QLineEdit>("exportPath")->hasFocus());
        demo.press(Qt::Key_Escape);
        QTRY_VERIFY(!demo.isVisible("exportDialog"));
        exportTo(demo, demo.filePath(QStringLiteral("marked.csv")), "exportProducers", true);
        demo.press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(demo.find<QCheckBox>("exportByteOrderMark")->isChecked());
        demo.click("exportCancel");
        exportTo(demo, demo.filePath(QStringLiteral("plain.csv")), "exportProducers", false);
        QTRY_VERIFY(demo.window().findChild<QAction *>(QStringLiteral("exportAction"))->isEnabled()); // it is written
        demo.press(Qt::Key_Escape);
        QTRY_VERIFY(!demo.isVisible("messageBar"));
        QVERIFY(demo.window()
                    .findChild<QWidget *>(QStringLiteral("statusShowFolder"))
                    ->isHidden()); // it would stand beside what is told next
        demo.press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(!demo.find<QCheckBox>("exportByteOrderMark")->isChecked());
    }

    void closingDuringAnExportAsks()
    {
        DemoWindow demo;
        demo.runArtists(1);
        demo.press(Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(demo.isVisible("exportDialog"));
        demo.find<QLineEdit>("exportPath")->setText(demo.filePath(QStringLiteral("rows.csv")));
        demo.find<QPushButton>("exportAccept")->click(); // its end comes with the event loop
        QVERIFY(!demo.window().close());
        QVERIFY(demo.isVisible("exportUnderWayBox"));
        QTRY_VERIFY(QFile::exists(demo.filePath(QStringLiteral("rows.csv"))));
        demo.click("exportGiveUp");
        QTRY_VERIFY(!demo.window().isVisible());
    }

    /// Snapshots come while rows are written; none of them may allow a second export into the first.
    void exportStaysDisabledUntilItsEnd()
    {
        DemoWindow demo;
        demo.runArtists(3);
        auto *action = demo.window().findChild<QAction *>(QStringLiteral("exportAction"));
        QTRY_VERIFY(action->isEnabled());
        bool wasEnabledEarly = false;
        auto *message = demo.window().findChild<QLabel *>(QStringLiteral("statusMessage"));
        connect(&demo.engine(), &Engine::snapshotChanged, &demo.window(), [&] {
            if (message->text().startsWith(QStringLiteral("Exporting")))
                wasEnabledEarly = wasEnabledEarly || action->isEnabled();
        });
        demo.press(Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(demo.isVisible("exportDialog"));
        demo.find<QLineEdit>("exportPath")->setText(demo.filePath(QStringLiteral("rows.csv")));
        demo.find<QPushButton>("exportAccept")->click();
        QVERIFY(!action->isEnabled());
        const auto snapshot = demo.engine().snapshot();
        QTRY_VERIFY(snapshot.isFinished());
        Q_EMIT demo.engine().snapshotChanged(snapshot.result().value());
        QTRY_VERIFY(demo.isVisible("statusShowFolder"));
        QVERIFY(!wasEnabledEarly);
        QVERIFY(action->isEnabled());
    }

    void credentialsNeedBothHalvesAndHideTheSecret()
    {
        DemoWindow demo;
        demo.click("demoCredentials");
        QTRY_VERIFY(demo.isVisible("credentialsDialog"));
        auto *use = demo.find<QPushButton>("credentialsAccept");
        QVERIFY(!use->isEnabled());
        QTest::keyClicks(demo.find<QLineEdit>("spotifyClientId"), QStringLiteral("an-id"));
        QVERIFY(!use->isEnabled());
        auto *secret = demo.find<QLineEdit>("spotifyClientSecret");
        QCOMPARE(secret->echoMode(), QLineEdit::Password);
        QTest::keyClicks(secret, QStringLiteral("a-secret"));
        QVERIFY(use->isEnabled());
        QTest::keyClicks(demo.find<QLineEdit>("geniusAccessToken"), QStringLiteral("a-token"));
        demo.picture("credentials");
        demo.click("credentialsAccept");
        QTRY_VERIFY(!demo.isVisible("credentialsDialog"));
        QCOMPARE(demo.engine().credentials().spotifyClientId, QStringLiteral("an-id"));
        QCOMPARE(demo.engine().credentials().geniusAccessToken, QStringLiteral("a-token"));
    }

    /// Neither service gives such a key: nobody need be asked to know it.
    void credentialsHaveNoBlankInside()
    {
        const DemoWindow demo;
        demo.click("demoCredentials");
        auto *token = demo.find<QLineEdit>("geniusAccessToken");
        const auto *use = demo.find<QPushButton>("credentialsAccept");
        QTest::keyClicks(token, QStringLiteral("has space tok"));
        QVERIFY(!use->isEnabled());
        QVERIFY(!demo.find<QPushButton>("test_genius")->isEnabled());
        const auto *verdict = demo.find<ui::VerdictLine>("verdict_genius");
        QVERIFY2(verdict->text().contains(QStringLiteral("blank inside")), qPrintable(verdict->text()));
        demo.picture("credentials-blank");
        token->setText(QStringLiteral("  a-token ")); // around it, it is taken off
        QVERIFY(use->isEnabled());
        QVERIFY(verdict->text().isEmpty());
    }

    /// Who has written all of it means it; the list of what it could be is closed first by who has not.
    void enterTakesALineThatIsOffered_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("all of it") << QStringLiteral("jazz") << true;
        QTest::newRow("in other letters") << QStringLiteral("JAZZ") << true;
        QTest::newRow("its beginning") << QStringLiteral("jaz") << false;
    }
    void enterTakesALineThatIsOffered()
    {
        QFETCH(QString, typed);
        QFETCH(bool, isTaken);
        int asked = 0;
        ui::LineDialog dialog(
            {.objectName = {}, .title = {}, .question = {}, .button = QStringLiteral("Add")},
            {QStringLiteral("Jazz"), QStringLiteral("Jazz fusion")},
            [&asked](const QString &) {
                ++asked;
                return QtFuture::makeReadyFuture(Result<bool>(true));
            },
            nullptr);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto *line = dialog.findChild<QLineEdit *>(QStringLiteral("lineText"));
        QTest::keyClicks(line, typed);
        auto *list = line->completer()->popup();
        QTRY_VERIFY(list->isVisible());
        QTest::keyClick(list, Qt::Key_Return); // which has the keys while it is open
        QVERIFY(!list->isVisible());
        QTRY_COMPARE(dialog.isVisible(), !isTaken);
        QCOMPARE(asked, isTaken ? 1 : 0);
    }

    /// Nobody would hear that it failed.
    void aLineThatIsBeingTakenIsWaitedFor()
    {
        QPromise<Result<bool>> answer;
        answer.start();
        ui::LineDialog dialog(
            {.objectName = {}, .title = {}, .question = {}, .button = QStringLiteral("Keep")}, {},
            [&answer](const QString &) { return answer.future(); }, nullptr);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QTest::keyClick(&dialog, Qt::Key_Return);
        QTest::keyClick(&dialog, Qt::Key_Escape);
        dialog.close();
        QVERIFY(dialog.isVisible());
        answer.addResult(failure(ErrorCategory::Database, QStringLiteral("the disk is full")));
        answer.finish();
        const auto *problem = dialog.findChild<QLabel *>(QStringLiteral("lineProblem"));
        QTRY_VERIFY(problem->text().contains(QStringLiteral("the disk is full")));
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
    }

    /// Outside the demo it is another window's, and what came of it is said.
    void theWelcomeOpensTheDemoBesideRealWork_data()
    {
        QTest::addColumn<bool>("opens");
        QTest::newRow("it opens") << true;
        QTest::newRow("it can't be started") << false;
    }
    void theWelcomeOpensTheDemoBesideRealWork()
    {
        QFETCH(bool, opens);
        const DemoWindow demo({1024, 700}, DemoWindow::Pose::Services);
        int asked = 0;
        ui::MainWindow window(demo.engine(),
                              {.demo = false,
                               .demoArtists = {},
                               .credentials = {},
                               .credentialsEntered = {},
                               .openDemo = [&asked, opens]() -> Result<void> {
                                   ++asked;
                                   if (!opens)
                                       return failure(ErrorCategory::InvalidInput, QStringLiteral("No such file."));
                                   return {};
                               }});
        window.show();
        window.openWelcome();
        auto *button = window.findChild<QPushButton *>(QStringLiteral("welcomeDemo"));
        QTRY_VERIFY(button && button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(asked, 1);
        const auto said = window.findChild<QLabel *>(QStringLiteral("statusMessage"))->text();
        QVERIFY2(said.contains(opens ? QStringLiteral("window of its own") : QStringLiteral("No such file")),
                 qPrintable(said));
    }

    void aFileThatExistsIsReplacedOnlyIfThatIsMeant()
    {
        DemoWindow demo;
        demo.runArtists(1);
        const auto path = demo.filePath(QStringLiteral("mine.csv"));
        QFile mine(path);
        QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
        mine.close();
        demo.press(Qt::Key_E, Qt::ControlModifier);
        demo.find<QLineEdit>("exportPath")->setText(path);
        demo.click("exportAccept");
        QTRY_VERIFY(demo.isVisible("exportReplaceBox"));
        demo.picture("export-replace");
        auto *box = demo.find<QDialog>("exportReplaceBox");
        const auto *question = box->findChild<QLabel *>(QStringLiteral("qt_msgbox_label"));
        QCOMPARE(question->x(), box->layout()->contentsMargins().left()); // no room for an icon that is not there
        QVERIFY(question->font().weight() > box->font().weight());
        demo.press(Qt::Key_Escape);
        QTRY_VERIFY(!demo.isVisible("exportReplaceBox"));
        QVERIFY(demo.isVisible("exportDialog"));
        QCOMPARE(contents(path), QByteArrayLiteral("mine"));
        demo.click("exportAccept");
        demo.click("exportReplaceYes");
        QTRY_VERIFY(!demo.isVisible("exportDialog"));
        QTRY_VERIFY(contents(path).size() > 4);
    }
};

QTEST_MAIN(DialogsTest)
#include "tst_dialogs.moc"
