// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/credentialssection.h"

#include "common/flowlayout.h"
#include "common/icons.h"
#include "common/links.h"
#include "common/plainbox.h"
#include "common/theme.h"
#include "common/wording.h"
#include "core/whendone.h"
#include "settings/verdictline.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace linernotes::ui
{
namespace
{

QPushButton *makeLink(const QString &text, const QString &address, QWidget *parent)
{
    auto *link = new QPushButton(icon(QStringLiteral("open-external")), text, parent);
    link->setAutoDefault(false);
    link->setToolTip(address);
    QObject::connect(link, &QPushButton::clicked, link, [address] { openWebLink(address); });
    return link;
}

QLabel *makeNote(const QString &text, QWidget *parent)
{
    auto *note = new QLabel(text, parent);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    return note;
}

} // namespace

QString originLabel(const CredentialStore &store, const QString &service)
{
    switch (store.origin(service)) {
    case CredentialsOrigin::None:
        return store.isLocked() ? CredentialsSection::tr("The keychain is locked") : CredentialsSection::tr("None");
    case CredentialsOrigin::Session:
        return CredentialsSection::tr("For this session only");
    case CredentialsOrigin::Keychain:
        return store.isInEnvironment(service)
            ? CredentialsSection::tr("From the keychain, which goes before the environment")
            : CredentialsSection::tr("From the keychain");
    case CredentialsOrigin::Environment:
        return CredentialsSection::tr("From the environment");
    }
    Q_UNREACHABLE();
}

CredentialsSection::CredentialsSection(QString service, CredentialsAccess access, QWidget *parent)
    : QWidget(parent)
    , m_service(std::move(service))
    , m_access(std::move(access))
{
    const auto &theme = Theme::instance();
    setObjectName(QStringLiteral("credentials_") + m_service);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(theme.space(3));
    layout->setVerticalSpacing(theme.space(2));
    layout->setColumnStretch(1, 1);
    // The fields of all sections begin at one edge.
    layout->setColumnMinimumWidth(
        0, QFontMetrics(theme.font(TypeStep::Body)).horizontalAdvance(tr("Client access &token")));
    makeHead(layout);
    makeFields(layout);
    makeFoot(layout);
    showOrigin();
    edit();
}

bool CredentialsSection::isSpotify() const
{
    return m_service == QLatin1String("spotify");
}

void CredentialsSection::makeHead(QGridLayout *layout)
{
    const auto &theme = Theme::instance();
    auto *title = new QLabel(serviceLabel(m_service), this);
    title->setFont(theme.font(TypeStep::Strong));
    m_origin = makeNote({}, this);
    m_origin->setObjectName(QStringLiteral("origin_") + m_service);
    m_origin->setWordWrap(false);
    m_origin->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred); // the link stands at the end
    auto *line = new FlowLayout;
    line->setSpacing(theme.space(3));
    line->addWidget(title);
    line->addWidget(m_origin);
    line->addWidget(
        isSpotify()
            ? makeLink(tr("Get them at Spotify"), QStringLiteral("https://developer.spotify.com/dashboard"), this)
            : makeLink(tr("Get one at Genius"), QStringLiteral("https://genius.com/api-clients"), this));
    layout->addLayout(line, 0, 0, 1, 3);
    layout->addWidget(
        makeNote(isSpotify()
                     ? tr("Finds artists, albums and tracks. Create an app there; its settings show both. An app made "
                          "today is in development mode: its owner needs Spotify Premium, and it gets some hundred "
                          "calls a day. Linernotes spares them, waits for the next ones, and goes on.")
                     : tr("Knows producers, writers and their pages. Create an API client there and let it generate an "
                          "access token."),
                 this),
        1, 0, 1, 3);
}

void CredentialsSection::makeFields(QGridLayout *layout)
{
    const auto add = [&](const QString &label, const QString &objectName, const QString &name, bool isSecret) {
        auto *field = makeField(objectName, name, isSecret);
        auto *caption = new QLabel(label, this);
        caption->setBuddy(field);
        const auto row = layout->rowCount();
        layout->addWidget(caption, row, 0);
        layout->addWidget(field, row, 1, 1, 2);
    };
    if (isSpotify()) {
        add(tr("Client &id"), QStringLiteral("spotifyClientId"), tr("Spotify client id"), false);
        add(tr("Client &secret"), QStringLiteral("spotifyClientSecret"), tr("Spotify client secret"), true);
    } else {
        add(tr("Client access &token"), QStringLiteral("geniusAccessToken"), tr("Genius client access token"), true);
    }
    setGiven(m_access.store->credentials());
}

QLineEdit *CredentialsSection::makeField(const QString &objectName, const QString &name, bool isSecret)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(objectName);
    field->setAccessibleName(name);
    if (isSecret)
        field->setEchoMode(QLineEdit::Password);
    connect(field, &QLineEdit::textChanged, this, &CredentialsSection::edit);
    connect(field, &QLineEdit::textEdited, this, [this] { m_isEdited = true; });
    m_fields.append(field);
    return field;
}

void CredentialsSection::makeFoot(QGridLayout *layout)
{
    m_test = new QPushButton(tr("Test"), this);
    m_test->setObjectName(QStringLiteral("test_") + m_service);
    m_test->setAccessibleName(tr("Test the credentials of %1").arg(serviceLabel(m_service)));
    m_test->setToolTip(tr("Asks %1 with them, by one call").arg(serviceLabel(m_service)));
    m_test->setAutoDefault(false);
    m_forget = new QPushButton(tr("Remove from the keychain…"), this);
    m_forget->setObjectName(QStringLiteral("forget_") + m_service);
    m_forget->setAutoDefault(false);
    m_verdict = new VerdictLine(this);
    m_verdict->setObjectName(QStringLiteral("verdict_") + m_service);
    auto policy = m_verdict->sizePolicy();
    policy.setHorizontalPolicy(QSizePolicy::Expanding);
    policy.setRetainSizeWhenHidden(true); // what removes is far from what tests
    m_verdict->setSizePolicy(policy);
    auto *line = new FlowLayout;
    line->setSpacing(Theme::instance().space(3));
    for (auto *part :
         {static_cast<QWidget *>(m_test), static_cast<QWidget *>(m_verdict), static_cast<QWidget *>(m_forget)})
        line->addWidget(part);
    layout->addLayout(line, layout->rowCount(), 1, 1, 2);
    connect(m_test, &QPushButton::clicked, this, &CredentialsSection::test);
    connect(m_forget, &QPushButton::clicked, this, &CredentialsSection::askToForget);
}

Credentials CredentialsSection::given() const
{
    const auto text = [this](qsizetype field) { return m_fields.at(field)->text().trimmed(); };
    if (isSpotify())
        return {.spotifyClientId = text(0), .spotifyClientSecret = text(1), .geniusAccessToken = {}};
    return {.spotifyClientId = {}, .spotifyClientSecret = {}, .geniusAccessToken = text(0)};
}

void CredentialsSection::setGiven(const Credentials &credentials)
{
    m_fields.at(0)->setText(isSpotify() ? credentials.spotifyClientId : credentials.geniusAccessToken);
    if (isSpotify())
        m_fields.at(1)->setText(credentials.spotifyClientSecret);
}

bool CredentialsSection::isEmpty() const
{
    return std::ranges::all_of(m_fields, [](const QLineEdit *field) { return field->text().trimmed().isEmpty(); });
}

bool CredentialsSection::isHalf() const
{
    return !isEmpty() && !hasCredentials(given(), m_service);
}

/// Neither service gives any: something else was copied with it, or something else altogether.
bool CredentialsSection::hasBlankInside() const
{
    return std::ranges::any_of(m_fields, [](const QLineEdit *field) {
        return std::ranges::any_of(field->text().trimmed(), [](QChar sign) { return sign.isSpace(); });
    });
}

void CredentialsSection::showOrigin()
{
    const bool isNone = m_access.store->origin(m_service) == CredentialsOrigin::None && !m_access.store->isLocked();
    m_origin->setText(isNone ? QString() : originLabel(*m_access.store, m_service));
    m_forget->setVisible(m_access.store->isKept(m_service));
}

void CredentialsSection::edit()
{
    ++m_edits;
    m_isAsking = false;
    if (!m_test)
        return; // the fields are being made
    m_test->setText(tr("Test"));
    m_test->setEnabled(isWhole() && !hasBlankInside());
    m_verdict->setVerdict(std::nullopt);
    if (hasBlankInside())
        m_verdict->setVerdict(CredentialsVerdict{.service = m_service,
                                                 .kind = CredentialsVerdict::Kind::Refused,
                                                 .message = tr("No key has a blank inside. Copy it again.")});
    Q_EMIT edited();
}

/// Its button stays as it is meanwhile: of one that is disabled the focus would go on to the next.
void CredentialsSection::test()
{
    if (std::exchange(m_isAsking, true))
        return;
    m_verdict->setBusy();
    whenDone(m_access.test(m_service, given()), this, [this, edits = m_edits](const CredentialsVerdict &verdict) {
        if (edits != m_edits)
            return;
        m_isAsking = false;
        m_test->setText(tr("Test again"));
        m_verdict->setVerdict(verdict);
    });
}

void CredentialsSection::readAgain()
{
    setGiven(m_access.store->credentials());
    m_isEdited = false;
    showOrigin();
}

void CredentialsSection::askToForget()
{
    auto *box = new PlainBox(
        QStringLiteral("forgetBox"), tr("Remove from the keychain"),
        tr("Delete the credentials of %1 from the keychain?").arg(serviceLabel(m_service)),
        m_access.store->isInEnvironment(m_service)
            ? tr("Those of the environment are used instead.")
            : tr("Its work waits until you give others. %1 can show you these again.").arg(serviceLabel(m_service)),
        this);
    box->addButton(QMessageBox::Cancel);
    auto *accept = box->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    accept->setObjectName(QStringLiteral("forgetAccept"));
    box->setDefaultButton(QMessageBox::Cancel);
    connect(accept, &QAbstractButton::clicked, this, &CredentialsSection::forget);
    box->open();
}

void CredentialsSection::forget()
{
    whenDone(m_access.store->forget(m_service), this, [this](const Result<bool> &forgotten) {
        if (!forgotten) {
            Q_EMIT failed(forgotten.error().message);
            return;
        }
        readAgain();
    });
}

} // namespace linernotes::ui
