// SPDX-License-Identifier: GPL-3.0-or-later
#include "producers/selectionbanner.h"

#include "common/icons.h"
#include "common/tableview.h"
#include "common/wording.h"
#include "core/whendone.h"
#include "producers/producerlist.h"
#include "producers/wholeselection.h"

#include <QAction>
#include <QPushButton>

#include <algorithm>

namespace linernotes::ui
{

SelectionBanner::SelectionBanner(ProducerActions &actions, const ProducersModel &model, ProducerList &list,
                                 QWidget *parent)
    : Banner(Tone::Neutral, QStringLiteral("info"), parent)
    , m_actions(actions)
    , m_model(model)
    , m_list(list)
    , m_selectAll(new QAction(icon(QStringLiteral("check")), tr("&Select all that match"), this))
    , m_button(addButton(QString(), QStringLiteral("producersSelectWhole")))
{
    setObjectName(QStringLiteral("producersSelectionBanner"));
    m_selectAll->setObjectName(QStringLiteral("producersSelectAll"));
    m_selectAll->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    parent->addAction(m_selectAll);
    auto policy = m_button->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // the rows below do not move when it has done its work
    m_button->setSizePolicy(policy);
    connect(m_selectAll, &QAction::triggered, this, &SelectionBanner::selectWhole);
    connect(m_button, &QPushButton::clicked, m_selectAll, &QAction::trigger);
    follow();
}

void SelectionBanner::follow()
{
    const auto whole = m_list.whole()->ids().size();
    const auto rows = m_model.rowCount();
    const bool isMore = m_model.canFetchMore({}) || m_model.total().value_or(0) > rows;
    const bool isOffered =
        whole == 0 && isMore && rows > 0 && m_list.selected().size() == static_cast<std::size_t>(rows);
    setVisible(whole > 0 || isOffered);
    m_button->setVisible(isOffered);
    if (whole > 0) {
        setText(
            tr("%Ln producer(s) that match are selected, those further down too.", nullptr, static_cast<int>(whole)));
    } else if (isOffered) {
        const auto total = m_model.total();
        setText(
            total ? tr("%1 of %2 that match are selected: the rows that are loaded.").arg(number(rows), number(*total))
                  : tr("%1 that match are selected: the rows that are loaded.").arg(number(rows)));
        m_button->setText(!total ? tr("Select all that match")
                              : *total > ProducerActions::mostAtOnce
                              ? tr("Select the first %1").arg(number(ProducerActions::mostAtOnce))
                              : tr("Select all %1 that match").arg(number(*total)));
    }
}

void SelectionBanner::selectWhole()
{
    m_asked.cancel();
    m_asked = m_actions.ids(m_model.query());
    whenDone(m_asked, this, [this, asked = m_model.query()](const Result<std::vector<qint64>> &ids) {
        if (asked != m_model.query())
            return;
        if (ids)
            m_list.whole()->select(*ids);
        else if (ids.error().category != ErrorCategory::Cancelled)
            Q_EMIT failed(ids.error());
        m_list.table()->setFocus();
    });
}

} // namespace linernotes::ui
