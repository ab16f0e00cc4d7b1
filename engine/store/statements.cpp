// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/statements.h"

#include <QDir>
#include <QFile>

#include <algorithm>

// A static library's resources are dropped by the linker unless something names them.
static void initResources()
{
    Q_INIT_RESOURCE(sql);
}

namespace linernotes
{
namespace
{

QString readAll(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("missing resource %s", qPrintable(path));
    return QString::fromUtf8(file.readAll());
}

QString withoutComments(const QString &sql)
{
    QString kept;
    for (const auto &line : sql.split(QLatin1Char('\n'))) {
        const auto comment = line.indexOf(QStringLiteral("--"));
        const auto code = (comment < 0 ? line : line.left(comment)).trimmed();
        if (!code.isEmpty())
            kept += code + QLatin1Char('\n');
    }
    return kept;
}

} // namespace

const Statements &Statements::sqlite()
{
    static const Statements statements = [] {
        initResources();
        return Statements(QStringLiteral(":/sql/sqlite"));
    }();
    return statements;
}

Statements::Statements(const QString &folder)
{
    const QString marker = QStringLiteral("-- name: ");
    const QDir statements(folder + QStringLiteral("/statements"));
    for (const auto &file : statements.entryList(QDir::Files)) {
        const auto sections = readAll(statements.filePath(file)).split(marker).mid(1);
        for (const auto &section : sections) {
            const auto end = section.indexOf(QLatin1Char('\n'));
            m_statements.insert(section.left(end).trimmed().toLatin1(), withoutComments(section.mid(end)).trimmed());
        }
    }
    const QDir migrations(folder + QStringLiteral("/migrations"));
    for (const auto &file : migrations.entryList(QDir::Files, QDir::Name)) {
        const auto number = file.section(QLatin1Char('_'), 0, 0).toInt();
        m_migrations.push_back({number, file, readAll(migrations.filePath(file))});
    }
    std::ranges::sort(m_migrations, {}, &Migration::number);
}

const QString &Statements::text(const QByteArray &name) const
{
    const auto found = m_statements.constFind(name);
    if (found == m_statements.cend())
        qFatal("no SQL statement is named %s", name.constData());
    return found.value();
}

QStringList Statements::split(const QString &script)
{
    QStringList parts;
    QString trigger; // as far as it has been read: its own statements end with ';' too
    for (const auto &piece : withoutComments(script).split(QLatin1Char(';'))) {
        const auto part = piece.trimmed();
        if (part.isEmpty())
            continue;
        if (trigger.isEmpty() && !part.contains(QLatin1String(" BEGIN\n"))) {
            parts.append(part);
        } else if (part != QLatin1String("END")) {
            trigger += part + QLatin1String(";\n");
        } else {
            parts.append(trigger + part);
            trigger.clear();
        }
    }
    return parts;
}

} // namespace linernotes
