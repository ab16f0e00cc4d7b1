// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/comparedialog.h"

#include "common/theme.h"
#include "common/wording.h"
#include "core/whendone.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

namespace linernotes::ui
{
namespace
{

/// More are counted, and are in the export.
constexpr int mostShown = 1000;
constexpr int personRole = Qt::UserRole;
constexpr int nameRole = personRole + 1;

QString summaryOf(const RunComparison &comparison)
{
    if (comparison.count == 0)
        return CompareDialog::tr("Nobody: the other run has found them all.");
    const auto all = CompareDialog::tr("%Ln producer(s) are new.", nullptr, static_cast<int>(comparison.count));
    const auto listed = static_cast<qint64>(comparison.producers.size());
    if (listed < comparison.count)
        return CompareDialog::tr("%1 Listed are the first %2, those with most credits. Return opens one.")
            .arg(all, number(listed));
    return CompareDialog::tr("%1 Return opens one.").arg(all);
}

} // namespace

CompareDialog::CompareDialog(const std::vector<RunSnapshot> &runs, qint64 later, Compare compare, QWidget *parent)
    : QDialog(parent)
    , m_compare(std::move(compare))
    , m_earlier(makeChoice(QStringLiteral("compareEarlier"), tr("Run to compare with"), runs))
    , m_later(makeChoice(QStringLiteral("compareLater"), tr("Run whose producers are shown"), runs))
    , m_summary(new QLabel(this))
    , m_list(new QListWidget(this))
{
    const auto &theme = Theme::instance();
    setObjectName(QStringLiteral("compareDialog"));
    setWindowTitle(tr("Compare runs"));
    m_summary->setObjectName(QStringLiteral("compareSummary"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_list->setObjectName(QStringLiteral("compareList"));
    m_list->setAccessibleName(tr("New producers"));
    m_list->setUniformItemSizes(true);
    auto *close = new QPushButton(tr("Close"), this);
    m_copy = new QPushButton(tr("&Copy names"), this);
    m_copy->setObjectName(QStringLiteral("compareCopy"));
    m_copy->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    m_copy->setToolTip(tr("The names that are listed (%1)").arg(m_copy->shortcut().toString(QKeySequence::NativeText)));
    auto *choices = new QGridLayout;
    choices->setHorizontalSpacing(theme.space(3));
    choices->setColumnStretch(1, 1);
    choices->addWidget(new QLabel(tr("Found by"), this), 0, 0);
    choices->addWidget(m_later, 0, 1);
    choices->addWidget(new QLabel(tr("and not by"), this), 1, 0);
    choices->addWidget(m_earlier, 1, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.space(5), theme.space(5), theme.space(5), theme.space(4));
    layout->setSpacing(theme.space(3));
    layout->addLayout(choices);
    layout->addWidget(m_summary);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    resize(theme.figureWidth(TypeStep::Body, 70), theme.space(110));

    m_later->setCurrentIndex(std::max(0, m_later->findData(later)));
    // The newest is first: the one before a run stands after it.
    m_earlier->setCurrentIndex(std::min(m_later->currentIndex() + 1, m_earlier->count() - 1));
    for (auto *choice : {m_earlier, m_later})
        connect(choice, &QComboBox::currentIndexChanged, this, &CompareDialog::compare);
    connect(m_list, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        Q_EMIT producerWanted(item->data(personRole).toLongLong());
        accept();
    });
    connect(m_copy, &QPushButton::clicked, this, &CompareDialog::copy);
    auto *open = new QAction(tr("&Open"), m_list);
    connect(open, &QAction::triggered, m_list, [this] {
        if (auto *item = m_list->currentItem())
            Q_EMIT m_list->itemActivated(item);
    });
    auto *copyNames = new QAction(m_copy->text(), m_list);
    connect(copyNames, &QAction::triggered, m_copy, &QPushButton::click);
    m_list->addActions({open, copyNames});
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    this->compare();
}

QComboBox *CompareDialog::makeChoice(const QString &objectName, const QString &name,
                                     const std::vector<RunSnapshot> &runs)
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(objectName);
    choice->setAccessibleName(name);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const auto &run : runs) {
        choice->addItem(tr("%1 – %2", "number and name of a run").arg(run.id).arg(runLabel(run)), run.id);
    }
    return choice;
}

void CompareDialog::compare()
{
    const auto earlier = m_earlier->currentData().toLongLong();
    const auto later = m_later->currentData().toLongLong();
    m_list->clear();
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
    for (const auto &producer : comparison->producers) {
        auto *item = new QListWidgetItem(
            tr("%1 (%Ln credit(s))", nullptr, static_cast<int>(producer.credits)).arg(producer.name), m_list);
        item->setData(personRole, producer.personId);
        item->setData(nameRole, producer.name);
    }
}

void CompareDialog::copy() const
{
    QStringList lines;
    for (int row = 0; row < m_list->count(); ++row)
        lines.append(m_list->item(row)->data(nameRole).toString().simplified());
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')) + QLatin1Char('\n'));
}

} // namespace linernotes::ui
