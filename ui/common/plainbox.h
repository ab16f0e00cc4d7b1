// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMessageBox>

namespace linernotes::ui
{

/// A box that is open()ed and deletes itself. `more` stands below the text in smaller letters; both are shown as they
/// are: QMessageBox alone reads the second for HTML, and opens links in it.
class PlainBox : public QMessageBox
{
    Q_OBJECT

public:
    PlainBox(const QString &objectName, const QString &title, const QString &text, const QString &more,
             QWidget *parent);
};

} // namespace linernotes::ui
