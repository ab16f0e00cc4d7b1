// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/verdictline.h"

#include "common/icons.h"
#include "common/theme.h"
#include "common/wording.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace linernotes::ui
{
namespace
{

using Kind = CredentialsVerdict::Kind;

QString iconOfVerdict(Kind kind)
{
    switch (kind) {
    case Kind::Works:
        return QStringLiteral("check");
    case Kind::Missing:
    case Kind::Refused:
        return QStringLiteral("key");
    case Kind::Blocked:
        return QStringLiteral("delayed");
    case Kind::AccountRefused:
    case Kind::Forbidden:
    case Kind::NoNetwork:
    case Kind::NoAnswer:
        return QStringLiteral("warning");
    }
    Q_UNREACHABLE();
}

} // namespace

VerdictLine::VerdictLine(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
{
    const auto &theme = Theme::instance();
    m_text->setObjectName(QStringLiteral("verdictText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme.iconSize(TypeStep::Body) + theme.space(1), theme.space(1), 0, 0);
    layout->addWidget(m_text, 1, Qt::AlignTop);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

QString VerdictLine::sentence(const CredentialsVerdict &verdict, Instant now)
{
    return verdict.until
        ? tr("%1, until %2.")
              .arg(verdict.message.chopped(verdict.message.endsWith(u'.') ? 1 : 0), timeLabel(*verdict.until, now))
        : asSentence(verdict.message);
}

void VerdictLine::setVerdict(const std::optional<CredentialsVerdict> &verdict)
{
    m_verdict = verdict;
    if (verdict) {
        show(iconOfVerdict(verdict->kind), sentence(*verdict, Clock::system().now()));
        return;
    }
    m_text->clear(); // it has no height of what it said
    hide();
}

void VerdictLine::setBusy()
{
    m_verdict.reset();
    show(QStringLiteral("inflight"), tr("Being asked …"));
}

void VerdictLine::show(const QString &icon, const QString &text)
{
    m_icon = icon;
    m_text->setText(text);
    setAccessibleName(text);
    QWidget::show();
    update();
}

QString VerdictLine::text() const
{
    return isHidden() ? QString() : m_text->text();
}

QColor VerdictLine::ink() const
{
    const auto &colours = Theme::instance().colours();
    if (!m_verdict)
        return colours.muted;
    if (m_verdict->isWorking())
        return colours.state(WorkState::Done);
    return colours.state(m_verdict->kind == Kind::Refused ? WorkState::Dead : WorkState::Delayed);
}

void VerdictLine::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::instance();
    QPainter painter(this);
    const auto size = theme.iconSize(TypeStep::Body);
    const auto line = theme.lineHeight(TypeStep::Body);
    const auto x = layoutDirection() == Qt::LeftToRight ? 0 : width() - size;
    paintIcon(painter, QRectF(x, theme.space(1) + (line - size) / 2.0, size, size), m_icon, ink());
}

} // namespace linernotes::ui
