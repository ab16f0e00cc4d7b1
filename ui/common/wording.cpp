// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/wording.h"

#include "core/servicerefusal.h"
#include "matching/rolewords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QGuiApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>

namespace linernotes::ui
{
namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("linernotes::ui", text);
}

QDateTime local(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(toMillis(instant)).toLocalTime();
}

/// The locale's short form, and to the second where wanted: its long form names the time zone too.
QString clockFormat(Clocked clocked)
{
    auto format = QLocale().timeFormat(QLocale::ShortFormat);
    const auto minutes = format.indexOf(QLatin1String("mm"));
    if (clocked == Clocked::ToTheMinute || minutes < 0 || format.contains(QLatin1String("ss")))
        return format;
    const auto before = minutes > 0 ? format.at(minutes - 1) : QChar(u':');
    const auto between = before.isPunct() && before != u'\'' ? before : QChar(u':');
    return format.insert(minutes + 2, between + QStringLiteral("ss"));
}

} // namespace

QString stageLabel(StageId stage)
{
    switch (stage) {
    case StageId::ArtistDiscovery:
        return tr("Artists");
    case StageId::AlbumDiscovery:
        return tr("Albums");
    case StageId::TrackDiscovery:
        return tr("Tracks");
    case StageId::ProducerIdentification:
        return tr("Credits");
    case StageId::SocialEnrichment:
        return tr("Profiles");
    }
    Q_UNREACHABLE();
}

QString stageIcon(StageId stage)
{
    switch (stage) {
    case StageId::ArtistDiscovery:
        return QStringLiteral("artist");
    case StageId::AlbumDiscovery:
        return QStringLiteral("album");
    case StageId::TrackDiscovery:
        return QStringLiteral("track");
    case StageId::ProducerIdentification:
        return QStringLiteral("credit");
    case StageId::SocialEnrichment:
        return QStringLiteral("profile");
    }
    Q_UNREACHABLE();
}

QString stageExplanation(StageId stage)
{
    switch (stage) {
    case StageId::ArtistDiscovery:
        return tr("Finds each seeded artist on Spotify.");
    case StageId::AlbumDiscovery:
        return tr("Lists the artist's albums and singles.");
    case StageId::TrackDiscovery:
        return tr("Reads the tracks and groups those with the same sound into recordings.");
    case StageId::ProducerIdentification:
        return tr("Matches each recording with its song on Genius and reads who made it.");
    case StageId::SocialEnrichment:
        return tr("Finds the producers' own pages and accounts.");
    }
    Q_UNREACHABLE();
}

QString pauseSentence(StageId stage, std::optional<Instant> until, Instant now)
{
    return until ? tr("The stage “%1” is paused until %2").arg(stageLabel(stage), timeLabel(*until, now))
                 : tr("The stage “%1” is paused").arg(stageLabel(stage));
}

QString stateLabel(StageState state)
{
    switch (state) {
    case StageState::Stopped:
        return tr("All work is paused");
    case StageState::Idle:
        return tr("Idle");
    case StageState::Working:
        return tr("Working");
    case StageState::Waiting:
        return tr("Waiting");
    case StageState::NeedsCredentials:
        return tr("Needs credentials");
    case StageState::Paused:
        return tr("Held");
    }
    Q_UNREACHABLE();
}

QString serviceLabel(const QString &service)
{
    static const QHash<QString, QString> labels{{QStringLiteral("spotify"), QStringLiteral("Spotify")},
                                                {QStringLiteral("genius"), QStringLiteral("Genius")},
                                                {QStringLiteral("musicbrainz"), QStringLiteral("MusicBrainz")}};
    return labels.value(service, service);
}

QString outOfOrderSentence(const QString &service, std::optional<Instant> until, Instant now)
{
    return until ? tr("%1 is out of order, next try %2").arg(serviceLabel(service), timeLabel(*until, now))
                 : tr("%1 is out of order").arg(serviceLabel(service));
}

QString roleLabel(const QString &role)
{
    const auto known = roleFromName(role);
    return known ? linernotes::roleLabel(*known) : role;
}

QStringList roleLabels(const QStringList &roles)
{
    QStringList labels;
    for (const auto &role : roles)
        labels.append(roleLabel(role));
    return labels;
}

QString platformLabel(const QString &platform)
{
    static const QHash<QString, QString> names{{QStringLiteral("instagram"), QStringLiteral("Instagram")},
                                               {QStringLiteral("x"), QStringLiteral("X")},
                                               {QStringLiteral("facebook"), QStringLiteral("Facebook")},
                                               {QStringLiteral("genius"), QStringLiteral("Genius")},
                                               {QStringLiteral("spotify"), QStringLiteral("Spotify")},
                                               {QStringLiteral("youtube"), QStringLiteral("YouTube")},
                                               {QStringLiteral("soundcloud"), QStringLiteral("SoundCloud")},
                                               {QStringLiteral("bandcamp"), QStringLiteral("Bandcamp")},
                                               {QStringLiteral("tiktok"), QStringLiteral("TikTok")},
                                               {QStringLiteral("discogs"), QStringLiteral("Discogs")},
                                               {QStringLiteral("wikidata"), QStringLiteral("Wikidata")},
                                               {QStringLiteral("musicbrainz"), QStringLiteral("MusicBrainz")}};
    return platform == QLatin1String("website") ? tr("Website") : names.value(platform, platform);
}

QString sourceLabel(const QString &source)
{
    return serviceLabel(source);
}

QString categoryLabel(const QString &category)
{
    static const QHash<QString, const char *> labels{
        {QStringLiteral("RateLimited"), QT_TRANSLATE_NOOP("linernotes::ui", "Too many calls")},
        {QStringLiteral("ServiceDown"), QT_TRANSLATE_NOOP("linernotes::ui", "Service out of order")},
        {QStringLiteral("Network"), QT_TRANSLATE_NOOP("linernotes::ui", "No connection")},
        {QStringLiteral("Timeout"), QT_TRANSLATE_NOOP("linernotes::ui", "No answer in time")},
        {QStringLiteral("Server"), QT_TRANSLATE_NOOP("linernotes::ui", "Error of the service")},
        {QStringLiteral("Auth"), QT_TRANSLATE_NOOP("linernotes::ui", "Credentials refused")},
        {QStringLiteral("NotFound"), QT_TRANSLATE_NOOP("linernotes::ui", "Not found")},
        {QStringLiteral("InvalidRequest"), QT_TRANSLATE_NOOP("linernotes::ui", "Request refused")},
        {QStringLiteral("InvalidResponse"), QT_TRANSLATE_NOOP("linernotes::ui", "Unexpected answer")},
        {QStringLiteral("InvalidMessage"), QT_TRANSLATE_NOOP("linernotes::ui", "Message not understood")},
        {QStringLiteral("Poison"), QT_TRANSLATE_NOOP("linernotes::ui", "Ended the program")},
        {QStringLiteral("Ambiguous"), QT_TRANSLATE_NOOP("linernotes::ui", "Artist not certain")},
        {QStringLiteral("Database"), QT_TRANSLATE_NOOP("linernotes::ui", "Database in trouble")},
        {QStringLiteral("Cancelled"), QT_TRANSLATE_NOOP("linernotes::ui", "Run cancelled")}};
    const auto *label = labels.value(category, nullptr);
    return label ? tr(label) : category;
}

QString categoryAdvice(const QString &category)
{
    static const QHash<QString, const char *> advice{
        {QStringLiteral("Network"), QT_TRANSLATE_NOOP("linernotes::ui", "Retry once the network is back.")},
        {QStringLiteral("Timeout"),
         QT_TRANSLATE_NOOP("linernotes::ui", "Retry when the service answers faster again.")},
        {QStringLiteral("Server"), QT_TRANSLATE_NOOP("linernotes::ui", "Retry once the service has recovered.")},
        {QStringLiteral("NotFound"),
         QT_TRANSLATE_NOOP("linernotes::ui",
                           "The service does not know what was asked for. Correct the message or discard it.")},
        {QStringLiteral("InvalidRequest"),
         QT_TRANSLATE_NOOP("linernotes::ui", "The service refuses what was asked. Correct the message or discard it.")},
        {QStringLiteral("InvalidResponse"),
         QT_TRANSLATE_NOOP("linernotes::ui",
                           "The service answered otherwise than documented. Retry later; if it stays so, the "
                           "program has to learn it.")},
        {QStringLiteral("InvalidMessage"), QT_TRANSLATE_NOOP("linernotes::ui", "Correct the message, then retry it.")},
        {QStringLiteral("Poison"),
         QT_TRANSLATE_NOOP("linernotes::ui",
                           "The program ended again and again while it worked on this. Retry it alone.")},
        {QStringLiteral("Ambiguous"),
         QT_TRANSLATE_NOOP("linernotes::ui", "Choose who was meant: the name alone can't tell.")}};
    const auto *text = advice.value(category, nullptr);
    return text ? tr(text) : QString();
}

QString number(qint64 value)
{
    return QLocale().toString(value);
}

QString rate(double perSecond)
{
    constexpr double least = 0.05;
    if (perSecond < least)
        return {};
    constexpr double wholeFrom = 100;
    return tr("%1/s").arg(QLocale().toString(perSecond, 'f', perSecond < wholeFrom ? 1 : 0));
}

QString durationLabel(Microseconds duration)
{
    using namespace std::chrono_literals;
    const auto in = [duration](Microseconds unit) {
        constexpr double wholeFrom = 10;
        const auto value = static_cast<double>(duration.count()) / static_cast<double>(unit.count());
        return QLocale().toString(value, 'f', value < wholeFrom && unit <= 1s ? 1 : 0);
    };
    constexpr auto almost = 995ms; // no “1000 ms” by rounding
    if (duration < almost)
        return duration < 1ms ? tr("under 1 ms")
                              : tr("%1 ms").arg(std::chrono::round<std::chrono::milliseconds>(duration).count());
    if (duration < 60s)
        return tr("%1 s").arg(in(1s));
    if (duration < 1h)
        return tr("%1 min").arg(in(1min));
    return duration < 48h ? tr("%1 h").arg(in(1h)) : tr("%1 d").arg(in(24h));
}

QString percent(double share)
{
    constexpr double hundred = 100;
    // "100 %" is said of certainty only.
    const auto value = share < 1 ? std::min(qRound(share * hundred), 99) : 100;
    return tr("%1 %").arg(QLocale().toString(value));
}

QString clockLabel(Instant instant, Clocked clocked)
{
    return QLocale().toString(local(instant).time(), clockFormat(clocked));
}

QString timeLabel(Instant instant, Instant now, Clocked clocked)
{
    const auto then = local(instant);
    const auto today = local(now).date();
    auto clock = clockLabel(instant, clocked);
    if (then.date() == today)
        return clock;
    const auto days = qAbs(today.daysTo(then.date()));
    constexpr qint64 week = 7;
    if (days < week)
        return tr("%1 %2").arg(QLocale().dayName(then.date().dayOfWeek(), QLocale::ShortFormat), clock);
    return tr("%1, %2").arg(QLocale().toString(then.date(), QLocale::ShortFormat), clock);
}

QString dateTimeLabel(Instant instant)
{
    return QLocale().toString(local(instant), QLocale::ShortFormat);
}

QString releaseLabel(const QString &date)
{
    if (const auto day = QDate::fromString(date, Qt::ISODate); day.isValid()) {
        auto format = QLocale().dateFormat(QLocale::ShortFormat);
        if (!format.contains(QLatin1String("yyyy"))) // of a record, '66 may be either
            format.replace(QLatin1String("yy"), QLatin1String("yyyy"));
        return QLocale().toString(day, format);
    }
    const auto month = QDate::fromString(date, QStringLiteral("yyyy-MM"));
    return month.isValid() ? QLocale().toString(month, QStringLiteral("MMM yyyy")) : date;
}

QString exactTimeLabel(Instant instant)
{
    return tr("%1 %2").arg(QLocale().toString(local(instant).date(), QLocale::ShortFormat),
                           clockLabel(instant, Clocked::ToTheSecond));
}

QString etaTimeLabel(Milliseconds left)
{
    constexpr int minutesOfHour = 60;
    constexpr int hoursOfDay = 24;
    constexpr int daysFrom = 2 * hoursOfDay;
    if (left < std::chrono::minutes(1))
        return tr("under 1 min");
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(left).count();
    const auto hours = minutes / minutesOfHour;
    if (hours == 0)
        return tr("%1 min").arg(minutes);
    return hours < daysFrom ? tr("%1 h %2 min").arg(hours).arg(minutes % minutesOfHour)
                            : tr("%1 d %2 h").arg(number(hours / hoursOfDay)).arg(hours % hoursOfDay);
}

namespace
{

QString etaReason(const EtaBound &bound, Instant now)
{
    const auto service = serviceLabel(bound.service);
    const auto until = bound.until ? timeLabel(*bound.until, now) : QString();
    switch (bound.kind) {
    case EtaBound::Kind::Quota:
        return until.isEmpty() ? tr("bound by %1's quota").arg(service)
                               : tr("waits for %1's quota, next free %2").arg(service, until);
    case EtaBound::Kind::Held:
        return tr("%1 is held open by hand").arg(service);
    case EtaBound::Kind::Circuit:
        return outOfOrderSentence(bound.service, bound.until, now);
    case EtaBound::Kind::Credentials:
        return tr("%1 waits for credentials").arg(service);
    case EtaBound::Kind::Database:
        return tr("waits for the database");
    case EtaBound::Kind::Rate:
        return service.isEmpty() ? QString() : tr("bound by %1's pace").arg(service);
    case EtaBound::Kind::Paused:
        return bound.stage ? pauseSentence(*bound.stage, bound.until, now) : QString();
    case EtaBound::Kind::Nothing:
    case EtaBound::Kind::Unknown:
        break;
    }
    return {};
}

QString etaIn(const QString &form, const Eta &eta, Instant now)
{
    QStringList parts;
    if (eta.left && *eta.left > Milliseconds(0)) {
        const bool isSoon = *eta.left < std::chrono::minutes(1); // "about under 1 min" is no English
        parts.append(isSoon ? tr("under 1 min left") : form.arg(etaTimeLabel(*eta.left)));
    }
    if (const auto reason = etaReason(eta.bound, now); !reason.isEmpty())
        parts.append(reason);
    return parts.join(QStringLiteral(", "));
}

} // namespace

QString etaLabel(const Eta &eta, Instant now)
{
    return etaIn(tr("about %1 left"), eta, now);
}

QString etaBriefLabel(const Eta &eta, Instant now)
{
    return etaIn(tr("≈ %1"), eta, now);
}

QString runLabel(const RunSnapshot &run)
{
    return run.isRevisit ? tr("Sources that did not answer, asked again") : run.name;
}

QString errorText(const Error &error)
{
    return error.message.isEmpty() ? categoryName(error.category) : error.message;
}

QString needLabel(const QString &reason)
{
    return isAboutAccount(reason) ? tr("Account refused") : tr("Needs credentials");
}

QString capitalised(const QString &text)
{
    return text.left(1).toUpper() + text.mid(1);
}

QString keyLabel(const QKeySequence &keys)
{
    return keys.toString(QKeySequence::NativeText);
}

QString asSentence(const QString &text)
{
    static const QString ends = QStringLiteral(".!?…");
    return text.isEmpty() || ends.contains(text.back()) ? text : text + QLatin1Char('.');
}

QString shortened(const QString &text, qsizetype most)
{
    // Of a text that is far too long the rest is not even looked at.
    const auto line = text.left(2 * most + 1).simplified();
    return line.size() > most ? line.left(most - 1).trimmed() + QStringLiteral("…") : line;
}

namespace
{

// Unicode's marks of a piece of text that has a direction of its own, and of its end.
constexpr QChar isolate(0x2068);
constexpr QChar isolateEnd(0x2069);

/// Text of one direction alone needs no marks, and most is: then what is compared or copied is what it was.
bool isMixed(const QString &text)
{
    return QGuiApplication::isRightToLeft() || std::ranges::any_of(text, [](QChar sign) {
               return sign.direction() == QChar::DirR || sign.direction() == QChar::DirAL;
           });
}

} // namespace

QString isolated(const QString &name)
{
    return isMixed(name) ? isolate + name + isolateEnd : name;
}

QString joined(const QStringList &names)
{
    QStringList parts;
    for (const auto &name : names)
        parts.append(isolated(name));
    return parts.join(QStringLiteral(", "));
}

QString withoutIsolation(const QString &text)
{
    return QString(text).remove(isolate).remove(isolateEnd);
}

QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return text;
    constexpr qsizetype most = 1000;
    constexpr int lines = 25;
    auto shown = text.left(most).section(QLatin1Char('\n'), 0, lines - 1);
    if (shown.size() < text.size())
        shown += QStringLiteral("…");
    return QStringLiteral("<span>%1</span>")
        .arg(shown.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")));
}

QString buttonText(const QString &text)
{
    return QString(text).replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace linernotes::ui
