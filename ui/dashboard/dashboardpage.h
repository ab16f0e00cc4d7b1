// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/page.h"
#include "dashboard/attention.h"
#include "dashboard/chartspanel.h"
#include "deadletteractions.h"
#include "serviceactions.h"

#include <QFuture>
#include <QHash>

#include <functional>

class QBoxLayout;
class QLabel;

namespace linernotes::ui
{

class AttentionList;
class EmptyState;
class PipelineView;
class RunsList;
class ScrolledRoom;
class ServiceStrip;
class StageMenus;
class TotalsStrip;

/// The work at a glance: five stages, the services they need, what was found, what needs a person, and how it went over
/// the last minutes, hours or days.
class DashboardPage : public Page
{
    Q_OBJECT

public:
    struct Sources {
        ChartsPanel::Source metrics;
        std::function<QFuture<Result<DeadLetterOverview>>(const DeadLetterFilter &)> deadLetters;
        std::function<QFuture<Result<bool>>(StageId, std::optional<Milliseconds>)> pause;
        std::function<QFuture<Result<bool>>(StageId)> resume;
        std::function<QFuture<Result<bool>>(const QString &service)> release =
            {}; ///< its circuit, from a person's hand
        std::function<QFuture<Result<std::vector<CircuitEvent>>>(const QString &service)> circuitHistory = {};
    };
    DashboardPage(Sources sources, QWidget *parent);

    [[nodiscard]] QString explanation() const override;
    [[nodiscard]] QList<QAction *> commands() const override;
    void present(const PipelineSnapshotPtr &snapshot) override;
    /// The figures, by name and value.
    bool copyRows() override;
    void saveState(QSettings &settings) const override;
    void restoreState(QSettings &settings) override;
    /// What the button for an empty database says; it seeds in either case.
    void setSeedText(const QString &sentence, const QString &button);

Q_SIGNALS:
    void seedWanted();
    void startWanted();
    void credentialsWanted();
    void runsWanted();
    void runWanted(qint64 runId);
    void deadLettersWanted(linernotes::StageId stage);
    void deadLettersOfCategoryWanted(const QString &category, const QString &group); ///< empty: of any
    void serviceWanted(const QString &service);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeGlance();
    QWidget *makeDetails();
    void connectParts();
    void pause(StageId stage, std::optional<Milliseconds> forTime);
    void resume(StageId stage);
    void release(const QString &service);
    void showWork(bool hasRuns);
    void placeAttention();
    [[nodiscard]] QString summary(const PipelineSnapshot &snapshot) const;
    void answer(const Attention &attention);
    void countUnclear();
    void askWhyHeld();

    Sources m_sources;
    PipelineSnapshotPtr m_shown;
    UnclearNames m_unclear;
    QString m_ambiguousGroup; ///< the largest
    QString m_unknownGroup; ///< likewise
    qint64 m_countedDeath = -1; ///< the dead letters that m_unclear was counted of
    qint64 m_countedDead = -1;
    bool m_isCounting = false;
    QHash<QString, CircuitOverride> m_holds; ///< by service, as last shown
    QHash<QString, QString> m_heldFor; ///< what the person said who holds it
    QLabel *m_summary = nullptr;
    PipelineView *m_pipeline = nullptr;
    ServiceStrip *m_services = nullptr;
    TotalsStrip *m_totals = nullptr;
    RunsList *m_runs = nullptr;
    AttentionList *m_attention = nullptr;
    ScrolledRoom *m_sideRoom = nullptr; ///< beside the charts it scrolls rather than to stretch them
    QBoxLayout *m_side = nullptr;
    ChartsPanel *m_charts = nullptr;
    EmptyState *m_nothing = nullptr;
    QBoxLayout *m_details = nullptr;
    QWidget *m_work = nullptr;
    QAction *m_answer = nullptr;
    StageMenus *m_menus;
};

} // namespace linernotes::ui
