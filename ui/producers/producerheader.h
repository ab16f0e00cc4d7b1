// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"

#include <QWidget>

class QLabel;

namespace linernotes::ui
{

class FlowLayout;
class ShareBar;
class TagsRow;

/// Who a producer is: names, figures, how sure that is, where they are found, and their tags.
class ProducerHeader : public QWidget
{
    Q_OBJECT

public:
    ProducerHeader(ProducerActions &actions, QWidget *parent);

    void show(const ProducerDetail &detail);
    using QWidget::show;
    [[nodiscard]] TagsRow *tags() const { return m_tags; }

Q_SIGNALS:
    void backWanted();
    void enrichWanted();

protected:
    bool event(QEvent *event) override;

private:
    QWidget *makeTop();
    void orderTabs();
    void showLinks(const ProducerDetail &detail);
    void showGaps(const std::vector<OpenGap> &gaps);
    struct Link {
        QString icon;
        QString text;
        QString url;
        QString where; ///< for the tooltip
    };
    void addLink(const Link &to);

    QWidget *m_back = nullptr;
    QWidget *m_enrich = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_aliases = nullptr;
    QLabel *m_figures = nullptr;
    ShareBar *m_confidence = nullptr;
    QWidget *m_links = nullptr;
    FlowLayout *m_linkLayout = nullptr;
    QLabel *m_gaps = nullptr; ///< hidden where every source has answered
    TagsRow *m_tags;
    std::vector<ProfileRow> m_shownProfiles;
    std::vector<ExternalId> m_shownIds;
};

/// A confidence as a bar with its number.
class ShareBar : public QWidget
{
    Q_OBJECT

public:
    explicit ShareBar(QWidget *parent);
    void setShare(double share);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_share = 0;
};

} // namespace linernotes::ui
