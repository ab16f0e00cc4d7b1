// SPDX-License-Identifier: GPL-3.0-or-later
#include "settingsbook.h"

#include "core/foruser.h"
#include "core/whendone.h"
#include "store/operations.h"
#include "store/store.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QPromise>

#include <algorithm>
#include <memory>

namespace linernotes
{
namespace
{

QMap<QString, QString> keptIn(Database &database)
{
    auto kept = Operations(database).settings();
    kept.remove(catalogueMark);
    return kept;
}

} // namespace

QString settingOriginName(SettingOrigin origin)
{
    switch (origin) {
    case SettingOrigin::Default:
        return QStringLiteral("default");
    case SettingOrigin::Start:
        return QStringLiteral("start");
    case SettingOrigin::Kept:
        return QStringLiteral("database");
    case SettingOrigin::CommandLine:
        return QStringLiteral("command line");
    }
    Q_UNREACHABLE();
}

SettingsBook::SettingsBook(Store &store, Settings start, QMap<QString, QString> overrides)
    : m_store(store)
    , m_start(std::move(start))
    , m_overrides(std::move(overrides))
    , m_wanted(m_start)
{
}

Result<void> SettingsBook::open()
{
    const auto kept =
        m_store.query([](Database &database) -> Result<QMap<QString, QString>> { return keptIn(database); }).result();
    if (!kept)
        return failure(kept.error());
    auto wanted = together(*kept);
    if (!wanted)
        return failure(wanted.error());
    m_kept = *kept;
    m_wanted = std::move(*wanted);
    return {};
}

Result<Settings> SettingsBook::together(const QMap<QString, QString> &kept) const
{
    auto settings = m_start;
    for (auto value = kept.cbegin(); value != kept.cend(); ++value) {
        if (!settings.set(value.key(), value.value()))
            continue; // problems() tells of what is not understood
    }
    for (auto value = m_overrides.cbegin(); value != m_overrides.cend(); ++value) {
        if (auto set = settings.set(value.key(), value.value()); !set)
            return failure(set.error());
    }
    return settings;
}

bool SettingsBook::isIgnored(const QString &key) const
{
    return m_kept.contains(key) && !Settings(m_start).set(key, m_kept.value(key));
}

std::vector<Error> SettingsBook::problems() const
{
    std::vector<Error> problems;
    for (auto value = m_kept.cbegin(); value != m_kept.cend(); ++value) {
        if (const auto set = Settings(m_start).set(value.key(), value.value()); !set)
            problems.push_back(
                {set.error().category,
                 ForUser::tr("What the database has of “%1” is ignored: %2").arg(value.key(), set.error().message)});
    }
    return problems;
}

std::vector<SettingState> SettingsBook::states(const Settings &inUse) const
{
    const auto defaults = Settings::defaults();
    std::vector<SettingState> states;
    for (const auto &key : Settings::keys()) {
        const auto &name = key.name;
        const auto ignored = isIgnored(name) ? m_kept.value(name) : QString();
        const bool isGiven = m_start.value(name) != defaults.value(name);
        states.push_back({.key = key,
                          .value = m_wanted.value(name),
                          .usualValue = m_start.value(name),
                          .origin = m_overrides.contains(name)             ? SettingOrigin::CommandLine
                              : m_kept.contains(name) && ignored.isEmpty() ? SettingOrigin::Kept
                              : isGiven                                    ? SettingOrigin::Start
                                                                           : SettingOrigin::Default,
                          .isPending = m_wanted.value(name) != inUse.value(name),
                          .ignored = ignored});
    }
    return states;
}

Result<void> SettingsBook::check(const QString &key) const
{
    if (!m_overrides.contains(key))
        return {};
    return failure(
        ErrorCategory::InvalidInput,
        ForUser::tr("%1 is given by --set for this start. Start without it to change the setting.").arg(key));
}

namespace
{

/// The two rates of a service, of which one is to be changed: each is right by itself, but one is the other's bound.
/// They can be changed one after the other all the same, the outer one first.
Result<void> checkRates(const Settings &tried, const QString &key)
{
    const auto service = key.section(QLatin1Char('.'), 0, 0);
    const auto name = key.section(QLatin1Char('.'), 1);
    const bool isLeast = name == QLatin1String("least_requests_per_second");
    if (!isLeast && name != QLatin1String("requests_per_second"))
        return {};
    const auto &rates = service == QLatin1String("spotify") ? tried.spotify
        : service == QLatin1String("genius")                ? tried.genius
                                                            : tried.musicbrainz;
    if (rates.requestsPerSecond == 0 || rates.leastPerSecond <= rates.requestsPerSecond)
        return {};
    const auto least = QLocale().toString(rates.leastPerSecond, 'g', 6);
    const auto most = QLocale().toString(rates.requestsPerSecond, 'g', 6);
    return failure(ErrorCategory::InvalidInput,
                   isLeast ? ForUser::tr("%1 calls a second at the slowest are more than the limit of %2. Raise the "
                                         "limit first.")
                                 .arg(least, most)
                           : ForUser::tr("A limit of %1 calls a second is less than the %2 at the slowest. Lower "
                                         "those first.")
                                 .arg(most, least));
}

/// It is made here, so that somebody hears of it where it can't be: at the next start nobody looks.
Result<void> checkFolder(const QString &folder)
{
    if (folder == QLatin1String("none") || (QDir().mkpath(folder) && QFileInfo(folder).isWritable()))
        return {};
    return failure(ErrorCategory::InvalidInput,
                   ForUser::tr("“%1” can't be made or written to. Give another folder, or none.")
                       .arg(QDir::toNativeSeparators(folder)));
}

} // namespace

QFuture<Result<bool>> SettingsBook::change(const QString &key, const QString &value)
{
    auto tried = m_wanted;
    auto good = tried.set(key, value);
    if (good && tried.logFolder != m_wanted.logFolder)
        good = checkFolder(tried.logFolder);
    if (good)
        good = check(key);
    if (good)
        good = checkRates(tried, key);
    if (!good)
        return QtFuture::makeReadyFuture(Result<bool>(failure(good.error())));
    return write(key, tried.value(key));
}

QFuture<Result<bool>> SettingsBook::reset(const QString &key)
{
    const auto keys = Settings::keys();
    if (std::ranges::find(keys, key, &Settings::Key::name) == keys.end()) {
        auto none = m_wanted;
        return QtFuture::makeReadyFuture(Result<bool>(failure(none.set(key, {}).error()))); // names those there are
    }
    auto tried = m_wanted;
    const bool isValue = tried.set(key, m_start.value(key)).has_value(); // a folder that nobody has named is none
    auto good = check(key);
    if (good && isValue)
        good = checkRates(tried, key);
    if (!good)
        return QtFuture::makeReadyFuture(Result<bool>(failure(good.error())));
    return write(key, {});
}

/// An empty value forgets. Done when the book has it too.
QFuture<Result<bool>> SettingsBook::write(const QString &key, const QString &value)
{
    auto promise = std::make_shared<QPromise<Result<bool>>>();
    promise->start();
    const auto writing = m_store.transact([key, value](Database &database) -> Result<QMap<QString, QString>> {
        Operations operations(database);
        if (value.isEmpty())
            operations.removeSetting(key);
        else
            operations.setSetting(key, value);
        database.noteEvent({.kind = EventKind::OperatorAction,
                            .text = value.isEmpty() ? QStringLiteral("%1 set back").arg(key)
                                                    : QStringLiteral("%1 set to %2").arg(key, value)});
        return keptIn(database);
    });
    whenDone(writing, this, [this, promise](const Result<QMap<QString, QString>> &kept) {
        if (kept)
            take(*kept);
        promise->addResult(kept ? Result<bool>(true) : Result<bool>(failure(kept.error())));
        promise->finish();
    });
    return promise->future();
}

QFuture<Result<bool>> SettingsBook::refresh()
{
    auto promise = std::make_shared<QPromise<Result<bool>>>();
    promise->start();
    const auto reading =
        m_store.view([](Database &database) -> Result<QMap<QString, QString>> { return keptIn(database); });
    whenDone(reading, this, [this, promise](const Result<QMap<QString, QString>> &kept) {
        if (kept)
            take(*kept);
        promise->addResult(kept ? Result<bool>(true) : Result<bool>(failure(kept.error())));
        promise->finish();
    });
    return promise->future();
}

void SettingsBook::take(const QMap<QString, QString> &kept)
{
    if (kept == m_kept)
        return;
    auto wanted = together(kept);
    if (!wanted)
        return;
    m_kept = kept;
    m_wanted = std::move(*wanted);
    Q_EMIT changed();
}

} // namespace linernotes
