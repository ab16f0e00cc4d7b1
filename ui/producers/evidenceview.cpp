// SPDX-License-Identifier: GPL-3.0-or-later
#include "producers/evidenceview.h"

#include "common/enginewords.h"
#include "common/focusrim.h"
#include "common/icons.h"
#include "common/links.h"
#include "common/theme.h"
#include "common/wording.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace linernotes::ui
{
namespace
{

QString reasonsOf(const EvidenceRow &evidence)
{
    QStringList reasons;
    for (const auto &reason : evidence.matchReasons)
        reasons.append(matchReasonLabel(reason));
    const auto match = EvidenceView::tr("Match %1").arg(percent(evidence.matchScore));
    return reasons.isEmpty() ? match : EvidenceView::tr("%1: %2").arg(match, reasons.join(QStringLiteral(", ")));
}

} // namespace

EvidenceView::EvidenceView(QWidget *parent)
    : QScrollArea(parent)
    , m_content(new QWidget(this))
    , m_layout(new QVBoxLayout(m_content))
{
    const auto &theme = Theme::instance();
    setObjectName(QStringLiteral("evidence"));
    setAccessibleName(tr("Evidence for the selected credit"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundRole(QPalette::Base);
    m_content->setBackgroundRole(QPalette::Base);
    m_content->setAutoFillBackground(true);
    m_layout->setSpacing(theme.space(1));
    m_layout->setContentsMargins(theme.space(4), theme.space(3), theme.space(4), theme.space(3));
    m_layout->addStretch(1);
    setWidget(m_content);
    new FocusRim(this);
}

QWidget *EvidenceView::addLine(const QString &text, bool muted)
{
    auto *label = new QLabel(text, m_content);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (muted)
        label->setForegroundRole(QPalette::PlaceholderText);
    m_layout->insertWidget(m_layout->count() - 1, label);
    return label;
}

void EvidenceView::clear()
{
    m_shown.reset();
    while (m_layout->count() > 1) {
        auto *item = m_layout->takeAt(0);
        delete item->widget();
        delete item;
    }
}

void EvidenceView::setCredit(const CreditRow &credit)
{
    if (m_shown == credit)
        return;
    clear();
    m_shown = credit;
    auto *title = addLine(tr("%1 on “%2”").arg(roleLabel(credit.role), credit.title), false);
    title->setFont(Theme::instance().font(TypeStep::Strong));
    addLine(tr("%1 confident, by %Ln source(s)", nullptr, static_cast<int>(credit.evidence.size()))
                .arg(percent(credit.confidence)),
            true);
    for (const auto &evidence : credit.evidence)
        addEvidence(evidence);
    QWidget *last = this; // what is made later would be reached after all else in the window
    for (auto *link : m_content->findChildren<QPushButton *>())
        setTabOrder(std::exchange(last, link), link);
}

void EvidenceView::addEvidence(const EvidenceRow &evidence)
{
    const auto &theme = Theme::instance();
    auto *gap = new QWidget(m_content);
    gap->setFixedHeight(theme.space(2));
    m_layout->insertWidget(m_layout->count() - 1, gap);
    addLine(tr("%1 says “%2”").arg(sourceLabel(evidence.source), evidence.statement), false);
    addLine(reasonsOf(evidence), true);
    addLine(tr("Seen %1").arg(dateTimeLabel(evidence.seenAt)), true);
    if (!isWebLink(evidence.url))
        return;
    auto *link = new QPushButton(icon(QStringLiteral("open-external")),
                                 tr("Open on %1").arg(buttonText(sourceLabel(evidence.source))), m_content);
    link->setObjectName(QStringLiteral("evidenceLink"));
    link->setToolTip(plainToolTip(evidence.url));
    connect(link, &QPushButton::clicked, this, [url = evidence.url] { openWebLink(url); });
    m_layout->insertWidget(m_layout->count() - 1, link, 0, Qt::AlignLeft);
}

} // namespace linernotes::ui
