// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/snugdialog.h"
#include "settings/credentialsaccess.h"

#include <QList>

class QLabel;
class QPushButton;
class QRadioButton;

namespace linernotes::ui
{

class CredentialsSection;

/// Asks for the keys of the services, tries them, and keeps them: in the system's keychain, or in memory for this
/// session. Accepted, the store has what was given.
class CredentialsDialog : public SnugDialog
{
    Q_OBJECT

public:
    CredentialsDialog(const CredentialsAccess &access, QWidget *parent);

public Q_SLOTS:
    /// Closes when the keychain has taken them; where it does not, says so and stays open.
    void accept() override;

private:
    QWidget *makeChoice();
    QWidget *makeButtons();
    void check();
    void tellProblem(const QString &problem);
    void showKeychain();
    void unlock();
    void keepAll(const QList<CredentialsSection *> &sections);
    [[nodiscard]] QList<CredentialsSection *> changedSections() const;
    void setWorking(bool isWorking);

    CredentialStore *m_store;
    QList<CredentialsSection *> m_sections;
    QRadioButton *m_keep = nullptr;
    QRadioButton *m_sessionOnly = nullptr;
    QLabel *m_note = nullptr;
    QPushButton *m_unlock = nullptr; ///< seen while the keychain is locked
    QPushButton *m_use = nullptr;
};

} // namespace linernotes::ui
