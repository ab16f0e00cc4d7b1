// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/credentialsaccess.h"

#include <QList>
#include <QWidget>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace linernotes::ui
{

class VerdictLine;

/// One service's credentials: where they come from, their fields, where the service gives them, and a test of what
/// stands in the fields.
class CredentialsSection : public QWidget
{
    Q_OBJECT

public:
    CredentialsSection(QString service, CredentialsAccess access, QWidget *parent);

    [[nodiscard]] const QString &service() const { return m_service; }
    /// Only the service's own are filled in.
    [[nodiscard]] Credentials given() const;
    void setGiven(const Credentials &credentials);
    [[nodiscard]] bool isEmpty() const;
    /// Some of what the service needs is there, and some is not.
    [[nodiscard]] bool isHalf() const;
    [[nodiscard]] bool isWhole() const { return !isEmpty() && !isHalf(); }
    /// As none that the service gave.
    [[nodiscard]] bool hasBlankInside() const;
    /// Somebody typed in it.
    [[nodiscard]] bool isEdited() const { return m_isEdited; }
    /// Where what stands in the fields came from.
    void showOrigin();
    /// What the store has by now, in place of what stands in the fields.
    void readAgain();
    QLineEdit *firstField() const { return m_fields.first(); }

Q_SIGNALS:
    void edited();
    void failed(const QString &why);

private:
    void makeHead(QGridLayout *layout);
    void makeFields(QGridLayout *layout);
    void makeFoot(QGridLayout *layout);
    QLineEdit *makeField(const QString &objectName, const QString &name, bool isSecret);
    [[nodiscard]] bool isSpotify() const;
    void edit();
    void test();
    void askToForget();
    void forget();

    const QString m_service;
    const CredentialsAccess m_access;
    QList<QLineEdit *> m_fields;
    QLabel *m_origin = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_forget = nullptr;
    VerdictLine *m_verdict = nullptr;
    bool m_isAsking = false;
    bool m_isEdited = false;
    int m_edits = 0; ///< a verdict on what stood there before is not shown
};

} // namespace linernotes::ui
