// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadletters/deadletterspage.h"
#include "deadletters/groupsmodel.h"
#include "deadletters/lettersmodel.h"
#include "ui/demowindow.h"

#include <QLabel>
#include <QListView>
#include <QTableView>

#include <memory>

namespace linernotes::test
{

/// The dead letters page over a run whose services failed now and then, and what somebody does there.
class LettersCase : public QObject
{
protected:
    using GroupsModel = ui::GroupsModel;
    using LettersModel = ui::LettersModel;

    QTableView *table() const { return m_demo->find<QTableView>("lettersTable"); }
    QListView *groups() const { return m_demo->find<QListView>("deadGroups"); }
    ui::DeadLettersPage *page() const { return m_demo->window().findChild<ui::DeadLettersPage *>(); }
    QString text(const char *label) const { return m_demo->find<QLabel>(label)->text(); }
    DeadLetterGroup group(int row) const
    {
        return groups()->model()->index(row, 0).data(GroupsModel::GroupRole).value<DeadLetterGroup>();
    }
    qint64 idOf(int row) const { return table()->model()->index(row, 0).data(LettersModel::IdRole).toLongLong(); }

    /// What the engine answers.
    template <typename T>
    static T resultOf(const QFuture<Result<T>> &future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 60'000))
            qFatal("no answer");
        const auto result = future.result();
        if (!result)
            qFatal("%s", qPrintable(result.error().message));
        return *result;
    }
    DeadLetterActions &letters() const { return m_demo->engine().deadLetters(); }
    DeadLetter letter(qint64 id) const { return *resultOf(letters().letter(id)); }
    qint64 dead(const DeadLetterFilter &filter = {}) const { return resultOf(letters().select(filter)).count; }

    void settle() const
    {
        QTest::qWait(200); // what was typed is asked for
        QTRY_VERIFY(!page()->letters().isReading());
    }
    void chooseGroup(const QString &category) const
    {
        for (int row = 1; row < groups()->model()->rowCount(); ++row) {
            if (group(row).category != category)
                continue;
            QTest::mouseClick(groups()->viewport(), Qt::LeftButton, {},
                              groups()->visualRect(groups()->model()->index(row, 0)).center());
            settle();
            return;
        }
        QFAIL(qPrintable(QStringLiteral("no group of ") + category));
    }

    std::unique_ptr<DemoWindow> m_demo;
};

} // namespace linernotes::test
