// SPDX-License-Identifier: GPL-3.0-or-later
#include "producers/producerpage.h"

#include "common/flowlayout.h"
#include "common/icons.h"
#include "common/links.h"
#include "common/rowdelegate.h"
#include "common/tableview.h"
#include "common/theme.h"
#include "common/wording.h"
#include "core/whendone.h"
#include "producers/creditsmodel.h"
#include "producers/evidenceview.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace linernotes::ui
{
namespace
{

constexpr std::chrono::milliseconds refreshInterval{1000};
/// From here on there is room for the evidence beside the credits; below, it goes under them. In figures' widths.
constexpr int wideFrom = 130;

QLabel *textLabel(const QString &objectName, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
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

ProducerPage::ProducerPage(Detail detail, QWidget *parent)
    : QWidget(parent)
    , m_detail(std::move(detail))
    , m_credits(new CreditsModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
{
    setObjectName(QStringLiteral("producerPage"));
    setFocusPolicy(Qt::StrongFocus);
    auto *header = makeHeader();
    makeCredits();
    setFocusProxy(m_table);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header);
    layout->addWidget(m_splitter, 1);

    auto *back = new QAction(tr("Back to the producers"), this);
    back->setObjectName(QStringLiteral("producerBackAction"));
    back->setShortcuts({QKeySequence(Qt::Key_Escape), QKeySequence(Qt::ALT | Qt::Key_Left)});
    back->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(back);
    connect(back, &QAction::triggered, this, &ProducerPage::backWanted);
    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(refreshInterval);
    connect(&m_refreshTimer, &QTimer::timeout, this, &ProducerPage::read);
}

QWidget *ProducerPage::makeHeader()
{
    const auto &theme = Theme::instance();
    auto *header = new QWidget(this);
    auto *back = new QPushButton(icon(QStringLiteral("back")), tr("Producers"), header);
    back->setObjectName(QStringLiteral("producerBack"));
    back->setFlat(true);
    back->setToolTip(tr("Back to the producers (Esc)"));
    connect(back, &QPushButton::clicked, this, &ProducerPage::backWanted);
    m_name = textLabel(QStringLiteral("producerName"), header);
    m_name->setFont(theme.font(TypeStep::Title));
    m_aliases = textLabel(QStringLiteral("producerAliases"), header);
    m_aliases->setForegroundRole(QPalette::PlaceholderText);
    m_figures = textLabel(QStringLiteral("producerFigures"), header);
    m_confidence = new ShareBar(header);
    m_confidence->setObjectName(QStringLiteral("producerConfidence"));
    m_explanation = textLabel(QStringLiteral("producerExplanation"), header);
    m_explanation->setForegroundRole(QPalette::PlaceholderText);
    m_explanation->setText(tr("How sure the best-proved credit is. It is surer where two sources say the same."));
    const auto longer =
        tr("A source is believed by its own weight (Spotify 95 %, Genius 90 %) times how surely its song "
           "is our recording. Two sources that agree make a credit surer than either alone; the "
           "confidence of a person is that of the best producing or writing credit.");
    m_explanation->setToolTip(plainToolTip(longer));
    m_confidence->setToolTip(plainToolTip(longer));
    m_links = new QWidget(header);
    m_linkLayout = new FlowLayout(m_links);

    auto *figures = new QHBoxLayout;
    figures->setSpacing(theme.space(3));
    figures->addWidget(m_confidence);
    figures->addWidget(m_explanation, 1);
    auto *layout = new QVBoxLayout(header);
    layout->setContentsMargins(theme.space(4), theme.space(2), theme.space(4), theme.space(3));
    layout->setSpacing(theme.space(1));
    layout->addWidget(back, 0, Qt::AlignLeft);
    layout->addWidget(m_name);
    layout->addWidget(m_aliases);
    layout->addWidget(m_figures);
    layout->addLayout(figures);
    layout->addSpacing(theme.space(1));
    layout->addWidget(m_links);
    return header;
}

void ProducerPage::makeCredits()
{
    m_sorted->setSourceModel(m_credits);
    m_sorted->setSortRole(CreditsModel::SortRole);
    m_sorted->setSortLocaleAware(true);
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->setChildrenCollapsible(false);
    m_table = new TableView(QStringLiteral("creditsTable"), m_splitter);
    m_table->setAccessibleName(tr("Credits"));
    m_table->setModel(m_sorted);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(CreditsModel::Released, Qt::DescendingOrder);
    m_table->setItemDelegateForColumn(CreditsModel::CreditRole, new ChipsDelegate(CreditsModel::ChipsRole, m_table));
    m_table->setItemDelegateForColumn(CreditsModel::Confidence, new ShareDelegate(CreditsModel::ShareRole, m_table));
    m_table->setElasticWidth(CreditsModel::Title, 28, 4);
    m_table->setElasticWidth(CreditsModel::Artists, 16, 2);
    m_table->setElasticWidth(CreditsModel::CreditRole, 15, 1);
    m_table->setFixedWidth(CreditsModel::Released, 12);
    m_table->setFixedWidth(CreditsModel::Isrc, 17);
    m_table->setFixedWidth(CreditsModel::Confidence, 16);
    m_evidence = new EvidenceView(m_splitter);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_evidence);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ProducerPage::showEvidence);
}

void ProducerPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isWide = width() >= Theme::instance().figureWidth(TypeStep::Body, wideFrom);
    const auto wanted = isWide ? Qt::Horizontal : Qt::Vertical;
    if (m_splitter->orientation() == wanted)
        return;
    m_splitter->setOrientation(wanted);
    const auto whole = isWide ? width() : m_splitter->height();
    m_splitter->setSizes({whole * 7 / 10, whole * 3 / 10});
}

void ProducerPage::open(qint64 personId)
{
    if (std::exchange(m_personId, personId) != personId) {
        m_credits->setCredits({});
        m_evidence->clear();
    }
    read();
}

void ProducerPage::refresh()
{
    if (!m_refreshTimer.isActive())
        m_refreshTimer.start();
}

void ProducerPage::read()
{
    if (m_personId == 0)
        return;
    whenDone(m_detail(m_personId), this,
             [this, asked = m_personId](const Result<std::optional<ProducerDetail>> &detail) {
                 if (asked != m_personId)
                     return;
                 if (!detail)
                     Q_EMIT failed(detail.error());
                 else if (*detail)
                     show(**detail);
                 else
                     Q_EMIT backWanted(); // merged with another, or gone
             });
}

void ProducerPage::show(const ProducerDetail &detail)
{
    const auto &summary = detail.summary;
    m_name->setText(summary.name);
    setAccessibleName(summary.name);
    m_aliases->setVisible(!detail.aliases.isEmpty());
    m_aliases->setText(tr("Also known as %1").arg(detail.aliases.join(QStringLiteral(", "))));
    m_figures->setText(tr("%1 · %2 · %3")
                           .arg(roleLabels(summary.roles).join(QStringLiteral(", ")),
                                tr("%Ln credit(s)", nullptr, static_cast<int>(summary.credits)),
                                tr("%Ln artist(s)", nullptr, static_cast<int>(summary.artistCount))));
    m_confidence->setShare(summary.confidence);
    showLinks(detail);
    m_credits->setCredits(detail.credits);
    // Not every app of Spotify's gets them; an empty column would only take room from the titles.
    m_table->setColumnShown(CreditsModel::Isrc, std::ranges::any_of(detail.credits, [](const CreditRow &row) {
                                return !row.isrc.isEmpty();
                            }));
    if (!m_table->currentIndex().isValid() && m_sorted->rowCount() > 0)
        m_table->setCurrentIndex(m_sorted->index(0, CreditsModel::Title));
    showEvidence();
}

void ProducerPage::showLinks(const ProducerDetail &detail)
{
    if (m_shownProfiles == detail.summary.profiles && m_shownIds == detail.ids)
        return; // buttons that stay keep the focus
    m_shownProfiles = detail.summary.profiles;
    m_shownIds = detail.ids;
    m_linkLayout->clear();
    QStringList addresses;
    for (const auto &profile : m_shownProfiles) {
        addresses.append(profile.url);
        addLink(tr("%1  %2").arg(platformLabel(profile.platform), profile.handle), profile.url,
                tr("%1 profile, told by %2").arg(platformLabel(profile.platform), sourceLabel(profile.source)));
    }
    for (const auto &id : m_shownIds) {
        if (!addresses.contains(id.url))
            addLink(tr("%1 id %2").arg(sourceLabel(id.source), id.id), id.url,
                    tr("Page on %1").arg(sourceLabel(id.source)));
    }
}

void ProducerPage::addLink(const QString &text, const QString &url, const QString &where)
{
    auto *link = new QPushButton(buttonText(text), m_links);
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

void ProducerPage::showEvidence()
{
    const auto current = m_table->currentIndex();
    if (current.isValid())
        m_evidence->setCredit(m_credits->credit(m_sorted->mapToSource(current).row()));
    else
        m_evidence->clear();
}

bool ProducerPage::copyRows() const
{
    return m_table->copyRows();
}

} // namespace linernotes::ui
