// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/credentialsdialog.h"

#include "common/icons.h"
#include "common/links.h"
#include "common/theme.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace linernotes::ui
{
namespace
{

QWidget *makeHeading(const QString &name, const QString &what, const QString &address, QWidget *parent)
{
    const auto &theme = Theme::instance();
    auto *heading = new QWidget(parent);
    auto *title = new QLabel(name, heading);
    title->setFont(theme.font(TypeStep::Strong));
    auto *explanation = new QLabel(what, heading);
    explanation->setForegroundRole(QPalette::PlaceholderText);
    explanation->setWordWrap(true);
    auto *link = new QPushButton(icon(QStringLiteral("open-external")),
                                 QString(address).remove(QLatin1String("https://")), heading);
    link->setObjectName(QStringLiteral("credentialsLink"));
    link->setAutoDefault(false);
    link->setToolTip(address);
    QObject::connect(link, &QPushButton::clicked, link, [address] { openWebLink(address); });
    auto *layout = new QGridLayout(heading);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setColumnStretch(0, 1);
    layout->addWidget(title, 0, 0);
    layout->addWidget(explanation, 1, 0);
    layout->addWidget(link, 0, 1, 2, 1, Qt::AlignVCenter);
    return heading;
}

} // namespace

CredentialsDialog::CredentialsDialog(const Credentials &known, QWidget *parent)
    : QDialog(parent)
    , m_clientId(makeField(QStringLiteral("spotifyClientId"), tr("Spotify client id"), known.spotifyClientId, false))
    , m_clientSecret(makeField(QStringLiteral("spotifyClientSecret"), tr("Spotify client secret"),
                               known.spotifyClientSecret, true))
    , m_geniusToken(makeField(QStringLiteral("geniusAccessToken"), tr("Genius client access token"),
                              known.geniusAccessToken, true))
    , m_use(new QPushButton(tr("Use these"), this))
{
    const auto &theme = Theme::instance();
    setObjectName(QStringLiteral("credentialsDialog"));
    setWindowTitle(tr("Credentials"));
    auto *note =
        new QLabel(tr("Used for this session only, and written nowhere. To keep them, set SPOTIFY_CLIENT_ID, "
                      "SPOTIFY_CLIENT_SECRET and GENIUS_ACCESS_TOKEN in the environment that starts Linernotes."),
                   this);
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("credentialsCancel"));
    cancel->setAutoDefault(false);
    m_use->setObjectName(QStringLiteral("credentialsAccept"));
    m_use->setProperty("primary", true);
    m_use->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_use);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.space(5), theme.space(5), theme.space(5), theme.space(4));
    layout->setSpacing(theme.space(2));
    layout->addLayout(makeForm());
    layout->addSpacing(theme.space(3));
    layout->addWidget(note);
    layout->addStretch(1);
    layout->addLayout(buttons);
    setMinimumWidth(theme.figureWidth(TypeStep::Body, 70));

    for (const auto *field : {m_clientId, m_clientSecret, m_geniusToken})
        connect(field, &QLineEdit::textChanged, this, &CredentialsDialog::check);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_use, &QPushButton::clicked, this, &QDialog::accept);
    check();
    m_clientId->setFocus();
}

/// One grid for both services: their fields are of one width.
QFormLayout *CredentialsDialog::makeForm()
{
    const auto &theme = Theme::instance();
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(theme.space(3));
    form->setVerticalSpacing(theme.space(2));
    form->addRow(makeHeading(tr("Spotify"),
                             tr("Finds artists, albums and tracks. Create an app; its settings show both."),
                             QStringLiteral("https://developer.spotify.com/dashboard"), this));
    form->addRow(tr("Client &id"), m_clientId);
    form->addRow(tr("Client &secret"), m_clientSecret);
    form->addItem(new QSpacerItem(0, theme.space(2)));
    form->addRow(makeHeading(tr("Genius"), tr("Knows producers, writers and their pages. Create an API client."),
                             QStringLiteral("https://genius.com/api-clients"), this));
    form->addRow(tr("Client access &token"), m_geniusToken);
    return form;
}

QLineEdit *CredentialsDialog::makeField(const QString &objectName, const QString &name, const QString &value,
                                        bool isSecret)
{
    auto *field = new QLineEdit(value, this);
    field->setObjectName(objectName);
    field->setAccessibleName(name);
    if (isSecret)
        field->setEchoMode(QLineEdit::Password);
    return field;
}

Credentials CredentialsDialog::credentials() const
{
    return {.spotifyClientId = m_clientId->text().trimmed(),
            .spotifyClientSecret = m_clientSecret->text().trimmed(),
            .geniusAccessToken = m_geniusToken->text().trimmed()};
}

void CredentialsDialog::check()
{
    const auto entered = credentials();
    const bool isHalf = entered.spotifyClientId.isEmpty() != entered.spotifyClientSecret.isEmpty();
    const bool isUsable = !isHalf && (entered.hasSpotify() || entered.hasGenius());
    m_use->setEnabled(isUsable);
    m_use->setToolTip(isUsable     ? QString()
                          : isHalf ? tr("Spotify needs both, the client id and the client secret.")
                                   : tr("Enter the keys of at least one service."));
}

} // namespace linernotes::ui
