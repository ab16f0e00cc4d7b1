// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/snugdialog.h"
#include "export/exportwriter.h"

class QButtonGroup;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace linernotes::ui
{

/// What to write, of which producers, and where. Accepted, it tells request(); it writes nothing itself.
class ExportDialog : public SnugDialog
{
    Q_OBJECT

public:
    /// `shown` is the query of the producers page, `total` how many rows it leaves.
    ExportDialog(ProducerQuery shown, std::optional<qint64> total, QWidget *parent);

    [[nodiscard]] ExportRequest request() const;
    /// Of the request, as far as they are counted.
    [[nodiscard]] std::optional<qint64> expectedProducers() const;

private:
    QWidget *makeKinds();
    QWidget *makeScopes();
    [[nodiscard]] QString scopeText() const;
    QWidget *makePath();
    void suggestPath();
    void choosePath();
    void check();
    void orderTabs(QWidget *cancel);
    void begin();
    void askToReplace();
    void finish();
    [[nodiscard]] QString path() const;

    ProducerQuery m_shown;
    std::optional<qint64> m_total;
    QButtonGroup *m_kinds;
    QButtonGroup *m_scopes;
    QCheckBox *m_byteOrderMark;
    QLineEdit *m_path;
    QLabel *m_note;
    QPushButton *m_export;
    QString m_agreed; ///< a file that exists and may be replaced: the file dialog has asked
    bool m_isPathOwn = false; ///< the user has chosen one
};

} // namespace linernotes::ui
