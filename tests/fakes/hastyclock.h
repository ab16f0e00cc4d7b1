// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <atomic>

namespace linernotes::test
{

/// The machine's clock, which a test may put forward or back.
class HastyClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return system().now() + Milliseconds(m_ahead.load()); }
    void advance(Milliseconds by) { m_ahead += by.count(); }

private:
    std::atomic<qint64> m_ahead{0};
};

} // namespace linernotes::test
