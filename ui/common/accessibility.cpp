// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/accessibility.h"

#include <QAbstractButton>
#include <QAccessibleWidget>
#include <QApplication>
#include <QEvent>
#include <QTextDocumentFragment>

namespace linernotes::ui
{
namespace
{

constexpr auto roleProperty = "accessibleRole";
constexpr auto toldProperty = "toldToolTip";

class PaintedInterface final : public QAccessibleWidget
{
public:
    PaintedInterface(QWidget *widget, QAccessible::Role role)
        : QAccessibleWidget(widget, role)
    {
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        auto state = QAccessibleWidget::state();
        if (const auto *own = button(); own && own->isCheckable()) {
            state.selectable = true;
            state.selected = own->isChecked();
        }
        return state;
    }
    [[nodiscard]] QStringList actionNames() const override
    {
        return (button() ? QStringList{pressAction()} : QStringList()) + QAccessibleWidget::actionNames();
    }
    void doAction(const QString &name) override
    {
        if (auto *own = button(); own && name == pressAction())
            own->click();
        else
            QAccessibleWidget::doAction(name);
    }

private:
    [[nodiscard]] QAbstractButton *button() const { return qobject_cast<QAbstractButton *>(object()); }
};

/// Asked for every class that an object is of, before Qt's own.
QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    const auto role = widget ? widget->property(roleProperty) : QVariant();
    return role.isValid() ? new PaintedInterface(widget, static_cast<QAccessible::Role>(role.toInt())) : nullptr;
}

} // namespace

Accessibility::Accessibility(QObject *parent)
    : QObject(parent)
{
    QAccessible::installFactory(makeInterface);
    qApp->installEventFilter(this);
}

void Accessibility::setRole(QWidget *widget, QAccessible::Role role)
{
    widget->setProperty(roleProperty, static_cast<int>(role));
}

bool Accessibility::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ToolTipChange)
        return QObject::eventFilter(watched, event);
    auto *widget = qobject_cast<QWidget *>(watched);
    const bool isOwn = widget && widget->accessibleDescription() != widget->property(toldProperty).toString();
    if (widget && !isOwn) {
        const auto tip = widget->toolTip();
        const auto told = Qt::mightBeRichText(tip) ? QTextDocumentFragment::fromHtml(tip).toPlainText() : tip;
        widget->setProperty(toldProperty, told);
        if (told != widget->accessibleDescription())
            widget->setAccessibleDescription(told);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace linernotes::ui
