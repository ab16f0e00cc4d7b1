// SPDX-License-Identifier: GPL-3.0-or-later
#include "producers/savedfilters.h"

#include "common/icons.h"
#include "common/linedialog.h"
#include "common/plainbox.h"
#include "common/wording.h"
#include "core/whendone.h"

#include <QPushButton>

#include <utility>

namespace linernotes::ui
{

SavedFilters::SavedFilters(ProducerActions &actions, QWidget *parent)
    : QMenu(tr("Filters"), parent)
    , m_actions(actions)
    , m_keep(new QAction(ui::icon(QStringLiteral("check")), tr("&Keep this filter…"), this))
    , m_deleting(new QMenu(tr("&Delete"), this))
{
    setObjectName(QStringLiteral("savedFilters"));
    m_keep->setObjectName(QStringLiteral("filterKeep"));
    m_keep->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_S));
    parent->addAction(m_keep); // its key works where nobody has opened the menu
    m_deleting->setIcon(ui::icon(QStringLiteral("discard")));
    // Not to the menu itself: it cuts what leads to it when an action is taken out, and fill() takes this one out.
    connect(m_keep, &QAction::triggered, m_keep, [this] { keep(); });
    fill({});
    setCurrent({});
}

void SavedFilters::setCurrent(const ProducerQuery &query)
{
    m_current = query;
    m_keep->setEnabled(query.isNarrowed());
}

void SavedFilters::refresh()
{
    whenDone(m_actions.filters(), this, [this](const Result<std::vector<SavedFilter>> &filters) {
        if (filters)
            fill(*filters);
        else
            Q_EMIT failed(filters.error());
    });
}

void SavedFilters::fill(const std::vector<SavedFilter> &filters)
{
    for (auto *action : actions()) {
        if (action != m_keep && action != m_deleting->menuAction()) {
            removeAction(action);
            action->deleteLater();
        }
    }
    m_deleting->clear();
    m_names.clear();
    removeAction(m_keep);
    removeAction(m_deleting->menuAction());
    for (const auto &filter : filters) {
        m_names.append(filter.name);
        auto *choice = addAction(buttonText(filter.name));
        choice->setObjectName(QStringLiteral("filter_") + filter.name);
        connect(choice, &QAction::triggered, this, [this, query = filter.query] { Q_EMIT chosen(query); });
        auto *deletion = m_deleting->addAction(buttonText(filter.name));
        deletion->setObjectName(QStringLiteral("filterDelete_") + filter.name);
        connect(deletion, &QAction::triggered, this, [this, name = filter.name] { confirmDelete(name); });
    }
    if (filters.empty())
        addAction(tr("No filter is kept yet"))->setEnabled(false);
    addSeparator();
    addAction(m_keep);
    addMenu(m_deleting);
    m_deleting->setEnabled(!filters.empty());
}

void SavedFilters::keep()
{
    auto *dialog = new LineDialog(
        {QStringLiteral("keepFilterDialog"), tr("Keep filter"), tr("Name of the filter"), tr("Keep")}, m_names,
        [this, asked = QString()](const QString &name) mutable {
            const bool isMeant = std::exchange(asked, name) == name;
            if (!isMeant && m_names.contains(name, Qt::CaseInsensitive)) {
                return QtFuture::makeReadyFuture(
                    Result<bool>(failure(ErrorCategory::InvalidInput,
                                         tr("There is a filter “%1”. Press “Keep” once more to replace it.")
                                             .arg(isolated(shortened(name))))));
            }
            return m_actions.saveFilter({name, m_current});
        },
        parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        Q_EMIT told(m_names.contains(dialog->line(), Qt::CaseInsensitive) ? tr("“%1” is replaced.").arg(dialog->line())
                                                                          : tr("“%1” is kept.").arg(dialog->line()));
        refresh();
    });
    dialog->open();
}

void SavedFilters::confirmDelete(const QString &name)
{
    auto *box = new PlainBox(QStringLiteral("deleteFilterBox"), tr("Delete filter"),
                             tr("Delete the filter “%1”?").arg(isolated(shortened(name))),
                             tr("The producers stay as they are."), parentWidget());
    auto *yes = box->addButton(tr("Delete filter"), QMessageBox::DestructiveRole);
    yes->setObjectName(QStringLiteral("deleteFilterYes"));
    box->setDefaultButton(box->addButton(tr("Keep it"), QMessageBox::RejectRole));
    connect(yes, &QAbstractButton::clicked, this, [this, name] { remove(name); });
    box->open();
}

void SavedFilters::remove(const QString &name)
{
    whenDone(m_actions.deleteFilter(name), this, [this, name](const Result<bool> &removed) {
        if (!removed) {
            Q_EMIT failed(removed.error());
            return;
        }
        Q_EMIT told(tr("The filter “%1” is deleted.").arg(name));
        refresh();
    });
}

} // namespace linernotes::ui
