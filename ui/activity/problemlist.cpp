// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/problemlist.h"

#include "activity/eventwording.h"
#include "activity/problemdelegate.h"
#include "common/emptystate.h"
#include "common/rowslist.h"
#include "common/stack.h"
#include "common/theme.h"
#include "common/wording.h"

#include <QActionGroup>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace linernotes::ui
{
namespace
{

constexpr std::array spans{1, 24, 7 * 24, 30 * 24}; // hours
constexpr int usualSpan = 24;

QString spanLabel(int hours)
{
    constexpr int day = 24;
    return hours <= day ? ProblemList::tr("Last %Ln hour(s)", nullptr, hours)
                        : ProblemList::tr("Last %Ln day(s)", nullptr, hours / day);
}

QStringList asRow(const EventGroup &group)
{
    return {QString::number(group.count), levelLabel(group.level),     groupLabel(group).simplified(),
            groupSubject(group.key),      exactTimeLabel(group.first), exactTimeLabel(group.last)};
}

} // namespace

ProblemList::ProblemList(ProblemsModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_list(new RowsList(QStringLiteral("problemList"), this))
    , m_stack(new Stack(this))
{
    setObjectName(QStringLiteral("problems"));
    m_list->setAccessibleName(tr("Problems"));
    m_list->setTaken([this] { return taken(); });
    m_list->setItemDelegate(new ProblemDelegate(m_list));
    m_list->setModel(model);
    m_list->setCurrentIndex(model->index(0));
    auto *nothing = new EmptyState(QStringLiteral("check"), tr("No warning or error in this time."),
                                   tr("Hide the problems"), m_stack);
    nothing->setObjectName(QStringLiteral("problemsNothing"));
    m_nothing = nothing;
    m_stack->addWidget(m_list);
    m_stack->addWidget(nothing);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTop());
    layout->addWidget(m_stack, 1);
    setMinimumWidth(Theme::instance().figureWidth(TypeStep::Body, 28));
    connect(nothing, &EmptyState::buttonClicked, this, &ProblemList::hideWanted);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ProblemList::takeCurrent);
    connect(m_model, &ProblemsModel::rowsAboutToBeRemoved, this, [this] { m_isChanging = true; });
    connect(m_model, &ProblemsModel::changed, this, &ProblemList::follow);
    connect(&Theme::instance(), &Theme::changed, m_list, [this] { m_list->doItemsLayout(); });
}

QWidget *ProblemList::makeTop()
{
    const auto &theme = Theme::instance();
    auto *top = new QWidget(this);
    auto *heading = new QLabel(tr("Problems"), top);
    heading->setFont(theme.font(TypeStep::Strong));
    m_span = new QComboBox(top);
    m_span->setObjectName(QStringLiteral("problemSpan"));
    m_span->setAccessibleName(tr("Time"));
    for (const auto hours : spans)
        m_span->addItem(spanLabel(hours), hours);
    setSpanHours(usualSpan);
    connect(m_span, &QComboBox::currentIndexChanged, this,
            [this] { m_model->setSpan(std::chrono::hours(spanHours())); });
    makeSpanMenu();
    auto *layout = new QHBoxLayout(top);
    layout->setContentsMargins(theme.space(4), theme.space(2), theme.space(3), theme.space(2));
    layout->addWidget(heading, 1);
    layout->addWidget(m_span);
    return top;
}

/// The same choice for the keys.
void ProblemList::makeSpanMenu()
{
    m_spanMenu = new QMenu(tr("&Time of the problems"), this);
    m_spanMenu->setObjectName(QStringLiteral("problemSpanMenu"));
    auto *group = new QActionGroup(m_spanMenu);
    for (const auto hours : spans) {
        auto *action = group->addAction(spanLabel(hours));
        action->setObjectName(QStringLiteral("problemSpan_%1").arg(hours));
        action->setCheckable(true);
        action->setChecked(hours == spanHours());
        m_spanMenu->addAction(action);
        connect(action, &QAction::triggered, this, [this, hours] { setSpanHours(hours); });
        connect(m_span, &QComboBox::currentIndexChanged, action,
                [this, action, hours] { action->setChecked(hours == spanHours()); });
    }
}

int ProblemList::spanHours() const
{
    return m_span->currentData().toInt();
}

void ProblemList::setSpanHours(int hours)
{
    m_span->setCurrentIndex(std::max(m_span->findData(hours), 0));
}

void ProblemList::choose(const ProblemsModel::Key &key)
{
    m_list->setCurrentIndex(m_model->index(std::max(m_model->rowOf(key), 0)));
}

void ProblemList::takeCurrent()
{
    const auto index = m_list->currentIndex();
    if (m_isChanging || !index.isValid())
        return;
    const auto key = m_model->key(index.row());
    if (key == m_chosen)
        return;
    m_chosen = key;
    Q_EMIT problemChosen();
}

/// A problem that is older than the span leaves all of them chosen, not its neighbour, which nobody asked for.
void ProblemList::follow()
{
    m_isChanging = false;
    m_stack->setCurrentWidget(m_model->groupCount() > 0 ? static_cast<QWidget *>(m_list) : m_nothing);
    choose(m_chosen);
    takeCurrent(); // none is chosen where the problem is gone
}

bool ProblemList::copyRows() const
{
    return m_list->hasFocus() && m_model->groupCount() > 0 && m_list->copyRows();
}

/// The chosen problem, or all of them.
RowTexts ProblemList::taken() const
{
    RowTexts rows{{tr("Count"), tr("Level"), tr("What happened"), tr("About"), tr("First"), tr("Last")}};
    for (int row = 1; row < m_model->rowCount(); ++row) {
        if (!m_chosen || m_model->key(row) == m_chosen)
            rows.append(asRow(m_model->index(row).data(ProblemsModel::GroupRole).value<EventGroup>()));
    }
    return rows;
}

} // namespace linernotes::ui
