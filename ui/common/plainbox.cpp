// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/plainbox.h"

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
    for (auto *label : findChildren<QLabel *>())
        label->setTextFormat(Qt::PlainText);
}

} // namespace linernotes::ui
