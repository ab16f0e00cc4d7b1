// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/credentialsdialog.h"

#include "common/icons.h"
#include "common/scrolledroom.h"
#include "common/theme.h"
#include "common/wording.h"
#include "core/whendone.h"
#include "settings/credentialssection.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace linernotes::ui
{

CredentialsDialog::CredentialsDialog(const CredentialsAccess &access, QWidget *parent)
    : SnugDialog(parent)
    , m_store(access.store)
{
    const auto &theme = Theme::instance();
    setObjectName(QStringLiteral("credentialsDialog"));
    setWindowTitle(tr("Credentials"));
    auto *fields = new QWidget(this);
    auto *inside = new QVBoxLayout(fields);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(theme.space(5));
    for (const auto &service : CredentialStore::services()) {
        auto *section = new CredentialsSection(service, access, this);
        m_sections.append(section);
        inside->addWidget(section);
        connect(section, &CredentialsSection::edited, this, &CredentialsDialog::check);
        connect(section, &CredentialsSection::failed, this, &CredentialsDialog::tellProblem);
    }
    inside->addWidget(makeChoice());
    inside->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.space(5), theme.space(5), theme.space(5), theme.space(4));
    layout->setSpacing(theme.space(5));
    layout->addWidget(new ScrolledRoom(fields, this), 1);
    layout->addWidget(makeButtons());
    setUsualWidth(84);
    check();
    m_sections.first()->firstField()->setFocus();
}

QWidget *CredentialsDialog::makeChoice()
{
    const auto &theme = Theme::instance();
    auto *choice = new QWidget(this);
    m_keep = new QRadioButton(tr("&Keep in the system's keychain"), choice);
    m_keep->setObjectName(QStringLiteral("credentialsKeep"));
    m_sessionOnly = new QRadioButton(tr("Use for this session &only"), choice);
    m_sessionOnly->setObjectName(QStringLiteral("credentialsSessionOnly"));
    m_note = new QLabel(choice);
    m_note->setObjectName(QStringLiteral("credentialsNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_unlock = new QPushButton(icon(QStringLiteral("key")), tr("Unlock again"), choice);
    m_unlock->setObjectName(QStringLiteral("credentialsUnlock"));
    m_unlock->setAutoDefault(false);
    auto *layout = new QVBoxLayout(choice);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.space(1));
    for (auto *widget : std::initializer_list<QWidget *>{m_keep, m_sessionOnly, m_note})
        layout->addWidget(widget);
    layout->addWidget(m_unlock, 0, Qt::AlignLeft);
    connect(m_unlock, &QPushButton::clicked, this, &CredentialsDialog::unlock);
    showKeychain();
    return choice;
}

/// What can be had of the keychain now. That it keeps something can be wanted in any case: one may have come since it
/// was asked.
void CredentialsDialog::showKeychain()
{
    const auto &problem = m_store->keychainProblem();
    (problem.isEmpty() ? m_keep : m_sessionOnly)->setChecked(true);
    m_unlock->setVisible(m_store->isLocked());
    if (problem.isEmpty())
        m_note->setText(tr("Never written to a file, the database or a log."));
    else if (m_store->isLocked())
        m_note->setText(tr("%1 It may have these keys already.").arg(asSentence(problem)));
    else
        m_note->setText(tr("%1 For this session they are in memory only; to have them at every start, set "
                           "SPOTIFY_CLIENT_ID, SPOTIFY_CLIENT_SECRET and GENIUS_ACCESS_TOKEN in the environment.")
                            .arg(asSentence(problem)));
}

void CredentialsDialog::unlock()
{
    setWorking(true);
    whenDone(m_store->unlock(), this, [this](bool) {
        setWorking(false);
        for (auto *section : m_sections) {
            if (!section->isEdited())
                section->readAgain();
        }
        showKeychain();
        check();
    });
}

QWidget *CredentialsDialog::makeButtons()
{
    auto *buttons = new QWidget(this);
    auto *cancel = new QPushButton(tr("Cancel"), buttons);
    cancel->setObjectName(QStringLiteral("credentialsCancel"));
    cancel->setAutoDefault(false);
    m_use = new QPushButton(tr("Use these"), buttons);
    m_use->setObjectName(QStringLiteral("credentialsAccept"));
    m_use->setProperty("primary", true);
    m_use->setDefault(true);
    auto *layout = new QHBoxLayout(buttons);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addStretch(1);
    layout->addWidget(cancel);
    layout->addWidget(m_use);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_use, &QPushButton::clicked, this, &CredentialsDialog::accept);
    return buttons;
}

void CredentialsDialog::check()
{
    if (!m_use)
        return; // the sections are being made
    const bool isHalf = std::ranges::any_of(m_sections, &CredentialsSection::isHalf);
    const bool hasBlank = std::ranges::any_of(m_sections, &CredentialsSection::hasBlankInside);
    const bool isUsable = !isHalf && !hasBlank && std::ranges::any_of(m_sections, &CredentialsSection::isWhole);
    m_use->setEnabled(isUsable);
    m_use->setToolTip(isUsable       ? QString()
                          : hasBlank ? tr("No key has a blank inside.")
                          : isHalf   ? tr("Spotify needs both, the client id and the client secret.")
                                     : tr("Enter the keys of at least one service."));
}

void CredentialsDialog::tellProblem(const QString &problem)
{
    m_note->setText(tr("%1 You can use them for this session only.").arg(asSentence(problem)));
    m_note->setForegroundRole(QPalette::WindowText);
    m_sessionOnly->setChecked(true);
    m_sessionOnly->setFocus();
}

/// Those that somebody typed, now or for this session. What the environment has stays there: nobody asked for it to be
/// kept, and kept it would go before the environment's from then on.
QList<CredentialsSection *> CredentialsDialog::changedSections() const
{
    const auto known = m_store->credentials();
    QList<CredentialsSection *> changed;
    for (auto *section : m_sections) {
        const auto given = section->given();
        const auto &service = section->service();
        const bool isSame = service == QLatin1String("genius")
            ? given.geniusAccessToken == known.geniusAccessToken
            : given.spotifyClientId == known.spotifyClientId && given.spotifyClientSecret == known.spotifyClientSecret;
        const bool isToMove =
            m_keep->isChecked() && section->isWhole() && m_store->origin(service) == CredentialsOrigin::Session;
        if (!isSame || isToMove)
            changed.append(section);
    }
    return changed;
}

void CredentialsDialog::accept()
{
    const auto changed = changedSections();
    if (m_keep->isChecked() && !changed.isEmpty()) {
        keepAll(changed);
        return;
    }
    for (const auto *section : changed)
        m_store->useForSession(section->service(), section->given());
    QDialog::accept();
}

/// An emptied section is taken out of the keychain.
void CredentialsDialog::keepAll(const QList<CredentialsSection *> &sections)
{
    setWorking(true);
    auto left = std::make_shared<qsizetype>(sections.size());
    auto problem = std::make_shared<QString>();
    for (const auto *section : sections) {
        const auto &service = section->service();
        const auto done = section->isEmpty() ? m_store->forget(service) : m_store->keep(service, section->given());
        whenDone(done, this, [this, left, problem](const Result<bool> &kept) {
            if (!kept)
                *problem = kept.error().message;
            if (--*left > 0)
                return;
            setWorking(false);
            if (problem->isEmpty())
                QDialog::accept();
            else
                tellProblem(*problem);
        });
    }
}

void CredentialsDialog::setWorking(bool isWorking)
{
    m_use->setText(isWorking ? tr("Waiting for the keychain …") : tr("Use these"));
    m_use->setEnabled(!isWorking);
    for (auto *section : m_sections)
        section->setEnabled(!isWorking);
    m_unlock->setEnabled(!isWorking);
}

} // namespace linernotes::ui
