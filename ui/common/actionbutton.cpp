// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/actionbutton.h"

#include <QAction>
#include <QPushButton>
#include <QRegularExpression>

namespace linernotes::ui
{

namespace
{

/// The letter is the menu's. A doubled “&” is one to be read.
QString withoutMnemonic(QString text)
{
    static const QRegularExpression mark(QStringLiteral("(&&)|&"));
    return text.replace(mark, QStringLiteral("\\1"));
}

} // namespace

QPushButton *buttonOf(QAction *action, const QString &objectName, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    const auto follow = [action, button] {
        button->setText(withoutMnemonic(action->text()));
        button->setIcon(action->icon());
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
    };
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(action, &QAction::visibleChanged, button,
                     [action, button] { button->setVisible(action->isVisible()); });
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    follow();
    if (!action->isVisible())
        button->hide();
    return button;
}

} // namespace linernotes::ui
