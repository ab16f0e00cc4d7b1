// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadletters/editflaw.h"

#include "common/enginewords.h"
#include "common/wording.h"
#include "messages/messages.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonParseError>
#include <QRegularExpression>

#include <algorithm>

namespace linernotes::ui
{
namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("linernotes::ui", text);
}

QString syntaxLabel(QJsonParseError::ParseError error)
{
    switch (error) {
    case QJsonParseError::UnterminatedObject:
    case QJsonParseError::TerminationByNumber: // the text ends with it
        return tr("“}” or “,” is missing");
    case QJsonParseError::UnterminatedArray:
        return tr("“]” or “,” is missing");
    case QJsonParseError::MissingNameSeparator:
        return tr("“:” is missing");
    case QJsonParseError::MissingValueSeparator:
        return tr("“,” is missing");
    case QJsonParseError::MissingObject:
        return tr("a name in quotes is missing");
    case QJsonParseError::UnterminatedString:
        return tr("the closing quote is missing");
    case QJsonParseError::IllegalNumber: // a word without quotes too
    case QJsonParseError::IllegalValue:
        return tr("this is no value");
    case QJsonParseError::GarbageAtEnd:
        return tr("nothing may follow the last “}”");
    default:
        return tr("this is no JSON");
    }
}

EditFlaw syntaxFlaw(const QString &text, const QByteArray &bytes, const QJsonParseError &problem)
{
    if (text.trimmed().isEmpty())
        return {.what = tr("There is no message.")};
    // What ends too early is missed after its last sign, not in the blanks below it.
    qsizetype last = text.size() - 1;
    while (last > 0 && text.at(last).isSpace())
        --last;
    const auto place = std::clamp<qsizetype>(QString::fromUtf8(bytes.left(problem.offset)).size(), 0, last);
    const bool isValueMissing = problem.error == QJsonParseError::MissingObject
        && text.left(place).trimmed().endsWith(QLatin1Char(':')); // to the parser that is a missing name too
    return {.what = isValueMissing ? tr("a value is missing") : syntaxLabel(problem.error), .at = place, .length = 1};
}

/// The parser names the field: "$.recording_id: expected a number of at least 1".
EditFlaw fieldFlaw(const QString &text, const QString &problem)
{
    static const QRegularExpression form(QStringLiteral("\\A\\$\\.?([^:]*): (.*)\\z"));
    const auto match = form.match(problem);
    if (!match.hasMatch())
        return {.what = problem};
    const auto field = match.captured(1);
    const auto what = reasonLabel(match.captured(2));
    if (field.isEmpty())
        return {.what = what};
    const QRegularExpression name(QStringLiteral("\"%1\"\\s*:").arg(QRegularExpression::escape(field)));
    const auto at = name.match(text).capturedStart();
    return {.what = tr("%1: %2").arg(field, what), .at = at, .length = at < 0 ? 0 : field.size() + 2};
}

} // namespace

std::optional<EditFlaw> flawIn(const DeadLetter &letter, const QString &text)
{
    const auto bytes = text.toUtf8();
    QJsonParseError problem;
    QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError)
        return syntaxFlaw(text, bytes, problem);
    const auto checked = checkedEdit(letter, text);
    if (checked)
        return std::nullopt;
    const auto stage = stageOfQueue(letter.queue);
    if (!stage)
        return EditFlaw{.what = errorText(checked.error())};
    return fieldFlaw(text, parseMessage(*stage, text).error().message);
}

QString flawLabel(const EditFlaw &flaw, const QString &text)
{
    if (flaw.at < 0)
        return asSentence(flaw.what);
    const auto before = text.left(flaw.at);
    const auto column = flaw.at - before.lastIndexOf(QLatin1Char('\n'));
    return asSentence(
        tr("Line %1, column %2: %3").arg(number(before.count(QLatin1Char('\n')) + 1), number(column), flaw.what));
}

} // namespace linernotes::ui
