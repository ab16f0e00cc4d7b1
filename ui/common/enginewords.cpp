// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/enginewords.h"

#include "common/wording.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <array>
#include <vector>

namespace linernotes::ui
{
namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("linernotes::ui", text);
}

/// As they stand in engine/, which a rule of the house checks. Nothing but a reason of its own follows a colon.
constexpr std::array reasons{
    QT_TRANSLATE_NOOP("linernotes::ui", "held open by hand"),
    QT_TRANSLATE_NOOP("linernotes::ui", "too many failures"),
    QT_TRANSLATE_NOOP("linernotes::ui", "the database can't be written to"),
    QT_TRANSLATE_NOOP("linernotes::ui", "keeps failing: %1"),
    QT_TRANSLATE_NOOP("linernotes::ui", "answers take longer than %1 s"),
    QT_TRANSLATE_NOOP("linernotes::ui", "no connection within %1 s"),
    QT_TRANSLATE_NOOP("linernotes::ui", "no complete answer within %1 s"),
    QT_TRANSLATE_NOOP("linernotes::ui", "the answer ended in its middle"),
    QT_TRANSLATE_NOOP("linernotes::ui", "HTTP %1 without a word"),
    QT_TRANSLATE_NOOP("linernotes::ui", "asked us to slow down"),
    QT_TRANSLATE_NOOP("linernotes::ui", "says that it is not available"),
    QT_TRANSLATE_NOOP("linernotes::ui", "daily quota used up"),
    QT_TRANSLATE_NOOP("linernotes::ui", "says that its calls are used up"),
    QT_TRANSLATE_NOOP("linernotes::ui", "the day's %1 calls of “%2” are used up"),
    QT_TRANSLATE_NOOP("linernotes::ui", "Spotify's client id and secret are missing"),
    QT_TRANSLATE_NOOP("linernotes::ui", "Spotify refused the client id or secret: %1"),
    QT_TRANSLATE_NOOP("linernotes::ui", "Genius's access token is missing"),
    QT_TRANSLATE_NOOP("linernotes::ui", "it is not asked without a contact"),
    QT_TRANSLATE_NOOP("linernotes::ui", "not JSON: %1 at byte %2"),
    QT_TRANSLATE_NOOP("linernotes::ui", "expected an object"),
    QT_TRANSLATE_NOOP("linernotes::ui", "expected a string"),
    QT_TRANSLATE_NOOP("linernotes::ui", "expected a string or null"),
    QT_TRANSLATE_NOOP("linernotes::ui", "expected a whole number"),
    QT_TRANSLATE_NOOP("linernotes::ui", "expected true, false or null"),
    QT_TRANSLATE_NOOP("linernotes::ui", "expected a number of at least %1"),
    QT_TRANSLATE_NOOP("linernotes::ui", "expected at most %1 characters"),
    QT_TRANSLATE_NOOP("linernotes::ui", "expected a Spotify id (22 letters and digits)"),
    QT_TRANSLATE_NOOP("linernotes::ui", "expected an artist_id or a name"),
    QT_TRANSLATE_NOOP("linernotes::ui", "expected some of album,single,compilation,appears_on"),
    QT_TRANSLATE_NOOP("linernotes::ui", "expected a country as two letters"),
    QT_TRANSLATE_NOOP("linernotes::ui", "expected musicbrainz, or no source for all of them"),
};

const QHash<QString, const char *> &circuitEvents()
{
    static const QHash<QString, const char *> labels{
        {QStringLiteral("closed"), QT_TRANSLATE_NOOP("linernotes::ui", "Closed again")},
        {QStringLiteral("open"), QT_TRANSLATE_NOOP("linernotes::ui", "Opened")},
        {QStringLiteral("half_open"), QT_TRANSLATE_NOOP("linernotes::ui", "Tried again")},
        {QStringLiteral("forced_open"), QT_TRANSLATE_NOOP("linernotes::ui", "Held open by hand")},
        {QStringLiteral("forced_closed"), QT_TRANSLATE_NOOP("linernotes::ui", "Held closed by hand")},
        {QStringLiteral("released"), QT_TRANSLATE_NOOP("linernotes::ui", "Left to the calls again")},
        {QStringLiteral("probe"), QT_TRANSLATE_NOOP("linernotes::ui", "Tried by hand")}};
    return labels;
}

struct Form {
    const char *text;
    QRegularExpression shape; ///< of the text, with a group for each of its places
};

std::vector<Form> makeForms()
{
    std::vector<Form> forms;
    static const QRegularExpression place(QStringLiteral("\\\\%\\d"));
    for (const auto *text : reasons) {
        auto shape = QRegularExpression::escape(QString::fromUtf8(text));
        shape.replace(place, QStringLiteral("(.+)"));
        forms.push_back({text, QRegularExpression(QRegularExpression::anchoredPattern(shape))});
    }
    return forms;
}

} // namespace

QString reasonLabel(const QString &reason)
{
    static const auto forms = makeForms();
    for (const auto &form : forms) {
        const auto match = form.shape.match(reason);
        if (!match.hasMatch())
            continue;
        auto label = tr(form.text);
        for (int i = 1; i <= match.lastCapturedIndex(); ++i)
            label.replace(QLatin1Char('%') + QString::number(i), reasonLabel(match.captured(i)));
        return label;
    }
    return reason;
}

QString matchReasonLabel(const QString &reason)
{
    static const QHash<QString, const char *> labels{
        {QStringLiteral("spotify-uri"), QT_TRANSLATE_NOOP("linernotes::ui", "the song links to this Spotify track")},
        {QStringLiteral("other spotify-uri"),
         QT_TRANSLATE_NOOP("linernotes::ui", "the song links to another Spotify track")},
        {QStringLiteral("title exact"), QT_TRANSLATE_NOOP("linernotes::ui", "same title")},
        {QStringLiteral("artist exact"), QT_TRANSLATE_NOOP("linernotes::ui", "same artist")},
        {QStringLiteral("features differ"), QT_TRANSLATE_NOOP("linernotes::ui", "other featured artists")},
        {QStringLiteral("translation"), QT_TRANSLATE_NOOP("linernotes::ui", "a translation")}};
    if (const auto *label = labels.value(reason, nullptr))
        return tr(label);
    struct Form {
        QLatin1String start;
        const char *label = nullptr;
        bool isShare = false;
    };
    static constexpr std::array forms{
        Form{QLatin1String("title "), QT_TRANSLATE_NOOP("linernotes::ui", "titles alike to %1"), true},
        Form{QLatin1String("artist "), QT_TRANSLATE_NOOP("linernotes::ui", "artists alike to %1"), true},
        Form{QLatin1String("version differs: "), QT_TRANSLATE_NOOP("linernotes::ui", "another version (%1)"), false},
        Form{QLatin1String("version equal: "), QT_TRANSLATE_NOOP("linernotes::ui", "same version (%1)"), false}};
    for (const auto &form : forms) {
        if (!reason.startsWith(form.start))
            continue;
        const auto rest = reason.mid(form.start.size());
        bool isNumber = false;
        const auto share = rest.toDouble(&isNumber);
        if (form.isShare && isNumber)
            return tr(form.label).arg(percent(share));
        if (!form.isShare)
            return tr(form.label).arg(rest);
    }
    return reason;
}

QString circuitEventLabel(const QString &event)
{
    const auto *label = circuitEvents().value(event, nullptr);
    return label ? tr(label) : event;
}

QStringList circuitEventNames()
{
    return circuitEvents().keys();
}

} // namespace linernotes::ui
