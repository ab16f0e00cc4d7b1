// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadletters/candidatesview.h"

#include "common/icons.h"
#include "common/links.h"
#include "common/theme.h"
#include "common/wording.h"
#include "producers/producerheader.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace linernotes::ui
{
namespace
{

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QString factsOf(const ArtistCandidate &candidate)
{
    QStringList facts;
    if (candidate.followers)
        facts.append(CandidatesView::tr("%Ln follower(s)", nullptr, static_cast<int>(*candidate.followers)));
    if (!candidate.genres.isEmpty())
        facts.append(joined(candidate.genres));
    facts.append(candidate.spotifyId);
    return facts.join(QStringLiteral(" · "));
}

} // namespace

CandidatesView::CandidatesView(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    constexpr int mostFigures = 90; // a name and its button are seen together
    setObjectName(QStringLiteral("candidates"));
    setMaximumWidth(Theme::instance().figureWidth(TypeStep::Body, mostFigures));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(Theme::instance().space(1));
}

void CandidatesView::setCandidates(const std::vector<ArtistCandidate> &candidates)
{
    if (m_candidates == candidates)
        return; // buttons that stay keep the focus
    m_candidates = candidates;
    while (auto *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto &candidate : m_candidates)
        m_layout->addWidget(makeRow(candidate));
}

void CandidatesView::focusFirst()
{
    if (auto *choose = findChild<QPushButton *>(QStringLiteral("candidateChoose")))
        choose->setFocus(Qt::ShortcutFocusReason);
}

QWidget *CandidatesView::makeRow(const ArtistCandidate &candidate)
{
    const auto &theme = Theme::instance();
    auto *row = new QWidget(this);
    auto *name = plainLabel(candidate.name, row);
    name->setObjectName(QStringLiteral("candidateName"));
    name->setFont(theme.font(TypeStep::Strong));
    auto *facts = plainLabel(factsOf(candidate), row);
    facts->setFont(theme.font(TypeStep::Caption));
    facts->setForegroundRole(QPalette::PlaceholderText);
    facts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *score = new ShareBar(row);
    score->setShare(candidate.score);
    score->setAccessibleName(tr("The name fits to %1").arg(percent(candidate.score)));
    score->setToolTip(score->accessibleName());
    auto *choose = new QPushButton(tr("Choose"), row);
    choose->setObjectName(QStringLiteral("candidateChoose"));
    choose->setAutoDefault(false);
    choose->setAccessibleName(tr("Choose %1").arg(candidate.name));
    connect(choose, &QPushButton::clicked, this,
            [this, id = candidate.spotifyId, name = candidate.name] { Q_EMIT chosen(id, name); });
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(name);
    words->addWidget(facts);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.space(3));
    layout->addLayout(words, 1);
    layout->addWidget(score);
    if (isWebLink(candidate.url)) {
        auto *link = new QPushButton(icon(QStringLiteral("open-external")), {}, row);
        link->setObjectName(QStringLiteral("candidateLink"));
        link->setFlat(true);
        link->setAutoDefault(false);
        link->setAccessibleName(tr("%1 on Spotify").arg(candidate.name));
        link->setToolTip(plainToolTip(candidate.url));
        connect(link, &QPushButton::clicked, this, [url = candidate.url] { openWebLink(url); });
        layout->addWidget(link);
    }
    layout->addWidget(choose);
    return row;
}

} // namespace linernotes::ui
