// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <vector>

namespace linernotes
{

/// The program's SQL as it stands in sql/<dialect>/: named statements and numbered migrations.
/// A statement file is a list of `-- name: queue.read` lines, each followed by its SQL.
/// Read once from the resources, then immutable: may be used from every thread.
class Statements
{
public:
    struct Migration {
        int number = 0;
        QString name;
        QString script;
    };

    /// The embedded database's SQL.
    static const Statements &sqlite();

    /// The statement of that name. Asking for one that is not there is a fault of the program: it ends it.
    [[nodiscard]] const QString &text(const QByteArray &name) const;
    /// In the order of their numbers.
    [[nodiscard]] const std::vector<Migration> &migrations() const { return m_migrations; }

    /// Splits a migration into its single statements; our migrations have no ';' in strings, and a trigger's END
    /// stands alone.
    static QStringList split(const QString &script);

private:
    explicit Statements(const QString &folder);

    QHash<QByteArray, QString> m_statements;
    std::vector<Migration> m_migrations;
};

} // namespace linernotes
