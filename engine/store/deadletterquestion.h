// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/deadlettertypes.h"

#include <QByteArray>
#include <QString>
#include <QVariantList>

namespace linernotes
{

/// One question about letters: named parts of SQL one after the other, their values bound and never part of it.
struct DeadLetterQuestion {
    QString sql;
    QVariantList values;

    explicit DeadLetterQuestion(const QByteArray &beginning, QVariantList itsValues = {});
    DeadLetterQuestion &add(const QByteArray &part, const QVariantList &itsValues = {});
    DeadLetterQuestion &add(DeadLetterScope scope);
    DeadLetterQuestion &add(const DeadLetterFilter &filter);
    /// What a list shows of each letter.
    static DeadLetterQuestion aboutRows();

private:
    void addWord(const QString &word);
};

/// For a part that takes several.
QString jsonArray(const std::vector<qint64> &numbers);

} // namespace linernotes
