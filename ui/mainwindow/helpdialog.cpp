// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/helpdialog.h"

#include "common/page.h"
#include "common/snugdialog.h"
#include "common/theme.h"
#include "mainwindow/commandpalette.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace linernotes::ui
{

HelpDialog::HelpDialog(const Page &page, const QList<CommandPalette::Command> &everywhere, QWidget *parent)
    : QDialog(parent)
{
    const auto &theme = Theme::instance();
    setObjectName(QStringLiteral("helpDialog"));
    setWindowTitle(tr("Help: %1").arg(page.title().text));
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->viewport()->setAutoFillBackground(false);
    auto *content = new QWidget(scroll);
    content->setAutoFillBackground(false);
    auto *text = new QLabel(page.explanation(), content);
    text->setObjectName(QStringLiteral("helpText"));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *inside = new QVBoxLayout(content);
    inside->setContentsMargins(theme.space(5), theme.space(5), theme.space(5), theme.space(3));
    inside->setSpacing(theme.space(5));
    inside->addWidget(text);
    if (auto *keys = makeKeys(tr("Keys of this page"), CommandPalette::commandsOf(page.title().text, page.commands()),
                              page.title().text))
        inside->addWidget(keys);
    if (auto *keys = makeKeys(tr("Keys that work everywhere"), everywhere))
        inside->addWidget(keys);
    inside->addStretch(1);
    scroll->setWidget(content);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(theme.space(5), 0, theme.space(5), theme.space(4));
    foot->addWidget(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll, 1);
    layout->addLayout(foot);
    resize(QSize(theme.figureWidth(TypeStep::Body, 72), theme.space(120)).boundedTo(SnugDialog::mostOnScreen(*this)));
}

QWidget *HelpDialog::makeKeys(const QString &title, const QList<CommandPalette::Command> &commands, const QString &home)
{
    const auto &theme = Theme::instance();
    const bool hasKeys =
        std::ranges::any_of(commands, [](const auto &command) { return !command.action->shortcut().isEmpty(); });
    if (!hasKeys)
        return nullptr;
    auto *keys = new QWidget(this);
    auto *grid = new QGridLayout(keys);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme.space(4));
    grid->setVerticalSpacing(theme.space(2));
    grid->setColumnStretch(1, 1);
    auto *head = new QLabel(title, keys);
    head->setFont(theme.font(TypeStep::Strong));
    grid->addWidget(head, 0, 0, 1, 2);
    QStringList told; // the services have the same keys, each for itself
    for (const auto &command : commands) {
        const auto *action = command.action.data();
        if (action->shortcut().isEmpty() || told.contains(action->shortcut().toString()))
            continue;
        told.append(action->shortcut().toString());
        const int row = grid->rowCount();
        auto *key = new QLabel(action->shortcut().toString(QKeySequence::NativeText), keys);
        key->setForegroundRole(QPalette::PlaceholderText);
        const auto what = CommandPalette::nameOf(*action);
        auto *name = new QLabel(
            command.place == home || home.isEmpty() ? what : command.place + QStringLiteral(" › ") + what, keys);
        name->setTextFormat(Qt::PlainText);
        grid->addWidget(key, row, 0);
        grid->addWidget(name, row, 1);
    }
    return keys;
}

} // namespace linernotes::ui
