// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/answer.h"
#include "demo/democatalogue.h"
#include "demo/demoserver.h"

#include <QJsonArray>
#include <QUrlQuery>

#include <functional>

namespace linernotes::demo
{

/// The Spotify Web API over a catalogue, in the shapes of developer.spotify.com/documentation/web-api. An older app
/// gets all fields, pages of 50 and batches; an app of today what the migration guide of February 2026 left.
class SpotifyAnswers
{
public:
    /// `apiUrl` stands in the absolute links of the answers. All must outlive this.
    SpotifyAnswers(const DemoCatalogue &catalogue, Face face, QString apiUrl);

    /// `path` below the API's root: "/artists/…". `emptyLimitErrors`: a page that is too large is refused without a
    /// word.
    [[nodiscard]] Answer answer(const QString &path, const QUrlQuery &query, bool emptyLimitErrors) const;

    static Answer refusal(int status, const QString &message);

private:
    struct Paging {
        qint64 limit = 0;
        qint64 offset = 0;
    };
    [[nodiscard]] Answer search(const QUrlQuery &query, bool emptyLimitErrors) const;
    [[nodiscard]] Answer artistAlbums(const DemoArtist &artist, const QString &path, const QUrlQuery &query,
                                      bool emptyLimitErrors) const;
    [[nodiscard]] Answer batch(const QString &kind, const QUrlQuery &query) const;
    [[nodiscard]] Answer single(const QString &kind, const QString &id) const;

    [[nodiscard]] QJsonObject artistRef(const QString &id) const;
    [[nodiscard]] QJsonArray artistRefs(const std::vector<QString> &ids) const;
    [[nodiscard]] QJsonObject artist(const DemoArtist &artist) const;
    [[nodiscard]] QJsonObject albumSummary(const DemoAlbum &album, const QString &group = {}) const;
    [[nodiscard]] QJsonObject album(const DemoAlbum &album) const;
    [[nodiscard]] QJsonObject track(const DemoAlbum &album, const DemoTrack &track, bool isFull) const;
    [[nodiscard]] QJsonObject page(const QString &path, const QUrlQuery &query, Paging paging, qint64 total,
                                   const std::function<QJsonObject(qint64)> &item) const;
    [[nodiscard]] QJsonObject link(const QString &kind, const QString &id) const;
    [[nodiscard]] bool isLegacy() const { return m_face == Face::Legacy; }
    [[nodiscard]] qint64 largestPage() const;

    const DemoCatalogue &m_catalogue;
    const Face m_face;
    const QString m_apiUrl;
};

} // namespace linernotes::demo
