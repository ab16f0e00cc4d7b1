// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace linernotes
{

/// Calls `function(result)` in the thread of `context` when the future has its result, and not at all if `context` is
/// gone by then or the future ends without one. To be called in that thread.
/// QFuture::then(context, …) is no substitute in Qt 6.4: it asserts that the context still lives, and looks at it from
/// the thread that ends the future, while its own may be destroying it.
template <typename T, typename Function>
void whenDone(const QFuture<T> &future, QObject *context, Function function)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcher<T>::finished, context,
                     [watcher, function = std::move(function)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().isResultReadyAt(0))
                             function(watcher->result());
                     });
    watcher->setFuture(future);
}

} // namespace linernotes
