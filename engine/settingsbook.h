// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "settings.h"

#include <QFuture>
#include <QMap>
#include <QObject>

#include <vector>

namespace linernotes
{

class Store;

/// Where a setting's value comes from; what is below wins.
enum class SettingOrigin {
    Default,
    Start, ///< of the program's start: the demo's own, or a test's
    Kept, ///< in the database
    CommandLine, ///< --set of this start: it can't be changed while that lasts
};

/// One setting as it stands.
struct SettingState {
    Settings::Key key;
    QString value; ///< that holds, or will hold where it is pending
    QString usualValue; ///< without one that is kept
    SettingOrigin origin = SettingOrigin::Default;
    bool isPending = false; ///< the work does not go by it yet
    QString ignored; ///< what the database has and this program does not understand: `value` holds without it
    [[nodiscard]] bool isLocked() const { return origin == SettingOrigin::CommandLine; }
    bool operator==(const SettingState &other) const
    {
        return key.name == other.key.name && value == other.value && usualValue == other.usualValue
            && origin == other.origin && isPending == other.isPending && ignored == other.ignored;
    }
};

/// "default", "start", "database", "command line": stable, as shown in JSON.
QString settingOriginName(SettingOrigin origin);

/// The settings of the database, and what they come to with those of the start. Lives in the engine's thread; answers
/// come as futures and never block.
class SettingsBook : public QObject
{
    Q_OBJECT

public:
    /// `store` must outlive it. `start`: what holds where nothing is kept; `overrides`: --set.
    SettingsBook(Store &store, Settings start, QMap<QString, QString> overrides);

    /// Takes up what the database has; blocks, for the start. InvalidInput where an override is none.
    Result<void> open();

    /// What all of them come to.
    [[nodiscard]] const Settings &wanted() const { return m_wanted; }
    /// What the database has and this program does not understand: of a later program, or written by hand. It is kept
    /// and not gone by.
    [[nodiscard]] std::vector<Error> problems() const;
    /// In the order of Settings::keys(). `inUse`: what the work goes by now.
    [[nodiscard]] std::vector<SettingState> states(const Settings &inUse) const;

    /// Keeps it in the database. InvalidInput says what would be right, or that the command line has the word.
    QFuture<Result<bool>> change(const QString &key, const QString &value);
    /// Forgets what is kept.
    QFuture<Result<bool>> reset(const QString &key);
    /// Reads again what another program may have changed.
    QFuture<Result<bool>> refresh();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] Result<Settings> together(const QMap<QString, QString> &kept) const;
    [[nodiscard]] bool isIgnored(const QString &key) const;
    [[nodiscard]] Result<void> check(const QString &key) const;
    QFuture<Result<bool>> write(const QString &key, const QString &value);
    void take(const QMap<QString, QString> &kept);

    Store &m_store;
    const Settings m_start;
    const QMap<QString, QString> m_overrides;
    QMap<QString, QString> m_kept;
    Settings m_wanted;
};

} // namespace linernotes
