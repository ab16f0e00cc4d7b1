// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/democatalogue.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <set>

using namespace linernotes::demo;

namespace
{

const QRegularExpression spotifyIdForm(QStringLiteral("\\A[0-9A-Za-z]{22}\\z"));

template <typename Range, typename Predicate>
qsizetype count(const Range &range, Predicate predicate)
{
    return static_cast<qsizetype>(std::ranges::count_if(range, predicate));
}

bool isProducing(const QString &label)
{
    static const QStringList labels{QStringLiteral("Producer"),           QStringLiteral("Writer"),
                                    QStringLiteral("Co-Producer"),        QStringLiteral("Additional Production"),
                                    QStringLiteral("Vocal Producer"),     QStringLiteral("Additional Producer"),
                                    QStringLiteral("Assistant Producer"), QStringLiteral("Executive Producer")};
    return labels.contains(label);
}

} // namespace

/// The demo's world is as large and as untidy as it has to be, and nothing in it leads nowhere.
class DemoCatalogueTest : public QObject
{
    Q_OBJECT

    const DemoCatalogue m_catalogue = DemoCatalogue::builtin();

private Q_SLOTS:
    void theWorldIsLargeEnough()
    {
        QVERIFY(m_catalogue.artists().size() >= 12);
        QVERIFY(m_catalogue.albums().size() >= 150);
        std::size_t tracks = 0;
        for (const auto &album : m_catalogue.albums())
            tracks += album.tracks.size();
        QVERIFY2(tracks >= 1500, qPrintable(QString::number(tracks)));
        std::set<qint64> producers;
        for (const auto &recording : m_catalogue.recordings()) {
            for (const auto &credit : recording.credits) {
                if (isProducing(credit.label))
                    producers.insert(credit.personId);
            }
        }
        QVERIFY2(producers.size() >= 300, qPrintable(QString::number(producers.size())));
    }

    void theWorldIsUntidy()
    {
        const auto &recordings = m_catalogue.recordings();
        qsizetype onSeveralAlbums = 0;
        for (std::size_t i = 0; i < recordings.size(); ++i)
            onSeveralAlbums += m_catalogue.placements(i).size() > 1 ? 1 : 0;
        QVERIFY(onSeveralAlbums >= 100);
        QVERIFY(count(recordings, [](const auto &one) { return one.artistIds.size() > 1; }) >= 50);
        QVERIFY(count(recordings, [](const auto &one) { return !one.songId; }) >= 20);
        QVERIFY(count(recordings, [](const auto &one) { return one.songId && !one.hasMediaLink; }) >= 20);
        QVERIFY(count(recordings, [](const auto &one) { return one.songTitle.has_value(); }) >= 1);
        QVERIFY(count(m_catalogue.people(), [](const auto &one) { return !one.aliases.empty(); }) >= 10);
        QVERIFY(m_catalogue.distractors().size() >= 50);
    }

    /// One song for the recording and its remaster, as Genius has it.
    void someRecordingsShareASong()
    {
        QHash<qint64, int> times;
        for (const auto &recording : m_catalogue.recordings()) {
            if (recording.songId)
                ++times[*recording.songId];
        }
        QVERIFY(std::ranges::any_of(times, [](int of) { return of > 1; }));
    }

    void idsAreInTheServicesFormsAndNeverTwice()
    {
        std::set<QString> ids;
        const auto take = [&](const QString &id) {
            QVERIFY2(spotifyIdForm.match(id).hasMatch(), qPrintable(id));
            QVERIFY2(ids.insert(id).second, qPrintable(id));
        };
        for (const auto &artist : m_catalogue.artists())
            take(artist.spotifyId);
        for (const auto &album : m_catalogue.albums()) {
            take(album.spotifyId);
            for (const auto &track : album.tracks)
                take(track.spotifyId);
        }
        std::set<qint64> people;
        for (const auto &person : m_catalogue.people())
            QVERIFY2(people.insert(person.geniusId).second, qPrintable(person.name));
        std::set<QString> isrcs;
        static const QRegularExpression isrc(QStringLiteral("\\A[A-Z]{2}[A-Z0-9]{3}\\d{7}\\z"));
        for (const auto &recording : m_catalogue.recordings()) {
            QVERIFY2(isrc.match(recording.isrc).hasMatch(), qPrintable(recording.isrc));
            QVERIFY2(isrcs.insert(recording.isrc).second, qPrintable(recording.isrc));
        }
    }

    void everythingThatIsNamedExists()
    {
        for (const auto &album : m_catalogue.albums()) {
            QVERIFY2(!album.tracks.empty(), qPrintable(album.name));
            for (const auto &id : album.artistIds)
                QVERIFY2(m_catalogue.artist(id), qPrintable(album.name));
            for (const auto &track : album.tracks)
                QVERIFY2(track.recording < m_catalogue.recordings().size(), qPrintable(album.name));
        }
        for (std::size_t i = 0; i < m_catalogue.recordings().size(); ++i) {
            const auto &recording = m_catalogue.recordings()[i];
            QVERIFY2(!m_catalogue.placements(i).empty(), qPrintable(recording.title));
            for (const auto &id : recording.artistIds)
                QVERIFY2(m_catalogue.artist(id), qPrintable(recording.title));
            for (const auto &credit : recording.credits)
                QVERIFY2(m_catalogue.person(credit.personId), qPrintable(recording.title));
            QVERIFY2(!recording.songId || m_catalogue.recordingOfSong(*recording.songId), qPrintable(recording.title));
        }
        for (const auto &person : m_catalogue.people())
            QVERIFY2(person.spotifyId.isEmpty() || m_catalogue.artist(person.spotifyId), qPrintable(person.name));
        for (const auto &distractor : m_catalogue.distractors())
            QVERIFY2(!m_catalogue.recordingOfSong(distractor.songId), qPrintable(distractor.title));
    }

    void suggestedSeedsAreUnambiguousArtists()
    {
        QVERIFY(!m_catalogue.suggestedSeeds().isEmpty());
        for (const auto &seed : m_catalogue.suggestedSeeds()) {
            QCOMPARE(count(m_catalogue.artists(),
                           [&](const auto &one) { return one.name.compare(seed, Qt::CaseInsensitive) == 0; }),
                     1);
        }
    }

    void aCopyFindsItsOwnTracks()
    {
        const auto id = m_catalogue.albums().front().tracks.front().spotifyId;
        QVERIFY(m_catalogue.track(id));
        const auto copy = std::make_unique<DemoCatalogue>(m_catalogue);
        QCOMPARE(copy->track(id)->album, &copy->albums().front());
        QCOMPARE(m_catalogue.track(id)->album, &m_catalogue.albums().front());
    }

    void aGeneratedWorldHasTheSizeAskedFor()
    {
        const auto made = DemoCatalogue::generated(
            {.artists = 3, .albumsPerArtist = 4, .tracksPerAlbum = 5, .people = 7, .creditsPerRecording = 2});
        QCOMPARE(made.artists().size(), std::size_t(3));
        QCOMPARE(made.albums().size(), std::size_t(12));
        QCOMPARE(made.recordings().size(), std::size_t(60));
        QCOMPARE(made.people().size(), std::size_t(7));
        for (const auto &recording : made.recordings()) {
            QCOMPARE(recording.credits.size(), std::size_t(2));
            for (const auto &credit : recording.credits)
                QVERIFY(made.person(credit.personId));
        }
    }
};

QTEST_APPLESS_MAIN(DemoCatalogueTest)
#include "tst_democatalogue.moc"
