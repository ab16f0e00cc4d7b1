// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/onceaclick.h"
#include "engine.h"

#include <QMap>
#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QMenu;
class QSettings;
class QSortFilterProxyModel;
class QSplitter;
class QStackedWidget;
class QTabWidget;

namespace linernotes::ui
{

class ColleaguesModel;
class CreditsModel;
class EvidenceView;
class NoteView;
class ProducerHeader;
class TableView;
class YearsChart;

/// One producer: who they are, where they are found, what they made, why we believe it, with whom and when, and what
/// somebody noted about them.
class ProducerPage : public QWidget
{
    Q_OBJECT

public:
    ProducerPage(ProducerActions &actions, QWidget *parent);

    /// From elsewhere: the way back leads to the list.
    void open(qint64 personId);
    /// Reads it again; at most once a second.
    void refresh();
    bool copyRows() const;
    [[nodiscard]] QWidget *first() const; ///< what has the focus first
    [[nodiscard]] qint64 personId() const { return m_personId; }
    [[nodiscard]] QString personName() const { return accessibleName(); } ///< empty: is being read
    void setKnownTags(const QStringList &tags);
    void saveState(QSettings &settings) const;
    void restoreState(QSettings &settings);

Q_SIGNALS:
    void backWanted();
    void tagsChanged();
    void told(const QString &message);
    void failed(const linernotes::Error &error);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeActions();
    void makeMenus();
    void addMenu(const QString &objectName, const QString &text, QKeyCombination key,
                 const std::function<void(QMenu *)> &fill);
    void fillWithColleagues(QMenu *menu);
    void makeContextMenus();
    void makeCredits();
    void makeSide();
    QWidget *makeColleagues();
    QWidget *makeYears();
    void turnTo(qint64 personId);
    void read();
    void show(const ProducerDetail &detail);
    using QWidget::show;
    void showColleagues(const ProducerDetail &detail);
    void showYears(const ProducerDetail &detail);
    void showEvidence();
    void sortBy(int column);
    void openColleague(const QModelIndex &index);
    void walkTo(qint64 id);
    void goBack();
    void enrich();

    ProducerActions &m_actions;
    qint64 m_personId = 0;
    std::vector<qint64> m_before; ///< those from whom one came here, the last one last
    QTimer m_refreshTimer;
    OnceAClick m_enriching;
    OnceAClick m_walking;
    ProducerHeader *m_header;
    CreditsModel *m_credits;
    QSortFilterProxyModel *m_sorted;
    ColleaguesModel *m_colleagues;
    QSplitter *m_splitter = nullptr;
    QMap<Qt::Orientation, QList<int>> m_sizes; ///< as somebody drew them
    TableView *m_table = nullptr;
    QTabWidget *m_side = nullptr;
    EvidenceView *m_evidence = nullptr;
    QStackedWidget *m_colleaguesStack = nullptr;
    TableView *m_colleaguesTable = nullptr;
    YearsChart *m_years = nullptr;
    QLabel *m_yearsNote = nullptr;
    NoteView *m_note = nullptr;
};

} // namespace linernotes::ui
