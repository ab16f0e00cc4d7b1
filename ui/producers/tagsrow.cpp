// SPDX-License-Identifier: GPL-3.0-or-later
#include "producers/tagsrow.h"

#include "common/flowlayout.h"
#include "common/icons.h"
#include "common/theme.h"
#include "common/wording.h"
#include "core/whendone.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStringListModel>
#include <QVBoxLayout>

namespace linernotes::ui
{

TagsRow::TagsRow(ProducerActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_chips(new QWidget(this))
    , m_layout(new FlowLayout(m_chips))
    , m_field(new QLineEdit(this))
    , m_problem(new QLabel(this))
    , m_known(new QStringListModel(this))
{
    const auto &theme = Theme::instance();
    m_field->setObjectName(QStringLiteral("tagField"));
    m_field->setAccessibleName(tr("Add a tag"));
    m_field->setPlaceholderText(tr("Add a tag"));
    const auto words = m_field->fontMetrics().horizontalAdvance(m_field->placeholderText()) + theme.space(6);
    m_field->setFixedWidth(std::max(theme.figureWidth(TypeStep::Body, 18), words));
    auto *completer = new QCompleter(m_known, m_field);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_field->setCompleter(completer);
    completer->popup()->installEventFilter(this);
    m_field->installEventFilter(this);
    m_problem->setObjectName(QStringLiteral("tagProblem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    auto *tags = new QHBoxLayout;
    tags->setSpacing(theme.space(2));
    tags->addWidget(m_field, 0, Qt::AlignTop);
    tags->addWidget(m_chips, 1);
    tags->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.space(1));
    layout->addLayout(tags);
    layout->addWidget(m_problem);
    m_problem->hide();
    connect(m_field, &QLineEdit::returnPressed, this, &TagsRow::add);
    connect(m_field, &QLineEdit::textEdited, m_problem, &QWidget::hide);
    connect(m_field, &QLineEdit::textEdited, this, [this] { m_added.clear(); });
}

bool TagsRow::eventFilter(QObject *watched, QEvent *event)
{
    // Escape closes the list of tags before it is the page's: a list that stays would go on taking the keys.
    const bool isListed = m_field->completer()->popup()->isVisible();
    if (event->type() == QEvent::ShortcutOverride && isListed
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    // The field's own undo would write the tag again and leave it where it is.
    const bool isUndo =
        event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo);
    if (watched == m_field && isUndo && m_field->text().isEmpty() && !m_added.isEmpty()) {
        remove(std::exchange(m_added, {}));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void TagsRow::setKnownTags(const QStringList &tags)
{
    m_known->setStringList(tags);
}

void TagsRow::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
}

QWidget *TagsRow::field() const
{
    return m_field;
}

void TagsRow::show(qint64 personId, const QStringList &tags)
{
    if (std::exchange(m_personId, personId) != personId) {
        m_field->clear();
        m_added.clear();
        m_problem->hide();
    } else if (m_tags == tags) {
        return; // buttons that stay keep the focus
    }
    m_tags = tags;
    m_layout->clear();
    QWidget *last = m_field;
    for (const auto &tag : tags) {
        auto *chip =
            new QPushButton(icon(QStringLiteral("close"), IconInk::Muted), buttonText(shortened(tag)), m_chips);
        chip->setObjectName(QStringLiteral("tagChip"));
        chip->setLayoutDirection(layoutDirection() == Qt::LeftToRight ? Qt::RightToLeft : Qt::LeftToRight);
        chip->setAccessibleName(tr("Remove the tag %1").arg(tag));
        chip->setToolTip(plainToolTip(tr("Remove the tag “%1”").arg(tag)));
        connect(chip, &QPushButton::clicked, this, [this, tag] { remove(tag); });
        m_layout->addWidget(chip);
        chip->show();
        setTabOrder(std::exchange(last, chip), chip); // else after all else in the window
    }
    m_chips->setVisible(!tags.isEmpty());
}

void TagsRow::add()
{
    if (std::exchange(m_isAdding, true))
        return; // a second Enter would be told that the tag is there already
    const auto tag = m_field->text();
    whenDone(m_actions.addTag({m_personId}, tag), this,
             [this, tag, asked = m_personId](const Result<TagReceipt> &added) {
                 m_isAdding = false;
                 if (asked != m_personId) { // the field is another producer's by now
                     if (added)
                         Q_EMIT changed();
                     else
                         Q_EMIT failed(added.error());
                     return;
                 }
                 if (!added) {
                     m_problem->setText(errorText(added.error()));
                     m_problem->show();
                     m_field->selectAll();
                     return;
                 }
                 if (m_field->text() == tag) {
                     m_field->clear();
                     m_added = added->people.empty() ? QString() : added->tag;
                 }
                 Q_EMIT changed();
             });
}

/// The chip beside it stands in its place as soon as it is gone: it is not meant by a second click.
void TagsRow::remove(const QString &tag)
{
    if (!m_removing.take())
        return;
    whenDone(m_actions.removeTag({m_personId}, tag), this, [this, tag, asked = m_personId](const auto &removed) {
        if (!removed) {
            Q_EMIT failed(removed.error());
            return;
        }
        if (asked != m_personId) { // Enter would give the tag to somebody else
            Q_EMIT told(tr("The tag “%1” is taken away.").arg(tag));
            Q_EMIT changed();
            return;
        }
        m_field->setFocus();
        m_field->setText(tag); // Enter undoes it
        Q_EMIT told(tr("The tag “%1” is taken away. Enter brings it back.").arg(tag));
        Q_EMIT changed();
    });
}

} // namespace linernotes::ui
