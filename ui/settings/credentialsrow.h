// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/credentialsaccess.h"
#include "settings/settingrow.h"

class QLabel;
class QPushButton;

namespace linernotes::ui
{

class VerdictLine;

/// A service's credentials in the settings: where they come from, a test of them, and the way to the dialog that
/// changes them.
class CredentialsRow : public SettingRow
{
    Q_OBJECT

public:
    /// `used`: what the work goes by, tried by the test.
    CredentialsRow(QString service, CredentialsAccess access, std::function<Credentials()> used, QWidget *parent);

    void showOrigin();
    /// As its button does; the verdict is shown below.
    void test();

Q_SIGNALS:
    void changeWanted();

private:
    const QString m_service;
    const CredentialsAccess m_access;
    const std::function<Credentials()> m_used;
    QLabel *m_origin;
    QPushButton *m_test;
    VerdictLine *m_verdict;
    bool m_isAsking = false; ///< its button stays enabled meanwhile: it may have the focus
};

} // namespace linernotes::ui
