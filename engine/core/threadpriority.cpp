// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/threadpriority.h"

#include <QCoreApplication>

#ifdef __linux__
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace linernotes
{
namespace
{

bool hasWindow()
{
    const auto *application = QCoreApplication::instance();
    return application && application->inherits("QGuiApplication"); // by name: the engine does not link it
}

} // namespace

void letWindowGoFirst()
{
#ifdef __linux__
    if (!hasWindow())
        return;
    // QThread's priorities mean nothing under Linux's ordinary scheduling; a thread's own nice value does.
    constexpr int nicer = 10;
    const auto thread = static_cast<id_t>(syscall(SYS_gettid));
    setpriority(PRIO_PROCESS, thread, nicer);
#endif
}

} // namespace linernotes
