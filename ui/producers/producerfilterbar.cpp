// SPDX-License-Identifier: GPL-3.0-or-later
#include "producers/producerfilterbar.h"

#include "common/flowlayout.h"
#include "common/wording.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDateEdit>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace linernotes::ui
{
namespace
{

enum Since { AnyTime, LastRun, FromDate, OfRun };

/// Local midnight of that day.
Instant beginningOf(const QDate &day)
{
    return fromMillis(day.startOfDay().toMSecsSinceEpoch());
}

QDate dayOf(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(toMillis(instant)).date();
}

/// Chooses it, and adds it first where it is not among the choices.
void choose(QComboBox *choice, const QString &value, const QString &label)
{
    auto index = choice->findData(value);
    if (index < 0) {
        choice->addItem(label, value);
        index = choice->count() - 1;
    }
    choice->setCurrentIndex(index);
}

/// By label, as people look for them. Keeps the first item, "any", and what is chosen. A list that is open stays as it
/// is until the next time.
void fill(QComboBox *choice, QStringList values, QString (*labelOf)(const QString &))
{
    std::ranges::sort(values, [labelOf](const QString &one, const QString &other) {
        return labelOf(one).localeAwareCompare(labelOf(other)) < 0;
    });
    QStringList known;
    for (int i = 1; i < choice->count(); ++i)
        known.append(choice->itemData(i).toString());
    if (known == values || choice->view()->isVisible())
        return;
    const auto chosen = choice->currentData().toString();
    const auto label = choice->currentText();
    choice->model()->removeRows(1, choice->count() - 1);
    for (const auto &value : std::as_const(values))
        choice->addItem(labelOf(value), value);
    choose(choice, chosen, label);
}

QString asItIs(const QString &text)
{
    return text;
}

} // namespace

ProducerFilterBar::ProducerFilterBar(QWidget *parent)
    : QWidget(parent)
    , m_role(makeChoice(QStringLiteral("producersRole"), tr("Role"), tr("Any role")))
    , m_platform(makeChoice(QStringLiteral("producersPlatform"), tr("Has a profile on"), tr("Any platform")))
    , m_tag(makeChoice(QStringLiteral("producersTag"), tr("Tag"), tr("Any tag")))
    , m_clear(new QToolButton(this)) // of less room than other buttons
{
    setObjectName(QStringLiteral("producersFilterBar"));
    makeConfidence();
    makeSince();
    m_clear->setText(tr("Clear"));
    m_clear->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_clear->setFocusPolicy(Qt::StrongFocus);
    m_clear->setObjectName(QStringLiteral("producersClear"));
    m_clear->setToolTip(tr("Show all producers again"));
    auto policy = m_clear->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // the rows below do not move as it comes and goes
    m_clear->setSizePolicy(policy);
    connect(m_clear, &QToolButton::clicked, this, &ProducerFilterBar::clearWanted);
    auto *layout = new FlowLayout(this);
    for (auto *field : fields())
        layout->addWidget(field);
    for (auto *choice : {m_role, m_platform, m_confidence, m_since, m_tag})
        connect(choice, &QComboBox::currentIndexChanged, this, &ProducerFilterBar::tell);
    connect(m_date, &QDateEdit::dateChanged, this, &ProducerFilterBar::tell);
    m_date->hide();
    m_clear->hide();
}

QList<QWidget *> ProducerFilterBar::fields() const
{
    return {m_role, m_platform, m_confidence, m_since, m_date, m_tag, m_clear};
}

void ProducerFilterBar::orderTabs(QWidget *before, QWidget *after)
{
    for (auto *field : fields())
        setTabOrder(std::exchange(before, field), field);
    setTabOrder(before, after);
}

QComboBox *ProducerFilterBar::makeChoice(const QString &objectName, const QString &name, const QString &any)
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(objectName);
    choice->setAccessibleName(name);
    choice->setToolTip(name);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    choice->addItem(any, QString());
    return choice;
}

void ProducerFilterBar::makeConfidence()
{
    m_confidence = makeChoice(QStringLiteral("producersConfidence"), tr("Confidence at least"), tr("Any confidence"));
    for (const auto share : {0.5, 0.7, 0.8, 0.9, 0.95})
        m_confidence->addItem(tr("%1 or more").arg(percent(share)), QString::number(share));
}

void ProducerFilterBar::makeSince()
{
    m_since = makeChoice(QStringLiteral("producersSince"), tr("Found since, or of which run"), tr("Found any time"));
    // As wide as its longest choice, and that no wider than need be: what stands behind it has to have room in the
    // line.
    m_since->addItem(tr("Since the last run"), QStringLiteral("run"));
    m_since->setItemData(LastRun, tr("Found since the last run began"), Qt::ToolTipRole);
    m_since->addItem(tr("Since a day…"), QStringLiteral("date"));
    constexpr int week = 7;
    m_date = new QDateEdit(QDate::currentDate().addDays(-week), this);
    m_date->setObjectName(QStringLiteral("producersDate"));
    m_date->setAccessibleName(tr("Found on this day or later"));
    m_date->setCalendarPopup(true);
}

void ProducerFilterBar::applyTo(ProducerQuery &query) const
{
    query.role = m_role->currentData().toString();
    query.platform = m_platform->currentData().toString();
    query.tag = m_tag->currentData().toString();
    query.leastConfidence = m_confidence->currentData().toString().toDouble();
    query.sinceLastRun = m_since->currentIndex() == LastRun;
    query.since = m_since->currentIndex() == FromDate ? std::optional(beginningOf(m_date->date())) : std::nullopt;
    query.run = m_since->currentIndex() == OfRun ? m_since->currentData().toLongLong() : 0;
}

void ProducerFilterBar::show(const ProducerQuery &query)
{
    m_isShowing = true;
    choose(m_role, query.role, roleLabel(query.role));
    choose(m_platform, query.platform, platformLabel(query.platform));
    choose(m_tag, query.tag, query.tag);
    choose(m_confidence, query.leastConfidence > 0 ? QString::number(query.leastConfidence) : QString(),
           tr("%1 or more").arg(percent(query.leastConfidence)));
    chooseRun(query.run);
    if (query.run == 0)
        m_since->setCurrentIndex(query.sinceLastRun ? LastRun : query.since ? FromDate : AnyTime);
    if (query.since)
        m_date->setDate(dayOf(*query.since));
    m_date->setVisible(query.since.has_value());
    m_isShowing = false;
}

/// One run at a time is among the choices: that which was last come from.
void ProducerFilterBar::chooseRun(qint64 run)
{
    if (run == 0)
        return;
    m_since->removeItem(OfRun);
    m_since->addItem(tr("Of run %1").arg(run), QString::number(run));
    m_since->setCurrentIndex(OfRun);
}

void ProducerFilterBar::setChoices(const ProducerChoices &choices)
{
    m_isShowing = true;
    fill(m_role, choices.roles, roleLabel);
    fill(m_platform, choices.platforms, platformLabel);
    fill(m_tag, choices.tags, asItIs);
    m_isShowing = false;
}

void ProducerFilterBar::showNarrowed(bool isNarrowed)
{
    m_clear->setVisible(isNarrowed);
}

void ProducerFilterBar::tell()
{
    if (m_isShowing)
        return;
    m_date->setVisible(m_since->currentIndex() == FromDate);
    Q_EMIT changed();
}

} // namespace linernotes::ui
