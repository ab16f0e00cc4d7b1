// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/seedfile.h"

#include "core/foruser.h"
#include "matching/seedline.h"

#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

namespace linernotes
{
namespace
{

/// A hundred thousand lines of URLs have 6 MiB.
constexpr qint64 largestFile = 16 << 20;

constexpr QLatin1Char quote('"');
constexpr QLatin1Char lineEnd('\n');

QString withPlainLineEnds(QString text)
{
    return text.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(QLatin1Char('\r'), lineEnd);
}

/// A semicolon only where the first line has no comma outside its quotes.
QChar separatorOf(QStringView firstLine)
{
    constexpr QLatin1Char comma(',');
    constexpr QLatin1Char semicolon(';');
    bool isQuoted = false;
    bool hasSemicolon = false;
    QChar before = comma;
    for (const auto sign : firstLine) {
        if (sign == quote)
            isQuoted = !isQuoted && (before == comma || before == semicolon);
        else if (!isQuoted && sign == comma)
            return comma;
        else if (!isQuoted && sign == semicolon)
            hasSemicolon = true;
        before = sign;
    }
    return hasSemicolon ? semicolon : comma;
}

/// Takes a CSV text sign by sign and keeps the first field of each record.
class FirstColumn
{
public:
    explicit FirstColumn(QChar separator)
        : m_separator(separator)
    {
    }

    void take(QChar sign)
    {
        if (sign == lineEnd)
            ++m_line;
        if (sign == quote && takeQuote())
            return;
        const bool isQuoted = m_place == Place::Quoted;
        m_place = isQuoted ? Place::Quoted : Place::Plain;
        if (!isQuoted && sign == lineEnd)
            endRecord();
        else if (!isQuoted && sign == m_separator)
            endField();
        else
            append(sign == lineEnd ? QLatin1Char(' ') : sign);
    }

    std::vector<SeedEntry> finish()
    {
        if (!m_field.isEmpty() || m_column > 0)
            endRecord();
        return std::move(m_entries);
    }

private:
    enum class Place {
        FieldStart,
        Plain,
        Quoted,
        AfterQuote, ///< which ends the quoted text, unless a second one follows
    };

    /// False: the quotation mark is a sign like any other, as in 12" Wonder.
    bool takeQuote()
    {
        switch (m_place) {
        case Place::FieldStart:
            m_place = Place::Quoted;
            return true;
        case Place::Quoted:
            m_place = Place::AfterQuote;
            return true;
        case Place::AfterQuote:
            append(quote);
            m_place = Place::Quoted;
            return true;
        case Place::Plain:
            return false;
        }
        Q_UNREACHABLE();
    }

    void append(QChar sign)
    {
        if (m_column == 0)
            m_field.append(sign);
    }

    void endField()
    {
        ++m_column;
        m_place = Place::FieldStart;
    }

    void endRecord()
    {
        if (!(m_isFirst && isSeedHeading(m_field)))
            m_entries.push_back({.text = m_field.trimmed(), .line = m_begin});
        m_field.clear();
        m_column = 0;
        m_place = Place::FieldStart;
        m_isFirst = false;
        m_begin = m_line;
    }

    QChar m_separator;
    std::vector<SeedEntry> m_entries;
    QString m_field;
    Place m_place = Place::FieldStart;
    int m_column = 0;
    int m_line = 1;
    int m_begin = 1; ///< the line on which the record begins
    bool m_isFirst = true;
};

std::vector<SeedEntry> lines(const QString &text)
{
    auto list = withPlainLineEnds(text).split(lineEnd);
    if (list.last().isEmpty())
        list.removeLast(); // what follows the last line's end is no line
    std::vector<SeedEntry> entries;
    int number = 0;
    for (const auto &line : std::as_const(list))
        entries.push_back({.text = line, .line = ++number});
    return entries;
}

/// A pipe gives its bytes in parts and does not know its size.
QByteArray readUpTo(QFile &file, qint64 most)
{
    QByteArray bytes;
    while (bytes.size() < most) {
        const auto part = file.read(most - bytes.size());
        if (part.isEmpty())
            break;
        bytes += part;
    }
    return bytes;
}

} // namespace

Result<std::vector<SeedEntry>> readSeedFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCategory::InvalidInput,
                       ForUser::tr("“%1” can't be read: %2").arg(path, file.errorString()));
    const auto bytes = readUpTo(file, largestFile + 1);
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorCategory::InvalidInput,
                       ForUser::tr("“%1” can't be read: %2").arg(path, file.errorString()));
    if (bytes.size() > largestFile)
        return failure(ErrorCategory::InvalidInput, ForUser::tr("“%1” is too large for a list of artists.").arg(path));
    const auto encoding = QStringConverter::encodingForData(bytes).value_or(QStringConverter::Utf8);
    QString text = QStringDecoder(encoding).decode(bytes);
    if (text.startsWith(QChar(QChar::ByteOrderMark)))
        text.remove(0, 1);
    const bool isCsv = QFileInfo(path).suffix().compare(QLatin1String("csv"), Qt::CaseInsensitive) == 0;
    return isCsv ? firstColumn(text) : lines(text);
}

std::vector<SeedEntry> firstColumn(const QString &csv)
{
    const auto text = withPlainLineEnds(csv);
    FirstColumn column(separatorOf(QStringView(text).left(text.indexOf(lineEnd))));
    for (const auto sign : text)
        column.take(sign);
    return column.finish();
}

} // namespace linernotes
