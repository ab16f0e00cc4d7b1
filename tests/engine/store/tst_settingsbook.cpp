// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine.h"
#include "fakes/sqlitefile.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace linernotes;

/// Settings of the database: changed while the engine lives, taken up when its work starts, under the command line.
class SettingsBookTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path() const { return m_folder->filePath(QStringLiteral("settings.sqlite")); }
    std::unique_ptr<Engine> open(const QMap<QString, QString> &overrides = {}) const
    {
        auto start = Settings::defaults();
        start.genius.concurrency = 5; // as the demo gives its own
        auto engine =
            Engine::open({.databasePath = path(), .settings = start, .overrides = overrides, .credentials = {}});
        if (!engine)
            qFatal("%s", qPrintable(engine.error().message));
        return std::move(*engine);
    }
    template <typename T>
    static Result<T> done(const QFuture<Result<T>> &future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }))
            qFatal("no answer");
        return future.result();
    }
    static Result<bool> change(Engine &engine, const char *key, const QString &value)
    {
        return done(engine.settingsBook().change(QLatin1String(key), value));
    }
    static SettingState state(const Engine &engine, const char *key)
    {
        const auto states = engine.settingStates();
        const auto found = std::ranges::find_if(
            states, [key](const SettingState &state) { return state.key.name == QLatin1String(key); });
        if (found == states.end())
            qFatal("no setting %s", key);
        return *found;
    }

    static QStringList ignoredEvents(Engine &engine)
    {
        const auto asked = engine.events({});
        QStringList texts;
        if (!QTest::qWaitFor([&] { return asked.isFinished(); }))
            qFatal("no answer");
        const auto events = asked.result();
        for (const auto &event : events.value()) {
            if (event.kind == EventKind::SettingIgnored)
                texts.append(event.text);
        }
        return texts;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void everySettingIsWrittenAsItIsRead()
    {
        auto settings = Settings::defaults();
        for (const auto &key : Settings::keys()) {
            const auto value = settings.value(key.name);
            if (value.isEmpty()) {
                QCOMPARE(key.name, QStringLiteral("log.folder")); // the only one without
                continue;
            }
            QCOMPARE(value, key.defaultValue);
            auto again = Settings::defaults();
            QVERIFY2(again.set(key.name, value), qPrintable(key.name));
            QVERIFY2(again == settings, qPrintable(key.name));
        }
        QVERIFY(settings.set(QStringLiteral("spotify.requests_per_second"), QStringLiteral("0.25")));
        QCOMPARE(settings.value(QStringLiteral("spotify.requests_per_second")), QStringLiteral("0.25"));
        QVERIFY(settings.set(QStringLiteral("album_groups"), QStringLiteral("single, compilation")));
        QCOMPARE(settings.value(QStringLiteral("album_groups")), QStringLiteral("single,compilation"));
        QVERIFY(settings.value(QStringLiteral("no such")).isEmpty());
        // The next start may be in another folder.
        QVERIFY(settings.set(QStringLiteral("log.folder"), QStringLiteral("logs")));
        QCOMPARE(settings.value(QStringLiteral("log.folder")),
                 QDir::current().absoluteFilePath(QStringLiteral("logs")));
        QVERIFY(settings.set(QStringLiteral("log.folder"), QStringLiteral("none")));
        QVERIFY(!settings.set(QStringLiteral("log.folder"), QStringLiteral(" ")));
        QCOMPARE(settings.value(QStringLiteral("log.folder")), QStringLiteral("none"));
    }

    void whileItStandsStillAChangeIsTakenUpAtOnceAndKept()
    {
        {
            const auto engine = open();
            QCOMPARE(state(*engine, "refresh_days").origin, SettingOrigin::Default);
            QCOMPARE(state(*engine, "genius.concurrency").origin, SettingOrigin::Start);
            QSignalSpy changed(engine.get(), &Engine::settingsChanged);
            QVERIFY(change(*engine, "refresh_days", QStringLiteral(" 7 ")));
            QCOMPARE(changed.count(), 1);
            QCOMPARE(engine->settings().refreshWindow, Milliseconds(std::chrono::days(7)));
            QCOMPARE(state(*engine, "refresh_days").origin, SettingOrigin::Kept);
            QVERIFY(!state(*engine, "refresh_days").isPending);
        }
        const auto engine = open();
        QCOMPARE(engine->settings().refreshWindow, Milliseconds(std::chrono::days(7)));
        QCOMPARE(state(*engine, "refresh_days").usualValue, QStringLiteral("30"));
        QVERIFY(done(engine->settingsBook().reset(QStringLiteral("refresh_days"))));
        QCOMPARE(engine->settings().refreshWindow, Milliseconds(std::chrono::days(30)));
        QVERIFY(done(engine->settingsBook().reset(QStringLiteral("genius.concurrency"))));
        QCOMPARE(engine->settings().genius.concurrency, 5); // back to what the start gave
    }

    /// Each is right by itself. They are changed one after the other, the bound before what it bounds.
    void theSlowestRateIsNotAboveTheLimit()
    {
        const auto engine = open();
        constexpr auto limit = "genius.requests_per_second";
        constexpr auto least = "genius.least_requests_per_second";
        QVERIFY(change(*engine, limit, QStringLiteral("60")));
        QVERIFY(change(*engine, least, QStringLiteral("60")));
        const auto above = change(*engine, least, QStringLiteral("100"));
        QVERIFY(!above && above.error().category == ErrorCategory::InvalidInput);
        QVERIFY2(above.error().message.contains(QStringLiteral("limit of 60")), qPrintable(above.error().message));
        QVERIFY(!change(*engine, limit, QStringLiteral("10")));
        QVERIFY(!done(engine->settingsBook().reset(QLatin1String(limit)))); // its usual value is below 60
        QCOMPARE(state(*engine, limit).value, QStringLiteral("60"));
        QVERIFY(change(*engine, limit, QStringLiteral("0"))); // none, so nothing is above it
        QVERIFY(change(*engine, least, QStringLiteral("100")));
        QVERIFY(change(*engine, limit, QStringLiteral("200")));
        QVERIFY(change(*engine, least, QStringLiteral("0.5")));
        QVERIFY(change(*engine, limit, QStringLiteral("10")));
    }

    void whileItWorksAChangeWaitsUntilItIsApplied()
    {
        const auto engine = open();
        engine->start();
        QVERIFY(change(*engine, "track_discovery.slots", QStringLiteral("3")));
        QVERIFY(state(*engine, "track_discovery.slots").isPending);
        const auto stage = static_cast<std::size_t>(StageId::TrackDiscovery);
        QCOMPARE(engine->settings().slotCounts.at(stage), 8);
        QVERIFY(done(engine->applySettings()));
        QVERIFY(engine->isRunning());
        QVERIFY(!state(*engine, "track_discovery.slots").isPending);
        QCOMPARE(engine->settings().slotCounts.at(stage), 3);
        const auto asked = engine->snapshot();
        QTRY_VERIFY(asked.isFinished());
        QCOMPARE((*asked.result())->stages.at(stage).slotCount, 3); // of the stage that works, not only of the words
    }

    void aStartTakesUpWhatWasChangedBefore()
    {
        const auto engine = open();
        engine->start();
        QVERIFY(change(*engine, "spotify.market", QStringLiteral("de")));
        QCOMPARE(engine->settings().market, QStringLiteral("US"));
        engine->stop();
        engine->start();
        QCOMPARE(engine->settings().market, QStringLiteral("DE"));
        QTRY_VERIFY(engine->isRunning()); // with what all processes know of the services
    }

    void theLevelOfTheLogHoldsAtOnce()
    {
        const auto engine = open();
        engine->start();
        QVERIFY(change(*engine, "log.level", QStringLiteral("error")));
        QVERIFY(!state(*engine, "log.level").isPending);
        QCOMPARE(engine->settings().logLevel, EventLevel::Error);
        engine->stop(); // which nobody is told any more
        QTest::qWait(1500);
        const auto asked = engine->events({});
        QTRY_VERIFY(asked.isFinished());
        const auto events = asked.result();
        QVERIFY(events);
        for (const auto &event : *events)
            QVERIFY(event.kind != EventKind::EngineStopped);
    }

    void theFolderOfTheLogWaitsForTheNextStartOfTheProgram()
    {
        const auto engine = open();
        QVERIFY(change(*engine, "log.folder", QStringLiteral("none")));
        QVERIFY(state(*engine, "log.folder").isPending);
        QVERIFY(done(engine->applySettings()));
        QVERIFY(state(*engine, "log.folder").isPending);
    }

    /// At the next start, from which it holds, nobody would look.
    void aFolderThatCannotBeMadeIsRefused()
    {
        const auto engine = open();
        const auto refused = change(*engine, "log.folder", QStringLiteral("/proc/nowhere"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().category, ErrorCategory::InvalidInput);
        QVERIFY2(refused.error().message.contains(QStringLiteral("/proc/nowhere")),
                 qPrintable(refused.error().message));
        const auto folder = m_folder->filePath(QStringLiteral("new/log"));
        QVERIFY(change(*engine, "log.folder", folder));
        QVERIFY(QDir(folder).exists());
    }

    void theCommandLineWinsAndIsNotOverwritten()
    {
        const auto engine = open({{QStringLiteral("refresh_days"), QStringLiteral("3")}});
        QVERIFY(state(*engine, "refresh_days").isLocked());
        const auto refused = change(*engine, "refresh_days", QStringLiteral("7"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().category, ErrorCategory::InvalidInput);
        QVERIFY2(refused.error().message.contains(QStringLiteral("--set")), qPrintable(refused.error().message));
        QVERIFY(!done(engine->settingsBook().reset(QStringLiteral("refresh_days"))));
        QVERIFY(change(*engine, "spotify.market", QStringLiteral("FR"))); // the others go on
        QCOMPARE(engine->settings().refreshWindow, Milliseconds(std::chrono::days(3)));
    }

    void aWrongValueChangesNothing()
    {
        const auto engine = open();
        const auto wrong = change(*engine, "genius.timeout", QStringLiteral("soon"));
        QVERIFY(!wrong);
        QVERIFY2(wrong.error().message.contains(QStringLiteral("from 1 to 600")), qPrintable(wrong.error().message));
        QCOMPARE(state(*engine, "genius.timeout").origin, SettingOrigin::Default);
        QVERIFY(!change(*engine, "no.such", QStringLiteral("1")));
        QVERIFY(!done(engine->settingsBook().reset(QStringLiteral("no.such"))));
    }

    /// A later program's, or written by hand: careful defaults hold, it is told, and it can be mended.
    void whatIsNotUnderstoodIsIgnoredAndTold()
    {
        {
            const auto engine = open();
            QVERIFY(change(*engine, "refresh_days", QStringLiteral("7")));
        }
        QCOMPARE(test::runOnFile(path(),
                                 {QStringLiteral("INSERT INTO settings VALUES ('genius.timeout', 'soon')"),
                                  QStringLiteral("INSERT INTO settings VALUES ('of.tomorrow', '1')")}),
                 QByteArray());
        const auto engine = open();
        QCOMPARE(engine->settings().genius.timeout, Milliseconds(10'000));
        QCOMPARE(engine->settings().refreshWindow, Milliseconds(std::chrono::days(7))); // the others hold
        QCOMPARE(state(*engine, "genius.timeout").ignored, QStringLiteral("soon"));
        QCOMPARE(state(*engine, "genius.timeout").origin, SettingOrigin::Default);
        engine->start();
        QTRY_COMPARE(ignoredEvents(*engine).size(), 2);
        const auto told = ignoredEvents(*engine);
        QVERIFY2(told.join(QLatin1Char('\n')).contains(QStringLiteral("soon")),
                 qPrintable(told.join(QLatin1Char(' '))));
        QVERIFY2(told.join(QLatin1Char('\n')).contains(QStringLiteral("of.tomorrow")), "the key is named");
        for (const auto &text : told) // before what a long text loses
            QVERIFY2(text.startsWith(QStringLiteral("What the database has of “")), qPrintable(text));
        engine->stop();
        QVERIFY(done(engine->settingsBook().reset(QStringLiteral("genius.timeout"))));
        QVERIFY(state(*engine, "genius.timeout").ignored.isEmpty());
        QVERIFY(change(*engine, "genius.timeout", QStringLiteral("20")));
        QCOMPARE(engine->settings().genius.timeout, Milliseconds(20'000));
    }

    void whatAnotherProgramChangedIsTakenUpWhenAsked()
    {
        const auto engine = open();
        const auto other = open();
        QVERIFY(change(*other, "refresh_days", QStringLiteral("9")));
        QCOMPARE(state(*engine, "refresh_days").value, QStringLiteral("30"));
        QVERIFY(done(engine->settingsBook().refresh()));
        QCOMPARE(state(*engine, "refresh_days").value, QStringLiteral("9"));
    }
};

QTEST_GUILESS_MAIN(SettingsBookTest)
#include "tst_settingsbook.moc"
