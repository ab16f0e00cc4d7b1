// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/page.h"
#include "engine.h"
#include "producers/producersmodel.h"

#include <QTimer>

class QLabel;
class QLineEdit;
class QStackedWidget;

namespace linernotes::ui
{

class EmptyState;
class ProducerPage;
class TableView;

/// Who made the records: a table with a filter that answers while typing, and behind each row the producer's page.
class ProducersPage : public Page
{
    Q_OBJECT

public:
    using Detail = std::function<QFuture<Result<std::optional<ProducerDetail>>>(qint64 personId)>;
    ProducersPage(ProducersModel::Source rows, Detail detail, QWidget *parent);

    [[nodiscard]] QString explanation() const override;
    void present(const PipelineSnapshotPtr &snapshot) override;
    bool find() override;
    bool copyRows() override;
    void saveState(QSettings &settings) const override;
    void restoreState(QSettings &settings) override;

    [[nodiscard]] const ProducersModel &model() const { return *m_model; }
    [[nodiscard]] const ProducerQuery &query() const { return m_model->query(); }
    /// Shows the producer's page.
    void open(qint64 personId);

Q_SIGNALS:
    void seedWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeList();
    void makeTable();
    void applyFilter();
    void sortBy(int column);
    void showSort();
    void showCount();
    void refreshSoon();
    void showList();
    void rememberPlace();
    void restorePlace();
    void keepCurrent();

    ProducersModel *m_model;
    QStackedWidget *m_stack;
    QWidget *m_list = nullptr;
    ProducerPage *m_producer;
    QLineEdit *m_filter = nullptr;
    QLabel *m_count = nullptr;
    QStackedWidget *m_content = nullptr;
    TableView *m_table = nullptr;
    EmptyState *m_nothingYet = nullptr;
    EmptyState *m_nothingFound = nullptr;
    QTimer m_filterTimer;
    QTimer m_refreshTimer;
    PipelineSnapshotPtr m_shown;
    bool m_isStale = true;

    struct Place {
        qint64 id = 0; ///< of the first row in sight; 0: the list stands at its top
        int offset = 0; ///< of that row, in pixels
    } m_place;
    qint64 m_currentId = 0; ///< is found again when another query has put other rows in place
};

} // namespace linernotes::ui
