// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demoserver.h"

#include <QHash>
#include <QJsonObject>
#include <QTcpSocket>

#include <memory>

namespace linernotes::test
{

struct Reply {
    int status = 0; ///< 0: the connection ended without an answer
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body; ///< as it came over the wire

    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] QString message() const; ///< of an error in either service's shape
};

using Headers = QHash<QByteArray, QByteArray>;

/// One request on a connection of its own: what goes over the wire is neither repeated nor unpacked nor hidden.
class Exchange
{
public:
    explicit Exchange(const QUrl &url, const Headers &headers = {}, const QByteArray &method = "GET",
                      const QByteArray &body = {});

    /// Waits for it.
    Reply reply();
    /// Waits `time`: true if neither a byte nor the end of the connection came.
    bool isSilent(std::chrono::milliseconds time);

private:
    std::unique_ptr<QTcpSocket> m_socket;
};

/// A demo server and one who knows its credentials.
class DemoCaller
{
public:
    explicit DemoCaller(demo::Face face = demo::Face::Legacy,
                        demo::DemoCatalogue catalogue = demo::DemoCatalogue::builtin());

    demo::DemoServer &server() { return m_server; }
    const demo::DemoCatalogue &catalogue() const { return m_server.catalogue(); }

    Reply askForToken();
    /// `target` is path and query below the API's root: "/albums/…". A token is asked for once.
    Exchange beginSpotify(const QString &target, Headers headers = {});
    Reply spotify(const QString &target, Headers headers = {});
    Reply genius(const QString &target, Headers headers = {});
    QByteArray token();
    void forgetToken() { m_token.clear(); }

    QUrl spotifyUrl(const QString &target) const;
    QUrl geniusUrl(const QString &target) const;

private:
    demo::DemoServer m_server;
    QByteArray m_token;
};

/// For a query's value.
QString encoded(const QString &text);

} // namespace linernotes::test
