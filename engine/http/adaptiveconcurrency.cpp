// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/adaptiveconcurrency.h"

#include <algorithm>

namespace linernotes
{
namespace
{

constexpr int firstLimit = 2;
constexpr int callsToJudge = 10;
constexpr double slower = 2.0;
/// Below this, twice as long says nothing of the service.
constexpr double leastUsualMs = 20;
/// The usual time forgets how fast the service once was: about a day of slow answers is the new usual.
constexpr double forget = 1.02;

} // namespace

AdaptiveConcurrency::AdaptiveConcurrency(int most)
    : m_most(most)
    , m_limit(most > 0 ? std::min(most, firstLimit) : 0)
{
}

void AdaptiveConcurrency::begin()
{
    m_sum = 0;
    m_calls = 0;
    m_fullCalls = 0;
}

void AdaptiveConcurrency::answered(Milliseconds took, bool wasFull)
{
    if (m_most == 0)
        return;
    m_sum += static_cast<double>(took.count());
    ++m_calls;
    m_fullCalls += wasFull ? 1 : 0;
    if (m_calls < callsToJudge)
        return;
    judge(std::max(leastUsualMs, m_sum / m_calls));
    begin();
}

void AdaptiveConcurrency::judge(double mean)
{
    m_usual = m_usual > 0 ? std::min(m_usual * forget, mean) : mean;
    if (mean > slower * m_usual)
        m_limit = std::max(1, m_limit * 3 / 4);
    else if (m_fullCalls * 2 >= m_calls)
        m_limit = std::min(m_most, m_limit + 1);
}

void AdaptiveConcurrency::overloaded()
{
    if (m_most == 0)
        return;
    m_limit = std::max(1, m_limit / 2);
    begin();
}

} // namespace linernotes
