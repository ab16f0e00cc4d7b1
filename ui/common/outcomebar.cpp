// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/outcomebar.h"

#include "common/icons.h"
#include "common/wording.h"

#include <QAction>
#include <QPainter>
#include <QPushButton>

#include <utility>

namespace linernotes::ui
{

OutcomeBar::OutcomeBar(const QString &name, QWidget *parent)
    : Banner(Tone::Neutral, QStringLiteral("info"), parent)
    , m_closing(new QAction(icon(QStringLiteral("close")), tr("Close the message"), this))
    , m_undo(addButton(tr("Undo"), name + QStringLiteral("Undo")))
    , m_cancel(addButton(tr("Cancel"), name + QStringLiteral("Cancel")))
    , m_close(addButton(QString(), name + QStringLiteral("OutcomeClose")))
{
    setObjectName(name + QStringLiteral("Outcome"));
    m_closing->setObjectName(name + QStringLiteral("OutcomeCloseAction"));
    m_closing->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_Escape));
    connect(m_closing, &QAction::triggered, this, &QWidget::hide);
    m_undo->setToolTip(tr("Undo (%1)").arg(keyLabel(QKeySequence::Undo)));
    m_cancel->setToolTip(tr("What is done stays done and can be undone (Esc)"));
    m_close->setIcon(icon(QStringLiteral("close")));
    m_close->setFlat(true);
    m_close->setAccessibleName(tr("Close"));
    m_close->setToolTip(tr("Close"));
    connect(m_undo, &QPushButton::clicked, this, &OutcomeBar::undoClicked);
    connect(m_cancel, &QPushButton::clicked, this, &OutcomeBar::cancelClicked);
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void OutcomeBar::showProgress(const QString &text, double share)
{
    m_share = share;
    setIcon(QStringLiteral("inflight"));
    m_undo->hide();
    m_close->hide();
    m_cancel->show();
    setText(text);
    show();
    update();
    m_isUnderWay = true;
    Q_EMIT progressed(text);
}

void OutcomeBar::showOutcome(const QString &text, const QString &iconName, bool canUndo)
{
    m_share = 1;
    setIcon(iconName);
    m_cancel->hide();
    m_undo->setVisible(canUndo);
    m_close->show();
    setText(text);
    show();
    update();
    if (std::exchange(m_isUnderWay, false))
        Q_EMIT ended(text);
}

void OutcomeBar::paintEvent(QPaintEvent *event)
{
    Banner::paintEvent(event);
    if (m_share >= 1)
        return;
    const auto &theme = Theme::instance();
    QPainter painter(this);
    const auto thickness = theme.space(1) / 2;
    painter.fillRect(QRectF(0, height() - thickness, width() * m_share, thickness), theme.colours().accent);
}

} // namespace linernotes::ui
