// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QTest>

namespace linernotes::test
{

/// The answer, while the event loop of the test runs.
template <typename T>
T awaited(QFuture<T> future)
{
    constexpr int patienceMs = 60'000;
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, patienceMs))
        qFatal("there was no answer");
    return future.result();
}

} // namespace linernotes::test
