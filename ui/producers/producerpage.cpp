// SPDX-License-Identifier: GPL-3.0-or-later
#include "producers/producerpage.h"

#include "common/icons.h"
#include "common/keymenu.h"
#include "common/rowdelegate.h"
#include "common/sortmenu.h"
#include "common/stack.h"
#include "common/tableview.h"
#include "common/theme.h"
#include "common/wording.h"
#include "core/whendone.h"
#include "producers/colleaguesmodel.h"
#include "producers/creditsmodel.h"
#include "producers/evidenceview.h"
#include "producers/noteview.h"
#include "producers/producerheader.h"
#include "producers/tagsrow.h"
#include "producers/yearschart.h"

#include <QAction>
#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace linernotes::ui
{
namespace
{

constexpr std::chrono::milliseconds refreshInterval{1000};
/// From here on there is room for the evidence beside the credits; below, it goes under them. In figures' widths.
constexpr int wideFrom = 160;

QString splitKey(Qt::Orientation orientation)
{
    return QStringLiteral("producerSplit%1").arg(static_cast<int>(orientation));
}

/// A sentence where a tab has nothing to show.
QLabel *emptyLabel(const QString &sentence, QWidget *parent)
{
    auto *label = new QLabel(sentence, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignCenter);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

ProducerPage::ProducerPage(ProducerActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_header(new ProducerHeader(actions, this))
    , m_credits(new CreditsModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_colleagues(new ColleaguesModel(this))
{
    setObjectName(QStringLiteral("producerPage"));
    makeCredits();
    makeActions();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_splitter, 1);
    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(refreshInterval);
    connect(&m_refreshTimer, &QTimer::timeout, this, &ProducerPage::read);
    connect(m_header, &ProducerHeader::backWanted, this, &ProducerPage::goBack);
    connect(m_header, &ProducerHeader::enrichWanted, this, &ProducerPage::enrich);
    connect(m_header->tags(), &TagsRow::changed, this, &ProducerPage::read);
    connect(m_header->tags(), &TagsRow::changed, this, &ProducerPage::tagsChanged);
    connect(m_header->tags(), &TagsRow::told, this, &ProducerPage::told);
    connect(m_header->tags(), &TagsRow::failed, this, &ProducerPage::failed);
    connect(m_note, &NoteView::told, this, &ProducerPage::told);
    connect(m_note, &NoteView::failed, this, &ProducerPage::failed);
}

void ProducerPage::makeActions()
{
    const auto addAction = [this](const QString &objectName, const QString &text, const QList<QKeySequence> &keys) {
        auto *action = new QAction(text, this);
        action->setObjectName(objectName);
        action->setShortcuts(keys);
        QWidget::addAction(action);
        return action;
    };
    connect(addAction(QStringLiteral("producerBackAction"), tr("Back to the producers"),
                      {QKeySequence(Qt::Key_Escape), QKeySequence(Qt::ALT | Qt::Key_Left)}),
            &QAction::triggered, this, &ProducerPage::goBack);
    connect(addAction(QStringLiteral("producerEnrichAction"), tr("Read profiles again"),
                      {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R)}),
            &QAction::triggered, this, &ProducerPage::enrich);
    connect(addAction(QStringLiteral("producerTagAction"), tr("Add a tag"), {QKeySequence(Qt::CTRL | Qt::Key_T)}),
            &QAction::triggered, m_header->tags(), &TagsRow::focusField);
    connect(addAction(QStringLiteral("producerNoteAction"), tr("Write a note"), {QKeySequence(Qt::CTRL | Qt::Key_M)}),
            &QAction::triggered, this, [this] {
                m_side->setCurrentWidget(m_note);
                m_note->setFocus();
            });
    const std::initializer_list<std::pair<QWidget *, QString>> tabs{
        {m_evidence, tr("Show the evidence")},
        {m_colleaguesStack, tr("Show who they worked with")},
        {m_years->parentWidget(), tr("Show the years")}};
    auto key = static_cast<int>(Qt::Key_1);
    for (const auto &[tab, text] : tabs) {
        const auto objectName = QStringLiteral("producerTab_%1").arg(key - Qt::Key_1);
        connect(addAction(objectName, text, {QKeySequence(Qt::ALT | static_cast<Qt::Key>(key++))}), &QAction::triggered,
                m_side, [this, tab = tab] { m_side->setCurrentWidget(tab); });
    }
    makeMenus();
}

/// What is done with parts of the page, of which it has some, or none, or many.
void ProducerPage::makeMenus()
{
    const auto fillWith = [](QWidget *place, const QString &buttons) {
        return [place, buttons](QMenu *menu) {
            for (auto *button : place->findChildren<QPushButton *>(buttons)) {
                auto *action = menu->addAction(button->icon(), button->text());
                action->setEnabled(button->isEnabled());
                connect(action, &QAction::triggered, button, &QPushButton::click);
            }
        };
    };
    addMenu(QStringLiteral("producerLinks"), tr("Open &page"), Qt::CTRL | Qt::Key_O,
            fillWith(m_header, QStringLiteral("producerLink")));
    addMenu(QStringLiteral("producerEvidence"), tr("Open &evidence"), Qt::CTRL | Qt::SHIFT | Qt::Key_O,
            fillWith(m_evidence, QStringLiteral("evidenceLink")));
    addMenu(QStringLiteral("producerTags"), tr("&Remove tag"), Qt::CTRL | Qt::SHIFT | Qt::Key_T,
            fillWith(m_header, QStringLiteral("tagChip")));
    addMenu(QStringLiteral("producerColleagues"), tr("&Worked with"), Qt::CTRL | Qt::Key_G,
            [this](QMenu *menu) { fillWithColleagues(menu); });
    auto *sortMenu = new SortMenu(m_table, [](int) { return true; });
    connect(sortMenu, &SortMenu::chosen, this, &ProducerPage::sortBy);
    giveKey(sortMenu, QKeySequence(Qt::CTRL | Qt::Key_B), this);
    makeContextMenus();
}

void ProducerPage::makeContextMenus()
{
    auto *open = new QAction(tr("&Open"), m_colleaguesTable);
    open->setObjectName(QStringLiteral("colleagueOpen"));
    open->setShortcut(Qt::Key_Return);
    open->setShortcutContext(Qt::WidgetShortcut);
    connect(open, &QAction::triggered, this, [this] { openColleague(m_colleaguesTable->currentIndex()); });
    m_colleaguesTable->addAction(open);
    m_table->addAction(findChild<QMenu *>(QStringLiteral("producerEvidence"))->menuAction());
    for (auto *table : {m_table, m_colleaguesTable}) {
        auto *copy = new QAction(icon(QStringLiteral("copy")), tr("&Copy rows"), table);
        copy->setObjectName(table->objectName() + QStringLiteral("Copy"));
        connect(copy, &QAction::triggered, table, &TableView::copyRows);
        table->addAction(copy);
        table->setContextMenuPolicy(Qt::ActionsContextMenu);
    }
}

/// Filled when it is opened: what it offers changes with the producer.
void ProducerPage::addMenu(const QString &objectName, const QString &text, QKeyCombination key,
                           const std::function<void(QMenu *)> &fill)
{
    auto *menu = new QMenu(text, this);
    menu->setObjectName(objectName);
    connect(menu, &QMenu::aboutToShow, this, [menu, fill] {
        menu->clear();
        fill(menu);
        if (menu->isEmpty())
            menu->addAction(tr("There is none"))->setEnabled(false);
    });
    giveKey(menu, key, this);
}

void ProducerPage::fillWithColleagues(QMenu *menu)
{
    constexpr int mostInMenu = 25; // they are a screen full; the table has all
    for (int row = 0; row < std::min(m_colleagues->rowCount(), mostInMenu); ++row) {
        const auto index = m_colleagues->index(row, ColleaguesModel::Name);
        connect(menu->addAction(buttonText(index.data().toString())), &QAction::triggered, this,
                [this, id = index.data(ColleaguesModel::IdRole).toLongLong()] { walkTo(id); });
    }
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
    m_table->setElasticWidth(CreditsModel::CreditRole, 21, 1); // "Executive producer" in its chip
    m_table->setWholeWidth(CreditsModel::Released);
    m_table->setFixedWidth(CreditsModel::Isrc, 17);
    m_table->setFixedWidth(CreditsModel::Confidence, 16);
    m_table->setLeastRows(3);
    makeSide();
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 1);
    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this] { m_sizes.insert(m_splitter->orientation(), m_splitter->sizes()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ProducerPage::showEvidence);
}

void ProducerPage::makeSide()
{
    m_side = new QTabWidget(m_splitter);
    m_side->setObjectName(QStringLiteral("producerSide"));
    m_side->setDocumentMode(true);
    m_evidence = new EvidenceView(m_side);
    m_note = new NoteView(m_actions, m_side);
    m_side->addTab(m_evidence, tr("Evidence"));
    m_side->addTab(makeColleagues(), tr("Worked with"));
    m_side->addTab(makeYears(), tr("Years"));
    m_side->addTab(m_note, tr("Note"));
}

QWidget *ProducerPage::makeColleagues()
{
    m_colleaguesStack = new Stack(m_side);
    m_colleaguesTable = new TableView(QStringLiteral("colleaguesTable"), m_colleaguesStack);
    m_colleaguesTable->setAccessibleName(tr("Producers with credits on the same recordings"));
    m_colleaguesTable->setModel(m_colleagues);
    m_colleaguesTable->setElasticWidth(ColleaguesModel::Name, 12, 1);
    m_colleaguesTable->setFixedWidth(ColleaguesModel::Recordings, 12);
    m_colleaguesStack->addWidget(emptyLabel(tr("No other producer is known on these recordings."), m_colleaguesStack));
    m_colleaguesStack->addWidget(m_colleaguesTable);
    connect(m_colleaguesTable, &QTableView::activated, this, &ProducerPage::openColleague);
    connect(m_colleaguesTable, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (QApplication::keyboardModifiers() == Qt::NoModifier) // else several are chosen, to be copied
            openColleague(index);
    });
    return m_colleaguesStack;
}

QWidget *ProducerPage::makeYears()
{
    auto *years = new QWidget(m_side);
    m_years = new YearsChart(years);
    m_yearsNote = new QLabel(years);
    m_yearsNote->setObjectName(QStringLiteral("producerYearsNote"));
    m_yearsNote->setTextFormat(Qt::PlainText);
    m_yearsNote->setWordWrap(true);
    m_yearsNote->setForegroundRole(QPalette::PlaceholderText);
    const auto &theme = Theme::instance();
    auto *layout = new QVBoxLayout(years);
    layout->setContentsMargins(theme.space(3), theme.space(2), theme.space(3), theme.space(2));
    layout->setSpacing(theme.space(1));
    layout->addWidget(m_yearsNote);
    layout->addWidget(m_years, 1);
    return years;
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
    m_splitter->setSizes(m_sizes.value(wanted, {whole * 7 / 10, whole * 3 / 10}));
}

void ProducerPage::open(qint64 personId)
{
    m_before.clear();
    turnTo(personId);
}

void ProducerPage::turnTo(qint64 personId)
{
    if (std::exchange(m_personId, personId) != personId) {
        m_note->keep();
        m_credits->setCredits({});
        m_evidence->clear();
    }
    read();
}

/// As a click on the header does.
void ProducerPage::sortBy(int column)
{
    const auto *header = m_table->horizontalHeader();
    const bool isReversed =
        header->sortIndicatorSection() == column && header->sortIndicatorOrder() == Qt::AscendingOrder;
    m_table->sortByColumn(column, isReversed ? Qt::DescendingOrder : Qt::AscendingOrder);
}

/// One click opens. Where it is doubled, somebody else's row may lie under the second.
void ProducerPage::openColleague(const QModelIndex &index)
{
    if (!m_walking.take())
        return;
    walkTo(index.data(ColleaguesModel::IdRole).toLongLong());
}

void ProducerPage::walkTo(qint64 id)
{
    if (id == 0 || id == m_personId)
        return;
    m_before.push_back(m_personId);
    turnTo(id);
}

/// To the producer from whom one came here, or else to the list.
void ProducerPage::goBack()
{
    if (m_before.empty()) {
        m_note->keep();
        Q_EMIT backWanted();
        return;
    }
    const auto id = m_before.back();
    m_before.pop_back();
    turnTo(id);
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
    whenDone(m_actions.detail(m_personId), this,
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
    setAccessibleName(detail.summary.name);
    m_header->show(detail);
    m_credits->setCredits(detail.credits);
    // Not every app of Spotify's gets them; an empty column would only take room from the titles.
    m_table->setColumnShown(CreditsModel::Isrc, std::ranges::any_of(detail.credits, [](const CreditRow &row) {
                                return !row.isrc.isEmpty();
                            }));
    if (!m_table->currentIndex().isValid() && m_sorted->rowCount() > 0)
        m_table->setCurrentIndex(m_sorted->index(0, CreditsModel::Title));
    showEvidence();
    showColleagues(detail);
    showYears(detail);
    m_note->show(detail.summary.id, detail.note);
}

void ProducerPage::showColleagues(const ProducerDetail &detail)
{
    m_colleagues->setColleagues(detail.colleagues);
    m_colleaguesStack->setCurrentIndex(detail.colleagues.empty() ? 0 : 1);
}

void ProducerPage::showYears(const ProducerDetail &detail)
{
    const auto years = creditYears(detail.credits);
    m_years->setYears(years);
    m_years->setVisible(!years.counts.empty());
    const auto undated = tr("%Ln credit(s) without a date.", nullptr, years.undated);
    if (years.counts.empty())
        m_yearsNote->setText(tr("Of none of these recordings it is known when it came out."));
    else if (years.undated > 0)
        m_yearsNote->setText(tr("Credits per year of release. %1").arg(undated));
    else
        m_yearsNote->setText(tr("Credits per year of release"));
}

void ProducerPage::showEvidence()
{
    const auto current = m_table->currentIndex();
    if (current.isValid())
        m_evidence->setCredit(m_credits->credit(m_sorted->mapToSource(current).row()));
    else
        m_evidence->clear();
}

void ProducerPage::enrich()
{
    if (!m_enriching.take())
        return;
    const auto name = tr("Profiles of %Ln producer(s), again", nullptr, 1);
    whenDone(m_actions.enrich({m_personId}, name), this, [this](const Result<EnrichmentReceipt> &receipt) {
        if (!receipt)
            Q_EMIT failed(receipt.error());
        else if (receipt->queued > 0)
            Q_EMIT told(tr("The profiles are read again."));
        else
            Q_EMIT told(tr("No page is known that could be read."));
    });
}

bool ProducerPage::copyRows() const
{
    return m_colleaguesTable->hasFocus() ? m_colleaguesTable->copyRows() : m_table->copyRows();
}

QWidget *ProducerPage::first() const
{
    return m_table;
}

void ProducerPage::setKnownTags(const QStringList &tags)
{
    m_header->tags()->setKnownTags(tags);
}

void ProducerPage::saveState(QSettings &settings) const
{
    m_table->saveColumns(settings);
    settings.setValue(QStringLiteral("producerSide"), m_side->currentIndex());
    for (const auto &[orientation, sizes] : m_sizes.asKeyValueRange())
        settings.setValue(splitKey(orientation), QVariant::fromValue(sizes));
}

void ProducerPage::restoreState(QSettings &settings)
{
    m_table->restoreColumns(settings);
    m_side->setCurrentIndex(settings.value(QStringLiteral("producerSide")).toInt());
    for (const auto orientation : {Qt::Horizontal, Qt::Vertical}) {
        const auto sizes = settings.value(splitKey(orientation)).value<QList<int>>();
        if (sizes.size() != m_splitter->count())
            continue;
        m_sizes.insert(orientation, sizes);
        if (orientation == m_splitter->orientation())
            m_splitter->setSizes(sizes);
    }
}

} // namespace linernotes::ui
