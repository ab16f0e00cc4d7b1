// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/servicefacts.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace linernotes::ui
{

/// The facts of one topic under its name. The lines stay where they are; only texts that changed are set again.
class FactGroup : public QWidget
{
    Q_OBJECT

public:
    FactGroup(FactTopic topic, QWidget *parent);

    /// Those of its own topic among them, as far as they are known.
    void present(const std::vector<Fact> &facts);
    void setTitle(const QString &title);
    /// Below the facts.
    void addBelow(QWidget *widget);

private:
    struct Line {
        QLabel *name = nullptr;
        QLabel *value = nullptr;
    };
    Line makeLine();

    const FactTopic m_topic;
    QLabel *m_title;
    QVBoxLayout *m_layout;
    QGridLayout *m_grid;
    std::vector<Line> m_lines;
};

} // namespace linernotes::ui
