// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/spanchoice.h"

#include "common/theme.h"
#include "services/servicefacts.h"

#include <QAction>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

#include <array>

namespace linernotes::ui
{
namespace
{

/// As on the dashboard.
constexpr std::array<Milliseconds, 4> spans{std::chrono::minutes(5), std::chrono::hours(1), std::chrono::hours(24),
                                            std::chrono::days(7)};

} // namespace

SpanChoice::SpanChoice(QWidget *parent)
    : QWidget(parent)
    , m_buttons(new QButtonGroup(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::instance().space(1));
    for (const auto span : spans) {
        const auto label = spanLabel(span);
        auto *action = new QAction(tr("Calls of the last %1").arg(label), this);
        action->setObjectName(
            QStringLiteral("servicesSpan_%1").arg(std::chrono::duration_cast<std::chrono::minutes>(span).count()));
        action->setShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + m_buttons->buttons().size())));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        auto *button = new QToolButton(this);
        button->setObjectName(action->objectName() + QStringLiteral("Button"));
        button->setText(label);
        button->setAccessibleName(action->text());
        button->setToolTip(tr("%1 (%2)").arg(action->text(), action->shortcut().toString(QKeySequence::NativeText)));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        connect(action, &QAction::triggered, button, &QAbstractButton::click);
        m_buttons->addButton(button, static_cast<int>(m_buttons->buttons().size()));
        row->addWidget(button);
    }
    m_buttons->button(0)->setChecked(true);
    connect(m_buttons, &QButtonGroup::idClicked, this, &SpanChoice::changed);
}

Milliseconds SpanChoice::span() const
{
    return spans.at(static_cast<std::size_t>(m_buttons->checkedId()));
}

} // namespace linernotes::ui
