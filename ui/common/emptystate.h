// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace linernotes::ui
{

/// What a page shows while it has nothing to show: an icon, one sentence, one button.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    EmptyState(QString iconName, const QString &sentence, const QString &buttonText, QWidget *parent);

    void setSentence(const QString &sentence);
    /// An empty text hides the button.
    void setButtonText(const QString &text);

Q_SIGNALS:
    void buttonClicked();

private:
    void refresh();

    QString m_iconName;
    QLabel *m_picture;
    QLabel *m_sentence;
    QPushButton *m_button;
};

} // namespace linernotes::ui
