// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace linernotes
{

/// What a service said when it refused a call.
struct ServiceRefusal {
    QString message; ///< one line for people, empty where the service said nothing; at most 300 characters
    QString reason; ///< the service's own code, e.g. "QUOTA_EXCEEDED", "invalid_client"; empty where it gave none

    bool operator==(const ServiceRefusal &) const = default;
};

/// Reads the body of any refused answer; it never fails and needs no Content-Type. Pure, any thread.
///
/// Shapes known, each seen in the wild:
/// - Spotify Web API: {"error":{"status":429,"message":"…","reason":"…"}}
///   (developer.spotify.com/documentation/web-api/concepts/api-calls, "Regular Error Object")
/// - OAuth, of Spotify's token endpoint and of Genius for a wrong token: {"error":"code","error_description":"…"}
///   (RFC 6749 section 5.2; zyrouge/node-genius-lyrics#34)
/// - Genius: {"meta":{"status":401,"message":"…"}} (DuncteBot/java-timed-lyrics#3)
/// - plain text (zmb3/spotify#301), an HTML page of a proxy (its title, else "HTML page"), nothing at all
ServiceRefusal parseRefusal(const QByteArray &body);

/// Whether a refusal is about the account behind the credentials and not about them. Spotify says in words that the
/// app's owner needs Premium (zmb3/spotify#301); to enter the same credentials again would not help.
bool isAboutAccount(const QString &message);

} // namespace linernotes
