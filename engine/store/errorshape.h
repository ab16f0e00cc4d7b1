// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace linernotes
{

/// What an error's text has in common with others of its kind: addresses, quoted words, ids and numbers are masked.
/// "“Drake” has 3 rivals (3TVXtAsR1Inumwj472S9r4)" → "“…” has {n} rivals ({id})". Pure, any thread.
QString errorShape(const QString &message);

/// A shape for people: in the place of a mask stands what all texts of that shape have there, or “…” where they differ.
/// "HTTP {n}: {url}" of "HTTP 404: http://a" and "HTTP 404: http://b" → "HTTP 404: …"
class CommonText
{
public:
    explicit CommonText(const QString &shape = {});

    void add(const QString &text);
    /// Before the first is added nothing is in common.
    [[nodiscard]] QString text() const;

private:
    QStringList m_words; ///< between the masks, one more than those
    QRegularExpression m_form; ///< of the texts, a group for each mask
    std::vector<std::optional<QString>> m_common; ///< what stood in each; nullopt: this and that
    bool m_isFirst = true;
};

/// A short stable name of the group that a dead letter belongs to; the same in every database.
QString errorGroup(const QString &queue, const QString &category, const QString &service, const QString &endpoint,
                   const QString &shape);

} // namespace linernotes
