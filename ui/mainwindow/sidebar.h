// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/page.h"

#include <QAbstractButton>
#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace linernotes::ui
{

/// One entry of the sidebar: icon, name, badge. Painted, so that it looks the same on every desktop.
class SidebarButton : public QAbstractButton
{
    Q_OBJECT

public:
    SidebarButton(const Page::Title &title, QWidget *parent);

    void setBadge(const QString &badge);
    [[nodiscard]] const QString &badge() const { return m_badge; }
    void setCompact(bool compact); ///< only the icon, and a dot for the badge; the words are its tooltip
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintGround(QPainter &painter) const;
    void paintCompact(QPainter &painter) const;
    void showToolTip();

    QString m_iconName;
    QString m_badge;
    bool m_isCompact = false;
};

/// The pages by name. Up and Down go through them.
class Sidebar : public QWidget
{
    Q_OBJECT

public:
    explicit Sidebar(QWidget *parent);

    void addPage(Page *page);
    void setCurrent(int index);
    void setCompact(bool compact);

Q_SIGNALS:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_buttons;
    QVBoxLayout *m_layout;
};

} // namespace linernotes::ui
