// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"

#include <QMenu>

namespace linernotes::ui
{

/// The menu of the filters that were kept: choose one, keep the present one, delete one. They are in the database, for
/// they say who is looked for there: they go where the file goes, and all who work on it have them.
class SavedFilters : public QMenu
{
    Q_OBJECT

public:
    SavedFilters(ProducerActions &actions, QWidget *parent);

    /// What “Keep this filter…” would keep.
    void setCurrent(const ProducerQuery &query);
    void refresh();

Q_SIGNALS:
    void chosen(const linernotes::ProducerQuery &query);
    void told(const QString &message);
    void failed(const linernotes::Error &error);

private:
    void fill(const std::vector<SavedFilter> &filters);
    void keep();
    void confirmDelete(const QString &name);
    void remove(const QString &name);

    ProducerActions &m_actions;
    ProducerQuery m_current;
    QAction *m_keep;
    QMenu *m_deleting;
    QStringList m_names;
};

} // namespace linernotes::ui
