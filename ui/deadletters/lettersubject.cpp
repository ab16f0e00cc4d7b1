// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadletters/lettersubject.h"

#include "common/jsontext.h"
#include "common/wording.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace linernotes::ui
{
namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("linernotes::ui", text);
}

/// By its id, where the catalogue knows no name yet.
QString nameless(const QJsonObject &message)
{
    static constexpr std::array forms{std::pair("artist_id", QT_TRANSLATE_NOOP("linernotes::ui", "Artist %1")),
                                      std::pair("album_id", QT_TRANSLATE_NOOP("linernotes::ui", "Album %1")),
                                      std::pair("recording_id", QT_TRANSLATE_NOOP("linernotes::ui", "Recording %1")),
                                      std::pair("person_id", QT_TRANSLATE_NOOP("linernotes::ui", "Person %1"))};
    for (const auto &[field, label] : forms) {
        const auto value = message.value(QLatin1String(field));
        if (value.isString() || value.isDouble())
            return tr(label).arg(value.isDouble() ? QString::number(value.toInteger()) : value.toString());
    }
    return {};
}

} // namespace

QString subjectLabel(const DeadLetterRow &letter)
{
    const auto message = QJsonDocument::fromJson(letter.message.toUtf8()).object();
    QStringList parts{letter.subject.isEmpty() ? nameless(message) : letter.subject.simplified()};
    if (parts.front().isEmpty())
        return inOneLine(letter.message);
    if (const auto offset = message.value(QLatin1String("offset")).toInteger(); offset > 0)
        parts.append(tr("from no. %1").arg(number(offset + 1)));
    if (const auto source = message.value(QLatin1String("source")).toString(); !source.isEmpty())
        parts.append(serviceLabel(source));
    return parts.join(QStringLiteral(" · "));
}

} // namespace linernotes::ui
