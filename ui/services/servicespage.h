// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/page.h"
#include "engine.h"
#include "settings/credentialsaccess.h"

#include <QMap>
#include <QTimer>

class QGridLayout;
class QLabel;
class QScrollArea;
class QStackedWidget;

namespace linernotes::ui
{

class ServicePanel;
class SpanChoice;

/// The services, two abreast where there is room, with all that keeps them from being called, and what a person can do
/// about it.
class ServicesPage : public Page
{
    Q_OBJECT

public:
    struct Surroundings {
        Engine &engine; ///< outlives the page
        CredentialsAccess credentials;
        bool isDemo = false; ///< then the credentials in use are the demo's own
    };
    ServicesPage(const Surroundings &surroundings, QWidget *parent);

    [[nodiscard]] QString explanation() const override;
    /// A menu for each service, and the time that the charts show.
    [[nodiscard]] QList<QAction *> commands() const override;
    void present(const PipelineSnapshotPtr &snapshot) override;
    /// The facts of the service that has the focus, or of all.
    bool copyRows() override;
    /// Brings it into sight and gives it the focus.
    void showService(const QString &service);

Q_SIGNALS:
    void pipelineWanted();
    void credentialsWanted();
    void contactWanted(); ///< for MusicBrainz, which is not asked without

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHeading();
    void putTroubleFirst();
    QWidget *makeContactBanner();
    [[nodiscard]] ServicePanel *keyPanel() const;
    void makeKeys(const QList<QAction *> &ofOne);
    ServicePanel *panelOf(const QString &service);
    void refresh();
    void readHistory(const QString &service);
    void readHoldings();
    void readMetrics();
    void update(const QString &service);
    void arrange();
    void overrideCircuit(const QString &service, CircuitOverride override, const QString &reason);
    void probe(const QString &service);
    void clearCache(const QString &service);
    void testCredentials(const QString &service);
    [[nodiscard]] QString originOf(const QString &service) const;
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString badge() const;

    Engine &m_engine;
    const CredentialsAccess m_credentials;
    const bool m_isDemo;
    QLabel *m_summary = nullptr;
    QStackedWidget *m_stack = nullptr;
    QWidget *m_nothing = nullptr;
    QScrollArea *m_scroll = nullptr;
    QGridLayout *m_list = nullptr;
    SpanChoice *m_spans = nullptr;
    QWidget *m_contact = nullptr; ///< says that MusicBrainz is not asked
    PipelineSnapshotPtr m_snapshot;
    QAction *m_giveContact = nullptr;
    QMap<QString, ServicePanel *> m_panels;
    QList<ServicePanel *> m_order; ///< as they are shown
    int m_columns = 0;
    ServicePanel *m_last = nullptr; ///< had the focus last
    QMap<QString, std::vector<CircuitEvent>> m_histories;
    QMap<QString, CredentialsVerdict::Kind> m_verdicts; ///< on the credentials that are used now
    int m_changes = 0; ///< of the credentials
    QMap<QString, CacheHolding> m_holdings;
    MetricsChart m_metrics;
    Milliseconds m_metricsSpan{0}; ///< that they are of
    bool m_isAsking = false;
    bool m_knowsHoldings = false;
    QTimer m_soon; ///< after calls, that may have been kept
    QTimer m_refresh; ///< of what no snapshot tells, while the page is seen
};

} // namespace linernotes::ui
