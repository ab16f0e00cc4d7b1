// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/credentialsverdict.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace linernotes::ui
{

/// What a service made of credentials: an icon, a colour and whole sentences. Shows nothing until there is a verdict.
class VerdictLine : public QWidget
{
    Q_OBJECT

public:
    explicit VerdictLine(QWidget *parent);

    /// nullopt: none, or one that is no longer about these credentials.
    void setVerdict(const std::optional<CredentialsVerdict> &verdict);
    void setBusy();
    [[nodiscard]] QString text() const;

    /// "Works, …", with the end of a block in local time.
    static QString sentence(const CredentialsVerdict &verdict, Instant now);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void show(const QString &icon, const QString &text);
    [[nodiscard]] QColor ink() const;

    std::optional<CredentialsVerdict> m_verdict;
    QString m_icon;
    QLabel *m_text;
};

} // namespace linernotes::ui
