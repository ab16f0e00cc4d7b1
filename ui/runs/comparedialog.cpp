// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/comparedialog.h"

#include "common/icons.h"
#include "common/rowdelegate.h"
#include "common/snugdialog.h"
#include "common/tableview.h"
#include "common/theme.h"
#include "common/wording.h"
#include "core/whendone.h"
#include "runs/comparedmodel.h"
#include "runs/runsmodel.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace linernotes::ui
{
namespace
{

/// More are counted, and are in the export of the run.
constexpr int mostShown = 1000;

std::vector<RunSnapshot> ofArtists(std::vector<RunSnapshot> runs)
{
    std::erase_if(runs, [](const RunSnapshot &run) { return !run.isOfArtists(); });
    return runs;
}

} // namespace

std::optional<CompareDialog::Pair> CompareDialog::pairOf(const std::vector<RunSnapshot> &runs,
                                                         const QList<qint64> &chosen)
{
    const auto known = ofArtists(runs); // the newest first
    const auto find = [&known](qint64 id) { return std::ranges::find(known, id, &RunSnapshot::id); };
    if (chosen.isEmpty() || chosen.size() > 2
        || std::ranges::any_of(chosen, [&](qint64 id) { return find(id) == known.end(); }))
        return std::nullopt;
    if (chosen.size() == 2)
        return Pair{.earlier = std::min(chosen[0], chosen[1]), .later = std::max(chosen[0], chosen[1])};
    const auto run = find(chosen.front());
    if (run->againOf && find(*run->againOf) != known.end())
        return Pair{.earlier = *run->againOf, .later = run->id};
    if (const auto before = std::next(run); before != known.end())
        return Pair{.earlier = before->id, .later = run->id};
    if (run == known.begin())
        return std::nullopt;
    return Pair{.earlier = run->id, .later = std::prev(run)->id};
}

CompareDialog::CompareDialog(std::vector<RunSnapshot> runs, Pair pair, Compare compare, QWidget *parent)
    : QDialog(parent)
    , m_runs(ofArtists(std::move(runs)))
    , m_compare(std::move(compare))
    , m_earlier(makeChoice(QStringLiteral("compareEarlier"), tr("Run to compare with"), pair.earlier))
    , m_later(makeChoice(QStringLiteral("compareLater"), tr("Run whose producers are shown"), pair.later))
    , m_summary(new QLabel(this))
    , m_model(new ComparedModel(this))
    , m_table(new TableView(QStringLiteral("compareTable"), this))
{
    const auto &theme = Theme::instance();
    setObjectName(QStringLiteral("compareDialog"));
    setWindowTitle(tr("Compare runs"));
    m_summary->setObjectName(QStringLiteral("compareSummary"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    makeTable();
    auto *close = new QPushButton(tr("Close"), this);
    m_copy = new QPushButton(icon(QStringLiteral("copy")), tr("&Copy names"), this);
    m_copy->setObjectName(QStringLiteral("compareCopy"));
    m_copy->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    m_copy->setToolTip(tr("The names that are listed (%1)").arg(m_copy->shortcut().toString(QKeySequence::NativeText)));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.space(5), theme.space(5), theme.space(5), theme.space(4));
    layout->setSpacing(theme.space(3));
    layout->addWidget(makeChoices());
    layout->addWidget(m_summary);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    resize(QSize(theme.figureWidth(TypeStep::Body, 84), theme.space(110)).boundedTo(SnugDialog::mostOnScreen(*this)));
    for (auto *choice : {m_earlier, m_later})
        connect(choice, &QComboBox::currentIndexChanged, this, &CompareDialog::compare);
    connect(m_copy, &QPushButton::clicked, this, &CompareDialog::copy);
    auto *open = new QAction(tr("&Open"), m_table);
    connect(open, &QAction::triggered, m_table, [this] {
        if (const auto current = m_table->currentIndex(); current.isValid())
            Q_EMIT m_table->activated(current);
    });
    auto *copyNames = new QAction(m_copy->text(), m_table);
    connect(copyNames, &QAction::triggered, m_copy, &QPushButton::click);
    m_table->addActions({open, copyNames});
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    this->compare();
}

QWidget *CompareDialog::makeChoices()
{
    auto *choices = new QWidget(this);
    auto *layout = new QGridLayout(choices);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(Theme::instance().space(3));
    layout->setColumnStretch(1, 1);
    layout->addWidget(new QLabel(tr("Found by"), choices), 0, 0);
    layout->addWidget(m_later, 0, 1);
    layout->addWidget(new QLabel(tr("and not by"), choices), 1, 0);
    layout->addWidget(m_earlier, 1, 1);
    auto *swap = new QToolButton(choices);
    swap->setObjectName(QStringLiteral("compareSwap"));
    swap->setText(tr("&The other way round"));
    swap->setToolTip(tr("Producers whom only the other run has found"));
    connect(swap, &QToolButton::clicked, this, &CompareDialog::swap);
    layout->addWidget(swap, 0, 2, 2, 1);
    return choices;
}

void CompareDialog::makeTable()
{
    m_table->setAccessibleName(tr("New producers"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(ComparedModel::Name, new RowDelegate(RowDelegate::Ink::Strong, m_table));
    m_table->setItemDelegateForColumn(ComparedModel::MainRole, new ChipsDelegate(ComparedModel::ChipsRole, m_table));
    m_table->setElasticWidth(ComparedModel::Name, 24, 1);
    m_table->setFixedWidth(ComparedModel::MainRole, 20);
    m_table->setFixedWidth(ComparedModel::Credits, 10);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT producerWanted(index.data(ComparedModel::IdRole).toLongLong());
        accept();
    });
}

QComboBox *CompareDialog::makeChoice(const QString &objectName, const QString &name, qint64 run)
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(objectName);
    choice->setAccessibleName(name);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const auto &known : m_runs)
        choice->addItem(tr("%1 – %2", "number and name of a run").arg(known.id).arg(isolated(runLabel(known))),
                        known.id);
    choice->setCurrentIndex(std::max(0, choice->findData(run)));
    return choice;
}

void CompareDialog::swap()
{
    const auto earlier = m_earlier->currentIndex();
    {
        const QSignalBlocker once(m_earlier);
        m_earlier->setCurrentIndex(m_later->currentIndex());
    }
    m_later->setCurrentIndex(earlier);
}

void CompareDialog::compare()
{
    const auto earlier = m_earlier->currentData().toLongLong();
    const auto later = m_later->currentData().toLongLong();
    m_model->setProducers({});
    m_copy->setEnabled(false);
    if (earlier == later) {
        m_summary->setText(tr("Choose two different runs."));
        ++m_asked;
        return;
    }
    m_summary->setText(tr("Comparing …"));
    whenDone(m_compare(earlier, later, mostShown), this,
             [this, asked = ++m_asked](const Result<RunComparison> &comparison) {
                 if (asked == m_asked)
                     show(comparison);
             });
}

void CompareDialog::show(const Result<RunComparison> &comparison)
{
    if (!comparison) {
        m_summary->setText(tr("That did not work: %1").arg(errorText(comparison.error())));
        return;
    }
    m_summary->setText(summaryOf(*comparison));
    m_copy->setEnabled(comparison->count > 0);
    m_model->setProducers(comparison->producers);
}

QString CompareDialog::summaryOf(const RunComparison &comparison) const
{
    QStringList sentences;
    const auto listed = static_cast<qint64>(comparison.producers.size());
    if (comparison.count == 0)
        sentences.append(tr("Nobody: the other run has found them all."));
    else
        sentences.append(tr("%Ln producer(s) are new.", nullptr, static_cast<int>(comparison.count)));
    if (listed < comparison.count)
        sentences.append(tr("Listed are the first %1, those with most credits.").arg(number(listed)));
    for (const auto *choice : {m_later, m_earlier}) {
        if (const auto note = unfinishedNote(choice->currentData().toLongLong()); !note.isEmpty())
            sentences.append(note);
    }
    if (comparison.count > 0)
        sentences.append(tr("Return opens one."));
    return sentences.join(QLatin1Char(' '));
}

/// What it has not done yet it can't have found.
QString CompareDialog::unfinishedNote(qint64 run) const
{
    const auto known = std::ranges::find(m_runs, run, &RunSnapshot::id);
    if (known == m_runs.end() || (known->finished && !known->cancelled))
        return {};
    const auto done = RunsModel::progressLabel(*known);
    return known->cancelled ? tr("Run %1 was cancelled after %2 messages.").arg(run).arg(done)
                            : tr("Run %1 is not finished: %2 messages are done.").arg(run).arg(done);
}

void CompareDialog::copy() const
{
    QStringList lines;
    for (const auto &producer : m_model->producers())
        lines.append(producer.name.simplified());
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')) + QLatin1Char('\n'));
}

} // namespace linernotes::ui
