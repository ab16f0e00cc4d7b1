// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/page.h"
#include "engine.h"
#include "settings/credentialsaccess.h"
#include "settings/settingwording.h"

#include <QMap>

class QComboBox;
class QLineEdit;
class QListWidget;
class QMenu;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace linernotes::ui
{

class Banner;
class CredentialsRow;
class EngineSettingRow;
class SettingRow;
class SettingsSection;

/// Everything that can be set, by topic, with a search. Settings of the engine are kept in its database, those of the
/// window in its settings file.
class SettingsPage : public Page
{
    Q_OBJECT

public:
    /// Both must outlive the page.
    SettingsPage(Engine &engine, CredentialsAccess credentials, QWidget *parent);

    [[nodiscard]] QString explanation() const override;
    void present(const PipelineSnapshotPtr &) override { }
    bool find() override;
    /// All that is listed, by name and value.
    bool copyRows() override;
    [[nodiscard]] QList<QAction *> links() override;
    /// With the keys on it.
    void showSetting(const QString &key);

Q_SIGNALS:
    void credentialsWanted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeTop();
    QWidget *makeContent();
    void colourTopics();
    SettingsSection *makeSection(SettingTopic topic, QWidget *parent);
    void addCredentials(SettingsSection *section);
    void addAppearance(SettingsSection *section);
    void addNotifications(SettingsSection *section);
    void addEngineRow(const SettingState &state);
    void showStates();
    void filter();
    void goTo(int topic);
    void followScroll();
    void change(EngineSettingRow *row, const QFuture<Result<bool>> &changing);
    void apply();
    void makeActions();
    void show(SettingRow *row, SettingTopic topic);
    using Page::show;
    void resetFocused();

    Engine &m_engine;
    const CredentialsAccess m_credentials;
    QLineEdit *m_search = nullptr;
    Banner *m_pending = nullptr;
    QAction *m_apply = nullptr;
    QMenu *m_tests = nullptr;
    QList<QAction *> m_links; ///< one a row; made when they are first asked for
    QListWidget *m_topics = nullptr;
    QStackedWidget *m_stack = nullptr;
    QScrollArea *m_scroll = nullptr;
    QVBoxLayout *m_column = nullptr;
    QMap<SettingTopic, SettingsSection *> m_sections;
    QMap<QString, EngineSettingRow *> m_rows;
    QComboBox *m_appearance = nullptr;
    bool m_isGoing = false; ///< to a topic that was chosen
};

} // namespace linernotes::ui
