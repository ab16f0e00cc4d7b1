// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks.h"
#include "fixtures/answers.h"

#include <QDirIterator>
#include <QTest>

using namespace linernotes;

namespace
{

using Check = QString (*)(const QByteArray &);

struct Target {
    const char *name;
    Check check;
};

constexpr std::array targets = {
    Target{"genius", fuzz::checkGenius},
    Target{"message", fuzz::checkMessage},
    Target{"musicbrainz", fuzz::checkMusicBrainz},
    Target{"refusal", fuzz::checkRefusal},
    Target{"seedline", fuzz::checkSeedline},
    Target{"spotify", fuzz::checkSpotify},
    Target{"title", fuzz::checkTitle},
};

} // namespace

Q_DECLARE_METATYPE(Check)

/// What fuzzing once brought to fall stays up, and the seeds of the next hunt hold: without clang or libFuzzer.
class FuzzRegressionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theInputHolds_data()
    {
        QTest::addColumn<Check>("check");
        QTest::addColumn<QString>("path");
        const QDir inputs(QStringLiteral(LINERNOTES_FUZZ_INPUTS));
        for (const auto &target : targets) {
            for (const auto &kind : {QStringLiteral("corpus"), QStringLiteral("regressions")}) {
                const QDir folder(inputs.filePath(kind + u'/' + QLatin1String(target.name)));
                for (const auto &file : folder.entryList(QDir::Files))
                    QTest::addRow("%s/%s/%s", qPrintable(kind), target.name, qPrintable(file))
                        << target.check << folder.filePath(file);
            }
        }
    }
    void theInputHolds()
    {
        QFETCH(Check, check);
        QFETCH(QString, path);
        const auto input = test::readAll(path);
        QVERIFY2(input, qPrintable(path));
        const auto broken = check(*input);
        QVERIFY2(broken.isEmpty(), qPrintable(broken));
    }
};

QTEST_GUILESS_MAIN(FuzzRegressionsTest)
#include "tst_fuzzregressions.moc"
