// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/plainbox.h"

#include "common/theme.h"

#include <QGridLayout>
#include <QLabel>

namespace linernotes::ui
{

PlainBox::PlainBox(const QString &objectName, const QString &title, const QString &text, const QString &more,
                   QWidget *parent)
    : QMessageBox(NoIcon, title, text, NoButton, parent)
{
    setObjectName(objectName);
    setAttribute(Qt::WA_DeleteOnClose);
    setInformativeText(more);
    const auto &theme = Theme::instance();
    for (auto *label : findChildren<QLabel *>())
        label->setTextFormat(Qt::PlainText);
    if (auto *question = findChild<QLabel *>(QStringLiteral("qt_msgbox_label")))
        question->setFont(theme.font(TypeStep::Strong));
    // Without an icon its room is left blank: the text begins where that of our dialogs does.
    auto *grid = qobject_cast<QGridLayout *>(layout());
    for (int i = 0; grid && i < grid->count(); ++i) {
        if (auto *blank = grid->itemAt(i)->spacerItem())
            blank->changeSize(0, 0, QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    if (grid) {
        grid->setHorizontalSpacing(0);
        grid->setColumnStretch(1, 1);
        grid->setContentsMargins(theme.space(4), theme.space(4), theme.space(4), theme.space(4));
    }
}

} // namespace linernotes::ui
