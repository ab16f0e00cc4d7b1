// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"

#include <QScrollArea>

#include <optional>

class QVBoxLayout;

namespace linernotes::ui
{

/// Why one credit is believed: each source, what it said, how its song was matched, when, and the link to it. While
/// that stays as it is, so do its parts: what is selected in them, and the focus.
class EvidenceView : public QScrollArea
{
    Q_OBJECT

public:
    explicit EvidenceView(QWidget *parent);

    void setCredit(const CreditRow &credit);
    void clear();

private:
    void addEvidence(const EvidenceRow &evidence);
    QWidget *addLine(const QString &text, bool muted);

    QWidget *m_content;
    QVBoxLayout *m_layout;
    std::optional<CreditRow> m_shown;
};

} // namespace linernotes::ui
