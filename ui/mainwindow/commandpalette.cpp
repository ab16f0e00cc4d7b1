// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/commandpalette.h"

#include "common/page.h"
#include "common/theme.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QRegularExpression>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace linernotes::ui
{
namespace
{

constexpr int actionRole = Qt::UserRole;
constexpr int placeRole = Qt::UserRole + 1;
constexpr int pageRole = Qt::UserRole + 2;

/// The place before the name, the shortcut at the other end.
class CommandDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {0, Theme::instance().rowHeight()};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto &theme = Theme::instance();
        const auto &colours = theme.colours();
        const auto action = index.data(actionRole).value<QPointer<QAction>>();
        if (!action)
            return;
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, colours.selection);
        const auto area = option.rect.adjusted(theme.space(3), 0, -theme.space(3), 0);
        const auto size = theme.iconSize(TypeStep::Body);
        action->icon().paint(painter, QRect(area.left(), area.center().y() - size / 2 + 1, size, size));
        auto x = area.left() + size + theme.space(2);
        const auto write = [&](const QString &text, const QColor &colour) {
            painter->setPen(colour);
            painter->drawText(QRect(x, area.top(), area.right() - x, area.height()), Qt::AlignVCenter | Qt::AlignLeft,
                              text);
            x += painter->fontMetrics().horizontalAdvance(text) + theme.space(1);
        };
        painter->setFont(theme.font(TypeStep::Body));
        write(index.data(placeRole).toString() + QStringLiteral(" ›"), colours.muted);
        write(CommandPalette::nameOf(*action), colours.text);
        painter->setPen(colours.muted);
        painter->setFont(theme.font(TypeStep::Caption));
        painter->drawText(area, Qt::AlignVCenter | Qt::AlignRight,
                          action->shortcut().toString(QKeySequence::NativeText));
    }
};

} // namespace

CommandPalette::CommandPalette(const QList<Command> &commands, QWidget *parent)
    : QDialog(parent, Qt::Popup)
    , m_commands(commands)
    , m_text(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_nothing(new QLabel(tr("Nothing that can be done now fits these letters."), m_list))
{
    const auto &theme = Theme::instance();
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Commands"));
    m_text->setObjectName(QStringLiteral("commandText"));
    m_text->setPlaceholderText(tr("What do you want to do?"));
    m_text->setAccessibleName(tr("Command"));
    m_text->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("commandList"));
    m_list->setAccessibleName(tr("Commands"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nothing->setObjectName(QStringLiteral("commandNothing"));
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.space(2), theme.space(2), theme.space(2), theme.space(2));
    layout->setSpacing(theme.space(2));
    layout->addWidget(m_text);
    layout->addWidget(m_list);
    constexpr int rows = 12; // none of them cut
    m_list->setFixedHeight(rows * theme.rowHeight());
    (new QVBoxLayout(m_list))->addWidget(m_nothing);
    setFixedSize(std::min(theme.figureWidth(TypeStep::Body, 70), parent->width() - theme.space(8)),
                 layout->totalMinimumSize().height());
    move(parent->mapToGlobal(QPoint((parent->width() - width()) / 2, theme.space(16))));
    connect(m_text, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::trigger);
    filter();
    m_text->setFocus();
}

QString CommandPalette::nameOf(const QAction &action)
{
    static const QRegularExpression mnemonic(QStringLiteral("&(.)"));
    return QString(action.text()).replace(mnemonic, QStringLiteral("\\1"));
}

QList<CommandPalette::Command> CommandPalette::commandsOf(const QString &place, const QList<QAction *> &actions)
{
    QList<Command> commands;
    for (auto *action : actions) {
        if (auto *menu = action->menu()) {
            if (!action->shortcut().isEmpty())
                commands.append({action, place}); // which opens it
            Q_EMIT menu->aboutToShow(); // some are filled only then
            commands += commandsOf(nameOf(*action), menu->actions());
        } else if (!action->isSeparator()) {
            commands.append({action, place});
        }
    }
    return commands;
}

/// Popups have no frame of their own: its edge is all that tells it from the page below.
void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::instance().colours().outline);
    const auto edge = static_cast<int>(Theme::instance().hairline());
    painter.fillRect(rect().adjusted(edge, edge, -edge, -edge), Theme::instance().colours().surface);
}

int CommandPalette::distance(const QString &letters, const QString &text)
{
    int gaps = 0;
    qsizetype at = 0;
    for (const auto letter : letters) {
        if (letter.isSpace())
            continue;
        const auto found = text.indexOf(letter, at, Qt::CaseInsensitive);
        if (found < 0)
            return -1;
        if (found > at)
            ++gaps;
        at = found + 1;
    }
    return gaps;
}

/// How well the letters fit; the less the better. Nothing: not at all, or it can't be done.
std::optional<int> CommandPalette::rank(const Command &command, const QString &letters)
{
    const auto *action = command.action.data();
    // Whether something can be done on another page is known when it is shown; what has no key is there only now.
    const bool mayBeDone = action && (action->isEnabled() || (command.page && !action->shortcut().isEmpty()));
    if (!mayBeDone || !action->isVisible())
        return std::nullopt;
    const auto name = nameOf(*action);
    if (name.compare(letters.simplified(), Qt::CaseInsensitive) == 0) // that is meant, and of two what is always there
        return command.isOfMenuBar ? -2 : -1;
    // A name that has the letters in one piece before one in which they are scattered; people say “pause tracks” as
    // well as “tracks pause”.
    for (const auto &text : {name, command.place + u' ' + name, name + u' ' + command.place}) {
        if (const auto gaps = distance(letters, text); gaps >= 0)
            return gaps;
    }
    const auto words = letters.split(u' ', Qt::SkipEmptyParts);
    const bool isMeant = !action->whatsThis().isEmpty() && std::ranges::all_of(words, [action](const QString &word) {
        return action->whatsThis().contains(word, Qt::CaseInsensitive);
    });
    return isMeant ? std::optional(std::numeric_limits<int>::max()) : std::nullopt;
}

void CommandPalette::filter()
{
    struct Found {
        int distance = 0;
        Command command;
    };
    std::vector<Found> found;
    for (const auto &command : m_commands) {
        if (const auto place = rank(command, m_text->text()))
            found.push_back({*place, command});
    }
    std::ranges::stable_sort(found, {}, &Found::distance);
    m_list->clear();
    for (const auto &[distance, command] : found) {
        auto *item = new QListWidgetItem(nameOf(*command.action), m_list);
        item->setData(actionRole, QVariant::fromValue(command.action));
        item->setData(placeRole, command.place);
        item->setData(pageRole, QVariant::fromValue(command.page));
        item->setData(Qt::AccessibleTextRole, command.place + QStringLiteral(": ") + nameOf(*command.action));
    }
    m_list->setCurrentRow(0);
    m_nothing->setVisible(found.empty());
    m_text->setAccessibleDescription(found.empty() ? m_nothing->text() : QString());
}

void CommandPalette::trigger()
{
    const auto *item = m_list->currentItem();
    if (!item)
        return;
    // After this window is gone: what it opens belongs to the one below.
    if (auto *action = item->data(actionRole).value<QPointer<QAction>>().data()) {
        if (auto *page = item->data(pageRole).value<QPointer<Page>>().data())
            QTimer::singleShot(0, page, [palette = QPointer(this), page, action = QPointer(action)] {
                if (palette && action)
                    Q_EMIT palette->elsewhereWanted(page, action);
            });
        else
            QTimer::singleShot(0, action, &QAction::trigger);
    }
    accept();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QCoreApplication::sendEvent(m_list, event);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        trigger();
        return true;
    default:
        return QDialog::eventFilter(watched, event);
    }
}

} // namespace linernotes::ui
