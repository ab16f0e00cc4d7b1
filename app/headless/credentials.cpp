// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/credentialstester.h"
#include "environment.h"
#include "headless/commands.h"
#include "headless/credentialsreading.h"
#include "headless/secretinput.h"
#include "headless/session.h"
#include "headless/waiting.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace linernotes
{
namespace
{

using Action = CredentialsCommand::Action;

QString tr(const char *text)
{
    return QCoreApplication::translate("CredentialsCommand", text);
}

QByteArray toLine(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QStringList wanted(const CredentialsCommand &command)
{
    return command.service.isEmpty() ? CredentialStore::services() : QStringList{command.service};
}

QString originText(const CredentialStore &store, const QString &service)
{
    switch (store.origin(service)) {
    case CredentialsOrigin::None:
        return tr("none");
    case CredentialsOrigin::Session:
        return tr("for this session only");
    case CredentialsOrigin::Keychain:
        return store.isInEnvironment(service) ? tr("from the keychain, which goes before the environment")
                                              : tr("from the keychain");
    case CredentialsOrigin::Environment:
        return tr("from the environment");
    }
    Q_UNREACHABLE();
}

/// Where they come from, and nothing of what they are.
int show(const CredentialsCommand &command)
{
    const auto store = readCredentials(Patience::UntilUnlocked);
    QJsonArray services;
    QString text;
    for (const auto &service : wanted(command)) {
        services.append(QJsonObject{{QStringLiteral("service"), service},
                                    {QStringLiteral("origin"), originName(store->origin(service))},
                                    {QStringLiteral("in_keychain"), store->isKept(service)},
                                    {QStringLiteral("in_environment"), store->isInEnvironment(service)}});
        text += QStringLiteral("%1: %2\n").arg(service, originText(*store, service));
    }
    const auto &problem = store->keychainProblem();
    if (command.json) {
        say(toLine({{QStringLiteral("services"), services},
                    {QStringLiteral("keychain_problem"), problem.isEmpty() ? QJsonValue() : QJsonValue(problem)}}));
        return ExitDone;
    }
    say(text);
    if (!problem.isEmpty())
        tell(problem);
    return ExitDone;
}

std::optional<Credentials> readGiven(const QString &service)
{
    Credentials given;
    if (service == QLatin1String("genius")) {
        given.geniusAccessToken = readLine(tr("Genius client access token: "), true).value_or(QString());
    } else {
        given.spotifyClientId = readLine(tr("Spotify client id: "), false).value_or(QString());
        given.spotifyClientSecret = readLine(tr("Spotify client secret: "), true).value_or(QString());
    }
    static const QRegularExpression blank(QStringLiteral("\\s"));
    for (const auto &key : {given.spotifyClientId, given.spotifyClientSecret, given.geniusAccessToken}) {
        if (key.contains(blank)) // none of them has any: a piece of something else was pasted
            return std::nullopt;
    }
    if (!hasCredentials(given, service))
        return std::nullopt;
    return given;
}

int set(const CredentialsCommand &command)
{
    const auto given = readGiven(command.service);
    if (!given) {
        return complain(
            command.service == QLatin1String("genius")
                ? tr("nothing was kept: one line without blanks is needed, the access token")
                : tr("nothing was kept: two lines without blanks are needed, the client id and the client secret"),
            ExitUsage);
    }
    CredentialStore store(Keychain::ofSystem(), {});
    if (const auto kept = wait(store.keep(command.service, *given)); !kept) {
        tell(tr("Without a keychain, set SPOTIFY_CLIENT_ID, SPOTIFY_CLIENT_SECRET and GENIUS_ACCESS_TOKEN in the "
                "environment."));
        return complain(kept.error().message, ExitFailed);
    }
    if (command.json)
        say(toLine({{QStringLiteral("service"), command.service}, {QStringLiteral("in_keychain"), true}}));
    else
        tell(tr("Kept in the keychain. “linernotes credentials test %1” tries them.").arg(command.service));
    return ExitDone;
}

int forget(const CredentialsCommand &command)
{
    const auto store = readCredentials(Patience::UntilUnlocked);
    const auto erased = wait(store->forget(command.service));
    if (!erased)
        return complain(erased.error().message, ExitFailed);
    if (command.json) {
        say(toLine({{QStringLiteral("service"), command.service},
                    {QStringLiteral("in_keychain"), false},
                    {QStringLiteral("deleted"), *erased}}));
        return ExitDone;
    }
    tell(*erased ? tr("Deleted from the keychain.") : tr("The keychain has none of %1.").arg(command.service));
    return ExitDone;
}

/// What asks, and with which credentials. Where there is a database, its engine: then the calls are counted.
struct Examiner {
    std::optional<Session> session;
    std::unique_ptr<CredentialsTester> alone;
    Credentials credentials;

    QFuture<CredentialsVerdict> test(const QString &service)
    {
        return session ? session->engine->testCredentials(service, credentials)
                       : alone->test(service, credentials, false);
    }
};

Result<Examiner> makeExaminer(const CommandLine &line)
{
    Examiner examiner;
    const auto named = namedDatabase(line.database);
    if (line.demo || QFileInfo::exists(named.isEmpty() ? ownDatabase(Catalogue::Real) : named)) {
        const auto credentials = line.demo ? Credentials() : readCredentials(Patience::UntilUnlocked)->credentials();
        auto session = Session::open(line, line.demo ? Session::Use::Work : Session::Use::Read, credentials);
        if (!session)
            return failure(session.error());
        examiner.credentials = session->engine->credentials();
        examiner.session = std::move(*session);
        return examiner;
    }
    auto settings = Settings::defaults();
    if (auto applied = applyEnvironment(settings); !applied)
        return failure(applied.error());
    for (auto setting = line.settings.cbegin(); setting != line.settings.cend(); ++setting) {
        if (auto taken = settings.set(setting.key(), setting.value()); !taken)
            return failure(taken.error());
    }
    examiner.credentials = readCredentials(Patience::UntilUnlocked)->credentials();
    examiner.alone = std::make_unique<CredentialsTester>(settings, Clock::system(), nullptr);
    return examiner;
}

int test(const CommandLine &line, const CredentialsCommand &command)
{
    auto examiner = makeExaminer(line);
    if (!examiner)
        return complain(examiner.error().message, ExitFailed);
    bool areWorking = true;
    for (const auto &service : wanted(command)) {
        const auto verdict = wait(examiner->test(service));
        areWorking = areWorking && verdict.isWorking();
        const auto until = verdict.until ? toIsoText(*verdict.until) : QString();
        if (command.json) {
            say(toLine({{QStringLiteral("service"), service},
                        {QStringLiteral("verdict"), verdictName(verdict.kind)},
                        {QStringLiteral("message"), verdict.message},
                        {QStringLiteral("until"), until.isEmpty() ? QJsonValue() : QJsonValue(until)}}));
        } else {
            auto text = QStringLiteral("%1: %2").arg(service, verdict.message);
            if (!until.isEmpty())
                text += tr(" (until %1)").arg(until);
            say(text + QLatin1Char('\n'));
        }
    }
    return areWorking ? ExitDone : ExitFailed;
}

} // namespace

int credentialsCommand(const CommandLine &line, const CredentialsCommand &command)
{
    switch (command.action) {
    case Action::Show:
        return show(command);
    case Action::Set:
        return set(command);
    case Action::Delete:
        return forget(command);
    case Action::Test:
        return test(line, command);
    }
    Q_UNREACHABLE();
}

} // namespace linernotes
