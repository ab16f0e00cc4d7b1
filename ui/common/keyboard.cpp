// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/keyboard.h"

#include "common/page.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDialog>
#include <QKeyEvent>
#include <QPointer>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

namespace linernotes::ui
{
namespace
{

bool isMenuKey(const QKeyEvent &key)
{
    return key.key() == Qt::Key_F10 && key.modifiers() == Qt::ShiftModifier;
}

bool isEnter(const QKeyEvent &key)
{
    return (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter)
        && (key.modifiers() == Qt::NoModifier || key.modifiers() == Qt::KeypadModifier);
}

/// As Space does, which also opens its menu. Held down, it is pressed once.
bool press(QWidget *widget, const QKeyEvent &key)
{
    if (!isEnter(key) || (!qobject_cast<QPushButton *>(widget) && !qobject_cast<QToolButton *>(widget)))
        return false;
    if (key.isAutoRepeat())
        return true;
    const QPointer<QWidget> button(widget);
    for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent space(type, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "));
        if (button) // what it does may take it away
            QCoreApplication::sendEvent(button, &space);
    }
    return true;
}

/// As Qt does for the key Menu.
void askForMenu(QWidget *widget)
{
    const auto place = widget->inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, place, widget->mapToGlobal(place));
    QCoreApplication::sendEvent(widget, &event);
}

} // namespace

Keyboard::Keyboard(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, &Keyboard::stayOnPage);
}

/// Qt goes to what follows in the window, which may be the list of pages.
void Keyboard::stayOnPage(QWidget *left, QWidget *now)
{
    if (!left || left->isEnabled() || !now)
        return;
    for (auto *parent = left->parentWidget(); parent; parent = parent->parentWidget()) {
        auto *page = qobject_cast<Page *>(parent);
        if (!page)
            continue;
        if (page->isVisible() && page->isEnabled() && !page->isAncestorOf(now))
            QTimer::singleShot(0, page, &Page::takeFocus); // not while it is being changed
        return;
    }
}

bool Keyboard::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        m_wasKey = false;
        break;
    case QEvent::ShortcutOverride:
        m_wasKey = true; // which comes also where a shortcut takes the key itself
        break;
    case QEvent::KeyPress:
        if (auto *widget = qobject_cast<QWidget *>(watched); widget && widget == QApplication::focusWidget()) {
            const auto &key = *static_cast<QKeyEvent *>(event);
            if (isMenuKey(key)) {
                askForMenu(widget);
                return true;
            }
            if (press(widget, key))
                return true;
        }
        break;
    case QEvent::Show:
        if (auto *dialog = qobject_cast<QDialog *>(watched); dialog && m_wasKey)
            dialog->setAttribute(Qt::WA_KeyboardFocusChange);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void orderTabs(const QList<QWidget *> &parts)
{
    QList<QWidget *> stops;
    for (auto *part : parts) {
        stops.append(part);
        for (auto *next = part->nextInFocusChain(); next != part; next = next->nextInFocusChain()) {
            if (part->isAncestorOf(next))
                stops.append(next);
        }
    }
    for (qsizetype i = 1; i < stops.size(); ++i)
        QWidget::setTabOrder(stops.at(i - 1), stops.at(i));
}

} // namespace linernotes::ui
