// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/takenrows.h"

#include "export/csv.h"

#include <QClipboard>
#include <QDrag>
#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QUrl>
#include <QWidget>

namespace linernotes::ui
{
namespace
{

/// A cell may hold no sign that would end it.
QString asCell(const QString &cell)
{
    auto text = withoutFormula(cell);
    for (auto &sign : text) {
        if (sign == QLatin1Char('\t') || sign == QLatin1Char('\n') || sign == QLatin1Char('\r'))
            sign = QLatin1Char(' ');
    }
    return text;
}

QString asTabbedText(const RowTexts &rows)
{
    QString text;
    for (const auto &row : rows) {
        QStringList cells;
        for (const auto &cell : row)
            cells.append(asCell(cell));
        text += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return text;
}

QByteArray asCsv(const RowTexts &rows)
{
    QByteArray csv;
    for (const auto &row : rows)
        csv += csvLine(row);
    return csv;
}

} // namespace

bool copyToClipboard(const RowTexts &rows)
{
    if (rows.isEmpty())
        return false;
    QGuiApplication::clipboard()->setText(asTabbedText(rows));
    return true;
}

DraggedRows::DraggedRows() = default;

DraggedRows::~DraggedRows() = default;

std::unique_ptr<QMimeData> DraggedRows::mimeData(const RowTexts &rows, const QString &name)
{
    if (rows.isEmpty())
        return nullptr;
    auto mime = std::make_unique<QMimeData>();
    const auto csv = asCsv(rows);
    mime->setText(asTabbedText(rows));
    mime->setData(QStringLiteral("text/csv"), csv);
    m_folder = std::make_unique<QTemporaryDir>();
    QFile file(m_folder->filePath(QStringLiteral("linernotes-%1.csv").arg(name)));
    if (file.open(QIODevice::WriteOnly) && file.write(csv) == csv.size())
        mime->setUrls({QUrl::fromLocalFile(file.fileName())});
    return mime;
}

void DraggedRows::drag(const RowTexts &rows, QWidget *from)
{
    auto mime = mimeData(rows, from->objectName());
    if (!mime)
        return;
    auto *drag = new QDrag(from); // which ends by itself
    drag->setMimeData(mime.release());
    drag->exec(Qt::CopyAction);
}

} // namespace linernotes::ui
