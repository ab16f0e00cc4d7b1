// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logging.h"

namespace linernotes
{

Q_LOGGING_CATEGORY(lcStore, "linernotes.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcHttp, "linernotes.http", QtInfoMsg)
Q_LOGGING_CATEGORY(lcWorkers, "linernotes.workers", QtInfoMsg)
Q_LOGGING_CATEGORY(lcEngine, "linernotes.engine", QtInfoMsg)

} // namespace linernotes
