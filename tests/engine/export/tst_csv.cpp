// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/csv.h"

#include <QTest>
#include <QUrl>

using namespace linernotes;

/// RFC 4180, and nothing that a spreadsheet would calculate.
class CsvTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineIsWrittenAsTheStandardWants_data()
    {
        QTest::addColumn<QStringList>("cells");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("plain") << QStringList{QStringLiteral("a"), QStringLiteral("b c"), QStringLiteral("1")}
                               << QByteArray("a,b c,1\r\n");
        QTest::newRow("empty cells") << QStringList{QString(), QStringLiteral("x"), QString()} << QByteArray(",x,\r\n");
        QTest::newRow("comma") << QStringList{QStringLiteral("Crosby, Stills"), QStringLiteral("b")}
                               << QByteArray("\"Crosby, Stills\",b\r\n");
        QTest::newRow("quotes") << QStringList{QStringLiteral("\"Weird Al\"")}
                                << QByteArray("\"\"\"Weird Al\"\"\"\r\n");
        QTest::newRow("line feed") << QStringList{QStringLiteral("a\nb")} << QByteArray("\"a\nb\"\r\n");
        QTest::newRow("carriage return inside") << QStringList{QStringLiteral("a\rb")} << QByteArray("\"a\rb\"\r\n");
        QTest::newRow("semicolon and tab inside are plain")
            << QStringList{QStringLiteral("a; b\tc")} << QByteArray("a; b\tc\r\n");
        QTest::newRow("UTF-8") << QStringList{QStringLiteral("Björk 🎷")} << QByteArray("Björk 🎷\r\n");
    }
    void aLineIsWrittenAsTheStandardWants()
    {
        QFETCH(QStringList, cells);
        QFETCH(QByteArray, line);
        QCOMPARE(csvLine(cells), line);
    }

    void whatASpreadsheetWouldCalculateIsText_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("=") << QStringLiteral("=1+1") << QByteArray("'=1+1");
        QTest::newRow("+") << QStringLiteral("+44 (Intro)") << QByteArray("'+44 (Intro)");
        QTest::newRow("-") << QStringLiteral("-M-") << QByteArray("'-M-");
        QTest::newRow("@") << QStringLiteral("@handle") << QByteArray("'@handle");
        QTest::newRow("tab") << QStringLiteral("\t=1") << QByteArray("'\t=1");
        QTest::newRow("carriage return") << QStringLiteral("\r=1") << QByteArray("\"'\r=1\"");
        QTest::newRow("in quotes too") << QUrl::fromPercentEncoding("=HYPERLINK(%22http://x%22,%22y%22)")
                                       << QByteArray::fromPercentEncoding(
                                              "%22'=HYPERLINK(%22%22http://x%22%22,%22%22y%22%22)%22");
    }
    void whatASpreadsheetWouldCalculateIsText()
    {
        QFETCH(QString, cell);
        QFETCH(QByteArray, written);
        QCOMPARE(csvLine({cell}), written + "\r\n");
        QCOMPARE(csvLine({QStringLiteral("first"), cell}), "first," + written + "\r\n"); // in every column
    }

    void theSameSignsInsideAreLeftAlone()
    {
        QCOMPARE(
            csvLine({QStringLiteral("a=b"), QStringLiteral("AC-DC"), QStringLiteral("a@b"), QStringLiteral("1+1")}),
            QByteArray("a=b,AC-DC,a@b,1+1\r\n"));
    }
};

QTEST_GUILESS_MAIN(CsvTest)
#include "tst_csv.moc"
