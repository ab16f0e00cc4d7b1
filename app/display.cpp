// SPDX-License-Identifier: GPL-3.0-or-later
#include "display.h"

#include "commandline.h"
#include "headless/commands.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

namespace linernotes
{
namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("Display", text);
}

/// The first complaint of a failed start names the cause; those after it follow from it. A message handler is a plain
/// function: it has no other place to keep this.
QString &firstComplaint()
{
    static QString text;
    return text;
}

void onMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (type != QtFatalMsg) {
        if (firstComplaint().isEmpty())
            firstComplaint() = message;
        std::fprintf(stderr, "%s\n", qPrintable(qFormatLogMessage(type, context, message)));
        return;
    }
    const auto why = firstComplaint().isEmpty() ? message : firstComplaint();
    complain(tr("the desktop can't be opened: %1. Use “linernotes run” to work without a window; “linernotes --help” "
                "has the commands.")
                 .arg(why),
             ExitFailed);
    std::_Exit(ExitFailed); // nothing is open yet that would have to be closed
}

} // namespace

bool hasDisplay()
{
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

DisplayOpening::DisplayOpening()
    : m_before(qInstallMessageHandler(onMessage))
{
}

DisplayOpening::~DisplayOpening()
{
    qInstallMessageHandler(m_before);
}

} // namespace linernotes
