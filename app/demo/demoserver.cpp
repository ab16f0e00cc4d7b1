// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoserver.h"

#include "demo/geniusanswers.h"
#include "demo/httpfront.h"
#include "demo/musicbrainzanswers.h"
#include "demo/spotifyanswers.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <deque>
#include <mutex>

namespace linernotes::demo
{
namespace
{

constexpr qsizetype compressFrom = 1024;
constexpr qsizetype mostCachedBodies = 50'000;
const auto demoClientId = QStringLiteral("demo-client");
const auto demoClientSecret = QStringLiteral("demo-secret");
const auto demoGeniusToken = QStringLiteral("demo-genius-token");

enum class Side { Accounts, Spotify, Genius, MusicBrainz, None };

Side sideOf(const QString &path)
{
    if (path.startsWith(QStringLiteral("/v1/")))
        return Side::Spotify;
    if (path.startsWith(QStringLiteral("/genius/")))
        return Side::Genius;
    if (path.startsWith(QStringLiteral("/musicbrainz/")))
        return Side::MusicBrainz;
    return path.startsWith(QStringLiteral("/accounts/")) ? Side::Accounts : Side::None;
}

/// "GET /v1/albums/{id}/tracks"
QString endpointOf(const QByteArray &method, const QString &path)
{
    static const QRegularExpression id(QStringLiteral("/(\\d+|[0-9A-Za-z]{22}|[0-9a-f-]{36})(?=/|$)"));
    auto masked = path;
    return QString::fromLatin1(method) + QLatin1Char(' ') + masked.replace(id, QStringLiteral("/{id}"));
}

/// A quota that is enforced: the times of the calls within the window.
struct Quota {
    EnforcedQuota rule;
    std::deque<qint64> calls;

    /// Seconds until the next call is let through; 0: this one is, and is counted.
    qint64 refusedFor(qint64 now)
    {
        if (rule.calls <= 0)
            return 0;
        while (!calls.empty() && now - calls.front() >= rule.window.count())
            calls.pop_front();
        if (static_cast<int>(calls.size()) < rule.calls) {
            calls.push_back(now);
            return 0;
        }
        constexpr qint64 msPerSecond = 1000;
        const auto wait = rule.window.count() - (now - calls.front());
        return std::max<qint64>(1, (wait + msPerSecond - 1) / msPerSecond);
    }
};

Answer quotaAnswer(Side side, bool isDaily, qint64 seconds)
{
    if (side == Side::MusicBrainz)
        return MusicBrainzAnswers::tooMany(seconds);
    QJsonObject error{{QStringLiteral("status"), 429},
                      {QStringLiteral("message"), QStringLiteral("API rate limit exceeded")}};
    if (isDaily) {
        error.insert(QStringLiteral("message"), QStringLiteral("Too many requests"));
        error.insert(QStringLiteral("reason"), QStringLiteral("QUOTA_EXCEEDED"));
    }
    auto answer = side == Side::Genius
        ? jsonAnswer({{QStringLiteral("meta"),
                       QJsonObject{{QStringLiteral("status"), 429},
                                   {QStringLiteral("message"), QStringLiteral("Too Many Requests")}}}},
                     429)
        : jsonAnswer({{QStringLiteral("error"), error}}, 429);
    answer.addHeader("Retry-After", QByteArray::number(seconds));
    return answer;
}

} // namespace

class DemoServer::Private
{
public:
    Private(DemoCatalogue world, Face shownFace)
        : catalogue(std::move(world))
        , face(shownFace)
    {
    }

    void handle(const QHttpServerRequest &request, const QPointer<QTcpSocket> &socket);
    CallInfo count(const QByteArray &method, const QString &path, const QByteArray &url);
    Answer respond(const QHttpServerRequest &request, const QByteArray &method, const QString &path,
                   const QByteArray &url);
    Answer token(const QHttpServerRequest &request);
    std::optional<Answer> refuseSpotify(const QByteArray &authorization);
    static std::optional<Answer> refuseGenius(const QByteArray &authorization);
    static std::optional<Answer> refuseMusicBrainz(const QByteArray &userAgent);
    std::optional<Answer> refuse(Side side, const QHttpServerRequest &request);
    Quota &quotaOf(Side side);
    Answer render(Side side, const QString &path, const QUrlQuery &query);
    void send(const QPointer<QTcpSocket> &socket, const Answer &answer);

    const DemoCatalogue catalogue;
    const Face face;
    std::unique_ptr<QThread> thread;
    QObject *context = nullptr; ///< lives on the thread
    quint16 port = 0;

    // On the server's thread only:
    std::unique_ptr<SpotifyAnswers> spotify;
    std::unique_ptr<GeniusAnswers> genius;
    std::unique_ptr<MusicBrainzAnswers> musicbrainz;
    QHash<QByteArray, Answer> rendered;
    qint64 inFlight = 0;

    // Everything below under the mutex:
    mutable std::mutex mutex;
    QHash<QByteArray, qint64> tokens; ///< → end, ms
    int tokenNumber = 0;
    std::chrono::seconds tokenLifetime{3600};
    Quota spotifyQuota;
    Quota geniusQuota;
    Quota musicbrainzQuota;
    std::chrono::milliseconds delay{0};
    std::chrono::milliseconds jitter{0};
    FaultScript faults;
    bool emptyLimitErrors = false;
    bool compression = true;
    Counts counts;
};

CallInfo DemoServer::Private::count(const QByteArray &method, const QString &path, const QByteArray &url)
{
    CallInfo call{.method = method, .path = path, .endpoint = endpointOf(method, path)};
    const std::scoped_lock lock(mutex);
    call.number = ++counts.total;
    call.numberOfEndpoint = ++counts.byEndpoint[call.endpoint];
    ++counts.byUrl[QString::fromLatin1(url)];
    counts.mostInFlight = std::max(counts.mostInFlight, ++inFlight);
    return call;
}

void DemoServer::Private::handle(const QHttpServerRequest &request, const QPointer<QTcpSocket> &socket)
{
    const auto requested = request.url();
    const auto path = requested.path();
    const auto url = requested.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
    const QByteArray method = request.method() == QHttpServerRequest::Method::Post ? "POST" : "GET";
    const auto call = count(method, path, url);
    FaultScript script;
    bool compress = false;
    qint64 wait = 0;
    {
        const std::scoped_lock lock(mutex);
        script = faults;
        compress = compression;
        wait = delay.count();
        if (jitter.count() > 0)
            wait += QRandomGenerator::global()->bounded(static_cast<int>(jitter.count()) + 1);
    }
    Answer answer;
    if (const auto fault = script ? script(call) : std::nullopt) {
        if (fault->kind == Fault::Kind::NeverAnswer) { // in flight until its client gives up
            QObject::connect(socket, &QTcpSocket::disconnected, context, [this] { --inFlight; });
            return;
        }
        if (fault->kind == Fault::Kind::Disconnect) {
            --inFlight;
            return socket->abort();
        }
        if (fault->kind == Fault::Kind::CutInBody || fault->kind == Fault::Kind::Drip) {
            --inFlight;
            const auto whole = respond(request, method, path, url);
            return fault->kind == Fault::Kind::Drip ? HttpFront::drip(socket, whole) : HttpFront::cut(socket, whole);
        }
        answer = {.status = fault->status, .body = fault->body, .headers = fault->headers};
        if (fault->kind == Fault::Kind::Edit) {
            answer = respond(request, method, path, url);
            if (answer.status == 200)
                answer.body = fault->edit(answer.body);
        }
    } else {
        answer = respond(request, method, path, url);
    }
    const bool isPacked = std::ranges::any_of(
        answer.headers, [](const auto &header) { return header.first.toLower() == "content-encoding"; });
    if (compress && !isPacked && answer.body.size() > compressFrom
        && request.value("Accept-Encoding").contains("gzip")) {
        answer.body = gzipped(answer.body);
        answer.addHeader("Content-Encoding", "gzip");
    }
    if (wait == 0)
        return send(socket, answer);
    QTimer::singleShot(static_cast<int>(wait), context, [this, socket, answer] { send(socket, answer); });
}

void DemoServer::Private::send(const QPointer<QTcpSocket> &socket, const Answer &answer)
{
    --inFlight;
    if (socket && socket->isOpen())
        HttpFront::write(socket, answer);
}

Answer DemoServer::Private::respond(const QHttpServerRequest &request, const QByteArray &method, const QString &path,
                                    const QByteArray &url)
{
    const auto side = sideOf(path);
    if (side == Side::None)
        return SpotifyAnswers::refusal(404, QStringLiteral("Service not found"));
    if (side == Side::Accounts)
        return method == "POST" && path == QLatin1String("/accounts/api/token")
            ? token(request)
            : SpotifyAnswers::refusal(404, QStringLiteral("Service not found"));
    if (auto refused = refuse(side, request))
        return *refused;
    {
        const std::scoped_lock lock(mutex);
        auto &quota = quotaOf(side);
        if (const auto seconds = quota.refusedFor(QDateTime::currentMSecsSinceEpoch())) {
            ++counts.refused;
            return quotaAnswer(side, quota.rule.isDaily, seconds);
        }
    }
    const auto known = rendered.constFind(url);
    if (known != rendered.cend())
        return *known;
    const auto answer = render(side, path, QUrlQuery(request.url()));
    if (answer.status == 200 && rendered.size() < mostCachedBodies)
        rendered.insert(url, answer);
    return answer;
}

Answer DemoServer::Private::render(Side side, const QString &path, const QUrlQuery &query)
{
    if (side == Side::Genius)
        return genius->answer(path.mid(QStringLiteral("/genius").size()), query);
    if (side == Side::MusicBrainz)
        return musicbrainz->answer(path.mid(QStringLiteral("/musicbrainz").size()), query);
    bool isEmpty = false;
    {
        const std::scoped_lock lock(mutex);
        isEmpty = emptyLimitErrors;
    }
    return spotify->answer(path.mid(QStringLiteral("/v1").size()), query, isEmpty);
}

Answer DemoServer::Private::token(const QHttpServerRequest &request)
{
    const auto expected = "Basic " + (demoClientId + QLatin1Char(':') + demoClientSecret).toUtf8().toBase64();
    const auto given = request.value("Authorization");
    if (given != expected) {
        const bool isKnown = QByteArray::fromBase64(given.mid(6)).startsWith(demoClientId.toUtf8() + ':');
        return jsonAnswer({{QStringLiteral("error"), QStringLiteral("invalid_client")},
                           {QStringLiteral("error_description"),
                            isKnown ? QStringLiteral("Invalid client secret") : QStringLiteral("Invalid client")}},
                          400);
    }
    if (!request.body().contains("grant_type=client_credentials")) {
        return jsonAnswer({{QStringLiteral("error"), QStringLiteral("unsupported_grant_type")},
                           {QStringLiteral("error_description"), QStringLiteral("grant_type parameter is missing")}},
                          400);
    }
    const std::scoped_lock lock(mutex);
    const auto token = "demo-token-" + QByteArray::number(++tokenNumber);
    constexpr qint64 msPerSecond = 1000;
    tokens.insert(token, QDateTime::currentMSecsSinceEpoch() + tokenLifetime.count() * msPerSecond);
    return jsonAnswer({{QStringLiteral("access_token"), QString::fromLatin1(token)},
                       {QStringLiteral("token_type"), QStringLiteral("Bearer")},
                       {QStringLiteral("expires_in"), qint64(tokenLifetime.count())}});
}

std::optional<Answer> DemoServer::Private::refuse(Side side, const QHttpServerRequest &request)
{
    if (side == Side::MusicBrainz)
        return refuseMusicBrainz(request.value("User-Agent"));
    const auto authorization = request.value("Authorization");
    return side == Side::Spotify ? refuseSpotify(authorization) : refuseGenius(authorization);
}

/// The real one slows such callers down, or bans them.
std::optional<Answer> DemoServer::Private::refuseMusicBrainz(const QByteArray &userAgent)
{
    return userAgent.contains('(') ? std::nullopt : std::optional(MusicBrainzAnswers::noContact());
}

Quota &DemoServer::Private::quotaOf(Side side)
{
    if (side == Side::MusicBrainz)
        return musicbrainzQuota;
    return side == Side::Spotify ? spotifyQuota : geniusQuota;
}

std::optional<Answer> DemoServer::Private::refuseSpotify(const QByteArray &authorization)
{
    if (authorization.isEmpty()) {
        auto answer = SpotifyAnswers::refusal(401, QStringLiteral("No token provided"));
        answer.addHeader("WWW-Authenticate", "Bearer realm=\"spotify\"");
        return answer;
    }
    const std::scoped_lock lock(mutex);
    const auto known = tokens.constFind(authorization.mid(7));
    if (known != tokens.cend() && *known > QDateTime::currentMSecsSinceEpoch())
        return std::nullopt;
    auto answer = SpotifyAnswers::refusal(401, QStringLiteral("The access token expired"));
    answer.addHeader("WWW-Authenticate",
                     "Bearer realm=\"spotify\", error=\"invalid_token\", "
                     "error_description=\"The access token expired\"");
    return answer;
}

std::optional<Answer> DemoServer::Private::refuseGenius(const QByteArray &authorization)
{
    static const auto expected = "Bearer " + demoGeniusToken.toLatin1();
    if (authorization == expected)
        return std::nullopt;
    return authorization.isEmpty() ? GeniusAnswers::noToken() : GeniusAnswers::wrongToken();
}

DemoServer::DemoServer(DemoCatalogue catalogue, Face face)
    : d(std::make_unique<Private>(std::move(catalogue), face))
{
}

DemoServer::~DemoServer()
{
    stop();
}

std::expected<void, QString> DemoServer::start(quint16 port)
{
    if (d->thread)
        return {};
    d->thread = std::make_unique<QThread>();
    d->thread->setObjectName(QStringLiteral("demo services"));
    d->thread->start();
    d->context = new QObject; // deleted on its thread, in stop()
    d->context->moveToThread(d->thread.get());
    QMetaObject::invokeMethod(
        d->context,
        [this, port] {
            auto *front = new HttpFront([this](const QHttpServerRequest &request, const QPointer<QTcpSocket> &socket) {
                d->handle(request, socket);
            });
            front->setParent(d->context);
            d->port = front->listen(QHostAddress::LocalHost, port);
            d->rendered.clear(); // their links name the port of the last time
            d->inFlight = 0;
            d->spotify = std::make_unique<SpotifyAnswers>(d->catalogue, d->face, spotifyApiUrl().toString());
            d->genius = std::make_unique<GeniusAnswers>(d->catalogue);
            d->musicbrainz = std::make_unique<MusicBrainzAnswers>(d->catalogue);
        },
        Qt::BlockingQueuedConnection);
    if (d->port != 0)
        return {};
    stop();
    return std::unexpected(QStringLiteral("port %1 on 127.0.0.1 can't be listened on").arg(port));
}

void DemoServer::stop()
{
    if (!d->thread)
        return;
    QMetaObject::invokeMethod(
        d->context, [this] { delete std::exchange(d->context, nullptr); }, Qt::BlockingQueuedConnection);
    d->thread->quit();
    d->thread->wait();
    d->thread.reset();
}

QUrl DemoServer::spotifyApiUrl() const
{
    return {QStringLiteral("http://127.0.0.1:%1/v1").arg(d->port)};
}

QUrl DemoServer::spotifyAccountsUrl() const
{
    return {QStringLiteral("http://127.0.0.1:%1/accounts").arg(d->port)};
}

QUrl DemoServer::geniusApiUrl() const
{
    return {QStringLiteral("http://127.0.0.1:%1/genius").arg(d->port)};
}

QUrl DemoServer::musicbrainzApiUrl() const
{
    return {QStringLiteral("http://127.0.0.1:%1/musicbrainz").arg(d->port)};
}

QString DemoServer::clientId() const
{
    return demoClientId;
}

QString DemoServer::clientSecret() const
{
    return demoClientSecret;
}

QString DemoServer::geniusToken() const
{
    return demoGeniusToken;
}

const DemoCatalogue &DemoServer::catalogue() const
{
    return d->catalogue;
}

void DemoServer::setSpotifyQuota(const EnforcedQuota &quota)
{
    const std::scoped_lock lock(d->mutex);
    d->spotifyQuota = {.rule = quota, .calls = {}};
}

void DemoServer::setGeniusQuota(const EnforcedQuota &quota)
{
    const std::scoped_lock lock(d->mutex);
    d->geniusQuota = {.rule = quota, .calls = {}};
}

void DemoServer::setMusicBrainzQuota(const EnforcedQuota &quota)
{
    const std::scoped_lock lock(d->mutex);
    d->musicbrainzQuota = {.rule = quota, .calls = {}};
}

void DemoServer::setDelay(std::chrono::milliseconds fixed, std::chrono::milliseconds jitter)
{
    const std::scoped_lock lock(d->mutex);
    d->delay = fixed;
    d->jitter = jitter;
}

void DemoServer::setFaults(FaultScript script)
{
    const std::scoped_lock lock(d->mutex);
    d->faults = std::move(script);
}

void DemoServer::setTokenLifetime(std::chrono::seconds lifetime)
{
    const std::scoped_lock lock(d->mutex);
    d->tokenLifetime = lifetime;
}

void DemoServer::revokeTokens()
{
    const std::scoped_lock lock(d->mutex);
    d->tokens.clear();
}

void DemoServer::setEmptyLimitErrors(bool empty)
{
    const std::scoped_lock lock(d->mutex);
    d->emptyLimitErrors = empty;
}

void DemoServer::setCompression(bool on)
{
    const std::scoped_lock lock(d->mutex);
    d->compression = on;
}

Counts DemoServer::counts() const
{
    const std::scoped_lock lock(d->mutex);
    return d->counts;
}

void DemoServer::reset()
{
    const std::scoped_lock lock(d->mutex);
    d->counts = {};
}

} // namespace linernotes::demo
