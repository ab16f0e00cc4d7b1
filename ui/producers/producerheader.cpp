// SPDX-License-Identifier: GPL-3.0-or-later
#include "producers/producerheader.h"

#include "common/enginewords.h"
#include "common/flowlayout.h"
#include "common/icons.h"
#include "common/links.h"
#include "common/rowdelegate.h"
#include "common/textlabel.h"
#include "common/theme.h"
#include "common/wording.h"
#include "producers/tagsrow.h"
#include "producers/yearschart.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace linernotes::ui
{
namespace
{

/// Some lines: whoever is called longer leaves room for what they made.
constexpr qsizetype mostOfName = 400;

} // namespace

ShareBar::ShareBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ShareBar::setShare(double share)
{
    m_share = share;
    setAccessibleName(tr("Confidence %1").arg(percent(share)));
    update();
}

QSize ShareBar::sizeHint() const
{
    const auto &theme = Theme::instance();
    return {theme.space(12) + theme.figureWidth(TypeStep::Body, 6), theme.lineHeight(TypeStep::Body)};
}

void ShareBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintShare(painter, rect(), m_share);
}

ProducerHeader::ProducerHeader(ProducerActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_confidence(new ShareBar(this))
    , m_links(new QWidget(this))
    , m_linkLayout(new FlowLayout(m_links))
    , m_tags(new TagsRow(actions, this))
{
    const auto &theme = Theme::instance();
    m_name = new TextLabel(QStringLiteral("producerName"), TypeStep::Title, this);
    m_aliases = new TextLabel(QStringLiteral("producerAliases"), TypeStep::Body, this);
    m_aliases->setForegroundRole(QPalette::PlaceholderText);
    m_figures = new TextLabel(QStringLiteral("producerFigures"), TypeStep::Body, this);
    m_confidence->setObjectName(QStringLiteral("producerConfidence"));
    m_gaps = new TextLabel(QStringLiteral("producerGaps"), TypeStep::Body, this);
    const auto longer = tr("How sure the best-proved credit is. It is surer where two sources say the same.")
        + QLatin1Char('\n')
        + tr("A source is believed by its own weight (Spotify 95 %, Genius 90 %) times how surely its song "
             "is our recording. Two sources that agree make a credit surer than either alone; the "
             "confidence of a person is that of the best producing or writing credit.");
    m_confidence->setToolTip(plainToolTip(longer));

    auto *figures = new QHBoxLayout;
    figures->setSpacing(theme.space(3));
    figures->addWidget(m_figures, 1);
    figures->addWidget(m_confidence);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.space(4), theme.space(2), theme.space(4), theme.space(3));
    layout->setSpacing(theme.space(1));
    layout->addWidget(makeTop());
    layout->addLayout(figures);
    layout->addWidget(m_aliases);
    layout->addWidget(m_links);
    layout->addWidget(m_gaps);
    layout->addWidget(m_tags);
    orderTabs();
}

/// Its page does not ask how high it is for its width: with the profiles on two lines it would be cut.
bool ProducerHeader::event(QEvent *event)
{
    const bool isTaken = QWidget::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        setMinimumHeight(layout()->totalHeightForWidth(width()));
    return isTaken;
}

QWidget *ProducerHeader::makeTop()
{
    auto *top = new QWidget(this);
    auto *back = new QPushButton(icon(QStringLiteral("back")), tr("Producers"), top);
    back->setObjectName(QStringLiteral("producerBack"));
    back->setFlat(true);
    back->setToolTip(tr("Back to the producers (Esc)"));
    auto *enrich = new QPushButton(icon(QStringLiteral("retry")), tr("Read profiles again"), top);
    enrich->setObjectName(QStringLiteral("producerEnrich"));
    enrich->setToolTip(tr("Asks the services for profiles and aliases, whatever is known (Ctrl+Shift+R)"));
    auto *layout = new QHBoxLayout(top);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::instance().space(3));
    layout->addWidget(back, 0, Qt::AlignTop);
    layout->addWidget(m_name, 1); // beside the buttons: what they made has the height
    layout->addWidget(enrich, 0, Qt::AlignTop);
    m_back = back;
    m_enrich = enrich;
    connect(back, &QPushButton::clicked, this, &ProducerHeader::backWanted);
    connect(enrich, &QPushButton::clicked, this, &ProducerHeader::enrichWanted);
    return top;
}

/// As one reads. What is made later would come after everything else in the window.
void ProducerHeader::orderTabs()
{
    QWidget *last = m_back;
    const auto follow = [&last](QWidget *next) { setTabOrder(std::exchange(last, next), next); };
    follow(m_enrich);
    for (int i = 0; i < m_linkLayout->count(); ++i)
        follow(m_linkLayout->itemAt(i)->widget());
    follow(m_tags->field());
}

void ProducerHeader::show(const ProducerDetail &detail)
{
    const auto &summary = detail.summary;
    m_name->setText(shortened(summary.name, mostOfName));
    m_aliases->setVisible(!detail.aliases.isEmpty());
    m_aliases->setText(shortened(tr("Also known as %1").arg(joined(detail.aliases)), mostOfName));
    QStringList figures{roleLabels(summary.roles).join(QStringLiteral(", ")),
                        tr("%Ln credit(s)", nullptr, static_cast<int>(summary.credits)),
                        tr("%Ln artist(s)", nullptr, static_cast<int>(summary.artistCount))};
    if (const auto span = spanLabel(creditYears(detail.credits)); !span.isEmpty())
        figures.append(tr("released %1").arg(span));
    m_figures->setText(figures.join(QStringLiteral(" · ")));
    m_confidence->setShare(summary.confidence);
    showLinks(detail);
    showGaps(detail.gaps);
    m_tags->show(summary.id, summary.tags);
}

void ProducerHeader::showLinks(const ProducerDetail &detail)
{
    if (m_shownProfiles == detail.summary.profiles && m_shownIds == detail.ids)
        return; // buttons that stay keep the focus
    m_shownProfiles = detail.summary.profiles;
    m_shownIds = detail.ids;
    m_linkLayout->clear();
    QStringList addresses;
    for (const auto &profile : m_shownProfiles) {
        addresses.append(profile.url);
        const auto platform = platformLabel(profile.platform);
        const bool hasName = profile.platform != musicbrainzSource; // an MBID tells nobody anything
        addLink(hasName ? tr("%1  %2").arg(platform, profile.handle) : platform, profile.url,
                tr("%1 profile, told by %2").arg(platform, sourceLabel(profile.source)));
    }
    for (const auto &id : m_shownIds) {
        if (!addresses.contains(id.url))
            addLink(tr("%1 id %2").arg(sourceLabel(id.source), id.id), id.url,
                    tr("Page on %1").arg(sourceLabel(id.source)));
    }
    orderTabs();
}

void ProducerHeader::showGaps(const std::vector<OpenGap> &gaps)
{
    QStringList lines;
    for (const auto &gap : gaps) {
        const auto source = sourceLabel(gap.source);
        const auto why = tr("Incomplete: %1 has not answered (%2).").arg(source, shortened(reasonLabel(gap.reason)));
        const auto next = gap.revisitAt
            ? tr("It is asked again after %1.").arg(timeLabel(*gap.revisitAt, Clock::system().now()))
            : tr("It is not asked again by itself; “Read profiles again” does.");
        lines.append(why + QLatin1Char(' ') + next);
    }
    m_gaps->setVisible(!lines.isEmpty());
    m_gaps->setText(lines.join(QLatin1Char('\n')));
}

void ProducerHeader::addLink(const QString &text, const QString &url, const QString &where)
{
    auto *link = new QPushButton(buttonText(shortened(text)), m_links);
    link->setObjectName(QStringLiteral("producerLink"));
    link->setAccessibleName(text);
    if (isWebLink(url)) {
        link->setIcon(icon(QStringLiteral("open-external")));
        link->setToolTip(plainToolTip(tr("%1: %2").arg(where, url)));
    } else {
        link->setEnabled(false);
        link->setToolTip(plainToolTip(where));
    }
    connect(link, &QPushButton::clicked, this, [url] { openWebLink(url); });
    m_linkLayout->addWidget(link);
    link->show();
}

} // namespace linernotes::ui
