// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/histogram.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace linernotes
{

/// The lower bounds of all bins but the first, in µs.
const Histogram::Bounds &Histogram::bounds()
{
    static const auto all = [] {
        Bounds bounds{};
        for (std::size_t i = 0; i < bounds.size(); ++i)
            bounds.at(i) = static_cast<double>(shortest.count()) * std::exp2(static_cast<double>(i) / binsPerOctave);
        return bounds;
    }();
    return all;
}

void Histogram::add(Microseconds duration)
{
    const auto &all = bounds();
    const auto above = std::ranges::upper_bound(all, static_cast<double>(duration.count()));
    ++m_bins.at(static_cast<std::size_t>(above - all.begin()));
}

Histogram &Histogram::operator+=(const Histogram &other)
{
    for (std::size_t i = 0; i < m_bins.size(); ++i)
        m_bins.at(i) += other.m_bins.at(i);
    return *this;
}

qint64 Histogram::count() const
{
    return std::accumulate(m_bins.begin(), m_bins.end(), qint64{0});
}

std::optional<Microseconds> Histogram::percentile(double share) const
{
    const auto all = count();
    if (all == 0)
        return std::nullopt;
    const double rank = std::clamp(share, 0.0, 1.0) * static_cast<double>(all);
    double below = 0;
    for (std::size_t i = 0; i < m_bins.size(); ++i) {
        const auto here = static_cast<double>(m_bins.at(i));
        if (here == 0 || below + here < rank) {
            below += here;
            continue;
        }
        const double lower = i == 0 ? 0 : bounds().at(i - 1);
        const double upper = i + 1 < m_bins.size() ? bounds().at(i) : lower;
        return Microseconds(std::llround(lower + ((upper - lower) * std::max(0.0, rank - below) / here)));
    }
    return Microseconds(std::llround(bounds().back()));
}

QString Histogram::toText() const
{
    QString text;
    for (std::size_t i = 0; i < m_bins.size(); ++i) {
        if (m_bins.at(i) == 0)
            continue;
        if (!text.isEmpty())
            text += QLatin1Char(' ');
        text += QString::number(i) + QLatin1Char(':') + QString::number(m_bins.at(i));
    }
    return text;
}

Histogram Histogram::fromText(const QString &text)
{
    Histogram histogram;
    for (const auto &part : QStringView(text).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const auto colon = part.indexOf(QLatin1Char(':'));
        bool isBin = false;
        bool isCount = false;
        const auto bin = part.left(colon).toULongLong(&isBin);
        const auto count = part.mid(colon + 1).toLongLong(&isCount);
        if (colon > 0 && isBin && isCount && bin < histogram.m_bins.size() && count > 0)
            histogram.m_bins.at(bin) += count;
    }
    return histogram;
}

} // namespace linernotes
