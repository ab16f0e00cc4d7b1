// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/messagebar.h"

#include "common/actionbutton.h"
#include "common/banner.h"
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

#include <algorithm>
#include <chrono>
#include <utility>

namespace linernotes::ui
{
namespace
{

/// Long enough to be read twice.
constexpr std::chrono::milliseconds receiptLasts{8000};

} // namespace

MessageBar::MessageBar(QWidget *pages, QAction *folder)
    : QWidget(pages->parentWidget())
    , m_pages(pages)
    , m_message(new LineLabel(QStringLiteral("statusMessage"), this))
    , m_folder(buttonOf(folder, QStringLiteral("statusShowFolder"), this))
    , m_parts(new QHBoxLayout(this))
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
    m_parts->setContentsMargins(theme.space(3), theme.space(1), theme.space(1), theme.space(1));
    m_parts->setSpacing(theme.space(2));
    for (auto *part : std::initializer_list<QWidget *>{m_message, m_folder, m_close})
        m_parts->addWidget(part);
    m_folder->setFlat(true);
    m_message->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_forget.setSingleShot(true);
    m_forget.setInterval(receiptLasts);
    connect(&m_forget, &QTimer::timeout, this, [this] { giveBack(); });
    connect(close, &QToolButton::clicked, this, &MessageBar::closeMessage);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    pages->installEventFilter(this);
    say({});
}

void MessageBar::tell(const QString &message, Lasting lasting)
{
    if (lasting == Lasting::UntilClosed) {
        m_standing = message;
        m_hasFolder = false;
    }
    say(message);
    if (lasting == Lasting::Briefly)
        m_forget.start();
}

void MessageBar::say(const QString &message)
{
    m_message->setText(message);
    m_message->setToolTip(plainToolTip(message));
    m_message->setVisible(!message.isEmpty());
    m_close->setVisible(!message.isEmpty());
    m_folder->setVisible(m_hasFolder && message == m_standing);
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
    giveBack();
    return true;
}

/// What lay over something lets it be seen again; that itself goes for good.
void MessageBar::giveBack()
{
    if (message() == m_standing) {
        m_standing.clear();
        m_hasFolder = false;
    }
    say(m_standing);
}

void MessageBar::addMessageAction(QAction *action)
{
    m_message->addAction(action);
}

void MessageBar::offerFolder()
{
    m_hasFolder = true;
    m_folder->show();
    place();
}

void MessageBar::addProgress(const QString &work, QPushButton *cancel)
{
    auto *text = new LineLabel(work + QStringLiteral("Progress"), this);
    m_progress.insert(work, {.text = text, .cancel = cancel});
    cancel->setFlat(true);
    for (auto *part : std::initializer_list<QWidget *>{text, cancel}) {
        m_parts->insertWidget(m_parts->count() - 1, part);
        part->hide();
    }
}

void MessageBar::showProgress(const QString &work, const QString &text)
{
    const auto progress = m_progress.value(work);
    progress.text->setText(text);
    progress.text->show();
    progress.cancel->show();
    place();
}

void MessageBar::endProgress(const QString &work)
{
    const auto progress = m_progress.value(work);
    progress.text->hide();
    progress.cancel->hide();
    place();
}

/// In the middle, as wide as what it says, and not wider than the page; above the bars that pages have at their foot.
void MessageBar::place()
{
    const bool isUnderWay =
        std::ranges::any_of(m_progress, [](const Progress &part) { return !part.text->isHidden(); });
    const bool isNeeded = !m_message->isHidden() || isUnderWay;
    setVisible(isNeeded);
    if (!isNeeded)
        return;
    const auto margin = Theme::instance().space(2);
    auto room = m_pages->geometry().adjusted(margin, margin, -margin, 0);
    room.setBottom(floor() - margin - 1);
    layout()->invalidate();
    const auto size = layout()->totalSizeHint().boundedTo(room.size());
    setGeometry(QStyle::alignedRect(layoutDirection(), Qt::AlignHCenter | Qt::AlignBottom, size, room));
    raise();
}

/// Where the bars begin that the page has at its foot, or where it ends.
int MessageBar::floor()
{
    auto floor = m_pages->geometry().bottom() + 1;
    const auto bars = m_pages->findChildren<Banner *>();
    for (bool isLower = true; std::exchange(isLower, false);) { // there may be two
        for (auto *bar : bars) {
            bar->installEventFilter(this); // it comes and goes
            const auto top = bar->mapTo(parentWidget(), QPoint()).y();
            if (!bar->isVisible() || top >= floor || top + bar->height() < floor)
                continue;
            floor = top;
            isLower = true;
        }
    }
    return floor;
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
    const auto type = event->type();
    const bool isPlaced = type == QEvent::Resize || type == QEvent::Move;
    if (isPlaced || (watched != m_pages && (type == QEvent::Show || type == QEvent::Hide)))
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace linernotes::ui
