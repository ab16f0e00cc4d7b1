// SPDX-License-Identifier: GPL-3.0-or-later
#include "headless/credentialsreading.h"

#include "core/whendone.h"
#include "environment.h"

#include <QEventLoop>
#include <QTimer>

namespace linernotes
{
namespace
{

constexpr std::chrono::seconds briefly(3);
constexpr std::chrono::seconds untilUnlocked(60);

} // namespace

std::unique_ptr<CredentialStore> readCredentials(Patience patience)
{
    const auto environment = credentialsFromEnvironment();
    auto store = std::make_unique<CredentialStore>(Keychain::ofSystem(), environment);
    QEventLoop loop;
    const auto reading = store->read();
    whenDone(reading, &loop, [&loop](bool) { loop.quit(); });
    const bool isBrief = patience == Patience::Brief || environment.isComplete();
    QTimer::singleShot(isBrief ? briefly : untilUnlocked, &loop, &QEventLoop::quit);
    if (!reading.isFinished())
        loop.exec();
    return store;
}

} // namespace linernotes
