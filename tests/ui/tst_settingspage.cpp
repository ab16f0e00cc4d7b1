// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/preferences.h"
#include "common/theme.h"
#include "settings/enginesettingrow.h"
#include "settings/settingrow.h"
#include "settings/settingspage.h"
#include "ui/demowindow.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QToolButton>

#include <algorithm>
#include <memory>

using namespace linernotes;
using test::DemoWindow;
using ui::Preferences;

/// The settings page over a real engine and its database.
class SettingsPageTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoWindow> m_demo;

    ui::SettingsPage *page() const { return m_demo->window().findChild<ui::SettingsPage *>(); }
    ui::SettingRow *row(const char *key) const
    {
        return page()->findChild<ui::SettingRow *>(QStringLiteral("row_") + QLatin1String(key));
    }
    QString pending(const char *key) const
    {
        return row(key)->findChild<QLabel *>(QStringLiteral("settingPending"))->text();
    }
    QToolButton *reset(const char *key) const
    {
        return row(key)->findChild<QToolButton *>(QStringLiteral("settingReset"));
    }
    QLineEdit *field(const char *key) const
    {
        auto *line = page()->findChild<QLineEdit *>(QStringLiteral("setting_") + QLatin1String(key));
        m_demo->find<QScrollArea>("settingsScroll")->ensureWidgetVisible(line);
        return line;
    }
    void enter(const char *key, const QString &value, Qt::Key end = Qt::Key_Return) const
    {
        auto *line = field(key);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, value);
        QTest::keyClick(line, end);
    }
    void waitForValue(const char *key, const QString &value) const { QTRY_COMPARE(state(key).value, value); }
    SettingState state(const char *key) const
    {
        const auto states = m_demo->engine().settingStates();
        return *std::ranges::find_if(states,
                                     [key](const SettingState &state) { return state.key.name == QLatin1String(key); });
    }

private Q_SLOTS:
    void init()
    {
        m_demo = std::make_unique<DemoWindow>(QSize(1440, 900));
        m_demo->press(Qt::Key_7, Qt::ControlModifier);
        QCOMPARE(m_demo->window().currentPage(), 6);
        QTRY_VERIFY(m_demo->isVisible("settingsScroll"));
    }
    void cleanup() { m_demo.reset(); }

    void everySettingOfTheEngineHasARow()
    {
        for (const auto &key : Settings::keys()) {
            QVERIFY2(row(qPrintable(key.name)), qPrintable(key.name));
            const auto labels = row(qPrintable(key.name))->findChildren<QLabel *>();
            QVERIFY2(std::ranges::none_of(labels, [&](const QLabel *label) { return label->text() == key.name; }),
                     "a key is no name for people");
        }
        m_demo->picture("settings");
        m_demo->find<QScrollArea>("settingsScroll")->verticalScrollBar()->setValue(600);
        m_demo->picture("settings-below");
        m_demo->find<QScrollArea>("settingsScroll")->verticalScrollBar()->setValue(99999);
        m_demo->picture("settings-end");
    }

    void whileItWorksAChangeIsKeptAndWaitsForApplyNow()
    {
        QVERIFY(!m_demo->isVisible("settingsPending"));
        enter("refresh_days", QStringLiteral("7"));
        waitForValue("refresh_days", QStringLiteral("7"));
        QTRY_VERIFY(m_demo->isVisible("settingsPending"));
        QVERIFY(!pending("refresh_days").isEmpty());
        QCOMPARE(m_demo->engine().settings().refreshWindow, Milliseconds(std::chrono::days(30)));
        m_demo->picture("settings-pending");
        m_demo->click("settingsApply");
        QTRY_VERIFY(!m_demo->isVisible("settingsPending"));
        QVERIFY(m_demo->engine().isRunning());
        QCOMPARE(m_demo->engine().settings().refreshWindow, Milliseconds(std::chrono::days(7)));
        QVERIFY(pending("refresh_days").isEmpty());
        QVERIFY(reset("refresh_days")->isVisible());
        reset("refresh_days")->click();
        waitForValue("refresh_days", QStringLiteral("30"));
        QTRY_COMPARE(field("refresh_days")->text(), QStringLiteral("30"));
        QTRY_VERIFY(!reset("refresh_days")->isVisible());
    }

    /// A click that was on its way to the next field must meet it.
    void aChangeMovesNothing_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("notebook") << QSize(1440, 900);
        QTest::newRow("smallest") << QSize(1024, 700);
    }
    void aChangeMovesNothing()
    {
        QFETCH(QSize, size);
        m_demo->window().resize(size);
        auto *changed = field("spotify.window");
        QTest::qWait(100);
        QMap<QString, QRect> before;
        const auto fields = page()->findChildren<QLineEdit *>();
        const auto placeOf = [this](const QWidget *widget) {
            return QRect(widget->mapTo(page(), QPoint()), widget->size());
        };
        for (const auto *line : fields)
            before.insert(line->objectName(), placeOf(line));
        enter("spotify.window", QStringLiteral("31"));
        QTRY_VERIFY(m_demo->isVisible("settingsPending"));
        QVERIFY(reset("spotify.window")->isVisible());
        QTest::qWait(100);
        m_demo->picture(qPrintable(QStringLiteral("settings-changed-%1").arg(size.width())));
        for (const auto *line : fields)
            QVERIFY2(placeOf(line) == before.value(line->objectName()), qPrintable(line->objectName()));
        QVERIFY(changed->isVisible());
    }

    void whatCanNotBeRightStaysWithItsReason()
    {
        enter("genius.timeout", QStringLiteral("soon"), Qt::Key_Tab);
        QVERIFY2(row("genius.timeout")->problem().contains(QStringLiteral("from 1 to 600")),
                 qPrintable(row("genius.timeout")->problem()));
        QCOMPARE(field("genius.timeout")->text(), QStringLiteral("soon")); // nothing that was typed is lost
        QTest::qWait(100);
        QCOMPARE(state("genius.timeout").origin, SettingOrigin::Default);
        m_demo->picture("settings-wrong");
        enter("spotify.window", QStringLiteral("31")); // another change does not take it away
        waitForValue("spotify.window", QStringLiteral("31"));
        QCOMPARE(field("genius.timeout")->text(), QStringLiteral("soon"));
        enter("genius.timeout", QStringLiteral("20"));
        QVERIFY(row("genius.timeout")->problem().isEmpty());
        waitForValue("genius.timeout", QStringLiteral("20"));
        auto *line = field("genius.timeout");
        line->setFocus();
        QTest::keyClicks(line, QStringLiteral("x"));
        QTest::keyClick(line, Qt::Key_Escape);
        QCOMPARE(line->text(), QStringLiteral("20"));
        QVERIFY(row("genius.timeout")->problem().isEmpty());
    }

    /// The word of the command line stands nowhere: nothing is an empty field, or a mark.
    void nothingIsEnteredWithoutAWordForIt()
    {
        auto *contact = field("musicbrainz.contact");
        enter("musicbrainz.contact", QStringLiteral("someone@example.org"));
        waitForValue("musicbrainz.contact", QStringLiteral("someone@example.org"));
        enter("musicbrainz.contact", QStringLiteral("none")); // it goes on working here too
        waitForValue("musicbrainz.contact", QStringLiteral("none"));
        QTRY_COMPARE(contact->text(), QString());
        QCOMPARE(contact->placeholderText(), QStringLiteral("nobody"));
        auto *noFiles = page()->findChild<QCheckBox *>(QStringLiteral("setting_log.folder_none"));
        QVERIFY(!noFiles->isChecked());
        noFiles->click();
        waitForValue("log.folder", QStringLiteral("none"));
        QTRY_VERIFY(!field("log.folder")->isEnabled() && field("log.folder")->text().isEmpty());
        noFiles->click();
        waitForValue("log.folder", QString());
        QTRY_VERIFY(field("log.folder")->isEnabled());
    }

    void theSlowestRateIsNotAboveTheLimit()
    {
        enter("genius.requests_per_second", QStringLiteral("5"));
        enter("genius.least_requests_per_second", QStringLiteral("2"));
        waitForValue("genius.least_requests_per_second", QStringLiteral("2"));
        enter("genius.least_requests_per_second", QStringLiteral("100"));
        QTRY_VERIFY2(row("genius.least_requests_per_second")->problem().contains(QStringLiteral("limit of 5")),
                     qPrintable(row("genius.least_requests_per_second")->problem()));
        QCOMPARE(field("genius.least_requests_per_second")->text(), QStringLiteral("100"));
        QCOMPARE(state("genius.least_requests_per_second").value, QStringLiteral("2"));
    }

    void aNumberHasThePointOfTheLanguage()
    {
        const auto before = QLocale();
        const auto restore = qScopeGuard([&] { QLocale::setDefault(before); });
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        auto threshold = state("match_threshold");
        threshold.value = QStringLiteral("0.85");
        ui::EngineSettingRow row(threshold, nullptr);
        auto *line = row.findChild<QLineEdit *>(QStringLiteral("setting_match_threshold"));
        QCOMPARE(line->text(), QStringLiteral("0,85"));
        QString given;
        connect(&row, &ui::EngineSettingRow::changeWanted, &row,
                [&](const QString &, const QString &to) { given = to; });
        for (const auto *typed : {"0,7", "0.7"}) {
            given.clear();
            line->setText(QLatin1String(typed));
            QTest::keyClick(line, Qt::Key_Return);
            QCOMPARE(given, QStringLiteral("0.7"));
            QVERIFY(row.problem().isEmpty());
        }
    }

    void theControlsEndAtOneEdge()
    {
        const auto end = [this](const char *name) {
            const auto *control = page()->findChild<QWidget *>(QLatin1String(name));
            return control->mapTo(page(), QPoint(control->width(), 0)).x();
        };
        const auto edge = end("setting_genius.timeout");
        for (const auto *name : {"setting_log.level", "setting_spotify.market", "settingsAppearance",
                                 "settingsLanguage", "setting_musicbrainz.contact"})
            QVERIFY2(end(name) == edge, name);
    }

    void whatTheCommandLineGivesIsLockedAndSaysSo()
    {
        auto given = state("refresh_days");
        given.value = QStringLiteral("3");
        given.origin = SettingOrigin::CommandLine;
        const ui::EngineSettingRow row(given, nullptr);
        const auto *line = row.findChild<QLineEdit *>(QStringLiteral("setting_refresh_days"));
        QVERIFY(!line->isEnabled());
        QCOMPARE(line->text(), QStringLiteral("3"));
        const auto *why = row.findChild<QLabel *>(QStringLiteral("settingNote"));
        QVERIFY(!why->isHidden());
        QVERIFY2(why->text().contains(QStringLiteral("--set")), qPrintable(why->text()));
        QVERIFY(row.findChild<QToolButton *>(QStringLiteral("settingReset"))->isHidden());
    }

    void choicesAreKeptWhenTheyAreMade()
    {
        auto *box = page()->findChild<QCheckBox *>(QStringLiteral("setting_album_groups_compilation"));
        m_demo->find<QScrollArea>("settingsScroll")->ensureWidgetVisible(box);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Space);
        waitForValue("album_groups", QStringLiteral("album,single,compilation"));
        for (const auto *group : {"album", "single", "compilation"})
            page()->findChild<QCheckBox *>(QStringLiteral("setting_album_groups_") + QLatin1String(group))->click();
        QVERIFY(!row("album_groups")->problem().isEmpty()); // none is no choice
        QVERIFY(!state("album_groups").value.isEmpty());
        auto *level = page()->findChild<QComboBox *>(QStringLiteral("setting_log.level"));
        level->setFocus();
        QTest::keyClick(level, Qt::Key_End);
        waitForValue("log.level", QStringLiteral("error"));
        QCOMPARE(m_demo->engine().settings().logLevel, EventLevel::Error); // at once
    }

    void theSearchFindsWhileTyping()
    {
        m_demo->press(Qt::Key_F, Qt::ControlModifier);
        auto *search = m_demo->find<QLineEdit>("settingsSearch");
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, QStringLiteral("genius answer"));
        QVERIFY(row("genius.timeout")->isVisible());
        QVERIFY(!row("spotify.timeout")->isVisible());
        QVERIFY(!row("genius.window")->isVisible());
        m_demo->picture("settings-search");
        search->clear();
        QTest::keyClicks(search, QStringLiteral("refresh_days")); // by its key too
        QVERIFY(row("refresh_days")->isVisible());
        QVERIFY(!row("genius.timeout")->isVisible());
        QTest::keyClicks(search, QStringLiteral(" nothing such"));
        QTRY_VERIFY(m_demo->isVisible("settingsNothingFound"));
        m_demo->click("emptyStateButton");
        QTRY_VERIFY(row("genius.timeout")->isVisible());
    }

    void aTopicIsOneKeyAway()
    {
        auto *topics = m_demo->find<QListWidget>("settingsTopics");
        topics->setFocus();
        QTest::keyClick(topics, Qt::Key_Down);
        QTest::keyClick(topics, Qt::Key_Down);
        QCOMPARE(topics->currentRow(), 2);
        const auto place = row("genius.requests_per_second")->mapTo(page(), QPoint()).y();
        QVERIFY2(place > 0 && place < page()->height() / 2, qPrintable(QString::number(place)));
        m_demo->find<QScrollArea>("settingsScroll")->verticalScrollBar()->setValue(0);
        QCOMPARE(topics->currentRow(), 0);
    }

    void whatTheWindowRemembersIsInItsSettings()
    {
        QVERIFY(Preferences::instance().isOn(Preferences::Notice::RunFinished));
        auto *box = page()->findChild<QCheckBox *>(QStringLiteral("noticeRunFinished"));
        QVERIFY(box->isChecked());
        int changes = 0;
        connect(&Preferences::instance(), &Preferences::changed, box, [&changes] { ++changes; });
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Space);
        QCOMPARE(QSettings().value(QStringLiteral("notifications/run_finished")), QVariant(false));
        QVERIFY(!Preferences::instance().isOn(Preferences::Notice::RunFinished));
        QVERIFY(Preferences::instance().isOn(Preferences::Notice::Tray));
        QCOMPARE(changes, 1);
        QVERIFY(Preferences::languages().contains(QStringLiteral("en")));
        auto *language = page()->findChild<QComboBox *>(QStringLiteral("settingsLanguage"));
        language->setCurrentIndex(language->findData(QStringLiteral("en")));
        QCOMPARE(Preferences::instance().language(), QStringLiteral("en"));
    }

    void theAppearanceIsTheMenusToo()
    {
        auto *appearance = page()->findChild<QComboBox *>(QStringLiteral("settingsAppearance"));
        appearance->setCurrentIndex(2);
        QVERIFY(ui::Theme::instance().isDark());
        QVERIFY(m_demo->window().findChild<QAction *>(QStringLiteral("appearanceDark"))->isChecked());
        m_demo->window().resize(1024, 700);
        m_demo->picture("settings-dark-small");
        m_demo->window().findChild<QAction *>(QStringLiteral("appearanceLight"))->trigger();
        QCOMPARE(appearance->currentIndex(), 1);
        QVERIFY(row("spotify.window")->width() > 0);
        auto *scroll = m_demo->find<QScrollArea>("settingsScroll");
        QVERIFY(scroll->widget()->minimumSizeHint().width() <= scroll->viewport()->width()); // nothing cut off
    }

    void credentialsAreTestedHereAndChangedInTheirDialog()
    {
        QVERIFY(!m_demo->find<QLabel>("settingsOrigin_genius")->text().isEmpty());
        m_demo->click("settingsTest_genius");
        QTRY_VERIFY(m_demo->isVisible("settingsVerdict_genius"));
        QTRY_VERIFY(m_demo->find<QPushButton>("settingsTest_genius")->isEnabled());
        QVERIFY(!m_demo->find<QWidget>("settingsVerdict_genius")->accessibleName().isEmpty());
        m_demo->picture("settings-credentials");
        m_demo->click("settingsCredentials_genius");
        QTRY_VERIFY(m_demo->isVisible("credentialsDialog"));
        m_demo->press(Qt::Key_Escape);
    }

    void nothingIsCutOffAtAnySize_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale"); // of the text
        QTest::newRow("settings-1024") << QSize(1024, 700) << 1.0;
        QTest::newRow("settings-large-text") << QSize(1440, 900) << 2.0;
    }
    void nothingIsCutOffAtAnySize()
    {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        m_demo.reset();
        const auto usual = QApplication::font();
        const auto restore = qScopeGuard([&] { QApplication::setFont(usual); });
        auto larger = usual;
        larger.setPointSizeF(usual.pointSizeF() * scale);
        QApplication::setFont(larger);
        m_demo = std::make_unique<DemoWindow>(size);
        m_demo->press(Qt::Key_7, Qt::ControlModifier);
        enter("refresh_days", QStringLiteral("never"), Qt::Key_Tab);
        QTest::qWait(300);
        m_demo->picture(QTest::currentDataTag());
        const auto *scroll = m_demo->find<QScrollArea>("settingsScroll");
        QVERIFY(scroll->widget()->width() <= scroll->viewport()->width());
        for (const auto *button : scroll->findChildren<QPushButton *>())
            QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->objectName()));
        for (const auto *label : scroll->findChildren<QLabel *>()) {
            if (!label->isVisible() || label->text().isEmpty())
                continue;
            const auto needed = label->wordWrap() ? label->heightForWidth(label->width()) : 0;
            QVERIFY2(label->height() >= needed, qPrintable(label->text()));
            QVERIFY2(label->wordWrap() || label->width() >= label->sizeHint().width(), qPrintable(label->text()));
        }
        m_demo.reset();
    }

    void everyControlHasAName()
    {
        for (const auto *widget : page()->findChildren<QWidget *>()) {
            if (widget->isHidden() || (widget->focusPolicy() & Qt::TabFocus) == 0)
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const auto name = widget->accessibleName() + (button ? button->text() : QString());
            QVERIFY2(
                !name.isEmpty(),
                qPrintable(widget->objectName() + QLatin1Char(' ') + QLatin1String(widget->metaObject()->className())));
        }
    }

    void theFocusedSettingIsResetByKeys()
    {
        auto *topics = m_demo->find<QListWidget>("settingsTopics");
        topics->setFocus();
        m_demo->press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        const auto *status = m_demo->find<QLabel>("statusMessage");
        QVERIFY2(status->text().contains(QStringLiteral("Go to a setting")), qPrintable(status->text()));
        const auto before = state("refresh_days").value;
        enter("refresh_days", QStringLiteral("7"));
        waitForValue("refresh_days", QStringLiteral("7"));
        m_demo->press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        waitForValue("refresh_days", before);
        QTest::qWait(100);
        m_demo->press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY2(status->text().contains(QStringLiteral("by default")), qPrintable(status->text()));
    }

    void credentialsAreTestedFromTheMenuToo()
    {
        auto *menu = m_demo->window().findChild<QMenu *>(QStringLiteral("settingsTests"));
        QVERIFY(page()->commands().contains(menu->menuAction()));
        QCOMPARE(menu->actions().size(), 2);
        menu->actions().front()->trigger();
        QTRY_VERIFY(m_demo->isVisible("settingsVerdict_spotify"));
    }
};

QTEST_MAIN(SettingsPageTest)
#include "tst_settingspage.moc"
