// SPDX-License-Identifier: GPL-3.0-or-later
#include "headless/secretinput.h"

#include <array>
#include <cstdio>
#include <iostream>
#include <string>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <csignal>
#include <termios.h>
#include <unistd.h>
#endif

namespace linernotes
{
namespace
{

#ifndef Q_OS_WIN
termios shownTyping{};

/// Ctrl+C must not leave the person with a terminal that shows nothing. The signal is raised again for what it always
/// does: SA_RESETHAND has put that back.
void onSignal(int signal)
{
    tcsetattr(STDIN_FILENO, TCSANOW, &shownTyping);
    std::raise(signal);
}
#endif

/// While it lives the terminal does not show what is typed.
class HiddenTyping
{
public:
#ifdef Q_OS_WIN
    HiddenTyping()
    {
        m_isHidden = GetConsoleMode(m_console, &m_before) != 0;
        if (m_isHidden)
            SetConsoleMode(m_console, m_before & ~static_cast<DWORD>(ENABLE_ECHO_INPUT));
    }
    ~HiddenTyping()
    {
        if (m_isHidden)
            SetConsoleMode(m_console, m_before);
    }
#else
    HiddenTyping()
        : m_isHidden(tcgetattr(STDIN_FILENO, &shownTyping) == 0)
    {
        if (!m_isHidden)
            return;
        struct sigaction restoring{};
        restoring.sa_handler = onSignal;
        restoring.sa_flags = static_cast<int>(SA_RESETHAND);
        for (std::size_t i = 0; i < ending.size(); ++i)
            sigaction(ending[i], &restoring, &m_before[i]);
        auto hidden = shownTyping;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        hidden.c_lflag |= ECHONL; // the cursor goes on to the next line
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }
    ~HiddenTyping()
    {
        if (!m_isHidden)
            return;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &shownTyping);
        for (std::size_t i = 0; i < ending.size(); ++i)
            sigaction(ending[i], &m_before[i], nullptr);
    }
#endif
    HiddenTyping(const HiddenTyping &) = delete;
    HiddenTyping &operator=(const HiddenTyping &) = delete;

private:
    bool m_isHidden = false;
#ifdef Q_OS_WIN
    HANDLE m_console = GetStdHandle(STD_INPUT_HANDLE);
    DWORD m_before = 0;
#else
    static constexpr std::array ending{SIGINT, SIGTERM, SIGQUIT};
    std::array<struct sigaction, ending.size()> m_before{};
#endif
};

bool isTerminal()
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stdin)) != 0;
#else
    return isatty(STDIN_FILENO) != 0;
#endif
}

std::optional<QString> nextLine()
{
    std::string line;
    if (!std::getline(std::cin, line))
        return std::nullopt;
    return QString::fromLocal8Bit(line).trimmed();
}

} // namespace

std::optional<QString> readLine(const QString &prompt, bool isSecret)
{
    if (!isTerminal())
        return nextLine();
    std::fputs(qPrintable(prompt), stderr);
    std::fflush(stderr);
    if (!isSecret)
        return nextLine();
    const HiddenTyping hidden;
    return nextLine();
}

} // namespace linernotes
