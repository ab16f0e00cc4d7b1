// SPDX-License-Identifier: GPL-3.0-or-later
#include "headless/signals.h"

#include <array>
#include <csignal>

#include <sys/socket.h>
#include <unistd.h>

namespace linernotes
{
namespace
{

/// A signal handler may do no more than write a byte (signal-safety(7)).
std::array<int, 2> pipeEnds{-1, -1};

void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(pipeEnds[0], &byte, sizeof byte);
}

} // namespace

TerminationSignals::TerminationSignals(QObject *parent)
    : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pipeEnds.data()) != 0)
        qFatal("no socket pair for signals");
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[1], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        [[maybe_unused]] const auto got = ::read(pipeEnds[1], &byte, sizeof byte);
        Q_EMIT received();
    });
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        if (std::signal(signal, onSignal) == SIG_IGN && signal == SIGHUP)
            std::signal(signal, SIG_IGN);
        else
            m_caught.push_back(signal);
    }
}

TerminationSignals::~TerminationSignals()
{
    for (const int signal : m_caught)
        std::signal(signal, SIG_DFL);
    m_notifier.reset();
    ::close(pipeEnds[0]);
    ::close(pipeEnds[1]);
}

} // namespace linernotes
