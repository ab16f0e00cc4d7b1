// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/servicefacts.h"

#include <QWidget>

#include <initializer_list>
#include <vector>

class QAction;
class QGridLayout;
class QLabel;
class QMenu;
class QPushButton;

namespace linernotes::ui
{

class CircuitStrip;
class FactGroup;
class QuotaBars;
class ServiceCharts;
class VerdictLine;

/// One service: whether it can be called, how its circuit and its last calls went, and the facts by topic; with what a
/// person can do about each, which are its actions(). It asks for what is to be done by signals, and shows what it is
/// given.
class ServicePanel : public QWidget
{
    Q_OBJECT

public:
    ServicePanel(const QString &service, QWidget *parent);

    [[nodiscard]] const ServiceView &view() const { return m_view; }
    /// Its actions.
    [[nodiscard]] QMenu *menu() const { return m_menu; }
    void present(const ServiceView &view);
    void present(const MetricsChart &chart, Milliseconds span);
    [[nodiscard]] QWidget *verdict() const;
    /// nullopt: it is being asked.
    void setVerdict(const std::optional<CredentialsVerdict> &verdict);
    void dropVerdict(); ///< as if nobody had asked

Q_SIGNALS:
    void overrideWanted(linernotes::CircuitOverride override, const QString &reason);
    void probeWanted();
    void clearWanted();
    void testWanted();
    void credentialsWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QLayout *makeHead();
    QWidget *makeFacts();
    QWidget *makePart(std::initializer_list<FactTopic> topics, QWidget *parent);
    QLabel *makeChanges(QWidget *parent) const;
    QWidget *makeCacheActions();
    QWidget *makeCredentialsActions();
    void makeActions();
    [[nodiscard]] bool hasCredentials() const;
    QAction *makeAction(const QString &name, const QString &text, const QString &explanation,
                        const QKeySequence &shortcut);
    QPushButton *makeButton(const QString &name, QAction *action, QWidget *parent) const;
    void presentHead();
    void presentActions();
    void arrange();
    void askToHold(CircuitOverride override);
    void askToClear();

    ServiceView m_view;
    QMenu *m_menu;
    QLabel *m_icon = nullptr;
    QLabel *m_brief = nullptr; ///< beside the name, while all is well
    QLabel *m_sentence = nullptr; ///< below it, with what is the matter
    QAction *m_probe = nullptr;
    QAction *m_holdOpen = nullptr;
    QAction *m_holdClosed = nullptr;
    QAction *m_release = nullptr;
    ServiceCharts *m_charts = nullptr;
    CircuitStrip *m_strip = nullptr;
    std::vector<FactGroup *> m_groups; ///< by FactTopic
    std::vector<QWidget *> m_parts; ///< columns of them, where there is room
    QuotaBars *m_bars = nullptr;
    QLabel *m_changes = nullptr; ///< of the circuit, the latest
    QAction *m_clear = nullptr;
    QAction *m_test = nullptr;
    VerdictLine *m_verdict = nullptr;
    bool m_isTesting = false; ///< an answer is on its way
    QGridLayout *m_grid = nullptr;
    int m_columns = 0;
};

} // namespace linernotes::ui
