// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadletteractions.h"

#include <QWidget>

class QVBoxLayout;

namespace linernotes::ui
{

/// Whom an ambiguous name may mean, the best fit first, each with a button that chooses it and, where the service gave
/// one, a link.
class CandidatesView : public QWidget
{
    Q_OBJECT

public:
    explicit CandidatesView(QWidget *parent);

    void setCandidates(const std::vector<ArtistCandidate> &candidates);
    /// The keys go to the button of the best fit; Tab leads to the next.
    void focusFirst();

Q_SIGNALS:
    void chosen(const QString &spotifyId, const QString &name);

private:
    QWidget *makeRow(const ArtistCandidate &candidate);

    QVBoxLayout *m_layout;
    std::vector<ArtistCandidate> m_candidates;
};

} // namespace linernotes::ui
