// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/musicbrainzanswers.h"

#include "demo/geniusanswers.h"

#include <QJsonArray>
#include <QUuid>

namespace linernotes::demo
{
namespace
{

Answer refusal(int status, const QString &message)
{
    return jsonAnswer(
        {{QStringLiteral("error"), message},
         {QStringLiteral("help"), QStringLiteral("For usage, please see: https://musicbrainz.org/development/mmd")}},
        status);
}

QString idOf(const QString &text)
{
    return QUuid::createUuidV5(QUuid(), text).toString(QUuid::WithoutBraces);
}

QJsonObject relation(const QString &direction, const QString &targetType)
{
    return {{QStringLiteral("attributes"), QJsonArray()},
            {QStringLiteral("attribute-ids"), QJsonObject()},
            {QStringLiteral("attribute-values"), QJsonObject()},
            {QStringLiteral("begin"), QJsonValue()},
            {QStringLiteral("end"), QJsonValue()},
            {QStringLiteral("ended"), false},
            {QStringLiteral("direction"), direction},
            {QStringLiteral("source-credit"), QString()},
            {QStringLiteral("target-credit"), QString()},
            {QStringLiteral("target-type"), targetType},
            {QStringLiteral("type"), QStringLiteral("social network")},
            {QStringLiteral("type-id"), QStringLiteral("99429741-f3f6-484b-84f8-23af51991770")}};
}

QJsonObject link(const QString &address, bool isEnded = false)
{
    auto object = relation(QStringLiteral("forward"), QStringLiteral("url"));
    if (QUrl(address).host().endsWith(QLatin1String(".example"))) {
        object.insert(QStringLiteral("type"), QStringLiteral("official homepage"));
        object.insert(QStringLiteral("type-id"), QStringLiteral("fe33d22f-c3b0-4d68-bd53-a856badf2b15"));
    }
    object.insert(QStringLiteral("ended"), isEnded);
    object.insert(QStringLiteral("url"),
                  QJsonObject{{QStringLiteral("id"), idOf(address)}, {QStringLiteral("resource"), address}});
    return object;
}

QJsonObject alias(const QString &name, const QString &type)
{
    return {{QStringLiteral("name"), name},
            {QStringLiteral("sort-name"), name},
            {QStringLiteral("type"), type},
            {QStringLiteral("locale"), QJsonValue()},
            {QStringLiteral("primary"), QJsonValue()},
            {QStringLiteral("ended"), false}};
}

} // namespace

MusicBrainzAnswers::MusicBrainzAnswers(const DemoCatalogue &catalogue)
{
    for (const auto &person : catalogue.people()) {
        if (person.musicbrainzId.isEmpty())
            continue;
        m_byId.insert(person.musicbrainzId, &person);
        m_byAddress.insert(GeniusAnswers::pageUrl(person.geniusId, person.name), &person);
        if (!person.spotifyId.isEmpty())
            m_byAddress.insert(QStringLiteral("https://open.spotify.com/artist/") + person.spotifyId, &person);
    }
}

Answer MusicBrainzAnswers::answer(const QString &path, const QUrlQuery &query) const
{
    if (path == QLatin1String("/url"))
        return owners(query);
    if (path.startsWith(QLatin1String("/artist/")))
        return artist(path.section(QLatin1Char('/'), 2));
    return refusal(404, QStringLiteral("Not Found"));
}

Answer MusicBrainzAnswers::tooMany(qint64 seconds)
{
    auto answer = refusal(503,
                          QStringLiteral("Your requests are exceeding the allowable rate limit. Please see "
                                         "http://wiki.musicbrainz.org/XMLWebService for more information."));
    answer.addHeader("Retry-After", QByteArray::number(seconds));
    answer.addHeader("X-RateLimit-Zone", "per-ip");
    return answer;
}

Answer MusicBrainzAnswers::noContact()
{
    return refusal(403, QStringLiteral("Your User-Agent does not say whom to write to"));
}

QJsonObject MusicBrainzAnswers::owned(const QString &address, const DemoPerson &person)
{
    auto object = relation(QStringLiteral("backward"), QStringLiteral("artist"));
    object.insert(QStringLiteral("artist"),
                  QJsonObject{{QStringLiteral("id"), person.musicbrainzId},
                              {QStringLiteral("name"), person.name},
                              {QStringLiteral("sort-name"), person.name},
                              {QStringLiteral("disambiguation"), QString()}});
    return {{QStringLiteral("id"), idOf(address)},
            {QStringLiteral("resource"), address},
            {QStringLiteral("relations"), QJsonArray{object}}};
}

/// One address that is not known is 404; of several, the known ones come as a list.
Answer MusicBrainzAnswers::owners(const QUrlQuery &query) const
{
    const auto addresses = query.allQueryItemValues(QStringLiteral("resource"), QUrl::FullyDecoded);
    if (addresses.isEmpty())
        return refusal(400, QStringLiteral("The given parameters do not match any available query type"));
    QJsonArray urls;
    for (const auto &address : addresses) {
        if (const auto *person = m_byAddress.value(address))
            urls.append(owned(address, *person));
    }
    if (addresses.size() == 1)
        return urls.isEmpty() ? refusal(404, QStringLiteral("Not Found")) : jsonAnswer(urls.first().toObject());
    return jsonAnswer({{QStringLiteral("url-count"), urls.size()},
                       {QStringLiteral("url-offset"), 0},
                       {QStringLiteral("urls"), urls}});
}

/// With what its users leave there too: a link that has ended, an entry that is no profile, and a misspelling.
Answer MusicBrainzAnswers::artist(const QString &id) const
{
    const auto *person = m_byId.value(id);
    if (!person)
        return refusal(404, QStringLiteral("Not Found"));
    QJsonArray links{link(QStringLiteral("https://myspace.com/gone%1").arg(person->geniusId), true),
                     link(QStringLiteral("https://www.imdb.com/name/nm%1/").arg(person->geniusId))};
    for (const auto &address : person->links)
        links.append(link(address));
    QJsonArray aliases{alias(person->name.left(person->name.size() - 1), QStringLiteral("Search hint"))};
    for (const auto &name : person->aliases)
        aliases.append(alias(name, QStringLiteral("Artist name")));
    return jsonAnswer({{QStringLiteral("id"), person->musicbrainzId},
                       {QStringLiteral("name"), person->name},
                       {QStringLiteral("sort-name"), person->name},
                       {QStringLiteral("type"), QStringLiteral("Person")},
                       {QStringLiteral("aliases"), aliases},
                       {QStringLiteral("relations"), links}});
}

} // namespace linernotes::demo
