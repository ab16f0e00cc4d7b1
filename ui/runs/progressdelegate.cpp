// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/progressdelegate.h"

#include "common/icons.h"
#include "common/theme.h"
#include "runs/runsmodel.h"

#include <QPainter>

namespace linernotes::ui
{

void paintProgress(QPainter &painter, const QRectF &groove, const RunSnapshot::Progress &progress)
{
    const auto &colours = Theme::instance().colours();
    const auto radius = groove.height() / 2;
    painter.setPen(Qt::NoPen);
    auto ground = colours.text;
    ground.setAlphaF(0.12F); // on whatever it lies, a selected row too
    painter.setBrush(ground);
    painter.drawRoundedRect(groove, radius, radius);
    if (progress.sent <= 0)
        return;
    const auto share = [&](qint64 part) {
        return groove.width() * static_cast<double>(part) / static_cast<double>(progress.sent);
    };
    auto part = groove;
    // One drawn upon the other, each so much shorter that what is below shows at its end, however little that is.
    auto end = groove.width();
    const bool isDot = end < 2 * groove.height(); // it has room for one colour
    bool isDrawn = false;
    const auto draw = [&](qint64 count, qint64 upTo, const QColor &colour) {
        if (count <= 0 || (isDot && isDrawn))
            return;
        isDrawn = true;
        end = std::min(share(upTo), end);
        part.setWidth(std::max(end, groove.height()));
        painter.setBrush(colour);
        painter.drawRoundedRect(part, radius, radius);
        end -= groove.height() / 2;
    };
    const auto given = progress.archived + progress.discarded;
    draw(progress.dead, given + progress.dead, colours.state(WorkState::Dead));
    if (!isDot || progress.archived == 0)
        draw(progress.discarded, given, colours.muted); // by a person: that is over, and no failure
    draw(progress.archived, progress.archived, colours.state(WorkState::Done));
}

void ProgressDelegate::paintContent(QPainter &painter, const QRect &area, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const RunsModel *>(index.model());
    if (!model)
        return;
    const auto &theme = Theme::instance();
    const auto &run = model->run(index.row());
    painter.setFont(theme.font(TypeStep::Caption));
    const auto text = index.data().toString();
    const auto textWidth =
        std::max(theme.figureWidth(TypeStep::Caption, 16), painter.fontMetrics().horizontalAdvance(text));
    const auto gap = theme.space(1);
    const auto count = static_cast<int>(allStages.size());
    const auto thickness = theme.space(1) * 3 / 2;
    const auto widthBeside = [&](int taken) { return (area.width() - taken - count * gap) / count; };
    const bool hasText = widthBeside(textWidth) >= thickness; // narrower bars would be dots, or run into the text
    const auto width = widthBeside(hasText ? textWidth : 0);
    for (int i = 0; i < count; ++i) {
        const QRectF groove(area.left() + i * (width + gap), area.center().y() - thickness / 2.0, width, thickness);
        paintProgress(painter, groove, run.stages.at(static_cast<std::size_t>(i)));
    }
    if (!hasText)
        return;
    painter.setPen(theme.colours().muted);
    painter.drawText(QRect(area.right() - textWidth, area.top(), textWidth, area.height()),
                     Qt::AlignRight | Qt::AlignVCenter, text);
}

namespace
{

struct Look {
    QString icon;
    WorkState state;
    bool isLoud = false; ///< the words have the state's colour too
};

Look lookOf(const RunSnapshot &run, Work work)
{
    switch (stateOf(run)) {
    case RunState::Running:
        if (work == Work::Paused)
            return {QStringLiteral("pause"), WorkState::Delayed};
        if (work == Work::Stopped)
            return {QStringLiteral("warning"), WorkState::Dead};
        if (RunsModel::isWaiting(run))
            return {iconOf(WorkState::Delayed), WorkState::Delayed};
        return {iconOf(WorkState::InFlight), WorkState::InFlight};
    case RunState::Paused:
        return {QStringLiteral("pause"), WorkState::Delayed};
    case RunState::Cancelling:
    case RunState::Cancelled:
        return {QStringLiteral("stop"), WorkState::Delayed};
    case RunState::Finished:
        break;
    }
    if (RunsModel::deadOf(run) > 0)
        return {QStringLiteral("warning"), WorkState::Dead, true};
    return {iconOf(WorkState::Done), WorkState::Done};
}

} // namespace

void RunStateDelegate::paintContent(QPainter &painter, const QRect &area, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const RunsModel *>(index.model());
    if (!model)
        return;
    const auto &theme = Theme::instance();
    const auto &run = model->run(index.row());
    const auto look = lookOf(run, model->work());
    const auto size = theme.iconSize(TypeStep::Body);
    paintIcon(painter, QRectF(area.left(), area.center().y() + 0.5 - size / 2.0, size, size), look.icon,
              theme.colours().state(look.state));
    const auto words = area.adjusted(size + theme.space(1) * 3 / 2, 0, 0, 0);
    painter.setFont(theme.font(TypeStep::Body));
    painter.setPen(look.isLoud ? theme.colours().state(look.state) : theme.colours().text);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
}

} // namespace linernotes::ui
