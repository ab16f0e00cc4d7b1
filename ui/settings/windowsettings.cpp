// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the settings page that the engine knows nothing of: the other half of SettingsPage.
#include "settings/settingspage.h"

#include "common/preferences.h"
#include "common/theme.h"
#include "common/wording.h"
#include "settings/credentialsrow.h"
#include "settings/settingssection.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLocale>
#include <QMenu>
#include <QScrollArea>
#include <QSignalBlocker>

#include <algorithm>

namespace linernotes::ui
{
namespace
{

using Notice = Preferences::Notice;

QString languageName(const QString &language)
{
    const QLocale locale(language);
    return locale.nativeLanguageName().isEmpty() ? language : locale.nativeLanguageName();
}

} // namespace

void SettingsPage::addCredentials(SettingsSection *section)
{
    for (const auto &service : CredentialStore::services()) {
        auto *row = new CredentialsRow(service, m_credentials, [this] { return m_engine.credentials(); }, section);
        section->addRow(row);
        connect(row, &CredentialsRow::changeWanted, this, &SettingsPage::credentialsWanted);
        connect(m_tests->addAction(serviceLabel(service)), &QAction::triggered, row, [this, row] {
            m_scroll->ensureWidgetVisible(row); // its verdict stands there
            row->test();
        });
    }
}

void SettingsPage::addAppearance(SettingsSection *section)
{
    auto *appearance = new SettingRow(tr("Colours"), tr("As the system: follows it when it changes."), section);
    m_appearance = new QComboBox(appearance);
    m_appearance->setObjectName(QStringLiteral("settingsAppearance"));
    m_appearance->addItem(tr("As the system"), static_cast<int>(Appearance::System));
    m_appearance->addItem(tr("Light"), static_cast<int>(Appearance::Light));
    m_appearance->addItem(tr("Dark"), static_cast<int>(Appearance::Dark));
    appearance->addControl(m_appearance);
    appearance->addWords(tr("appearance theme dark light"));
    section->addRow(appearance);
    const auto follow = [this] {
        const QSignalBlocker quiet(m_appearance);
        m_appearance->setCurrentIndex(m_appearance->findData(static_cast<int>(Theme::instance().appearance())));
    };
    follow();
    connect(&Theme::instance(), &Theme::changed, m_appearance, follow); // the menu sets it too
    connect(m_appearance, &QComboBox::currentIndexChanged, this,
            [this] { Theme::instance().setAppearance(static_cast<Appearance>(m_appearance->currentData().toInt())); });
    auto *motion = new SettingRow(tr("Motion"), tr("Never more of it than the desktop wants."), section);
    auto *moves = new QCheckBox(tr("Things may move"), motion);
    moves->setObjectName(QStringLiteral("settingsMotion"));
    moves->setChecked(Preferences::instance().hasMotion());
    motion->addControl(moves);
    motion->addWords(tr("animation reduced motion"));
    section->addRow(motion);
    connect(moves, &QCheckBox::toggled, this, [](bool on) { Preferences::instance().setMotion(on); });
    auto *language = new SettingRow(tr("Language"), tr("Holds from the next start of the program."), section);
    auto *choice = new QComboBox(language);
    choice->setObjectName(QStringLiteral("settingsLanguage"));
    choice->addItem(tr("The system's, or English"), QString());
    for (const auto &known : Preferences::languages())
        choice->addItem(languageName(known), known);
    choice->setCurrentIndex(std::max(choice->findData(Preferences::instance().language()), 0));
    language->addControl(choice);
    section->addRow(language);
    connect(choice, &QComboBox::currentIndexChanged, this,
            [choice] { Preferences::instance().setLanguage(choice->currentData().toString()); });
}

void SettingsPage::addNotifications(SettingsSection *section)
{
    struct Line {
        Notice notice;
        QString title;
        QString explanation;
        QString objectName;
    };
    const std::array lines{Line{Notice::RunFinished, tr("A run has finished"), tr("With what it found."),
                                QStringLiteral("noticeRunFinished")},
                           Line{Notice::CredentialsNeeded, tr("Credentials are needed"),
                                tr("Its work waits until you give them."), QStringLiteral("noticeCredentialsNeeded")},
                           Line{Notice::CircuitOpen, tr("A service is out of order for long"),
                                tr("Its circuit is open, and stays so while tries fail."),
                                QStringLiteral("noticeCircuitOpen")},
                           Line{Notice::Tray, tr("Icon in the tray"),
                                tr("Shows how the work stands while the window is minimized or covered. Closing the "
                                   "window ends the work until "
                                   "the next start, tray or not."),
                                QStringLiteral("noticeTray")}};
    for (const auto &line : lines) {
        auto *row = new SettingRow(line.title, line.explanation, section);
        auto *box = new QCheckBox(row);
        box->setObjectName(line.objectName);
        box->setAccessibleName(line.title);
        box->setChecked(Preferences::instance().isOn(line.notice));
        row->addControl(box);
        section->addRow(row);
        connect(box, &QCheckBox::toggled, this,
                [notice = line.notice](bool on) { Preferences::instance().setOn(notice, on); });
        connect(&Preferences::instance(), &Preferences::changed, box,
                [box, notice = line.notice] { box->setChecked(Preferences::instance().isOn(notice)); });
    }
}

} // namespace linernotes::ui
