// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboard/runslist.h"

#include "common/surface.h"
#include "common/textline.h"
#include "common/theme.h"
#include "common/wording.h"
#include "runs/progressdelegate.h"
#include "runs/runsmodel.h"

#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace linernotes::ui
{
namespace
{

/// More are behind a button: the page is of the pipeline.
constexpr std::size_t mostRows = 3;

RunSnapshot::Progress sumOf(const RunSnapshot &run)
{
    RunSnapshot::Progress sum;
    for (const auto &stage : run.stages) {
        sum.sent += stage.sent;
        sum.archived += stage.archived;
        sum.dead += stage.dead;
        sum.discarded += stage.discarded;
    }
    return sum;
}

/// "≈ 4 min, bound by Genius's pace"; of one that stands still what it stands for.
QString standingOf(const RunSnapshot &run, Instant now, Work work)
{
    const auto eta = run.eta && work == Work::GoesOn && !run.paused ? etaBriefLabel(*run.eta, now) : QString();
    return eta.isEmpty() ? RunsModel::stateText(run, work) : eta;
}

} // namespace

RunRow::RunRow(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RunRow::present(const RunSnapshot &run, Instant now, Work work)
{
    const auto standing = standingOf(run, now, work);
    if (run == m_run && standing == m_standing)
        return;
    m_run = run;
    m_standing = standing;
    setObjectName(QStringLiteral("runRow_%1").arg(run.id));
    setAccessibleName(tr("%1: %2. %3", "a run's name, how much of it is done, how it stands")
                          .arg(runLabel(run), RunsModel::progressLabel(run), standing));
    setToolTip(plainToolTip(accessibleName()));
    update();
}

QSize RunRow::sizeHint() const
{
    const auto &theme = Theme::instance();
    return {theme.figureWidth(TypeStep::Body, 16),
            theme.lineHeight(TypeStep::Body) + theme.lineHeight(TypeStep::Caption) + theme.space(3)};
}

void RunRow::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::instance();
    const auto &colours = theme.colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.raised);
        painter.drawRoundedRect(rect(), theme.radius(), theme.radius());
    }
    const auto area = rect().adjusted(theme.space(1), theme.space(1) / 2, -theme.space(1), 0);
    painter.setPen(colours.text);
    const auto line = theme.lineHeight(TypeStep::Body);
    const QRect head(area.left(), area.top(), area.width(), line);
    const auto done = RunsModel::progressLabel(m_run);
    const auto taken = lineWidth(TypeStep::Caption, done) + theme.space(2);
    drawLine(painter, head.adjusted(0, 0, -taken, 0), Qt::AlignLeft | Qt::AlignVCenter, TypeStep::Strong,
             runLabel(m_run), Qt::ElideMiddle);
    painter.setPen(colours.muted);
    drawLine(painter, head, Qt::AlignRight | Qt::AlignVCenter, TypeStep::Caption, done);
    const auto barTop = area.top() + line + theme.space(1) / 2;
    paintProgress(painter, QRectF(area.left(), barTop, area.width(), theme.space(1)), sumOf(m_run));
    painter.setPen(colours.muted);
    drawLine(painter,
             QRect(area.left(), barTop + theme.space(1) * 3 / 2, area.width(), theme.lineHeight(TypeStep::Caption)),
             Qt::AlignLeft | Qt::AlignVCenter, TypeStep::Caption, m_standing);
    if (hasFocus()) {
        painter.setPen(QPen(colours.accent, 2 * theme.hairline()));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), theme.radius(), theme.radius());
    }
}

RunsList::RunsList(QWidget *parent)
    : QWidget(parent)
{
    const auto &theme = Theme::instance();
    setObjectName(QStringLiteral("runsList"));
    setAccessibleName(tr("Runs under way"));
    auto *more = new QToolButton(this);
    more->setObjectName(QStringLiteral("runsListMore"));
    more->setFocusPolicy(Qt::TabFocus);
    m_more = more;
    auto *title = new QLabel(accessibleName(), this);
    title->setFont(theme.font(TypeStep::Strong));
    const auto inset = theme.space(1); // of what stands in a row, whose ground is drawn under the mouse
    title->setContentsMargins(inset, 0, inset, 0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.space(3) - inset, theme.space(2), theme.space(3) - inset, theme.space(2));
    layout->setSpacing(theme.space(1));
    layout->addWidget(title);
    for (std::size_t i = 0; i < mostRows; ++i) {
        auto *row = m_rows.emplace_back(new RunRow(this));
        layout->addWidget(row);
        connect(row, &RunRow::clicked, this, [this, row] { Q_EMIT runWanted(row->runId()); });
    }
    layout->addWidget(m_more, 0, Qt::AlignLeft);
    connect(m_more, &QAbstractButton::clicked, this, &RunsList::allWanted);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void RunsList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintSurface(painter, rect());
}

/// In the order in which the queues are worked off: by priority, then the oldest first.
void RunsList::present(const PipelineSnapshot &snapshot)
{
    std::vector<const RunSnapshot *> unfinished;
    for (const auto &run : snapshot.runs) {
        if (!run.finished && !run.isRevisit)
            unfinished.push_back(&run);
    }
    std::ranges::sort(unfinished, [](const RunSnapshot *one, const RunSnapshot *other) {
        return std::tuple(one->paused, -static_cast<int>(one->priority), one->id)
            < std::tuple(other->paused, -static_cast<int>(other->priority), other->id);
    });
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (i < unfinished.size())
            m_rows[i]->present(*unfinished[i], snapshot.at, workOn(snapshot));
        m_rows[i]->setVisible(i < unfinished.size());
    }
    const auto hidden = static_cast<int>(unfinished.size()) - static_cast<int>(mostRows);
    m_more->setVisible(hidden > 0);
    m_more->setText(tr("%Ln more", nullptr, std::max(hidden, 0)));
    setVisible(!unfinished.empty());
}

} // namespace linernotes::ui
