// SPDX-License-Identifier: GPL-3.0-or-later
#include "headless/commands.h"

#include "environment.h"
#include "headless/report.h"
#include "headless/seeds.h"
#include "headless/session.h"
#include "headless/waiting.h"
#include "store/annotations.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace linernotes
{
namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Commands", text);
}

/// A terminal obeys what stands in a text: control characters from outside must not reach it.
QString harmless(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control && c != u'\n')
            c = QChar::ReplacementCharacter;
    }
    return text;
}

/// As the filter compares them.
Result<void> checkChoice(QString &value, const QStringList &known, const QString &unknown)
{
    if (value.isEmpty())
        return {};
    for (const auto &one : known) {
        if (Annotations::tagKey(one) == Annotations::tagKey(value)) {
            value = one;
            return {};
        }
    }
    return failure(ErrorCategory::InvalidInput,
                   unknown.arg(value, known.isEmpty() ? tr("none") : known.join(QStringLiteral(", "))));
}

/// A platform or a tag that nobody has would give an empty file, which looks like a result.
Result<void> checkChoices(Engine &engine, ProducerQuery &query)
{
    if (query.platform.isEmpty() && query.tag.isEmpty())
        return {};
    const auto choices = wait(engine.producers().choices());
    if (!choices)
        return failure(choices.error());
    if (auto platform = checkChoice(query.platform, choices->platforms, tr("Nobody is on “%1”. The platforms: %2."));
        !platform)
        return platform;
    return checkChoice(query.tag, choices->tags, tr("Nobody has the tag “%1”. The tags: %2."));
}

} // namespace

void say(const QByteArray &data)
{
    std::fwrite(data.constData(), 1, static_cast<std::size_t>(data.size()), stdout);
    std::fflush(stdout);
}

void say(const QString &text)
{
    say(harmless(text).toLocal8Bit());
}

void tell(const QString &text)
{
    const auto bytes = harmless(text).toLocal8Bit() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
}

int complain(const QString &message, int exitCode)
{
    tell(QStringLiteral("linernotes: ") + message);
    return exitCode;
}

int complain(const Error &error)
{
    return complain(error.message, error.category == ErrorCategory::InvalidInput ? ExitUsage : ExitFailed);
}

int seedCommand(const CommandLine &line, const SeedCommand &command)
{
    const auto seeds = readSeeds(command.seeds, command.seedFile);
    if (!seeds)
        return complain(seeds.error().message, ExitUsage);
    const auto session = Session::open(line, Session::Use::Work);
    if (!session)
        return complain(session.error().message, ExitFailed);
    const auto receipt = wait(session->engine->seed(seeds->runName, seeds->artists));
    if (!receipt)
        return complain(receipt.error().message, ExitFailed);
    if (command.json) {
        const QJsonObject object{
            {QStringLiteral("run_id"), receipt->runId > 0 ? QJsonValue(receipt->runId) : QJsonValue()},
            {QStringLiteral("queued"), receipt->queued},
            {QStringLiteral("known"), receipt->known}};
        say(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
    } else {
        say(seededText(*receipt) + QLatin1Char('\n'));
    }
    return ExitDone;
}

int statusCommand(const CommandLine &line, const StatusCommand &command)
{
    const auto session = Session::open(line, Session::Use::Read);
    if (!session)
        return complain(session.error().message, ExitFailed);
    const auto snapshot = wait(session->engine->snapshot());
    if (!snapshot)
        return complain(snapshot.error().message, ExitFailed);
    const auto violations = wait(session->engine->checkConservation());
    if (!violations)
        return complain(violations.error().message, ExitFailed);
    if (command.json)
        say(toJsonLine(**snapshot));
    else
        say(toTable(**snapshot));
    for (const auto &violation : *violations)
        tell(tr("%1 does not add up: %2").arg(violation.queue, violation.what));
    return violations->empty() ? ExitDone : ExitFailed;
}

int exportCommand(const CommandLine &line, const ExportCommand &command)
{
    const auto session = Session::open(line, Session::Use::Read);
    if (!session)
        return complain(session.error().message, ExitFailed);
    auto request = command.request;
    if (const auto known = checkChoices(*session->engine, request.producers); !known)
        return complain(known.error());
    const auto receipt = wait(session->engine->exportRows(request));
    if (!receipt)
        return complain(receipt.error().message, ExitFailed);
    if (!command.request.isToStandardOutput())
        tell(tr("%1 rows written to %2").arg(receipt->rows).arg(QDir::toNativeSeparators(receipt->path)));
    return ExitDone;
}

} // namespace linernotes
