// SPDX-License-Identifier: GPL-3.0-or-later
#include "headless/seeds.h"

#include "matching/seedline.h"

#include <QCoreApplication>
#include <QFile>

namespace linernotes
{
namespace
{

/// A list of a million names is a mistake, such as a wrong file.
constexpr qint64 largestFile = 16LL * 1024 * 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("Seeds", text);
}

Result<QString> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCategory::InvalidInput, tr("%1 can't be read: %2").arg(path, file.errorString()));
    if (file.size() > largestFile)
        return failure(ErrorCategory::InvalidInput, tr("%1 is larger than 16 MiB: is it a list of artists?").arg(path));
    return QString::fromUtf8(file.readAll());
}

QString runName(const std::vector<ArtistDiscoveryMessage> &artists)
{
    if (artists.empty())
        return {};
    const auto &first = artists.front();
    auto name = first.name.isEmpty() ? first.artistId : first.name;
    if (artists.size() == 1)
        return name;
    return tr("%1 and %2 more").arg(name).arg(artists.size() - 1);
}

} // namespace

Result<Seeds> readSeeds(const QStringList &seeds, const QString &file)
{
    auto text = seeds.join(QLatin1Char('\n'));
    if (!file.isEmpty()) {
        const auto content = readFile(file);
        if (!content)
            return failure(content.error());
        text += QLatin1Char('\n') + *content;
    }
    Seeds read;
    for (const auto &line : parseSeedLines(text)) {
        using Kind = SeedLine::Kind;
        switch (line.kind) {
        case Kind::Empty:
        case Kind::Duplicate:
            break;
        case Kind::Invalid:
            read.problems.append(QStringLiteral("%1: %2").arg(line.text, line.problem));
            break;
        case Kind::Name:
            read.artists.push_back({.artistId = {}, .name = line.name});
            break;
        case Kind::SpotifyId:
        case Kind::SpotifyUri:
        case Kind::SpotifyUrl:
            read.artists.push_back({.artistId = line.artistId, .name = {}});
            break;
        }
    }
    read.runName = runName(read.artists);
    return read;
}

} // namespace linernotes
