// SPDX-License-Identifier: GPL-3.0-or-later
#include "headless/seeds.h"

#include "matching/seedfile.h"
#include "matching/seedline.h"

#include <QCoreApplication>

namespace linernotes
{
namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Seeds", text);
}

/// A line and where it stands, in words.
struct PlacedLine {
    QString text;
    QString place;
};

Result<std::vector<PlacedLine>> gather(const QStringList &seeds, const QString &file)
{
    std::vector<PlacedLine> lines;
    lines.reserve(static_cast<std::size_t>(seeds.size()));
    for (qsizetype i = 0; i < seeds.size(); ++i) {
        // simplified(): an argument is one artist, even with a line end in it.
        lines.push_back({.text = seeds[i].simplified(), .place = tr("artist %1").arg(i + 1)});
    }
    if (file.isEmpty())
        return lines;
    const auto entries = readSeedFile(file);
    if (!entries)
        return failure(entries.error());
    for (const auto &entry : *entries)
        lines.push_back({.text = entry.text, .place = tr("%1, line %2").arg(file, QString::number(entry.line))});
    return lines;
}

/// Together, so that an artist of the command line and the same one of the file are found to be one.
std::vector<SeedLine> understand(const std::vector<PlacedLine> &lines)
{
    QStringList texts;
    for (const auto &line : lines)
        texts.append(line.text);
    return parseSeedLines(texts.join(QLatin1Char('\n')));
}

QString excerpt(const QString &text)
{
    constexpr qsizetype most = 80; // a wrong file has long lines
    return text.size() > most ? text.left(most) + QStringLiteral("…") : text;
}

QString runName(const std::vector<ArtistDiscoveryMessage> &artists)
{
    const auto &first = artists.front();
    auto name = first.name.isEmpty() ? first.artistId : first.name;
    if (artists.size() == 1)
        return name;
    return tr("%1 and %2 more").arg(name, QString::number(artists.size() - 1));
}

} // namespace

Result<Seeds> readSeeds(const QStringList &seeds, const QString &file)
{
    const auto lines = gather(seeds, file);
    if (!lines)
        return failure(lines.error());
    const auto understood = understand(*lines);
    Seeds read;
    QStringList problems;
    for (std::size_t i = 0; i < understood.size() && i < lines->size(); ++i) {
        const auto &line = understood[i];
        using Kind = SeedLine::Kind;
        switch (line.kind) {
        case Kind::Empty:
        case Kind::Duplicate:
            break;
        case Kind::Invalid:
            problems.append(QStringLiteral("%1: “%2”: %3").arg(lines->at(i).place, excerpt(line.text), line.problem));
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
    if (!problems.isEmpty()) {
        return failure(ErrorCategory::InvalidInput,
                       tr("nothing was queued: mend these lines first\n%1").arg(problems.join(QLatin1Char('\n'))));
    }
    if (read.artists.empty())
        return failure(ErrorCategory::InvalidInput, tr("no artist to seed"));
    read.runName = runName(read.artists);
    return read;
}

QString seededText(const SeedReceipt &receipt)
{
    return receipt.runId > 0
        ? tr("%1 queued as run %2, %3 known already").arg(receipt.queued).arg(receipt.runId).arg(receipt.known)
        : tr("nothing queued: all %1 are known already (runs repeat asks for a run's artists again)")
              .arg(receipt.known);
}

} // namespace linernotes
