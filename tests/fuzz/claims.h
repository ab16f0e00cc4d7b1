// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>

namespace linernotes::fuzz
{

/// What is promised about an input's result. The first promise that does not hold is kept.
class Claims
{
public:
    /// `rule` is the promise as a sentence: "a track has an id of Spotify's form".
    void that(bool holds, const char *rule)
    {
        if (!holds && m_broken.isEmpty())
            m_broken = QString::fromUtf8(rule);
    }
    /// Empty: all held.
    [[nodiscard]] QString broken() const { return m_broken; }

private:
    QString m_broken;
};

} // namespace linernotes::fuzz
