// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/messagebar.h"

#include "common/actionbutton.h"
#include "common/icons.h"
#include "common/textlabel.h"
#include "common/theme.h"
#include "common/wording.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include <chrono>

namespace linernotes::ui
{
namespace
{

/// Long enough to be read twice.
constexpr std::chrono::milliseconds receiptLasts{8000};

} // namespace

MessageBar::MessageBar(QWidget *pages, QAction *folder, QAction *cancel)
    : QWidget(pages->parentWidget())
    , m_pages(pages)
    , m_message(new LineLabel(QStringLiteral("statusMessage"), this))
    , m_folder(buttonOf(folder, QStringLiteral("statusShowFolder"), this))
    , m_progress(new LineLabel(QStringLiteral("exportProgress"), this))
    , m_cancel(buttonOf(cancel, QStringLiteral("statusCancelExport"), this))
{
    const auto &theme = Theme::instance();
    setObjectName(QStringLiteral("messageBar"));
    auto *close = new QToolButton(this);
    close->setObjectName(QStringLiteral("statusClose"));
    close->setIcon(icon(QStringLiteral("close"), IconInk::Muted));
    close->setAccessibleName(tr("Close the message"));
    close->setToolTip(
        tr("Close the message (%1)").arg(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText)));
    close->setFocusPolicy(Qt::TabFocus);
    m_close = close;
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme.space(3), theme.space(1), theme.space(1), theme.space(1));
    layout->setSpacing(theme.space(2));
    layout->addWidget(m_message);
    for (auto *part : std::initializer_list<QWidget *>{m_folder, m_progress, m_cancel, m_close})
        layout->addWidget(part);
    for (auto *button : {m_folder, m_cancel})
        button->setFlat(true);
    m_message->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_forget.setSingleShot(true);
    m_forget.setInterval(receiptLasts);
    connect(&m_forget, &QTimer::timeout, this, [this] { tell({}, false); });
    connect(close, &QToolButton::clicked, this, &MessageBar::closeMessage);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    pages->installEventFilter(this);
    endProgress();
    tell({}, false);
}

void MessageBar::tell(const QString &message, bool isBrief)
{
    m_message->setText(message);
    m_message->setToolTip(plainToolTip(message));
    m_message->setVisible(!message.isEmpty());
    m_close->setVisible(!message.isEmpty());
    m_folder->hide();
    if (isBrief)
        m_forget.start();
    else
        m_forget.stop();
    place();
    Q_EMIT messageChanged(message);
}

QString MessageBar::message() const
{
    return m_message->text();
}

bool MessageBar::closeMessage()
{
    if (m_message->isHidden())
        return false;
    tell({}, false);
    return true;
}

void MessageBar::addMessageAction(QAction *action)
{
    m_message->addAction(action);
}

void MessageBar::offerFolder()
{
    m_folder->show();
    place();
}

void MessageBar::showProgress(const QString &text)
{
    m_progress->setText(text);
    m_progress->show();
    m_cancel->show();
    place();
}

void MessageBar::endProgress()
{
    m_progress->hide();
    m_cancel->hide();
    place();
}

/// In the middle, as wide as what it says, and not wider than the page.
void MessageBar::place()
{
    const bool isNeeded = !m_message->isHidden() || !m_progress->isHidden();
    setVisible(isNeeded);
    if (!isNeeded)
        return;
    const auto margin = Theme::instance().space(2);
    const auto room = m_pages->geometry().adjusted(margin, margin, -margin, -margin);
    layout()->invalidate();
    const auto size = layout()->totalSizeHint().boundedTo(room.size());
    setGeometry(QStyle::alignedRect(layoutDirection(), Qt::AlignHCenter | Qt::AlignBottom, size, room));
    raise();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.colours().outline, theme.hairline())); // it lies on what has a hair line itself
    painter.setBrush(theme.colours().surface);
    const auto inset = theme.hairline() / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), theme.radius(), theme.radius());
}

bool MessageBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_pages && (event->type() == QEvent::Resize || event->type() == QEvent::Move))
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace linernotes::ui
