// SPDX-License-Identifier: GPL-3.0-or-later
#include "seeding/seedtext.h"

#include "matching/seedfile.h"

#include <QPromise>
#include <QThreadPool>

namespace linernotes::ui
{
namespace
{

template <typename Value, typename Work>
QFuture<Value> onAnotherThread(Work work)
{
    auto promise = std::make_shared<QPromise<Value>>();
    promise->start();
    auto future = promise->future();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

Result<QString> readText(const QString &path)
{
    const auto entries = linernotes::readSeedFile(path);
    if (!entries)
        return failure(entries.error());
    QStringList lines;
    for (const auto &entry : *entries)
        lines.append(entry.text);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

QFuture<std::vector<SeedLine>> understandSeeds(const QString &text)
{
    return onAnotherThread<std::vector<SeedLine>>([text] { return parseSeedLines(text); });
}

QFuture<Result<QString>> readSeedFile(const QString &path)
{
    return onAnotherThread<Result<QString>>([path] { return readText(path); });
}

} // namespace linernotes::ui
