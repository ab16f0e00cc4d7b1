// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/eventwording.h"
#include "common/bodyview.h"
#include "deadletters/candidatesview.h"
#include "deadletters/editflaw.h"
#include "deadletters/letterfilter.h"
#include "deadletters/lettersubject.h"
#include "deadletters/standstill.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace linernotes;
using ui::CandidatesView;
using ui::LetterFilter;

/// Parts of the pages of dead letters and events, without an engine.
class LetterPartsTest : public QObject
{
    Q_OBJECT

    template <typename Widget>
    static Widget *in(QWidget &parent, const char *name)
    {
        return parent.findChild<Widget *>(QLatin1String(name));
    }

    static PipelineSnapshot paused()
    {
        PipelineSnapshot snapshot;
        for (const auto stage : allStages) {
            auto &shown = snapshot.stages.at(static_cast<std::size_t>(stage));
            shown.stage = stage;
            shown.service = QStringLiteral("genius");
            shown.state = StageState::Stopped;
        }
        return snapshot;
    }

private Q_SLOTS:
    void whyLettersWait_data()
    {
        using enum StageId;
        QTest::addColumn<ReplayFate>("fate");
        QTest::addColumn<PipelineSnapshot>("snapshot");
        QTest::addColumn<QString>("reason");
        const ReplayFate three{
            .sent = 3, .untouched = 3, .going = 3, .untouchedIn = {AlbumDiscovery, SocialEnrichment}};
        const auto with = [](StageState albums, StageState profiles) {
            auto snapshot = paused();
            snapshot.running = true;
            snapshot.stages.at(static_cast<std::size_t>(AlbumDiscovery)).state = albums;
            snapshot.stages.at(static_cast<std::size_t>(SocialEnrichment)).state = profiles;
            return snapshot;
        };
        const auto row = [](const char *name, const ReplayFate &fate, const PipelineSnapshot &snapshot,
                            const char *reason) { QTest::newRow(name) << fate << snapshot << reason; };
        row("all is paused", three, paused(), "all work is paused");
        auto elsewhere = paused();
        elsewhere.workedOn = true;
        row("but not in another program", three, elsewhere, "");
        row("one of two goes on", three, with(StageState::Paused, StageState::Working), "");
        row("each for its own reason", three, with(StageState::Paused, StageState::NeedsCredentials),
            "the stage “Albums” is paused, Genius needs credentials");
        row("a service", three, with(StageState::Waiting, StageState::Waiting), "Genius is not asked now");
        auto broken = with(StageState::Waiting, StageState::Waiting);
        broken.problem = Error{.category = ErrorCategory::Database, .message = QStringLiteral("full")};
        for (auto &stage : broken.stages)
            stage.waitingFor = QStringLiteral("the database can't be written to");
        row("the disk", three, broken, "the database can't be written to");
        auto begun = three;
        begun.untouched = 2;
        row("one was begun", begun, paused(), "");
        const ReplayFate held{.sent = 2, .untouched = 2, .going = 2, .held = 2};
        row("a paused run", held, with(StageState::Working, StageState::Working), "the run is paused");
        row("all done", {.sent = 2}, paused(), "");
    }
    void whyLettersWait()
    {
        QFETCH(ReplayFate, fate);
        QFETCH(PipelineSnapshot, snapshot);
        QTEST(ui::standstillOf(fate, snapshot), "reason");
    }

    /// It stands in a page that scrolls: a second one inside is for what fills the screen alone.
    void anAnswerIsReadWhole()
    {
        QWidget page;
        auto *body = new ui::BodyView(QStringLiteral("body"), &page);
        (new QVBoxLayout(&page))->addWidget(body, 0, Qt::AlignTop);
        page.resize(400, 900);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        body->setBody(
            QStringLiteral("Some words that are wrapped, for they are more than a line has room for.\n").repeated(15));
        QTRY_COMPARE(body->verticalScrollBar()->maximum(), 0);
        body->setBody(QStringLiteral("a line\n").repeated(200));
        QTRY_VERIFY(body->verticalScrollBar()->maximum() > 0);
    }

    void aFlawSaysWhatAndWhere_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("spot");
        QTest::newRow("good") << "{\"recording_id\": 1}" << "" << "";
        QTest::newRow("nothing") << "  " << "There is no message." << "";
        QTest::newRow("no end") << "{\n  \"recording_id\": 12\n"
                                << "Line 2, column 20: “}” or “,” is missing." << "2";
        QTest::newRow("no value") << "{\n  \"recording_id\": x\n}" << "Line 2, column 19: this is no value." << "x";
        QTest::newRow("a value is missing") << "{\"recording_id\":}" << "Line 1, column 17: a value is missing." << "}";
        QTest::newRow("more") << "{\"recording_id\": 1} and" << "Line 1, column 21: nothing may follow the last “}”."
                              << "a";
        QTest::newRow("too small") << "{\n  \"recording_id\": 0\n}"
                                   << "Line 2, column 3: recording_id: expected a number of at least 1."
                                   << "\"recording_id\"";
        QTest::newRow("not there") << "{}" << "recording_id: expected a whole number." << "";
        QTest::newRow("a list") << "[1]" << "expected an object." << "";
        QTest::newRow("umlauts before it") << "{\"ä\": \"öü\", \"recording_id\": x}"
                                           << "Line 1, column 29: this is no value." << "x";
    }
    void aFlawSaysWhatAndWhere()
    {
        QFETCH(QString, text);
        QFETCH(QString, spot);
        const DeadLetter letter{.queue = queueName(StageId::ProducerIdentification)};
        const auto flaw = ui::flawIn(letter, text);
        QTEST(flaw ? ui::flawLabel(*flaw, text) : QString(), "label");
        if (flaw && flaw->at >= 0)
            QCOMPARE(text.mid(flaw->at, flaw->length), spot);
        else
            QVERIFY(spot.isEmpty());
    }

    void aLetterIsCalledByItsName_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("label");
        QTest::newRow("name") << "Mirella Vant" << R"({"groups":"album,single","market":"US","name":"Mirella Vant"})"
                              << "Mirella Vant";
        QTest::newRow("a page") << "Nova" << R"({"artist_id":"a","offset":50})" << "Nova · from no. 51";
        QTest::newRow("nobody knows it") << "" << R"({"person_id":294})" << "Person 294";
        QTest::newRow("a source") << "Nova" << R"({"person_id":294,"source":"musicbrainz"})" << "Nova · MusicBrainz";
        QTest::newRow("no JSON") << "" << "{recording" << "recording";
    }
    void aLetterIsCalledByItsName()
    {
        QFETCH(QString, subject);
        QFETCH(QString, message);
        DeadLetterRow row;
        row.subject = subject;
        row.message = message;
        QTEST(ui::subjectLabel(row), "label");
    }

    void whoeverIsNotAmongThemIsGivenByLink()
    {
        CandidatesView view(nullptr);
        view.setCandidates({});
        view.show();
        const QSignalSpy chosen(&view, &CandidatesView::chosen);
        auto *field = in<QLineEdit>(view, "candidateField");
        auto *use = in<QPushButton>(view, "candidateUse");
        auto *problem = in<QLabel>(view, "candidateProblem");
        QVERIFY(!use->isEnabled());
        QTest::keyClicks(field, QStringLiteral("Nova"));
        QVERIFY(!use->isEnabled());
        QVERIFY2(problem->isVisible() && problem->text().contains(QStringLiteral("no Spotify link")),
                 qPrintable(problem->text()));
        field->setText(QStringLiteral("https://open.spotify.com/album/4aawyAB9vmqN3uQ7FjRGTy"));
        QVERIFY(problem->isVisible() && problem->text().contains(QStringLiteral("album")));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(chosen.size(), 0);
        field->setText(QStringLiteral("https://open.spotify.com/artist/3TVXtAsR1Inumwj472S9r4?si=x"));
        QVERIFY(!problem->isVisible());
        QTest::mouseClick(use, Qt::LeftButton);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.front().front().toString(), QStringLiteral("3TVXtAsR1Inumwj472S9r4"));
        view.clearField();
        QVERIFY(field->text().isEmpty() && !use->isEnabled());
    }

    void whatAPersonSetIsKeptAndWhatALinkSetIsNot()
    {
        const QTemporaryDir folder;
        QAction anyRun;
        LetterFilter filter(&anyRun, nullptr);
        const auto kept = [&] {
            QSettings settings(folder.filePath(QStringLiteral("kept.ini")), QSettings::IniFormat);
            filter.saveState(settings);
            LetterFilter other(&anyRun, nullptr);
            other.restoreState(settings);
            return other.value();
        };
        auto *scope = in<QComboBox>(filter, "deadScope");
        auto *stage = in<QComboBox>(filter, "deadStage");
        QTest::keyClick(scope, Qt::Key_Down);
        QTest::keyClick(stage, Qt::Key_Down);
        QTest::keyClicks(in<QLineEdit>(filter, "deadFilter"), QStringLiteral("nova"));
        QCOMPARE(kept(),
                 (DeadLetterFilter{.scope = DeadLetterScope::Ended,
                                   .queue = queueName(StageId::ArtistDiscovery),
                                   .text = QStringLiteral("nova")}));
        filter.follow({.category = QStringLiteral("Ambiguous"), .runId = 3}, QStringLiteral("Friday"));
        QCOMPARE(filter.value().category, QStringLiteral("Ambiguous"));
        QVERIFY(anyRun.isEnabled());
        QCOMPARE(kept(), DeadLetterFilter());
        QTest::keyClick(stage, Qt::Key_Down); // beside what the link has set
        QCOMPARE(kept(), DeadLetterFilter{.queue = queueName(StageId::ArtistDiscovery)});
        QCOMPARE(filter.inWords(),
                 (QStringList{QStringLiteral("Stage: Artists"), QStringLiteral("Kind of error: Artist not certain"),
                              QStringLiteral("Run “Friday”")}));
        filter.clear();
        QVERIFY(!filter.isSet() && filter.inWords().isEmpty() && !anyRun.isEnabled());
    }

    void whatTheLogWritesShortIsSaidInWords_data()
    {
        QTest::addColumn<EventKind>("kind");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("forced") << EventKind::CircuitChanged << "forced_open: for tonight"
                                << "Held open by hand: for tonight";
        QTest::newRow("probe") << EventKind::CircuitChanged << "probe" << "Tried by hand";
        QTest::newRow("setting") << EventKind::OperatorAction << "spotify.timeout set to 20"
                                 << "“Spotify: Waits for an answer” set to 20";
        QTest::newRow("choice") << EventKind::OperatorAction << "album_groups set to album,single"
                                << "“What counts: Records that count” set to Albums, Singles and EPs";
        QTest::newRow("set back") << EventKind::OperatorAction << "genius.concurrency set back"
                                  << "“Genius: Calls at a time” set back";
        QTest::newRow("a sentence") << EventKind::OperatorAction << "run paused" << "run paused";
        QTest::newRow("another kind") << EventKind::MessageDiscarded << "probe" << "probe";
    }
    void whatTheLogWritesShortIsSaidInWords()
    {
        QFETCH(EventKind, kind);
        QFETCH(QString, text);
        QFETCH(QString, words);
        const Event event{.kind = kind, .text = text};
        QCOMPARE(ui::eventText(event), words);
        // What is seen is found.
        EventQuery query{.text = words.left(12).remove(QChar(u'“'))};
        ui::addPeoplesWords(query);
        QVERIFY(fits(event, query));
    }

    void aGroupOfEventsIsSaidInWords()
    {
        EventGroup group{.kind = EventKind::CircuitChanged, .title = QStringLiteral("open: HTTP …")};
        QCOMPARE(ui::groupLabel(group), QStringLiteral("Circuit changed: Opened: HTTP …"));
        group = {.kind = EventKind::LeaseLost, .title = QStringLiteral("lease_lost")};
        QCOMPARE(ui::groupLabel(group), QStringLiteral("Lease lost"));
        group = {.kind = EventKind::AttemptFailed, .title = QStringLiteral("HTTP 404: gone")};
        QCOMPARE(ui::groupLabel(group), QStringLiteral("HTTP 404: gone"));
    }
};

QTEST_MAIN(LetterPartsTest)
#include "tst_letterparts.moc"
