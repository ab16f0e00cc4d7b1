// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/outcomebar.h"
#include "producers/producersmodel.h"
#include "ui/demowindow.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>

#include <memory>

namespace linernotes::test
{

/// The producers page over one finished run, and what somebody does there.
class ProducersCase : public QObject
{
protected:
    using ProducersModel = ui::ProducersModel;

    void open()
    {
        m_demo = std::make_unique<DemoWindow>(QSize(1440, 900));
        m_demo->runArtists(6);
    }
    void close() { m_demo.reset(); }
    /// All producers, from wherever the last test has ended.
    void goBack() const
    {
        m_demo->window().showPage(2);
        if (m_demo->isVisible("producerPage"))
            m_demo->press(Qt::Key_Escape);
        m_demo->find<QLineEdit>("producersFilter")->clear();
        if (m_demo->isVisible("producersClear"))
            m_demo->click("producersClear");
        QTRY_VERIFY(total() > 0);
        QTest::qWait(200);
    }

    QTableView *table() const { return m_demo->find<QTableView>("producersTable"); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    QStringList column(int column) const
    {
        QStringList texts;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            texts.append(cell(row, column));
        return texts;
    }
    QString text(const char *label) const { return m_demo->find<QLabel>(label)->text(); }
    qint64 total() const { return text("producersCount").section(QLatin1Char(' '), 0, 0).toLongLong(); }
    void filterBy(const QString &words) const
    {
        m_demo->press(Qt::Key_F, Qt::ControlModifier);
        auto *filter = m_demo->find<QLineEdit>("producersFilter");
        QVERIFY(filter->hasFocus());
        filter->clear();
        QTest::keyClicks(filter, words);
        QTest::qWait(200);
    }
    void choose(const char *choice, const QString &text) const
    {
        auto *box = m_demo->find<QComboBox>(choice);
        QTRY_VERIFY2(box->findText(text) >= 0, qPrintable(text));
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int step = 0; step < box->count() && box->currentText() != text; ++step)
            QTest::keyClick(box, Qt::Key_Down);
        QTRY_COMPARE(box->currentText(), text);
        QTest::qWait(200);
    }
    /// Enters a line into the dialog that is open.
    void enter(const char *dialog, const QString &line) const
    {
        QTRY_VERIFY(m_demo->isVisible(dialog));
        auto *field = m_demo->find<QLineEdit>("lineText");
        field->setText(line); // typed, it would open the list of what was given before
    }
    void trigger(const char *action) const
    {
        auto *found = m_demo->window().findChild<QAction *>(QLatin1String(action));
        QVERIFY2(found, action);
        QVERIFY2(found->isEnabled(), action);
        found->trigger();
    }
    /// What came of what was done with many.
    QString outcome() const
    {
        return m_demo->window().findChild<ui::OutcomeBar *>(QStringLiteral("producersOutcome"))->text();
    }
    QString told() const { return m_demo->window().findChild<QLabel *>(QStringLiteral("statusMessage"))->text(); }
    void openFirst() const
    {
        m_demo->clickCell(table(), 0, ProducersModel::Name);
        m_demo->press(Qt::Key_Return);
        QTRY_VERIFY(m_demo->isVisible("producerPage"));
        QTRY_VERIFY(m_demo->find<QTableView>("creditsTable")->model()->rowCount() > 0);
    }

    std::unique_ptr<DemoWindow> m_demo;
};

} // namespace linernotes::test
