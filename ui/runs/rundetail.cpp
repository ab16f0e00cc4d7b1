// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/rundetail.h"

#include "common/actionbutton.h"
#include "common/flowlayout.h"
#include "common/icons.h"
#include "common/textlabel.h"
#include "common/theme.h"
#include "common/wording.h"
#include "runs/progressdelegate.h"
#include "runs/runsmodel.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace linernotes::ui
{
namespace
{

enum GridColumn { StageColumn, BarColumn, DoneColumn, LeftColumn, DeadColumn };

qint64 leftOf(const RunSnapshot::Progress &progress)
{
    return progress.sent - progress.archived - progress.dead - progress.discarded;
}

/// "Under way since 14:02 · high priority".
QString standing(const RunSnapshot &run, Instant now, Work work)
{
    QStringList parts{RunsModel::stateText(run, work)};
    if (run.finishedAt)
        parts.append(RunDetail::tr("%1 – %2, took %3")
                         .arg(timeLabel(run.createdAt, now, Clocked::ToTheSecond),
                              timeLabel(*run.finishedAt, now, Clocked::ToTheSecond),
                              durationLabel(*run.finishedAt - run.createdAt)));
    else
        parts.append((stateOf(run) == RunState::Running ? RunDetail::tr("since %1") : RunDetail::tr("started %1"))
                         .arg(timeLabel(run.createdAt, now)));
    if (run.priority != RunPriority::Normal)
        parts.append(RunDetail::tr("%1 priority").arg(RunsModel::priorityText(run.priority)));
    const auto eta = run.eta && work == Work::GoesOn ? etaLabel(*run.eta, now) : QString();
    if (!eta.isEmpty())
        parts.append(eta);
    return parts.join(QStringLiteral(" · "));
}

QString doneText(const RunSnapshot::Progress &progress, bool isGrowing)
{
    if (progress.sent == 0)
        return isGrowing ? RunDetail::tr("nothing yet") : RunDetail::tr("nothing");
    const auto done = number(progress.archived);
    const auto sent = number(progress.sent);
    return isGrowing ? RunDetail::tr("%1 of %2 so far").arg(done, sent)
                     : RunDetail::tr("%1 of %2 done").arg(done, sent);
}

} // namespace

StageBar::StageBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StageBar::present(const RunSnapshot::Progress &progress, bool isGrowing)
{
    if (m_progress == progress && m_isGrowing == isGrowing)
        return;
    m_progress = progress;
    m_isGrowing = isGrowing;
    update();
}

QSize StageBar::sizeHint() const
{
    const auto &theme = Theme::instance();
    return {theme.figureWidth(TypeStep::Body, 20), theme.space(4)};
}

void StageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto &theme = Theme::instance();
    const auto thickness = theme.space(1) * 3 / 2;
    QRectF groove(0, (height() - thickness) / 2.0, width(), thickness);
    if (m_isGrowing) { // three dots after it: this is not all
        const auto gap = thickness / 2.0;
        groove.setWidth(groove.width() - 3 * (thickness + gap));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colours().outline);
        for (int i = 0; i < 3; ++i)
            painter.drawEllipse(
                QRectF(groove.right() + gap + i * (thickness + gap), groove.top(), thickness, thickness));
    }
    paintProgress(painter, groove, m_progress);
}

RunDetail::RunDetail(const QList<QAction *> &links, QWidget *parent)
    : QWidget(parent)
    , m_name(new LineLabel(QStringLiteral("runName"), this))
    , m_state(new LineLabel(QStringLiteral("runState"), this))
{
    const auto &theme = Theme::instance();
    m_name->setFont(theme.font(TypeStep::Title));
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_name->setElide(Qt::ElideMiddle);
    m_name->setMinimumWidth(theme.figureWidth(TypeStep::Title, 20)); // with less, the links go below it
    m_name->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *head = new FlowLayout;
    head->setSpacing(theme.space(2));
    head->addWidget(m_name);
    for (auto *link : links)
        head->addWidget(buttonOf(link, link->objectName() + QStringLiteral("Button"), this));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme.space(4));
    grid->setVerticalSpacing(theme.space(1));
    grid->setColumnStretch(BarColumn, 1);
    for (const auto stage : allStages)
        addStage(grid, stage);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.space(4), theme.space(3), theme.space(4), theme.space(3));
    layout->setSpacing(theme.space(1));
    layout->addLayout(head);
    layout->addWidget(m_state);
    layout->addSpacing(theme.space(2));
    layout->addLayout(grid);
    layout->addStretch(1);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QLabel *RunDetail::addFigure(QGridLayout *grid, int row, int column, const QString &objectName)
{
    auto *label = new QLabel(this);
    label->setObjectName(objectName);
    label->setAlignment((column == DoneColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    grid->addWidget(label, row, column);
    return label;
}

void RunDetail::addStage(QGridLayout *grid, StageId stage)
{
    const auto &theme = Theme::instance();
    const auto index = static_cast<int>(stage);
    auto &row = m_rows.at(static_cast<std::size_t>(stage));
    grid->addWidget(new QLabel(stageLabel(stage), this), index, StageColumn);
    row.bar = new StageBar(this);
    grid->addWidget(row.bar, index, BarColumn);
    row.done = addFigure(grid, index, DoneColumn, QStringLiteral("runDone_") + queueName(stage));
    row.left = addFigure(grid, index, LeftColumn, QStringLiteral("runLeft_") + queueName(stage));
    row.dead = addFigure(grid, index, DeadColumn, QStringLiteral("runDead_") + queueName(stage));
    for (auto *figure : {row.left, row.dead}) // its sign is painted there
        figure->setIndent(theme.iconSize(TypeStep::Body) + theme.space(1));
}

void RunDetail::paintSign(QPainter &painter, const QLabel &figure, const QString &iconName, const QColor &ink) const
{
    if (figure.isHidden())
        return;
    const auto &theme = Theme::instance();
    const auto size = theme.iconSize(TypeStep::Body);
    const auto place = figure.geometry();
    const auto x = layoutDirection() == Qt::LeftToRight ? place.left() : place.right() + 1 - size;
    paintIcon(painter, QRectF(x, place.center().y() - (size - 1) / 2.0, size, size), iconName, ink);
}

void RunDetail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto &colours = Theme::instance().colours();
    for (const auto &row : m_rows) {
        paintSign(painter, *row.left, iconOf(WorkState::Ready), colours.state(WorkState::Ready));
        if (row.hasDead)
            paintSign(painter, *row.dead, iconOf(WorkState::Dead), colours.state(WorkState::Dead));
        else
            paintSign(painter, *row.dead, QStringLiteral("discard"), colours.muted);
    }
}

void RunDetail::present(const RunSnapshot &run, Instant now, Work work)
{
    m_name->setText(runLabel(run));
    m_name->setToolTip(plainToolTip(runLabel(run)));
    m_state->setText(standing(run, now, work));
    m_state->setToolTip(plainToolTip(m_state->text()));
    for (const auto stage : allStages) {
        const auto &progress = run.stages.at(static_cast<std::size_t>(stage));
        auto &row = m_rows.at(static_cast<std::size_t>(stage));
        const bool isGrowing = run.isGrowing(stage);
        row.bar->present(progress, isGrowing);
        row.done->setText(doneText(progress, isGrowing));
        row.left->setText(leftOf(progress) > 0 ? tr("%1 left").arg(number(leftOf(progress))) : QString());
        QStringList lost;
        row.hasDead = progress.dead > 0;
        if (row.hasDead)
            lost.append(tr("%1 dead").arg(number(progress.dead)));
        if (progress.discarded > 0)
            lost.append(tr("%1 discarded").arg(number(progress.discarded)));
        row.dead->setText(lost.join(QStringLiteral(", ")));
        for (auto *figure : {row.left, row.dead})
            figure->setVisible(!figure->text().isEmpty());
        row.bar->setAccessibleName(QStringLiteral("%1: %2 %3 %4")
                                       .arg(stageLabel(stage), row.done->text(), row.left->text(), row.dead->text()));
    }
    update();
}

} // namespace linernotes::ui
