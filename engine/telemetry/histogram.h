// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <chrono>
#include <optional>

namespace linernotes
{

using Microseconds = std::chrono::microseconds;

/// Durations counted in log-spaced bins, eight an octave from 64 µs to 71 minutes: two of them add up exactly, and a
/// percentile is off by less than a bin's width, 9 % of the duration. Not thread-safe.
class Histogram
{
public:
    static constexpr int binsPerOctave = 8;
    static constexpr int octaves = 26;
    static constexpr Microseconds shortest{64};

    void add(Microseconds duration);
    Histogram &operator+=(const Histogram &other);
    [[nodiscard]] qint64 count() const;
    /// Interpolated within its bin; `share` from 0 to 1. nullopt: nothing was counted.
    [[nodiscard]] std::optional<Microseconds> percentile(double share) const;

    /// "bin:count bin:count", empty bins left out: as it is kept in the database. What can't be read counts nothing.
    [[nodiscard]] QString toText() const;
    static Histogram fromText(const QString &text);

    bool operator==(const Histogram &) const = default;

private:
    /// One below the shortest, and one above the longest, where there is nothing to interpolate.
    static constexpr std::size_t binCount = (binsPerOctave * octaves) + 2;
    using Bounds = std::array<double, binCount - 1>;
    static const Bounds &bounds();

    std::array<qint64, binCount> m_bins{};
};

} // namespace linernotes
