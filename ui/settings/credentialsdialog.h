// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings.h"

#include <QDialog>

class QFormLayout;
class QLineEdit;
class QPushButton;

namespace linernotes::ui
{

/// Asks for the keys of the services. They stay in memory; where to keep them is said, not done.
class CredentialsDialog : public QDialog
{
    Q_OBJECT

public:
    CredentialsDialog(const Credentials &known, QWidget *parent);

    [[nodiscard]] Credentials credentials() const;

private:
    QFormLayout *makeForm();
    QLineEdit *makeField(const QString &objectName, const QString &name, const QString &value, bool isSecret);
    void check();

    QLineEdit *m_clientId;
    QLineEdit *m_clientSecret;
    QLineEdit *m_geniusToken;
    QPushButton *m_use;
};

} // namespace linernotes::ui
