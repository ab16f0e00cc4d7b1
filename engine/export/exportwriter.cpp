// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/exportwriter.h"

#include "core/foruser.h"
#include "export/csv.h"
#include "store/annotations.h"
#include "store/catalog.h"
#include "store/credits.h"
#include "store/producers.h"
#include "store/runs.h"
#include "store/sourcegaps.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <cstdio>
#include <memory>
#include <utility>
#include <vector>

namespace linernotes
{
namespace
{

/// Named cells in the order of the columns. An array is joined with "; " in CSV.
using ExportRow = std::vector<std::pair<QString, QJsonValue>>;

constexpr int rowsAtATime = 500;

QString cellText(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    if (!value.isArray())
        return value.toString();
    QStringList parts;
    const auto array = value.toArray();
    for (const auto &part : array)
        parts.append(part.toString());
    return parts.join(QStringLiteral("; "));
}

/// Confidence with as many digits as it deserves.
QJsonValue rounded(double value)
{
    constexpr double thousand = 1000;
    return static_cast<double>(qRound64(value * thousand)) / thousand;
}

/// Takes rows one by one into a file that appears only when all is written, or into standard output.
class RowFile
{
public:
    explicit RowFile(const ExportRequest &request)
        : m_request(request)
    {
    }

    Result<void> open()
    {
        if (m_request.isToStandardOutput()) {
            auto output = std::make_unique<QFile>();
            if (!output->open(stdout, QIODevice::WriteOnly))
                return failure(ErrorCategory::InvalidInput, problem(output->errorString()));
            m_file = std::move(output);
        } else {
            // The rename at the end would put a plain file in the place of a device or a pipe: /dev/null would be gone.
            const QFileInfo target(m_request.path);
            if (target.exists() && !target.isFile())
                return failure(ErrorCategory::InvalidInput, problem(ForUser::tr("it exists and is no ordinary file")));
            auto saved = std::make_unique<QSaveFile>(m_request.path);
            if (!saved->open(QIODevice::WriteOnly))
                return failure(ErrorCategory::InvalidInput, problem(saved->errorString()));
            m_file = std::move(saved);
        }
        if (m_request.format == ExportFormat::Csv && m_request.byteOrderMark)
            m_file->write("\xEF\xBB\xBF");
        return {};
    }

    void writeHeader(const QStringList &names)
    {
        if (m_request.format == ExportFormat::Csv)
            m_file->write(csvLine(names));
    }

    void write(const ExportRow &row)
    {
        ++m_rows;
        if (m_request.watch)
            m_request.watch->rows = m_rows;
        if (m_request.format == ExportFormat::Csv) {
            QStringList cells;
            for (const auto &cell : row)
                cells.append(cellText(cell.second));
            m_file->write(csvLine(cells));
            return;
        }
        QJsonObject object;
        for (const auto &[name, value] : row)
            object.insert(name, value);
        m_file->write(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
    }

    Result<ExportReceipt> commit()
    {
        auto *saved = qobject_cast<QSaveFile *>(m_file.get());
        const bool isWritten = saved ? saved->commit() : m_file->flush() && m_file->error() == QFileDevice::NoError;
        if (!isWritten)
            return failure(ErrorCategory::InvalidInput, problem(m_file->errorString()));
        if (m_request.watch)
            m_request.watch->isCommitted = true;
        return ExportReceipt{.rows = m_rows, .path = m_request.path};
    }

private:
    [[nodiscard]] QString problem(const QString &why) const
    {
        const auto target =
            m_request.isToStandardOutput() ? ForUser::tr("Standard output") : QDir::toNativeSeparators(m_request.path);
        return ForUser::tr("%1 can't be written: %2").arg(target, why);
    }

    const ExportRequest &m_request;
    std::unique_ptr<QFileDevice> m_file;
    qint64 m_rows = 0;
};

QStringList columns(ExportKind kind)
{
    switch (kind) {
    case ExportKind::Producers:
        return {QStringLiteral("person_id"),  QStringLiteral("genius_id"),    QStringLiteral("person"),
                QStringLiteral("aliases"),    QStringLiteral("roles"),        QStringLiteral("credits"),
                QStringLiteral("artists"),    QStringLiteral("artist_count"), QStringLiteral("confidence"),
                QStringLiteral("profiles"),   QStringLiteral("tags"),         QStringLiteral("note"),
                QStringLiteral("incomplete"), QStringLiteral("found"),        QStringLiteral("first_year"),
                QStringLiteral("last_year")};
    case ExportKind::Credits:
        return {QStringLiteral("recording_id"), QStringLiteral("isrc"),       QStringLiteral("spotify_track_ids"),
                QStringLiteral("title"),        QStringLiteral("artists"),    QStringLiteral("person"),
                QStringLiteral("person_id"),    QStringLiteral("genius_id"),  QStringLiteral("role"),
                QStringLiteral("sources"),      QStringLiteral("confidence"), QStringLiteral("released"),
                QStringLiteral("evidence")};
    case ExportKind::Profiles:
        return {QStringLiteral("person"),   QStringLiteral("person_id"), QStringLiteral("genius_id"),
                QStringLiteral("platform"), QStringLiteral("handle"),    QStringLiteral("url"),
                QStringLiteral("source")};
    }
    Q_UNREACHABLE();
}

ExportRow named(ExportKind kind, const std::vector<QJsonValue> &values)
{
    ExportRow row;
    const auto names = columns(kind);
    for (std::size_t i = 0; i < values.size(); ++i)
        row.emplace_back(names.at(static_cast<qsizetype>(i)), values[i]);
    return row;
}

QJsonArray strings(const QStringList &list)
{
    return QJsonArray::fromStringList(list);
}

QStringList idsOf(const std::vector<ExternalId> &ids, const QString &source)
{
    QStringList found;
    for (const auto &id : ids) {
        if (id.source == source)
            found.append(id.id);
    }
    return found;
}

/// Writes what belongs to one producer.
class ProducerExport
{
public:
    ProducerExport(Database &database, const ExportRequest &request, RowFile &file)
        : m_database(database)
        , m_kind(request.kind)
        , m_file(file)
    {
    }

    void write(const ProducerRow &row)
    {
        const auto known = Credits(m_database).person(row.id);
        // Nearly everybody has one. Those who were found to be one person have several, joined as in CSV.
        const auto geniusIds = known ? idsOf(known->ids, QStringLiteral("genius")) : QStringList();
        const auto geniusId = geniusIds.join(QStringLiteral("; "));
        if (m_kind == ExportKind::Producers)
            writeProducer(row, geniusId);
        else if (m_kind == ExportKind::Profiles)
            writeProfiles(row, geniusId);
        else
            writeCredits(row, geniusId);
    }

private:
    void writeProducer(const ProducerRow &row, const QString &geniusId)
    {
        QStringList profiles;
        for (const auto &profile : row.profiles)
            profiles.append(profile.url);
        const auto years = Producers(m_database).years(row.id);
        m_file.write(
            named(m_kind,
                  {row.id, geniusId, row.name, strings(Credits(m_database).aliases(row.id)), strings(row.roles),
                   row.credits, strings(row.artists), row.artistCount, rounded(row.confidence), strings(profiles),
                   strings(row.tags), Annotations(m_database).note(row.id), unanswered(row.id), toIsoText(row.foundAt),
                   years ? QJsonValue(years->first) : QJsonValue(), years ? QJsonValue(years->last) : QJsonValue()}));
    }

    void writeProfiles(const ProducerRow &row, const QString &geniusId)
    {
        for (const auto &profile : row.profiles) {
            m_file.write(named(
                m_kind, {row.name, row.id, geniusId, profile.platform, profile.handle, profile.url, profile.source}));
        }
    }

    void writeCredits(const ProducerRow &row, const QString &geniusId)
    {
        for (const auto &credit : Producers(m_database).credits(row.id)) {
            m_file.write(named(m_kind,
                               {credit.recordingId, credit.isrc, trackIds(credit.recordingId), credit.title,
                                strings(credit.artists), row.name, row.id, geniusId, credit.role, sources(credit),
                                rounded(credit.confidence), credit.releaseDate, statements(credit)}));
        }
    }

    /// Sources that have yet to answer for the person.
    QJsonArray unanswered(qint64 personId)
    {
        QStringList sources;
        for (const auto &gap : SourceGaps(m_database).of(personId))
            sources.append(gap.source);
        return strings(sources);
    }

    QJsonArray trackIds(qint64 recordingId)
    {
        QJsonArray ids;
        if (const auto recording = Catalog(m_database).recording(recordingId)) {
            for (const auto &track : recording->tracks)
                ids.append(track.spotifyId);
        }
        return ids;
    }

    static QJsonArray sources(const CreditRow &credit)
    {
        QStringList names;
        for (const auto &evidence : credit.evidence)
            names.append(evidence.source);
        names.removeDuplicates();
        return strings(names);
    }

    static QJsonArray statements(const CreditRow &credit)
    {
        QJsonArray said;
        for (const auto &evidence : credit.evidence) {
            said.append(QStringLiteral("%1: %2 (%3) %4")
                            .arg(evidence.source, evidence.statement, toIsoText(evidence.seenAt), evidence.url));
        }
        return said;
    }

    Database &m_database;
    ExportKind m_kind;
    RowFile &m_file;
};

} // namespace

Result<ExportReceipt> writeExport(Database &database, const ExportRequest &request)
{
    if (const auto run = request.producers.run; run > 0 && !Runs(database).standing(run)) {
        return failure(ErrorCategory::InvalidInput,
                       ForUser::tr("There is no run %1. “runs list” shows those there are.").arg(run));
    }
    RowFile file(request);
    if (const auto opened = file.open(); !opened)
        return failure(opened.error());
    file.writeHeader(columns(request.kind));
    ProducerExport rows(database, request, file);
    std::optional<ProducerCursor> after;
    do {
        const auto page = Producers(database).page(request.producers, after, rowsAtATime, Producers::allArtists);
        for (const auto &row : page.rows)
            rows.write(row);
        after = page.next;
    } while (after);
    const bool isEverything = request.kind != ExportKind::Producers && !request.producers.isNarrowed();
    while (isEverything) {
        const auto page = Producers(database).others(after, rowsAtATime);
        for (const auto &row : page.rows)
            rows.write(row);
        after = page.next;
        if (!after)
            break;
    }
    return file.commit();
}

} // namespace linernotes
