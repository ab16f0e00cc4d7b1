// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/eventwording.h"
#include "common/wording.h"

#include <QLocale>
#include <QTest>

using namespace linernotes;
using ui::Clocked;

/// One clock for all that the window tells: that of the locale.
class ClocksTest : public QObject
{
    Q_OBJECT

    static constexpr auto spaces = u"\u00a0\u202f"; // newer locales write “11:06 PM” with one of these
    static QString plain(QString text)
    {
        for (const auto *space = spaces; *space; ++space)
            text.replace(QChar(*space), QLatin1Char(' '));
        return text;
    }

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void theClockIsThatOfTheLocale_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("brief");
        QTest::addColumn<QString>("exact");
        QTest::newRow("half a day") << "en_US" << "11:06 PM" << "11:06:03 PM";
        QTest::newRow("a whole one") << "de_DE" << "23:06" << "23:06:03";
        QTest::newRow("a dot") << "da_DK" << "23.06" << "23.06.03";
        QTest::newRow("none") << "C" << "23:06:03" << "23:06:03"; // it has seconds in any case
    }
    void theClockIsThatOfTheLocale()
    {
        QFETCH(QString, locale);
        QFETCH(QString, exact);
        QLocale::setDefault(QLocale(locale));
        const auto at = fromMillis(1'796'166'363'000 / 86'400'000 * 86'400'000 + ((23 * 60 + 6) * 60 + 3) * 1000LL);
        QTEST(plain(ui::timeLabel(at, at)), "brief");
        QCOMPARE(plain(ui::timeLabel(at, at, Clocked::ToTheSecond)), exact);
        QCOMPARE(plain(ui::eventTimeLabel(at, at)), exact);
        QVERIFY(plain(ui::exactTimeLabel(at)).endsWith(exact));
    }
};

QTEST_GUILESS_MAIN(ClocksTest)
#include "tst_clocks.moc"
