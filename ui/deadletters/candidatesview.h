// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadletteractions.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace linernotes::ui
{

/// Whom an ambiguous name may mean, the best fit first, each with a button that chooses it and, where the service gave
/// one, a link; and a field for whoever is not among them.
class CandidatesView : public QWidget
{
    Q_OBJECT

public:
    explicit CandidatesView(QWidget *parent);

    void setCandidates(const std::vector<ArtistCandidate> &candidates);
    void clearField();
    /// The keys go to the button of the best fit, or to the field where nobody fits; Tab leads to the next.
    void focusFirst();

Q_SIGNALS:
    void chosen(const QString &spotifyId, const QString &name);

private:
    QWidget *makeRow(const ArtistCandidate &candidate);
    QWidget *makeField();
    void check();
    void use();

    QVBoxLayout *m_layout; ///< of the rows
    QLineEdit *m_field = nullptr;
    QPushButton *m_use = nullptr;
    QLabel *m_problem = nullptr;
    std::vector<ArtistCandidate> m_candidates;
};

} // namespace linernotes::ui
