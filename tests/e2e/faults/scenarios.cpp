// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/faults/scenarios.h"

#include "demo/answer.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <memory>

namespace linernotes::test
{
namespace
{

using demo::CallInfo;
using demo::Fault;
using Kind = Fault::Kind;
using Edit = std::function<void(QJsonObject &)>;

const auto song = QStringLiteral("GET /genius/songs/{id}");
const auto albumsOfArtist = QStringLiteral("GET /v1/artists/{id}/albums");

/// From the second to the fourth song, and the first page of albums.
bool isOneOfAFew(const CallInfo &call)
{
    return (call.endpoint == song && call.numberOfEndpoint >= 2 && call.numberOfEndpoint <= 4)
        || (call.endpoint == albumsOfArtist && call.numberOfEndpoint == 1);
}

/// All pages of the artist's albums, changed.
demo::FaultScript albumPages(const Edit &edit)
{
    return [edit](const CallInfo &call) -> std::optional<Fault> {
        if (call.endpoint != albumsOfArtist)
            return std::nullopt;
        return Fault{.kind = Kind::Edit, .edit = [edit](const QByteArray &body) {
                         auto page = QJsonDocument::fromJson(body).object();
                         edit(page);
                         return QJsonDocument(page).toJson(QJsonDocument::Compact);
                     }};
    };
}

QByteArray replaced(QByteArray body, const QByteArray &before, const QByteArray &after)
{
    const auto at = body.indexOf(before);
    return at < 0 ? body : body.replace(at, before.size(), after);
}

Fault edited(const std::function<QByteArray(const QByteArray &)> &edit)
{
    return {.kind = Kind::Edit, .edit = edit};
}

std::vector<Scenario> brokenConnections()
{
    return {{"reset before the answer", when(isNowAndThen, {.kind = Kind::Disconnect})},
            {"reset in the body", when(isNowAndThen, {.kind = Kind::CutInBody})},
            {"never answering", when(isOneOfAFew, {.kind = Kind::NeverAnswer})},
            {"a byte a second", when(isOneOfAFew, {.kind = Kind::Drip})},
            {"more promised than sent",
             when(isOneOfAFew, {.status = 200, .headers = {{"Content-Length", "5000"}}, .body = "{}"})},
            {"less promised than sent",
             when(isOneOfAFew, {.status = 200, .headers = {{"Content-Length", "1"}}, .body = R"({"a":"b"})"}), true}};
}

std::vector<Scenario> brokenAnswers()
{
    constexpr qsizetype mebi = 1024LL * 1024;
    const QByteArray deep = QByteArray(100'000, '[') + QByteArray(100'000, ']');
    const QByteArray bomb = demo::gzipped("{\"a\":\"" + QByteArray(64 * mebi, '0') + "\"}");
    const QByteArray page = "<!DOCTYPE html><html><body>Just a moment…</body></html>";
    const auto answer = [](const QByteArray &body, const QByteArray &type = "application/json") {
        return Fault{.status = 200, .headers = {{"Content-Type", type}}, .body = body};
    };
    return {
        {"truncated JSON", when(isOneOfAFew, edited([](const auto &body) { return body.left(body.size() / 2); })),
         true},
        {"JSON of another shape", when(isOneOfAFew, answer(R"({"hello":[1,2,{"x":null}]})")), true},
        {"HTML instead of JSON", when(isOneOfAFew, answer(page, "text/html")), true},
        {"20 MiB", when(isOneOfAFew, answer("{\"a\":\"" + QByteArray(20 * mebi, 'x') + "\"}")), true},
        {"a gzip bomb", when(isOneOfAFew, {.status = 200, .headers = {{"Content-Encoding", "gzip"}}, .body = bomb}),
         true},
        {"no gzip at all", when(isOneOfAFew, {.status = 200, .headers = {{"Content-Encoding", "gzip"}}, .body = "{}"}),
         true},
        {"invalid UTF-8", when(isOneOfAFew, edited([](const auto &body) {
                                   return replaced(body, "\"name\":\"", "\"name\":\"\xff\xfe\xc0\x80");
                               })),
         true},
        {"nested 100,000 deep", when(isOneOfAFew, answer(deep)), true},
        {"an empty body", when(isOneOfAFew, answer({})), true},
    };
}

std::vector<Scenario> refusals()
{
    const auto status = [](int code, const QByteArray &body) { return Fault{.status = code, .body = body}; };
    const QByteArray forbidden = R"({"error":{"status":403,"message":"Forbidden"}})";
    return {
        {"301 to another host",
         when(isOneOfAFew, {.status = 301, .headers = {{"Location", "http://127.0.0.2:9/elsewhere"}}}), true},
        {"301 in a circle", when(isOneOfAFew, {.status = 301, .headers = {{"Location", "/v1/artists/circle"}}}), true},
        {"401 once",
         when([](const CallInfo &call) { return call.endpoint == albumsOfArtist && call.numberOfEndpoint == 1; },
              status(401, R"({"error":{"status":401,"message":"The access token expired"}})"))},
        {"401 always",
         when([](const CallInfo &call) { return call.path.startsWith(QLatin1String("/v1")) && call.number > 5; },
              status(401, R"({"error":{"status":401,"message":"The access token expired"}})"))},
        {"401 of Genius",
         when([](const CallInfo &call) { return call.path.startsWith(QLatin1String("/genius")); },
              status(401, R"({"error":"invalid_token","error_description":"revoked"})"))},
        {"the token is refused",
         when([](const CallInfo &call) { return call.path.startsWith(QLatin1String("/accounts")); },
              status(400, R"({"error":"invalid_client","error_description":"Invalid client"})"))},
        {"403", when(isOneOfAFew, status(403, forbidden))},
        {"403 in plain text",
         when(isOneOfAFew,
              {.status = 403,
               .headers = {{"Content-Type", "text/plain"}},
               .body = "Active premium subscription required for the owner of the app."})},
        {"403 on batches",
         when(
             [](const CallInfo &call) {
                 return call.endpoint == QLatin1String("GET /v1/albums")
                     || call.endpoint == QLatin1String("GET /v1/tracks");
             },
             status(403, forbidden))},
        {"404", when(isOneOfAFew, status(404, R"({"error":{"status":404,"message":"Not found"}})")), true},
        {"400 Invalid limit", {}, false, demo::Face::Development2026},
        {"500 for three calls in ten",
         when([](const CallInfo &call) { return call.number * 2'654'435'761 % 1000 < 300; },
              status(500, R"({"error":{"status":500,"message":"Something went wrong"}})")),
         true},
    };
}

std::vector<Scenario> strangeLists()
{
    const auto items = QStringLiteral("items");
    const auto last = std::make_shared<QJsonArray>();
    return {
        {"pages that overlap", albumPages([last, items](QJsonObject &page) {
             auto own = page.value(items).toArray();
             for (const auto &old : *last)
                 own.prepend(old);
             *last = QJsonArray{own.last(), own.first()};
             page.insert(items, own);
         })},
        {"pages in another order", albumPages([items](QJsonObject &page) {
             QJsonArray turned;
             const auto own = page.value(items).toArray();
             for (const auto &album : own)
                 turned.prepend(album);
             page.insert(items, turned);
         }),
         false, demo::Face::Development2026},
        {"a next that never ends", albumPages([](QJsonObject &page) {
             const auto offset = page.value(QLatin1String("offset")).toInt();
             page.insert(QStringLiteral("next"),
                         QStringLiteral("https://api.spotify.com/v1/x?limit=10&offset=%1")
                             .arg(offset + page.value(QLatin1String("limit")).toInt()));
         }),
         false, demo::Face::Development2026},
        {"a total that lies", albumPages([](QJsonObject &page) { page.insert(QStringLiteral("total"), 1); }), false,
         demo::Face::Development2026},
        {"nulls among the albums", albumPages([items](QJsonObject &page) {
             auto own = page.value(items).toArray();
             own.prepend(QJsonValue());
             own.append(QJsonValue());
             page.insert(items, own);
         })},
        {"null where an object should be",
         [](const CallInfo &call) -> std::optional<Fault> {
             if (!isOneOfAFew(call))
                 return std::nullopt;
             return edited([](const QByteArray &body) {
                 return body.contains("\"response\"")
                     ? QByteArray(R"({"meta":{"status":200},"response":{"song":null}})")
                     : QByteArray(R"({"items":null,"next":null})");
             });
         },
         true},
        {"ids of SQL and HTML", albumPages([items](QJsonObject &page) {
             auto own = page.value(items).toArray();
             auto evil = own.first().toObject();
             evil.insert(QStringLiteral("id"), QStringLiteral("'; DROP TABLE messages;--<b>"));
             evil.insert(QStringLiteral("name"), QStringLiteral("<script>alert(1)</script>"));
             own.append(evil);
             page.insert(items, own);
         }),
         true},
    };
}

bool isOneOfItsFirst(const CallInfo &call)
{
    return isOfMusicBrainz(call) && call.numberOfEndpoint <= 3;
}

/// Nothing waits for it, and nothing of it is missing in the end.
std::vector<Scenario> optionalSource()
{
    return {{"MusicBrainz is out of order", when(isOfMusicBrainz, {.status = 500, .body = "oops"})},
            {"MusicBrainz bars us", when(isOfMusicBrainz, {.status = 403, .body = R"({"error":"go away"})"})},
            {"MusicBrainz drops us", when(isOfMusicBrainz, {.kind = Kind::Disconnect})},
            {"MusicBrainz does not answer", when(isOneOfItsFirst, {.kind = Kind::NeverAnswer})},
            {"MusicBrainz sends something else", when(isOneOfItsFirst, {.status = 200, .body = R"({"urls":3})"})},
            {"MusicBrainz has no time for us",
             when(isOneOfItsFirst,
                  {.status = 503,
                   .headers = {{"Retry-After", "20"}},
                   .body = R"({"error":"Your requests are exceeding the allowable rate limit."})"})}};
}

} // namespace

bool isNowAndThen(const CallInfo &call)
{
    return call.number % 7 == 3 && call.number < 200;
}

demo::FaultScript when(bool (*isHit)(const CallInfo &), const Fault &fault)
{
    return [isHit, fault](const CallInfo &call) { return isHit(call) ? std::optional(fault) : std::nullopt; };
}

bool isOfMusicBrainz(const CallInfo &call)
{
    return call.path.startsWith(QLatin1String("/musicbrainz"));
}

std::vector<Scenario> allScenarios()
{
    std::vector<Scenario> all;
    for (const auto &some : {brokenConnections(), brokenAnswers(), refusals(), strangeLists(), optionalSource()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

} // namespace linernotes::test
