// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class QLabel;
class QSortFilterProxyModel;
class QSplitter;

namespace linernotes::ui
{

class CreditsModel;
class EvidenceView;
class FlowLayout;
class ShareBar;
class TableView;

/// One producer: who they are, where they are found, what they made, and why we believe it.
class ProducerPage : public QWidget
{
    Q_OBJECT

public:
    using Detail = std::function<QFuture<Result<std::optional<ProducerDetail>>>(qint64 personId)>;
    ProducerPage(Detail detail, QWidget *parent);

    void open(qint64 personId);
    /// Reads it again; at most once a second.
    void refresh();
    bool copyRows() const;
    [[nodiscard]] qint64 personId() const { return m_personId; }

Q_SIGNALS:
    void backWanted();
    void failed(const linernotes::Error &error);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHeader();
    void makeCredits();
    void read();
    void show(const ProducerDetail &detail);
    using QWidget::show;
    void showLinks(const ProducerDetail &detail);
    void addLink(const QString &text, const QString &url, const QString &where);
    void showEvidence();

    Detail m_detail;
    qint64 m_personId = 0;
    QTimer m_refreshTimer;
    QLabel *m_name = nullptr;
    QLabel *m_aliases = nullptr;
    QLabel *m_figures = nullptr;
    ShareBar *m_confidence = nullptr;
    QLabel *m_explanation = nullptr;
    QWidget *m_links = nullptr;
    FlowLayout *m_linkLayout = nullptr;
    std::vector<ProfileRow> m_shownProfiles;
    std::vector<ExternalId> m_shownIds;
    CreditsModel *m_credits;
    QSortFilterProxyModel *m_sorted;
    TableView *m_table = nullptr;
    EvidenceView *m_evidence = nullptr;
    QSplitter *m_splitter = nullptr;
};

/// A confidence as a bar with its number.
class ShareBar : public QWidget
{
    Q_OBJECT

public:
    explicit ShareBar(QWidget *parent);
    void setShare(double share);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_share = 0;
};

} // namespace linernotes::ui
