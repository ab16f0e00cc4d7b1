// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/credentialsrow.h"

#include "common/theme.h"
#include "common/wording.h"
#include "core/whendone.h"
#include "settings/verdictline.h"

#include <QLabel>
#include <QPushButton>

#include <utility>

namespace linernotes::ui
{
namespace
{

QString explanationOf(const QString &service)
{
    return service == QLatin1String("spotify")
        ? CredentialsRow::tr("Client id and client secret. Artists, albums and tracks come from there.")
        : CredentialsRow::tr("Client access token. Producers, writers and their pages come from there.");
}

} // namespace

CredentialsRow::CredentialsRow(QString service, CredentialsAccess access, std::function<Credentials()> used,
                               QWidget *parent)
    : SettingRow(serviceLabel(service), explanationOf(service), parent)
    , m_service(std::move(service))
    , m_access(std::move(access))
    , m_used(std::move(used))
    , m_origin(new QLabel(this))
    , m_test(new QPushButton(tr("Test"), this))
    , m_verdict(new VerdictLine(this))
{
    setObjectName(QStringLiteral("credentialsRow_") + m_service);
    addWords(tr("credentials keys token secret"));
    m_origin->setObjectName(QStringLiteral("settingsOrigin_") + m_service);
    m_origin->setTextFormat(Qt::PlainText);
    m_origin->setForegroundRole(QPalette::PlaceholderText);
    m_test->setObjectName(QStringLiteral("settingsTest_") + m_service);
    m_test->setAutoDefault(false);
    m_test->setToolTip(tr("Asks %1 with them, by one call").arg(serviceLabel(m_service)));
    auto *change = new QPushButton(tr("Enter…"), this);
    change->setObjectName(QStringLiteral("settingsCredentials_") + m_service);
    change->setAutoDefault(false);
    m_verdict->setObjectName(QStringLiteral("settingsVerdict_") + m_service);
    addBelow(m_verdict);
    for (auto *control :
         {static_cast<QWidget *>(m_origin), static_cast<QWidget *>(m_test), static_cast<QWidget *>(change)})
        addControl(control);
    connect(change, &QPushButton::clicked, this, &CredentialsRow::changeWanted);
    connect(m_test, &QPushButton::clicked, this, &CredentialsRow::test);
    connect(m_access.store, &CredentialStore::changed, this, &CredentialsRow::showOrigin);
    showOrigin();
}

void CredentialsRow::showOrigin()
{
    const auto origin = m_access.store->origin(m_service);
    const bool isUsed = hasCredentials(m_used(), m_service);
    m_origin->setText(origin == CredentialsOrigin::None && isUsed ? tr("Of the demo")
                                                                  : originLabel(*m_access.store, m_service));
    m_test->setEnabled(isUsed);
    m_verdict->setVerdict(std::nullopt);
}

void CredentialsRow::test()
{
    if (!m_test->isEnabled() || std::exchange(m_isAsking, true))
        return;
    m_verdict->setBusy();
    whenDone(m_access.test(m_service, m_used()), this, [this](const CredentialsVerdict &verdict) {
        m_isAsking = false;
        m_verdict->setVerdict(verdict);
    });
}

} // namespace linernotes::ui
