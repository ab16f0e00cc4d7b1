// SPDX-License-Identifier: GPL-3.0-or-later
#include "messages/messages.h"

#include "core/jsonreader.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace linernotes
{
namespace
{

/// Longer than any name that a music service takes; keeps a pasted book out of the queue.
constexpr qsizetype longestName = 300;

template <class... Cases>
struct Match : Cases... {
    using Cases::operator()...;
};

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

bool isSpotifyId(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A[0-9A-Za-z]{22}\\z"));
    return form.match(text).hasMatch();
}

QString spotifyId(const JsonReader &reader, const QString &field)
{
    const auto id = reader.string(field);
    if (!isSpotifyId(id))
        reader.fail(field, QStringLiteral("expected a Spotify id (22 letters and digits)"));
    return id;
}

QString optionalSpotifyId(const JsonReader &reader, const QString &field)
{
    return reader.has(field) ? spotifyId(reader, field) : QString();
}

qint64 atLeast(qint64 least, const JsonReader &reader, const QString &field)
{
    const auto number = reader.integer(field);
    if (number < least)
        reader.fail(field, QStringLiteral("expected a number of at least %1").arg(least));
    return number;
}

ReleaseScope scopeIn(const JsonReader &reader)
{
    static const QRegularExpression groupsForm(
        QStringLiteral("\\A(album|single|compilation|appears_on)(,(album|single|compilation|appears_on))*\\z"));
    static const QRegularExpression marketForm(QStringLiteral("\\A[A-Z]{2}\\z"));
    ReleaseScope scope{.groups = reader.optionalString(QStringLiteral("groups")),
                       .market = reader.optionalString(QStringLiteral("market"))};
    if (!scope.groups.isEmpty() && !groupsForm.match(scope.groups).hasMatch())
        reader.fail(QStringLiteral("groups"), QStringLiteral("expected some of album,single,compilation,appears_on"));
    if (!scope.market.isEmpty() && !marketForm.match(scope.market).hasMatch())
        reader.fail(QStringLiteral("market"), QStringLiteral("expected a country as two letters"));
    return scope;
}

QString keyOf(const ReleaseScope &scope)
{
    return scope == ReleaseScope() ? QString() : QStringLiteral("|%1|%2").arg(scope.groups, scope.market);
}

AnyMessage parseArtistDiscovery(const JsonReader &reader)
{
    ArtistDiscoveryMessage message{optionalSpotifyId(reader, QStringLiteral("artist_id")),
                                   reader.optionalString(QStringLiteral("name")).trimmed(), scopeIn(reader)};
    if (message.artistId.isEmpty() && message.name.isEmpty())
        reader.fail(QStringLiteral("artist_id"), QStringLiteral("expected an artist_id or a name"));
    if (message.name.size() > longestName)
        reader.fail(QStringLiteral("name"), QStringLiteral("expected at most %1 characters").arg(longestName));
    return message;
}

AnyMessage parseSocialEnrichment(const JsonReader &reader)
{
    SocialEnrichmentMessage message{.personId = atLeast(1, reader, QStringLiteral("person_id")),
                                    .fresh = reader.optionalBool(QStringLiteral("fresh")),
                                    .source = reader.optionalString(QStringLiteral("source")),
                                    .visit = 0};
    if (!message.source.isEmpty() && message.source != musicbrainzSource)
        reader.fail(QStringLiteral("source"), QStringLiteral("expected musicbrainz, or no source for all of them"));
    if (reader.has(QStringLiteral("visit")))
        message.visit = atLeast(1, reader, QStringLiteral("visit"));
    return message;
}

AnyMessage parseFields(StageId stage, const JsonReader &reader)
{
    switch (stage) {
    case StageId::ArtistDiscovery:
        return parseArtistDiscovery(reader);
    case StageId::AlbumDiscovery:
        return AlbumDiscoveryMessage{spotifyId(reader, QStringLiteral("artist_id")),
                                     atLeast(0, reader, QStringLiteral("offset")),
                                     optionalSpotifyId(reader, QStringLiteral("after")), scopeIn(reader)};
    case StageId::TrackDiscovery:
        return TrackDiscoveryMessage{spotifyId(reader, QStringLiteral("album_id")),
                                     atLeast(0, reader, QStringLiteral("offset")),
                                     optionalSpotifyId(reader, QStringLiteral("only_artist"))};
    case StageId::ProducerIdentification:
        return ProducerIdentificationMessage{atLeast(1, reader, QStringLiteral("recording_id"))};
    case StageId::SocialEnrichment:
        return parseSocialEnrichment(reader);
    }
    Q_UNREACHABLE();
}

} // namespace

StageId stageOf(const AnyMessage &message)
{
    return std::visit([](const auto &kind) { return kind.stage; }, message);
}

QString toJson(const AnyMessage &message)
{
    QJsonObject object;
    const auto put = [&object](const char *field, const QJsonValue &value) {
        if (!value.isString() || !value.toString().isEmpty())
            object.insert(QLatin1String(field), value);
    };
    const auto putScope = [&put](const ReleaseScope &scope) {
        put("groups", scope.groups);
        put("market", scope.market);
    };
    std::visit(Match{[&](const ArtistDiscoveryMessage &m) {
                         put("artist_id", m.artistId);
                         put("name", m.name);
                         putScope(m.scope);
                     },
                     [&](const AlbumDiscoveryMessage &m) {
                         put("artist_id", m.artistId);
                         put("offset", m.offset);
                         put("after", m.after);
                         putScope(m.scope);
                     },
                     [&](const TrackDiscoveryMessage &m) {
                         put("album_id", m.albumId);
                         put("offset", m.offset);
                         put("only_artist", m.onlyArtist);
                     },
                     [&](const ProducerIdentificationMessage &m) { put("recording_id", m.recordingId); },
                     [&](const SocialEnrichmentMessage &m) {
                         put("person_id", m.personId);
                         if (m.fresh)
                             put("fresh", true);
                         put("source", m.source);
                         if (m.visit > 0)
                             put("visit", m.visit);
                     }},
               message);
    return compact(object);
}

QString ledgerKey(const AnyMessage &message)
{
    return std::visit(
        Match{[](const ArtistDiscoveryMessage &m) {
                  return (m.artistId.isEmpty() ? QStringLiteral("name:") + m.name.toCaseFolded() : m.artistId)
                      + keyOf(m.scope);
              },
              [](const AlbumDiscoveryMessage &m) {
                  return QStringLiteral("%1:%2").arg(m.artistId, QString::number(m.offset)) + keyOf(m.scope);
              },
              [](const TrackDiscoveryMessage &m) {
                  return QStringLiteral("%1:%2:%3").arg(m.albumId, QString::number(m.offset), m.onlyArtist);
              },
              [](const ProducerIdentificationMessage &m) { return QString::number(m.recordingId); },
              [](const SocialEnrichmentMessage &m) {
                  const auto id = QString::number(m.personId);
                  return m.source.isEmpty() ? id : id + QLatin1Char(':') + m.source;
              }},
        message);
}

Result<AnyMessage> parseMessage(StageId stage, const QString &json)
{
    const auto reader = JsonReader::parse(json.toUtf8());
    auto message = parseFields(stage, reader);
    if (auto error = reader.error()) {
        error->category = ErrorCategory::InvalidMessage;
        return failure(*error);
    }
    return message;
}

} // namespace linernotes
