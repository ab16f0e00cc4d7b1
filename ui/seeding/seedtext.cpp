// SPDX-License-Identifier: GPL-3.0-or-later
#include "seeding/seedtext.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QPromise>
#include <QStringDecoder>
#include <QThreadPool>

namespace linernotes::ui
{
namespace
{

/// A hundred thousand lines of URLs have 6 MiB.
constexpr qint64 largestFile = 16 << 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("SeedText", text);
}

template <typename Value, typename Work>
QFuture<Value> onAnotherThread(Work work)
{
    auto promise = std::make_shared<QPromise<Value>>();
    promise->start();
    auto future = promise->future();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

bool isHeading(const QString &field)
{
    static const QStringList headings{
        QStringLiteral("artist"),      QStringLiteral("artists"), QStringLiteral("artist name"),
        QStringLiteral("artist_name"), QStringLiteral("name"),    QStringLiteral("spotify_id"),
        QStringLiteral("spotify id"),  QStringLiteral("id"),      QStringLiteral("spotify_url"),
        QStringLiteral("spotify url"), QStringLiteral("url"),     QStringLiteral("uri")};
    return headings.contains(field.trimmed().toLower());
}

Result<QString> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCategory::InvalidInput, tr("“%1” can't be read: %2").arg(path, file.errorString()));
    if (file.size() > largestFile)
        return failure(ErrorCategory::InvalidInput, tr("“%1” is too large for a list of artists.").arg(path));
    const auto bytes = file.read(largestFile);
    const auto encoding = QStringConverter::encodingForData(bytes).value_or(QStringConverter::Utf8);
    QString text = QStringDecoder(encoding).decode(bytes);
    if (text.startsWith(QChar(QChar::ByteOrderMark)))
        text.remove(0, 1);
    const bool isCsv = QFileInfo(path).suffix().compare(QLatin1String("csv"), Qt::CaseInsensitive) == 0;
    return isCsv ? firstColumn(text) : text;
}

} // namespace

QFuture<std::vector<SeedLine>> understandSeeds(const QString &text)
{
    return onAnotherThread<std::vector<SeedLine>>([text] { return parseSeedLines(text); });
}

QFuture<Result<QString>> readSeedFile(const QString &path)
{
    return onAnotherThread<Result<QString>>([path] { return readFile(path); });
}

QString firstColumn(const QString &csv)
{
    const auto head = csv.left(csv.indexOf(QLatin1Char('\n')));
    const QChar separator =
        head.contains(QLatin1Char(';')) && !head.contains(QLatin1Char(',')) ? QLatin1Char(';') : QLatin1Char(',');
    QStringList values;
    QString field;
    int column = 0;
    bool isQuoted = false;
    const auto endRecord = [&] {
        if (!(values.isEmpty() && isHeading(field)))
            values.append(field.trimmed());
        field.clear();
        column = 0;
    };
    for (qsizetype i = 0; i < csv.size(); ++i) {
        const auto sign = csv[i];
        if (sign == QLatin1Char('"')) {
            const bool isDoubled = isQuoted && i + 1 < csv.size() && csv[i + 1] == QLatin1Char('"');
            if (isDoubled && column == 0)
                field.append(sign);
            if (isDoubled)
                ++i;
            else
                isQuoted = !isQuoted;
        } else if (!isQuoted && sign == separator) {
            ++column;
        } else if (!isQuoted && sign == QLatin1Char('\n')) {
            endRecord();
        } else if (column == 0) {
            field.append(sign == QLatin1Char('\n') || sign == QLatin1Char('\r') ? QLatin1Char(' ') : sign);
        }
    }
    if (!field.isEmpty() || column > 0)
        endRecord();
    return values.join(QLatin1Char('\n'));
}

} // namespace linernotes::ui
