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
#include <QHash>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSet>
#include <QVBoxLayout>

namespace linernotes::ui
{
namespace
{

/// Some lines: whoever is called longer leaves room for what they made.
constexpr qsizetype mostOfName = 400;

/// From the edge of a flat button to its icon: the button hangs out so far, and all that is read begins at one edge.
int inset()
{
    return Theme::instance().space(2);
}

QString platformIcon(const QString &platform)
{
    static const QSet<QString> own{QStringLiteral("spotify"), QStringLiteral("genius"), QStringLiteral("musicbrainz")};
    static const QSet<QString> people{QStringLiteral("instagram"), QStringLiteral("x"), QStringLiteral("facebook"),
                                      QStringLiteral("tiktok")};
    return own.contains(platform)   ? platform
        : people.contains(platform) ? QStringLiteral("profile")
                                    : QStringLiteral("link");
}

/// Where a handle is what a person goes by; elsewhere it is a number or a path, which tells nobody anything.
bool hasName(const QString &platform)
{
    static const QSet<QString> named{QStringLiteral("instagram"), QStringLiteral("x"), QStringLiteral("tiktok"),
                                     QStringLiteral("soundcloud"), QStringLiteral("bandcamp")};
    return named.contains(platform);
}

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
    auto *parts = new QVBoxLayout;
    parts->setContentsMargins(inset(), 0, 0, 0);
    parts->setSpacing(theme.space(1));
    parts->addWidget(m_name);
    parts->addLayout(figures);
    for (auto *part : std::initializer_list<QWidget *>{m_aliases, m_links, m_gaps, m_tags})
        parts->addWidget(part);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.space(4) - inset(), theme.space(2), theme.space(4), theme.space(3));
    layout->setSpacing(0);
    layout->addWidget(makeTop());
    layout->addLayout(parts);
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
    enrich->setToolTip(tr("Asks the services for profiles and aliases, whatever is known (%1)")
                           .arg(keyLabel(Qt::CTRL | Qt::SHIFT | Qt::Key_R)));
    auto *layout = new QHBoxLayout(top);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(back);
    layout->addStretch(1);
    layout->addWidget(enrich);
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
    QHash<QString, int> seen;
    const auto counted = [&seen](const QString &platform, const QString &label) {
        const auto count = ++seen[platform];
        return count == 1 ? label : tr("%1 (%2)").arg(label, number(count)); // the tooltip tells which it is
    };
    for (const auto &profile : m_shownProfiles) {
        addresses.append(profile.url);
        const auto platform = platformLabel(profile.platform);
        addLink({.icon = platformIcon(profile.platform),
                 .text = hasName(profile.platform) ? tr("%1  %2").arg(platform, profile.handle)
                                                   : counted(profile.platform, platform),
                 .url = profile.url,
                 .where = tr("%1 profile, told by %2").arg(platform, sourceLabel(profile.source))});
    }
    for (const auto &id : m_shownIds) {
        const auto source = sourceLabel(id.source);
        if (!addresses.contains(id.url))
            addLink({.icon = platformIcon(id.source),
                     .text = counted(id.source, source),
                     .url = id.url,
                     .where = tr("%1 id %2").arg(source, id.id)});
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

void ProducerHeader::addLink(const Link &to)
{
    auto *link = new QPushButton(icon(to.icon, IconInk::Muted), buttonText(shortened(to.text)), m_links);
    link->setObjectName(QStringLiteral("producerLink"));
    link->setFlat(true);
    link->setAccessibleName(to.text);
    const bool isLink = isWebLink(to.url);
    link->setEnabled(isLink);
    link->setToolTip(plainToolTip(isLink ? tr("%1: %2").arg(to.where, to.url) : to.where));
    connect(link, &QPushButton::clicked, this, [url = to.url] { openWebLink(url); });
    m_linkLayout->addWidget(link);
    link->show();
}

} // namespace linernotes::ui
