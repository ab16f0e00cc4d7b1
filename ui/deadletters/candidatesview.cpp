// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadletters/candidatesview.h"

#include "common/icons.h"
#include "common/links.h"
#include "common/theme.h"
#include "common/wording.h"
#include "matching/seedline.h"
#include "producers/producerheader.h"

#include <QLabel>
#include <QLineEdit>
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
    , m_layout(new QVBoxLayout)
{
    constexpr int mostFigures = 90; // a name and its button are seen together
    setObjectName(QStringLiteral("candidates"));
    setMaximumWidth(Theme::instance().figureWidth(TypeStep::Body, mostFigures));
    m_layout->setSpacing(Theme::instance().space(1));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::instance().space(2));
    layout->addLayout(m_layout);
    layout->addWidget(makeField());
}

QWidget *CandidatesView::makeField()
{
    const auto &theme = Theme::instance();
    auto *field = new QWidget(this);
    m_field = new QLineEdit(field);
    m_field->setObjectName(QStringLiteral("candidateField"));
    m_field->setPlaceholderText(tr("Spotify link, URI or id"));
    m_field->setAccessibleName(tr("The artist's Spotify link, URI or id"));
    m_field->setClearButtonEnabled(true);
    m_use = new QPushButton(tr("Use"), field);
    m_use->setObjectName(QStringLiteral("candidateUse"));
    m_use->setAutoDefault(false);
    m_use->setEnabled(false);
    m_problem = plainLabel({}, field);
    m_problem->setObjectName(QStringLiteral("candidateProblem"));
    m_problem->setWordWrap(true);
    m_problem->setForegroundRole(QPalette::PlaceholderText);
    m_problem->hide();
    auto *line = new QHBoxLayout;
    line->setSpacing(theme.space(2));
    line->addWidget(m_field, 1);
    line->addWidget(m_use);
    auto *layout = new QVBoxLayout(field);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.space(1));
    layout->addLayout(line);
    layout->addWidget(m_problem);
    connect(m_field, &QLineEdit::textChanged, this, &CandidatesView::check);
    connect(m_field, &QLineEdit::returnPressed, this, &CandidatesView::use);
    connect(m_use, &QPushButton::clicked, this, &CandidatesView::use);
    return field;
}

void CandidatesView::check()
{
    const auto line = parseSeedLine(m_field->text());
    const auto problem = line.kind == SeedLine::Kind::Invalid ? line.problem
        : line.kind == SeedLine::Kind::Name
        ? tr("This is no Spotify link, URI or id. A name is corrected by “Edit and retry…”.")
        : QString();
    m_use->setEnabled(!line.artistId.isEmpty());
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void CandidatesView::use()
{
    if (const auto line = parseSeedLine(m_field->text()); !line.artistId.isEmpty())
        Q_EMIT chosen(line.artistId, line.artistId);
}

void CandidatesView::clearField()
{
    m_field->clear();
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
    auto *choose = findChild<QPushButton *>(QStringLiteral("candidateChoose"));
    (choose ? static_cast<QWidget *>(choose) : m_field)->setFocus(Qt::ShortcutFocusReason);
}

QWidget *CandidatesView::makeRow(const ArtistCandidate &candidate)
{
    const auto &theme = Theme::instance();
    auto *row = new QWidget(this);
    // A name from right to left would stand at the other end of its column.
    auto *name = plainLabel(candidate.name.isRightToLeft() ? isolated(candidate.name) : candidate.name, row);
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
