// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/seedfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace linernotes;

/// Files of artists: encodings, line ends, CSV.
class SeedFileTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString file(const QString &name, const QByteArray &contents) const
    {
        QFile written(m_folder.filePath(name));
        if (!written.open(QIODevice::WriteOnly) || written.write(contents) != contents.size())
            qFatal("no file");
        return written.fileName();
    }
    /// "1:Sia" …
    static QStringList shown(const std::vector<SeedEntry> &entries)
    {
        QStringList list;
        for (const auto &entry : entries)
            list.append(QStringLiteral("%1:%2").arg(entry.line).arg(entry.text));
        return list;
    }

private Q_SLOTS:
    void theFirstColumnIsTaken_data()
    {
        QTest::addColumn<QString>("csv");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const char *csv, const QStringList &expected) {
            QTest::newRow(name) << QString::fromUtf8(csv) << expected;
        };
        const QStringList two{QStringLiteral("1:Sia"), QStringLiteral("2:Moby")};
        row("nothing", "", {});
        row("one column", "Sia\nMoby", two);
        row("two columns", "Sia,1\nMoby,2\n", two);
        row("semicolons", "Sia;1\nMoby;2\n", two);
        row("a comma in quotes does not hide semicolons", "\"Sia\";\"a, b\"\nMoby;2\n", two);
        row("CRLF", "Sia,1\r\nMoby,2\r\n", two);
        row("CR alone", "Sia,1\rMoby,2\r", two);
        row("heading", "artist,spotify_id\nSia,1\n", {QStringLiteral("2:Sia")});
        row("an artist called Name", "artist\nName\n", {QStringLiteral("2:Name")});
        row("empty lines keep their place", "Sia\n\nMoby\n",
            {QStringLiteral("1:Sia"), QStringLiteral("2:"), QStringLiteral("3:Moby")});
        row("quotes", "\"Tyler, The Creator\",x\n", {QStringLiteral("1:Tyler, The Creator")});
        row("doubled quotes", "\"The \"\"Real\"\" One\",x\n", {QStringLiteral("1:The \"Real\" One")});
        row("an empty quoted field", "\"\",x\n", {QStringLiteral("1:")});
        row("a line end in quotes", "\"Sia\r\nFurler\",x\nMoby\n",
            {QStringLiteral("1:Sia Furler"), QStringLiteral("3:Moby")});
        row("a quote within a field is a sign", "12\" Wonder,x\nMoby,y\n",
            {QStringLiteral("1:12\" Wonder"), QStringLiteral("2:Moby")});
        row("a quote within a later field", "Sia,7\" single\nMoby,12\"\n", two);
        row("quoted line end in a later field", "Sia,\"a\nb\"\nMoby,c\n",
            {QStringLiteral("1:Sia"), QStringLiteral("3:Moby")});
        row("text after the closing quote", "\"Sia\" F,x\n", {QStringLiteral("1:Sia F")});
        row("a quote that is never closed", "\"Sia\nMoby\n", {QStringLiteral("1:Sia Moby")});
    }
    void theFirstColumnIsTaken()
    {
        QFETCH(QString, csv);
        QFETCH(QStringList, expected);
        QCOMPARE(shown(firstColumn(csv)), expected);
    }

    void encodingsAreUnderstood_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("contents");
        QTest::newRow("UTF-8") << QStringLiteral("a.txt") << QByteArray("Sia\nBj\xC3\xB6rk\n");
        QTest::newRow("UTF-8 with mark") << QStringLiteral("b.txt") << QByteArray("\xEF\xBB\xBFSia\r\nBj\xC3\xB6rk");
        QTest::newRow("UTF-16 LE") << QStringLiteral("c.txt")
                                   << QByteArray("\xFF\xFES\0i\0a\0\n\0B\0j\0\xF6\0r\0k\0", 20);
        QTest::newRow("UTF-16 BE") << QStringLiteral("d.csv")
                                   << QByteArray("\xFE\xFF\0S\0i\0a\0,\0x\0\n\0B\0j\0\xF6\0r\0k", 24);
        QTest::newRow("CR alone") << QStringLiteral("e.txt") << QByteArray("Sia\rBj\xC3\xB6rk\r");
    }
    void encodingsAreUnderstood()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, contents);
        const auto entries = readSeedFile(file(name, contents));
        QVERIFY(entries);
        QCOMPARE(shown(*entries), (QStringList{QStringLiteral("1:Sia"), QString::fromUtf8("2:Bj\xC3\xB6rk")}));
    }

    void onlyACsvHasColumns()
    {
        const auto entries = readSeedFile(file(QStringLiteral("plain.txt"), "artist\nCrosby, Stills\n"));
        QVERIFY(entries);
        QCOMPARE(shown(*entries), (QStringList{QStringLiteral("1:artist"), QStringLiteral("2:Crosby, Stills")}));
    }

    void whatIsNoListOfArtistsIsRefused()
    {
        QVERIFY(!readSeedFile(m_folder.filePath(QStringLiteral("missing.txt"))));
        QVERIFY(!readSeedFile(m_folder.path()));
        const auto endless = readSeedFile(QStringLiteral("/dev/zero"));
        QVERIFY(!endless);
        QVERIFY2(endless.error().message.contains(QStringLiteral("too large")), qPrintable(endless.error().message));
    }
};

QTEST_GUILESS_MAIN(SeedFileTest)
#include "tst_seedfile.moc"
