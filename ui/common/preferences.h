// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

namespace linernotes::ui
{

/// What a person prefers of the window itself, kept in its settings file: what it notifies of, its language, and
/// whether things move. Lives in the GUI thread, one for the program.
class Preferences : public QObject
{
    Q_OBJECT

public:
    enum class Notice {
        RunFinished, ///< notifications/run_finished
        CredentialsNeeded, ///< notifications/credentials_needed
        CircuitOpen, ///< notifications/circuit_open: for long
        Tray, ///< notifications/tray: the icon
    };
    static Preferences &instance();

    /// True until somebody has said otherwise.
    [[nodiscard]] bool isOn(Notice notice) const;
    void setOn(Notice notice, bool on);

    /// "en", …; empty: the system's. Taken up at the next start.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString &language);
    /// window/motion: whether things may move, where the desktop lets them. True until somebody has said otherwise.
    [[nodiscard]] bool hasMotion() const { return m_hasMotion; }
    void setMotion(bool on);

    /// Those that the program speaks.
    [[nodiscard]] static QStringList languages();

Q_SIGNALS:
    void changed();

private:
    explicit Preferences(QObject *parent);

    bool m_hasMotion; ///< is asked for often
};

} // namespace linernotes::ui
