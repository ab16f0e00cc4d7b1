// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/page.h"
#include "engine.h"
#include "producers/producersmodel.h"

#include <QTimer>

class QLineEdit;
class QStackedWidget;
class QToolButton;

namespace linernotes::ui
{

class LineLabel;
class OutcomeBar;
class ProducerCommands;
class ProducerFilterBar;
class ProducerList;
class ProducerPage;
class SavedFilters;
class SelectionBanner;

/// Who made the records: a table with a filter that answers while typing, and behind each row the producer's page.
class ProducersPage : public Page
{
    Q_OBJECT

public:
    ProducersPage(ProducerActions &actions, QWidget *parent);

    [[nodiscard]] QString explanation() const override;
    /// Of the list, or of the producer who is shown.
    [[nodiscard]] QList<QAction *> commands() const override;
    void present(const PipelineSnapshotPtr &snapshot) override;
    bool find() override;
    bool copyRows() override;
    [[nodiscard]] OutcomeBar *work() const override { return m_outcome; }
    void saveState(QSettings &settings) const override;
    void restoreState(QSettings &settings) override;

    [[nodiscard]] const ProducersModel &model() const { return *m_model; }
    [[nodiscard]] const ProducerQuery &query() const { return m_model->query(); }
    /// Shows the producer's page.
    void open(qint64 personId);
    /// Narrows the list to this, in the order that it has.
    void narrow(const ProducerQuery &query);

Q_SIGNALS:
    void seedWanted();
    /// Of these producers, and of no others.
    void exportWanted(const std::vector<qint64> &ids);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeList();
    QWidget *makeTop();
    QToolButton *makeMenuButton(const QString &objectName, const QString &text, QWidget *parent);
    void connectParts();
    void connectCommands();
    void applyFilter();
    void clearFilter();
    void sortBy(int column);
    void setQuery(const ProducerQuery &query);
    void showCount();
    void showPlaceholder();
    void showSelection();
    void showTags();
    void refreshSoon();
    void refreshChoices();
    void showList();
    void openAgain(qint64 personId, const QString &name);

    ProducerActions &m_actions;
    ProducersModel *m_model;
    ProducerCommands *m_commands = nullptr;
    QStackedWidget *m_stack;
    QWidget *m_listSide = nullptr;
    ProducerList *m_list = nullptr;
    OutcomeBar *m_outcome = nullptr;
    SelectionBanner *m_more = nullptr;
    ProducerPage *m_producer;
    QLineEdit *m_filter = nullptr;
    ProducerFilterBar *m_bar = nullptr;
    SavedFilters *m_saved = nullptr;
    QToolButton *m_selection = nullptr;
    QAction *m_clear = nullptr;
    LineLabel *m_count = nullptr;
    QTimer m_filterTimer;
    QTimer m_refreshTimer;
    PipelineSnapshotPtr m_shown;
    bool m_isStale = true;
};

} // namespace linernotes::ui
