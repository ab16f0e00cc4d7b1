// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/exportrun.h"

#include <QPromise>
#include <QSignalSpy>
#include <QTest>

using namespace linernotes;
using ui::ExportRun;

/// A long export says how far it is, and ends when somebody wants it to.
class ExportRunTest : public QObject
{
    Q_OBJECT

    QPromise<Result<ExportReceipt>> m_promise;
    ExportRequest m_asked;

    ExportRun::Start start()
    {
        return [this](const ExportRequest &request) {
            m_asked = request;
            m_promise = {};
            m_promise.start();
            return m_promise.future();
        };
    }

private Q_SLOTS:
    void itSaysHowFarItIs()
    {
        ExportRun run(start(), nullptr);
        QSignalSpy progressed(&run, &ExportRun::progressed);
        QSignalSpy written(&run, &ExportRun::written);
        run.begin({.path = QStringLiteral("out.csv")}, 20'000);
        QVERIFY(run.isUnderWay());
        QCOMPARE(progressed.last().first().toString(), QStringLiteral("Exporting to out.csv …"));
        m_asked.watch->rows = 1234;
        QTRY_COMPARE(progressed.last().first().toString(),
                     QStringLiteral("Exporting to out.csv: 1,234 of 20,000 rows …"));
        m_promise.addResult(ExportReceipt{.rows = 20'000, .path = QStringLiteral("out.csv")});
        m_promise.finish();
        QTRY_COMPARE(written.count(), 1);
        QVERIFY(!run.isUnderWay());
    }

    void ofCreditsNobodyKnowsHowManyThereAre()
    {
        ExportRun run(start(), nullptr);
        QSignalSpy progressed(&run, &ExportRun::progressed);
        run.begin({.kind = ExportKind::Credits, .path = QStringLiteral("out.csv")}, 20);
        m_asked.watch->rows = 500;
        QTRY_VERIFY(progressed.last().first().toString().contains(QStringLiteral("500 row")));
        QVERIFY(!progressed.last().first().toString().contains(QStringLiteral("of 20")));
        m_promise.finish();
    }

    void itIsCancelledAndTheNextOneBegins()
    {
        ExportRun run(start(), nullptr);
        QSignalSpy cancelled(&run, &ExportRun::cancelled);
        QSignalSpy failed(&run, &ExportRun::failed);
        run.begin({.path = QStringLiteral("out.csv")}, {});
        run.cancel();
        QVERIFY(m_promise.isCanceled());
        QVERIFY(run.isUnderWay()); // until the writer has let go of the file
        m_promise.finish();
        QTRY_COMPARE(cancelled.count(), 1);
        QVERIFY(!run.isUnderWay());
        run.begin({.path = QStringLiteral("out.csv")}, {});
        m_promise.addResult(failure(ErrorCategory::InvalidInput, QStringLiteral("no room")));
        m_promise.finish();
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(cancelled.count(), 1);
    }

    /// The old file is gone: that nothing was written would be a lie.
    void cancelledWhenItIsThereAlreadyItIsWritten()
    {
        ExportRun run(start(), nullptr);
        const QSignalSpy cancelled(&run, &ExportRun::cancelled);
        QSignalSpy written(&run, &ExportRun::written);
        run.begin({.path = QStringLiteral("out.csv")}, {});
        m_asked.watch->rows = 7;
        run.cancel();
        m_asked.watch->isCommitted = true;
        m_promise.addResult(ExportReceipt{.rows = 7, .path = QStringLiteral("out.csv")}); // which a cancelled one drops
        m_promise.finish();
        QTRY_COMPARE(written.count(), 1);
        QCOMPARE(written.first().first().value<ExportReceipt>().rows, 7);
        QCOMPARE(cancelled.count(), 0);
    }
};

QTEST_MAIN(ExportRunTest)
#include "tst_exportrun.moc"
