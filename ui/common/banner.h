// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/theme.h"

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;

namespace linernotes::ui
{

class FlowLayout;

/// A calm bar over the page that tells one thing and offers what to do about it.
class Banner : public QWidget
{
    Q_OBJECT

public:
    enum class Tone { Neutral, Warning, Failure };
    Banner(Tone tone, QString iconName, QWidget *parent);

    void setText(const QString &text);
    void setIcon(const QString &iconName);
    [[nodiscard]] QString text() const;
    QPushButton *addButton(const QString &text, const QString &objectName);
    /// What it does is in a menu too.
    void addButton(QAction *action, const QString &objectName);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QColor ink() const;
    void add(QPushButton *button);
    void keepHeight();

    Tone m_tone;
    QString m_iconName;
    QLabel *m_text;
    FlowLayout *m_layout;
};

} // namespace linernotes::ui
