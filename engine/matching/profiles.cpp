// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/profiles.h"

#include "matching/text.h"

#include <QHash>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <array>

namespace linernotes
{
namespace
{

enum class Platform {
    Instagram,
    X,
    Facebook,
    Genius,
    Spotify,
    YouTube,
    SoundCloud,
    Bandcamp,
    TikTok,
    Discogs,
    Wikidata,
    MusicBrainz,
};

struct Site {
    Platform platform;
    const char *name;
    const char *handlePattern; ///< anchored; what the platform allows in a handle
    const char *base; ///< a handle behind it is the profile's address; where it has a "%1", in its place
};

/// Handle rules: Instagram 30 of letters, digits, "_" and single dots inside; X 15 of letters, digits, "_"; Facebook
/// letters, digits and dots, on old pages also hyphens ("Name-123456"); Genius a path segment; Spotify an id;
/// YouTube "@name" or one of its three older forms; Bandcamp a host's name; TikTok 24 of letters, digits, "_" and ".";
/// Discogs, Wikidata and MusicBrainz their ids.
constexpr std::array sites = {
    Site{Platform::Instagram, "instagram", R"(^(?!\.)(?!.*\.\.)[A-Za-z0-9._]{1,30}(?<!\.)$)",
         "https://www.instagram.com/"},
    Site{Platform::X, "x", "^[A-Za-z0-9_]{1,15}$", "https://x.com/"},
    Site{Platform::Facebook, "facebook", R"(^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,98}[A-Za-z0-9])?$)",
         "https://www.facebook.com/"},
    Site{Platform::Genius, "genius", R"(^[^\s/?#<>"\\]{1,200}$)", "https://genius.com/artists/"},
    Site{Platform::Spotify, "spotify", "^[0-9A-Za-z]{22}$", "https://open.spotify.com/artist/"},
    Site{Platform::YouTube, "youtube", R"(^(@[\w.-]{1,100}|channel/UC[\w-]{22}|(user|c)/[\w.-]{1,100})$)",
         "https://www.youtube.com/"},
    Site{Platform::SoundCloud, "soundcloud", "^[A-Za-z0-9_-]{1,100}$", "https://soundcloud.com/"},
    Site{Platform::Bandcamp, "bandcamp", "^[a-z0-9][a-z0-9-]{0,62}$", "https://%1.bandcamp.com/"},
    Site{Platform::TikTok, "tiktok", "^[A-Za-z0-9_.]{1,24}$", "https://www.tiktok.com/@"},
    Site{Platform::Discogs, "discogs", "^[0-9]{1,12}$", "https://www.discogs.com/artist/"},
    Site{Platform::Wikidata, "wikidata", "^Q[1-9][0-9]{0,11}$", "https://www.wikidata.org/wiki/"},
    Site{Platform::MusicBrainz, "musicbrainz", "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
         "https://musicbrainz.org/artist/"},
};

struct Host {
    const char *name;
    Platform platform;
};

constexpr std::array hosts = {
    Host{"instagram.com", Platform::Instagram},
    Host{"instagr.am", Platform::Instagram},
    Host{"twitter.com", Platform::X},
    Host{"x.com", Platform::X},
    Host{"facebook.com", Platform::Facebook},
    Host{"fb.com", Platform::Facebook},
    Host{"fb.me", Platform::Facebook},
    Host{"genius.com", Platform::Genius},
    Host{"open.spotify.com", Platform::Spotify},
    Host{"youtube.com", Platform::YouTube},
    Host{"soundcloud.com", Platform::SoundCloud},
    Host{"tiktok.com", Platform::TikTok},
    Host{"discogs.com", Platform::Discogs},
    Host{"wikidata.org", Platform::Wikidata},
    Host{"musicbrainz.org", Platform::MusicBrainz},
};

constexpr auto bandcampHost = QLatin1String(".bandcamp.com");

/// What people and forms write when there is nothing to write.
constexpr std::array junk = {"null", "none", "nil", "undefined", "nan", "n/a", "na",    "n.a.", "no", "-",
                             "--",   "?",    "@",   "unknown",   "tba", "tbd", "false", "true", "0"};

/// First path segments that are the site's own pages, not somebody's profile.
constexpr std::array sitePages = {
    "p",      "reel",       "reels",       "explore",   "accounts",  "stories",  "tv",      "i",
    "intent", "home",       "search",      "hashtag",   "share",     "login",    "groups",  "events",
    "sharer", "sharer.php", "watch",       "photo.php", "story.php", "hashtags", "privacy", "help",
    "about",  "settings",   "marketplace", "dialog",    "plugins",   "tos",      "l.php",   "permalink.php",
};

const Site &site(Platform platform)
{
    return *std::ranges::find(sites, platform, &Site::platform);
}

/// Compiled once a process: compiling costs more than all else that a profile takes.
bool isHandle(Platform platform, const QString &text)
{
    static const auto patterns = [] {
        QHash<Platform, QRegularExpression> made;
        for (const auto &entry : sites)
            made.insert(entry.platform, QRegularExpression(QString::fromLatin1(entry.handlePattern)));
        return made;
    }();
    return patterns.value(platform).match(text).hasMatch();
}

std::optional<Platform> platformFromName(const QString &name)
{
    const auto lower = name.toLower();
    if (lower == QLatin1String("twitter"))
        return Platform::X;
    const auto *found =
        std::ranges::find_if(sites, [&](const Site &entry) { return lower == QLatin1String(entry.name); });
    return found == sites.end() ? std::nullopt : std::optional(found->platform);
}

std::optional<Platform> platformOfHost(QString host)
{
    for (const auto *prefix : {"www.", "m.", "mobile.", "web.", "de-de.", "en-gb.", "fr-fr.", "business."}) {
        if (host.startsWith(QLatin1String(prefix)))
            host.remove(0, QLatin1String(prefix).size());
    }
    if (host.endsWith(bandcampHost))
        return Platform::Bandcamp;
    const auto *found =
        std::ranges::find_if(hosts, [&](const Host &entry) { return host == QLatin1String(entry.name); });
    return found == hosts.end() ? std::nullopt : std::optional(found->platform);
}

template <size_t N>
bool isListed(const std::array<const char *, N> &list, const QString &text)
{
    return std::ranges::any_of(list, [&](const char *entry) { return text == QLatin1String(entry); });
}

bool isNumber(const QString &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

std::optional<Profile> profile(Platform platform, const QString &handle)
{
    const auto &rules = site(platform);
    // Behind genius.com/artists/ everything is an artist's name, "Null" and "Home" too; ids mean nothing.
    constexpr std::array notChosenFreely{Platform::Genius,  Platform::Spotify,  Platform::Bandcamp,
                                         Platform::Discogs, Platform::Wikidata, Platform::MusicBrainz};
    const bool isChosenFreely = std::ranges::find(notChosenFreely, platform) == notChosenFreely.end();
    if (!isHandle(platform, handle)
        || (isChosenFreely && (isListed(junk, handle.toLower()) || isListed(sitePages, handle.toLower()))))
        return std::nullopt;
    auto url = QString::fromLatin1(rules.base);
    if (platform == Platform::Facebook && isNumber(handle))
        url += QLatin1String("profile.php?id=");
    const auto asItIs = platform == Platform::YouTube ? QByteArrayLiteral("@/") : QByteArray(); // its kind is a path
    const auto encoded = QString::fromLatin1(QUrl::toPercentEncoding(handle, asItIs));
    url = url.contains(QLatin1String("%1")) ? url.arg(encoded) : url + encoded;
    return Profile{.platform = QString::fromLatin1(rules.name), .handle = handle, .url = url};
}

Profile website(const QUrl &url)
{
    constexpr auto plain = QUrl::RemoveUserInfo | QUrl::RemoveFragment | QUrl::StripTrailingSlash;
    auto host = url.host().toLower();
    if (host.startsWith(QLatin1String("www.")))
        host.remove(0, QLatin1String("www.").size());
    return {.platform = QStringLiteral("website"),
            .handle = host,
            .url = QString::fromLatin1(url.adjusted(QUrl::FormattingOptions(plain)).toEncoded())};
}

QString withoutAt(QString handle)
{
    while (handle.startsWith(u'@'))
        handle.remove(0, 1);
    return handle.trimmed();
}

/// facebook.com/profile.php?id=1, /pages/Name/1, /people/Name/1, /pg/name, /name
QString facebookHandle(const QStringList &path, const QUrl &url)
{
    const auto first = path.first().toLower();
    if (first == QLatin1String("profile.php"))
        return QUrlQuery(url).queryItemValue(QStringLiteral("id"));
    if (first == QLatin1String("pages") || first == QLatin1String("people") || first == QLatin1String("p"))
        return path.size() >= 2 ? path.at(std::min<qsizetype>(2, path.size() - 1)) : QString();
    if (first == QLatin1String("pg"))
        return path.value(1);
    return path.first();
}

/// genius.com/artists/Name, open.spotify.com/artist/id with or without a language part.
QString segmentBehind(const QStringList &path, const QString &folder)
{
    const auto at = path.indexOf(folder);
    return at < 0 || at > 1 ? QString() : path.value(at + 1);
}

/// youtube.com/@name, /channel/id, /c/name, /user/name; and what is behind them, such as /videos.
QString youTubeHandle(const QStringList &path)
{
    return path.first().startsWith(u'@') ? path.first() : path.first() + u'/' + path.value(1);
}

/// discogs.com/artist/123, /artist/123-Name; the older /artist/Name has no number, and is not an id.
QString discogsHandle(const QStringList &path)
{
    return segmentBehind(path, QStringLiteral("artist")).section(u'-', 0, 0);
}

QString handleIn(Platform platform, const QUrl &url)
{
    if (platform == Platform::Bandcamp)
        return url.host().toLower().chopped(bandcampHost.size());
    const auto path = url.path(QUrl::FullyDecoded).split(u'/', Qt::SkipEmptyParts);
    if (path.isEmpty())
        return {};
    switch (platform) {
    case Platform::Facebook:
        return facebookHandle(path, url);
    case Platform::Genius:
        return segmentBehind(path, QStringLiteral("artists"));
    case Platform::Spotify:
        return segmentBehind(path, QStringLiteral("artist"));
    case Platform::YouTube:
        return youTubeHandle(path);
    case Platform::Discogs:
        return discogsHandle(path);
    case Platform::Wikidata:
        return segmentBehind(path, QStringLiteral("wiki"));
    case Platform::MusicBrainz:
        return segmentBehind(path, QStringLiteral("artist"));
    case Platform::TikTok:
        return path.first().startsWith(u'@') ? withoutAt(path.first()) : QString();
    case Platform::Instagram:
    case Platform::X:
    case Platform::SoundCloud:
    case Platform::Bandcamp:
        return withoutAt(path.first());
    }
    return {};
}

/// The text as a web address: with its scheme, or, where it begins with a known host, without.
std::optional<QUrl> webAddress(const QString &text)
{
    static const QRegularExpression scheme(QStringLiteral("^([A-Za-z][A-Za-z0-9+.-]*):"));
    auto address = text;
    if (address.startsWith(QLatin1String("//")))
        address.prepend(QLatin1String("https:"));
    const auto match = scheme.match(address);
    if (!match.hasMatch()) {
        const auto host = address.section(u'/', 0, 0).section(u'?', 0, 0).toLower();
        if (!address.contains(u'/') && !platformOfHost(host))
            return std::nullopt;
        address.prepend(QLatin1String("https://"));
    } else if (match.captured(1).compare(QLatin1String("http"), Qt::CaseInsensitive) != 0
               && match.captured(1).compare(QLatin1String("https"), Qt::CaseInsensitive) != 0) {
        return QUrl(); // javascript:, mailto: … : an address, but none of ours
    }
    return QUrl(address, QUrl::TolerantMode);
}

} // namespace

std::optional<Profile> profileFromHandle(const QString &platform, const QString &raw)
{
    const auto expected = platformFromName(platform);
    const auto text = cleanText(raw);
    if (!expected || text.isEmpty() || isListed(junk, text.toLower()))
        return std::nullopt;
    // Facebook's own paths come without the host.
    static const QRegularExpression facebookPath(QStringLiteral("^(pages|people|pg)/|^profile\\.php\\?"));
    const bool isPath = expected == Platform::Facebook && facebookPath.match(text).hasMatch();
    const auto address = webAddress(isPath ? QLatin1String("www.facebook.com/") + text : text);
    if (!address)
        return profile(*expected, withoutAt(text));
    const auto actual = platformOfHost(address->host().toLower());
    return actual ? profile(*actual, handleIn(*actual, *address)) : std::nullopt;
}

std::vector<Profile> profilesOf(const genius::Artist &artist)
{
    std::vector<Profile> profiles;
    const auto add = [&](const char *platform, const QString &raw) {
        const auto found = profileFromHandle(QString::fromLatin1(platform), raw);
        if (found && std::ranges::find(profiles, *found) == profiles.end())
            profiles.push_back(*found);
    };
    add("genius", artist.url);
    add("instagram", artist.instagramName);
    add("x", artist.twitterName);
    add("facebook", artist.facebookName);
    return profiles;
}

std::vector<Profile> profilesOf(const musicbrainz::Artist &artist)
{
    // "official homepage" (musicbrainz.org/relationships/artist-url); its pages may be on any host.
    static const auto homepage = QStringLiteral("fe33d22f-c3b0-4d68-bd53-a856badf2b15");
    std::vector<Profile> profiles;
    const auto add = [&profiles](const std::optional<Profile> &found) {
        if (found && std::ranges::find(profiles, *found) == profiles.end())
            profiles.push_back(*found);
    };
    add(profile(Platform::MusicBrainz, artist.id));
    for (const auto &link : artist.links) {
        const QUrl url(link.address, QUrl::TolerantMode);
        const auto platform = platformOfHost(url.host().toLower());
        if (platform)
            add(profile(*platform, handleIn(*platform, url)));
        else if (link.typeId == homepage && !url.host().isEmpty())
            add(website(url));
    }
    return profiles;
}

} // namespace linernotes
