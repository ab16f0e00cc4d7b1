// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks.h"
#include "claims.h"
#include "faultplace.h"
#include "messages/messages.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace linernotes::fuzz
{
namespace
{

/// Digits that a double can't hold must not be bent to others: a bent id is another person.
void checkNumbers(const QString &text, const AnyMessage &message, Claims &claims)
{
    const auto original = QJsonDocument::fromJson(text.toUtf8()).object();
    const auto read = QJsonDocument::fromJson(toJson(message).toUtf8()).object();
    for (const auto &field : {QStringLiteral("offset"), QStringLiteral("recording_id"), QStringLiteral("person_id")}) {
        if (read.contains(field))
            claims.that(read.value(field).toInteger() == original.value(field).toInteger(-1),
                        "a number is read as it is written");
    }
}

void checkUnderstood(StageId stage, const QString &text, const AnyMessage &message, Claims &claims)
{
    claims.that(stageOf(message) == stage, "a message belongs to the stage that it was read for");
    claims.that(!ledgerKey(message).isEmpty(), "a message has a key in the ledger");
    const auto again = parseMessage(stage, toJson(message));
    claims.that(again && *again == message, "what is queued is understood as it was");
    claims.that(again && ledgerKey(*again) == ledgerKey(message), "the ledger knows the message again");
    checkNumbers(text, message, claims);
}

} // namespace

QString checkMessage(const QByteArray &input)
{
    Claims claims;
    const auto text = QString::fromUtf8(input);
    for (const auto stage : allStages) {
        const auto message = parseMessage(stage, text);
        if (message) {
            checkUnderstood(stage, text, *message, claims);
        } else {
            claims.that(message.error().category == ErrorCategory::InvalidMessage, "a bad message is called so");
            checkPlace(message.error().message, text.toUtf8(), claims);
        }
    }
    return claims.broken();
}

} // namespace linernotes::fuzz
