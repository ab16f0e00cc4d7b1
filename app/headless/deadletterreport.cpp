// SPDX-License-Identifier: GPL-3.0-or-later
#include "headless/deadletterreport.h"

#include "core/error.h"
#include "store/deadlettermessage.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace linernotes
{
namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("DeadLetterReport", text);
}

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QString stateName(DeadLetterState state)
{
    switch (state) {
    case DeadLetterState::Dead:
        return QStringLiteral("dead");
    case DeadLetterState::Replayed:
        return QStringLiteral("replayed");
    case DeadLetterState::Discarded:
        return QStringLiteral("discarded");
    }
    Q_UNREACHABLE();
}

template <typename T, typename Convert>
QJsonValue orNull(const std::optional<T> &value, Convert convert)
{
    return value ? QJsonValue(convert(*value)) : QJsonValue();
}

QJsonObject attemptJson(const Attempt &attempt)
{
    return {{QStringLiteral("at"), toIsoText(attempt.at)},
            {QStringLiteral("category"), attempt.category},
            {QStringLiteral("http_status"), attempt.httpStatus},
            {QStringLiteral("error"), attempt.error}};
}

QString row(const QString &name, const QString &value)
{
    constexpr int nameWidth = 12;
    return value.isEmpty() ? QString() : name.leftJustified(nameWidth) + QLatin1Char(' ') + value + QLatin1Char('\n');
}

QString standing(const DeadLetter &letter)
{
    const auto at = letter.endedAt ? toIsoText(*letter.endedAt) : QString();
    if (letter.state == DeadLetterState::Replayed)
        return tr("sent again as message %1 at %2").arg(letter.replayedAs.value_or(0)).arg(at);
    if (letter.state == DeadLetterState::Discarded)
        return tr("discarded at %1: %2").arg(at, letter.discardReason);
    return tr("dead");
}

/// The artists that an ambiguous name may mean, one a line, to choose from by id.
QString candidateLines(const DeadLetter &letter)
{
    QString text;
    for (const auto &candidate : candidatesOf(letter)) {
        text += row(tr("candidate"),
                    QStringLiteral("%1 %2 %3")
                        .arg(candidate.spotifyId.simplified(), QString::number(candidate.score, 'f', 2),
                             candidate.name.simplified()));
    }
    return text;
}

QString evidenceText(const DeadLetter &letter)
{
    if (letter.category == categoryName(ErrorCategory::Ambiguous))
        return candidateLines(letter);
    if (letter.evidence.isEmpty())
        return {};
    return tr("evidence:\n") + QString::fromUtf8(letter.evidence) + u'\n';
}

} // namespace

QString toTable(const std::vector<DeadLetterGroup> &groups)
{
    if (groups.empty())
        return tr("There are no dead letters.\n");
    QString text = tr("group       count  last                  queue                    category         error\n");
    for (const auto &group : groups) {
        text += QStringLiteral("%1 %2  %3  %4 %5 %6")
                    .arg(group.key.leftJustified(10), QString::number(group.letters).rightJustified(6),
                         toIsoText(group.last).leftJustified(20), group.queue.leftJustified(24),
                         group.category.leftJustified(16), group.title.simplified());
        if (group.replayedBefore > 0)
            text += tr(" (%1 replayed before)").arg(group.replayedBefore);
        text += u'\n';
    }
    return text;
}

QByteArray toJsonLines(const std::vector<DeadLetterGroup> &groups)
{
    QByteArray lines;
    for (const auto &group : groups) {
        lines += line({{QStringLiteral("group"), group.key},
                       {QStringLiteral("queue"), group.queue},
                       {QStringLiteral("category"), group.category},
                       {QStringLiteral("service"), group.service},
                       {QStringLiteral("endpoint"), group.endpoint},
                       {QStringLiteral("shape"), group.shape},
                       {QStringLiteral("count"), group.letters},
                       {QStringLiteral("first"), toIsoText(group.first)},
                       {QStringLiteral("last"), toIsoText(group.last)},
                       {QStringLiteral("replayed_before"), group.replayedBefore}});
    }
    return lines;
}

QString toLine(const DeadLetter &letter)
{
    return QStringLiteral("%1  %2  %3 %4 %5\n")
        .arg(QString::number(letter.id).rightJustified(8), toIsoText(letter.failedAt), letter.queue.leftJustified(24),
             letter.category.leftJustified(16), letter.error.simplified());
}

QByteArray toJsonLine(const DeadLetter &letter)
{
    QJsonArray attempts;
    for (const auto &attempt : letter.attempts)
        attempts.append(attemptJson(attempt));
    const auto number = [](qint64 value) { return value; };
    return line({{QStringLiteral("id"), letter.id},
                 {QStringLiteral("queue"), letter.queue},
                 {QStringLiteral("run_id"), letter.runId},
                 {QStringLiteral("message"), letter.message}, // as text: JSON numbers would bend large ones
                 {QStringLiteral("state"), stateName(letter.state)},
                 {QStringLiteral("category"), letter.category},
                 {QStringLiteral("error"), letter.error},
                 {QStringLiteral("http_status"), letter.httpStatus},
                 {QStringLiteral("service"), letter.service},
                 {QStringLiteral("endpoint"), letter.endpoint},
                 {QStringLiteral("evidence"), QString::fromUtf8(letter.evidence)},
                 {QStringLiteral("attempts"), attempts},
                 {QStringLiteral("group"), letter.group},
                 {QStringLiteral("read_count"), letter.readCount},
                 {QStringLiteral("enqueued_at"), toIsoText(letter.enqueuedAt)},
                 {QStringLiteral("failed_at"), toIsoText(letter.failedAt)},
                 {QStringLiteral("worker_version"), letter.workerVersion},
                 {QStringLiteral("replay_of"), orNull(letter.replayOf, number)},
                 {QStringLiteral("replays"), letter.replays},
                 {QStringLiteral("replayed_as"), orNull(letter.replayedAs, number)},
                 {QStringLiteral("ended_at"), orNull(letter.endedAt, toIsoText)},
                 {QStringLiteral("discard_reason"), letter.discardReason}});
}

QString toText(const DeadLetter &letter)
{
    QString text = row(tr("message"), QString::number(letter.id)) + row(tr("state"), standing(letter))
        + row(tr("queue"), letter.queue) + row(tr("run"), QString::number(letter.runId))
        + row(tr("category"), letter.category) + row(tr("error"), letter.error.simplified())
        + row(tr("HTTP status"), letter.httpStatus == 0 ? QString() : QString::number(letter.httpStatus))
        + row(tr("service"), letter.service) + row(tr("endpoint"), letter.endpoint) + row(tr("group"), letter.group)
        + row(tr("sent"), toIsoText(letter.enqueuedAt)) + row(tr("failed"), toIsoText(letter.failedAt))
        + row(tr("version"), letter.workerVersion);
    if (letter.replayOf)
        text += row(tr("replay of"), tr("%1 (replayed %2 times)").arg(*letter.replayOf).arg(letter.replays));
    text += row(tr("content"), letter.message.simplified());
    for (const auto &attempt : letter.attempts) {
        text +=
            row(tr("attempt"),
                QStringLiteral("%1 %2 %3").arg(toIsoText(attempt.at), attempt.category, attempt.error.simplified()));
    }
    return text + evidenceText(letter);
}

QByteArray toJsonLine(const BulkProgress &progress, const std::vector<qint64> &actions)
{
    QJsonArray numbers;
    for (const auto action : actions)
        numbers.append(action);
    if (actions.empty() && progress.action != 0)
        numbers.append(progress.action);
    return line({{QStringLiteral("actions"), numbers},
                 {QStringLiteral("selected"), progress.selected},
                 {QStringLiteral("done"), progress.done},
                 {QStringLiteral("skipped"), progress.skipped()},
                 {QStringLiteral("action"), progress.action == 0 ? QJsonValue() : QJsonValue(progress.action)}});
}

} // namespace linernotes
