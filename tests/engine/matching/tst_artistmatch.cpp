// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures/answers.h"
#include "matching/artistmatch.h"
#include "spotify/spotifyparser.h"

#include <QTest>

using namespace linernotes;

namespace
{

/// "name" or "name=followers", parted by "|"; ids are their positions.
std::vector<spotify::Artist> artists(const QString &list)
{
    std::vector<spotify::Artist> found;
    const auto parts = list.split(u'|', Qt::SkipEmptyParts);
    for (const auto &part : parts) {
        spotify::Artist artist;
        artist.id = QString::number(found.size());
        artist.name = part.section(u'=', 0, 0);
        if (part.contains(u'='))
            artist.followers = part.section(u'=', 1).toLongLong();
        found.push_back(artist);
    }
    return found;
}

} // namespace

class ArtistMatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyAClearNameIsChosen_data();
    void onlyAClearNameIsChosen();
    void candidatesAreSortedBestFirst();
    void sameArtistTwiceIsNoRival();
    void recordedSearchWithRivalsIsDecidedBySpellingAndFollowers();
    void recordedSearchWithOneFindsIt();
};

void ArtistMatchTest::onlyAClearNameIsChosen_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("chosen"); // id, or empty
    const auto row = [](const char *rule, const char *name, const char *found, const char *chosen) {
        QTest::newRow(rule) << QString::fromUtf8(name) << QString::fromUtf8(found) << QString::fromUtf8(chosen);
    };
    row("the only exact name", "Wodensthrone", "Woe|Wodensthrone|Winterfylleth", "1");
    row("case does not matter alone", "drake", "Drake|Drake Bell|Nick Drake", "0");
    row("diacritics do not matter alone", "Beyonce", "Beyoncé|Beyond", "0");
    row("invisible characters do not matter", "Sia\u200B", "Sia|Sian", "0");
    row("exact spelling among rivals", "Muse", "MUSE|Muse|M.U.S.E.", "1");
    row("two of the same spelling", "Muse", "Muse|Muse|MUSE", "");
    row("no spelling fits", "muse", "MUSE|Muse", "");
    row("ten times the followers", "muse", "MUSE=900|Muse=9000000", "1");
    row("not quite ten times", "muse", "MUSE=1000|Muse=9999", "");
    row("a handful of followers tells nothing", "muse", "MUSE=0|Muse=40", "");
    row("followers of one are unknown", "muse", "MUSE|Muse=9000000", "");
    row("followers break equal spellings", "Muse", "Muse=50|Muse=5000000", "1");
    row("spelling against followers", "MUSE", "MUSE=12|Muse=9000000", "");
    row("spelling and followers agree", "Muse", "MUSE=12|Muse=9000000", "1");
    row("an article apart", "Weeknd", "The Weeknd|Weekend", "0");
    row("blanks apart", "JayZ", "Jay Z|Jay", "0");
    row("an exact name beats an article apart", "Band", "The Band=9000000|Band=3", "1");
    row("two an article apart", "Killers", "The Killers|KILLER S", "");
    row("only alike", "Sia Furlr", "Sia Furler", "");
    row("nobody found", "Drake", "", "");
    row("empty name", "", "Drake", "");
}

void ArtistMatchTest::onlyAClearNameIsChosen()
{
    QFETCH(QString, name);
    QFETCH(QString, found);
    const auto choice = chooseArtist(name, artists(found));
    QTEST(choice.chosen ? choice.chosen->id : QString(), "chosen");
    QVERIFY(!choice.reason.isEmpty());
}

void ArtistMatchTest::candidatesAreSortedBestFirst()
{
    const auto choice =
        chooseArtist(QStringLiteral("Muse"), artists(QStringLiteral("Clip Muse|MUSE|Muse|The Muse|M.U.S.E.")));
    QStringList order;
    for (const auto &candidate : choice.candidates)
        order.append(candidate.artist.name);
    QCOMPARE(order.join(u'|'), QStringLiteral("Muse|MUSE|M.U.S.E.|The Muse|Clip Muse"));
    QCOMPARE(choice.candidates.front().score, 1.0);
    QVERIFY(choice.candidates.back().score < 0.9);
}

void ArtistMatchTest::sameArtistTwiceIsNoRival()
{
    auto found = artists(QStringLiteral("Drake"));
    found.push_back(found.front());
    const auto choice = chooseArtist(QStringLiteral("Drake"), found);
    QVERIFY(choice.chosen);
    QCOMPARE(choice.candidates.size(), 1U);
}

void ArtistMatchTest::recordedSearchWithRivalsIsDecidedBySpellingAndFollowers()
{
    SKIP_WITHOUT_RECORDED_ANSWERS();
    // "Muse" with 5,072 followers, "M.U.S.E." with 10, "MUSE" with 1, and seven other names
    const auto page = spotify::parseArtistSearch(
        *test::recordedAnswer(QStringLiteral("sjava__spotify-search-artist__muse-offset5-limit10.json")));
    const auto choice = chooseArtist(QStringLiteral("Muse"), page->items);
    QCOMPARE(choice.candidates.size(), 10U);
    QVERIFY(choice.chosen);
    QCOMPARE(choice.chosen->id, QStringLiteral("4L6i1I6tFpc1bKui5coGme"));
    QCOMPARE(choice.candidates.at(2).artist.followers.value_or(-1), 1);
    QVERIFY(!chooseArtist(QStringLiteral("MUSE"), page->items).chosen); // that spelling, but not the followers
}

void ArtistMatchTest::recordedSearchWithOneFindsIt()
{
    SKIP_WITHOUT_RECORDED_ANSWERS();
    const auto page = spotify::parseArtistSearch(
        *test::recordedAnswer(QStringLiteral("zmb3__spotify-search-artist__tania-bowra.json")));
    const auto choice = chooseArtist(QStringLiteral("tania bowra"), page->items);
    QVERIFY(choice.chosen);
    QCOMPARE(choice.chosen->id, QStringLiteral("08td7MxkoHQkXnWAYD8d6Q"));
}

QTEST_APPLESS_MAIN(ArtistMatchTest)
#include "tst_artistmatch.moc"
