// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace linernotes::test
{

/// What a benchmark wants of its figures. A bar that is missed fails the program, in the open.
class Bars
{
public:
    void atLeast(const QString &what, double wanted, double measured)
    {
        add(what, wanted, measured, measured >= wanted);
    }
    void atMost(const QString &what, double wanted, double measured)
    {
        add(what, wanted, measured, measured <= wanted);
    }

    /// Prints the report with the bars; the program's exit code.
    int print(QJsonObject report) const
    {
        report.insert(QStringLiteral("bars"), m_bars);
        std::fputs(QJsonDocument(report).toJson().constData(), stdout);
        return m_missed == 0 ? 0 : 1;
    }

private:
    void add(const QString &what, double wanted, double measured, bool reached)
    {
        m_bars.append(QJsonObject{{QStringLiteral("what"), what},
                                  {QStringLiteral("wanted"), wanted},
                                  {QStringLiteral("measured"), measured},
                                  {QStringLiteral("reached"), reached}});
        if (!reached)
            ++m_missed;
    }

    QJsonArray m_bars;
    int m_missed = 0;
};

} // namespace linernotes::test
