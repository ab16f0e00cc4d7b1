// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingspage.h"

#include "common/banner.h"
#include "common/emptystate.h"
#include "common/focusrim.h"
#include "common/icons.h"
#include "common/keymenu.h"
#include "common/pageheader.h"
#include "common/stack.h"
#include "common/theme.h"
#include "common/wording.h"
#include "core/whendone.h"
#include "settings/credentialsrow.h"
#include "settings/enginesettingrow.h"
#include "settings/settingssection.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <utility>

namespace linernotes::ui
{
namespace
{

/// Lines longer than this are hard to read, and a switch far from its name is hard to find.
constexpr int columnFigures = 110;
constexpr int topicFigures = 22;

} // namespace

SettingsPage::SettingsPage(Engine &engine, CredentialsAccess credentials, QWidget *parent)
    : Page({QStringLiteral("settings"), tr("Settings"), QStringLiteral("settings")}, parent)
    , m_engine(engine)
    , m_credentials(std::move(credentials))
{
    makeActions();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTop());
    layout->addWidget(makeContent(), 1);
    // At the foot, where it comes without pushing a row from under the mouse.
    m_pending = new Banner(Banner::Tone::Neutral, QStringLiteral("info"), this);
    m_pending->setObjectName(QStringLiteral("settingsPending"));
    m_pending->setText(tr("What you changed holds when the work is started anew. Nothing is lost by that."));
    auto *applyNow = m_pending->addButton(tr("Apply now"), QStringLiteral("settingsApply"));
    applyNow->setToolTip(tr("Stops the work and starts it again; takes a second or two"));
    connect(applyNow, &QPushButton::clicked, m_apply, &QAction::trigger);
    layout->addWidget(m_pending);
    setFirst(m_search);
    connect(&m_engine, &Engine::settingsChanged, this, &SettingsPage::showStates);
    showStates();
}

void SettingsPage::makeActions()
{
    m_apply = new QAction(icon(QStringLiteral("check")), tr("&Apply now"), this);
    m_apply->setObjectName(QStringLiteral("settingsApplyAction"));
    m_apply->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    connect(m_apply, &QAction::triggered, this, &SettingsPage::apply);
    auto *reset = new QAction(icon(QStringLiteral("retry")), tr("&Reset the setting that has the focus"), this);
    reset->setObjectName(QStringLiteral("settingsResetAction"));
    reset->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    connect(reset, &QAction::triggered, this, &SettingsPage::resetFocused);
    m_tests = new QMenu(tr("&Test credentials now"), this);
    m_tests->setObjectName(QStringLiteral("settingsTests"));
    addActions({m_apply, reset});
    giveKey(m_tests, QKeySequence(Qt::CTRL | Qt::Key_T), this);
}

/// Also where the keys are in the menu or the palette meanwhile.
void SettingsPage::resetFocused()
{
    auto *focused = focusWidget();
    while (focused && focused != this && !qobject_cast<SettingRow *>(focused))
        focused = focused->parentWidget();
    auto *row = qobject_cast<SettingRow *>(focused);
    if (row && row->isResettable())
        Q_EMIT row->resetWanted();
    else
        Q_EMIT told(row ? tr("This setting is as it is by default.") : tr("Go to a setting first, with Tab."));
}

QWidget *SettingsPage::makeTop()
{
    auto *top = new PageHeader(title().text, QStringLiteral("settingsSummary"), this);
    m_search = new QLineEdit(top);
    m_search->setObjectName(QStringLiteral("settingsSearch"));
    m_search->setAccessibleName(tr("Search the settings"));
    m_search->setPlaceholderText(tr("Search the settings"));
    top->addSearch(m_search);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsPage::filter);
    return top;
}

QWidget *SettingsPage::makeContent()
{
    const auto &theme = Theme::instance();
    auto *content = new QWidget(this);
    m_topics = new QListWidget(content);
    m_topics->setObjectName(QStringLiteral("settingsTopics"));
    m_topics->setAccessibleName(tr("Topics"));
    m_topics->setFrameShape(QFrame::NoFrame);
    m_topics->viewport()->setAutoFillBackground(false);
    m_topics->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_topics->setIconSize(QSize(theme.iconSize(TypeStep::Body), theme.iconSize(TypeStep::Body)));
    new FocusRim(m_topics);
    colourTopics();
    connect(&Theme::instance(), &Theme::changed, this, &SettingsPage::colourTopics);
    m_topics->setFixedWidth(theme.figureWidth(TypeStep::Body, topicFigures));
    m_stack = new Stack(content);
    m_scroll = new QScrollArea(m_stack);
    m_scroll->setObjectName(QStringLiteral("settingsScroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setAlignment(Qt::AlignHCenter | Qt::AlignTop); // on a wide screen the room is shared by both sides
    m_scroll->viewport()->setAutoFillBackground(false);
    auto *column = new QWidget(m_scroll);
    column->setAutoFillBackground(false);
    column->setMaximumWidth(theme.figureWidth(TypeStep::Body, columnFigures));
    m_column = new QVBoxLayout(column);
    m_column->setContentsMargins(theme.space(4), theme.space(1), theme.space(4), theme.space(6));
    m_column->setSpacing(theme.space(5));
    for (const auto topic : allSettingTopics) {
        m_column->addWidget(makeSection(topic, column));
        auto *item = new QListWidgetItem(icon(topicIcon(topic)), topicLabel(topic), m_topics);
        item->setSizeHint(QSize(0, theme.rowHeight()));
    }
    for (const auto &state : m_engine.settingStates())
        addEngineRow(state);
    m_column->addStretch(1);
    m_scroll->setWidget(column);
    auto *nothing =
        new EmptyState(QStringLiteral("search"), tr("No setting fits the search."), tr("Clear the search"), m_stack);
    nothing->setObjectName(QStringLiteral("settingsNothingFound"));
    connect(nothing, &EmptyState::buttonClicked, m_search, &QLineEdit::clear);
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(nothing);
    m_topics->setCurrentRow(0);
    connect(m_topics, &QListWidget::currentRowChanged, this, &SettingsPage::goTo);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, &SettingsPage::followScroll);
    auto *layout = new QHBoxLayout(content);
    layout->setContentsMargins(theme.space(2), 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_topics);
    layout->addWidget(m_stack, 1);
    return content;
}

/// The chosen topic looks as the chosen page beside it.
void SettingsPage::colourTopics()
{
    const auto &colours = Theme::instance().colours();
    auto palette = m_topics->palette();
    palette.setColor(QPalette::Highlight, colours.selection);
    palette.setColor(QPalette::HighlightedText, colours.text);
    palette.setColor(QPalette::Text, colours.text);
    m_topics->setPalette(palette);
}

SettingsSection *SettingsPage::makeSection(SettingTopic topic, QWidget *parent)
{
    auto *section = new SettingsSection(topic, parent);
    m_sections.insert(topic, section);
    if (topic == SettingTopic::Credentials)
        addCredentials(section);
    else if (topic == SettingTopic::Appearance)
        addAppearance(section);
    else if (topic == SettingTopic::Notifications)
        addNotifications(section);
    return section;
}

void SettingsPage::addEngineRow(const SettingState &state)
{
    auto *section = m_sections.value(topicOf(state.key.name));
    auto *row = new EngineSettingRow(state, section);
    row->addWords(topicLabel(section->topic()));
    row->addWords(QString(state.key.name).replace(u'.', u' ').replace(u'_', u' '));
    section->addRow(row);
    m_rows.insert(row->key(), row);
    connect(row, &EngineSettingRow::changeWanted, this, [this, row](const QString &key, const QString &value) {
        change(row, m_engine.settingsBook().change(key, value));
    });
    connect(row, &SettingRow::resetWanted, this,
            [this, row] { change(row, m_engine.settingsBook().reset(row->key())); });
}

void SettingsPage::change(EngineSettingRow *row, const QFuture<Result<bool>> &changing)
{
    whenDone(changing, row, [this, row](const Result<bool> &changed) {
        if (!changed) {
            row->refuse(changed.error().message);
            return;
        }
        showStates(); // also where it is the value that it was
    });
}

void SettingsPage::showStates()
{
    bool isPending = false;
    for (const auto &state : m_engine.settingStates()) {
        if (auto *row = m_rows.value(state.key.name))
            row->present(state);
        isPending = isPending || (state.isPending && state.key.effect == SettingEffect::WorkStart);
    }
    m_pending->setVisible(isPending);
    m_apply->setEnabled(isPending);
}

void SettingsPage::apply()
{
    m_apply->setEnabled(false); // until it is done
    whenDone(m_engine.applySettings(), this, [this](const Result<void> &applied) {
        if (applied)
            Q_EMIT told(tr("The settings hold from now on."));
        else
            Q_EMIT failed(applied.error());
    });
}

void SettingsPage::filter()
{
    const auto text = m_search->text().simplified();
    bool hasAny = false;
    for (int i = 0; i < m_topics->count(); ++i) {
        const bool fits = m_sections.value(static_cast<SettingTopic>(i))->filter(text);
        m_topics->item(i)->setHidden(!fits);
        hasAny = hasAny || fits;
    }
    m_stack->setCurrentIndex(hasAny ? 0 : 1);
    m_topics->setVisible(hasAny);
}

void SettingsPage::showSetting(const QString &key)
{
    m_search->clear(); // or it may be hidden
    m_topics->setCurrentRow(static_cast<int>(topicOf(key)));
    if (auto *row = m_rows.value(key))
        row->focusEditor();
}

void SettingsPage::show(SettingRow *row, SettingTopic topic)
{
    m_search->clear(); // or it may be hidden
    m_topics->setCurrentRow(static_cast<int>(topic));
    m_isGoing = true; // the row's own topic stays marked, wherever that scrolls to
    m_scroll->ensureWidgetVisible(row);
    m_isGoing = false;
    row->focusControl();
}

QList<QAction *> SettingsPage::links()
{
    if (m_links.isEmpty()) {
        for (auto section = m_sections.cbegin(); section != m_sections.cend(); ++section) {
            for (auto *row : section.value()->findChildren<SettingRow *>()) {
                // Some are those of each service.
                const auto name = tr("%1 › %2", "a topic and its setting").arg(topicLabel(section.key()), row->name());
                auto *link = new QAction(buttonText(name), this);
                link->setWhatsThis(row->words());
                connect(link, &QAction::triggered, row, [this, row, topic = section.key()] { show(row, topic); });
                m_links.append(link);
            }
        }
    }
    return m_links;
}

void SettingsPage::goTo(int topic)
{
    if (topic < 0)
        return;
    m_isGoing = true; // the bar may end above it: it stays the chosen one
    const auto *section = m_sections.value(static_cast<SettingTopic>(topic));
    m_scroll->verticalScrollBar()->setValue(section->y() - m_column->contentsMargins().top());
    m_isGoing = false;
}

/// The topic at the top is the one that is marked.
void SettingsPage::followScroll()
{
    if (m_isGoing)
        return;
    const auto top = m_scroll->verticalScrollBar()->value() + Theme::instance().space(6);
    int current = 0;
    for (int i = 0; i < m_topics->count(); ++i) {
        const auto *section = m_sections.value(static_cast<SettingTopic>(i));
        if (!section->isHidden() && section->y() <= top)
            current = i;
    }
    const QSignalBlocker quiet(m_topics);
    m_topics->setCurrentRow(current);
}

bool SettingsPage::copyRows()
{
    QString text;
    for (const auto *row : m_column->parentWidget()->findChildren<SettingRow *>()) {
        if (!row->isHidden())
            text += QStringLiteral("%1\t%2\n").arg(row->name(), row->valueText());
    }
    QGuiApplication::clipboard()->setText(text);
    return !text.isEmpty();
}

bool SettingsPage::find()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
    return true;
}

void SettingsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    whenDone(m_engine.settingsBook().refresh(), this, [this](const Result<bool> &) { showStates(); });
}

QString SettingsPage::explanation() const
{
    return tr(
        "Everything that can be set, with what it is for. Type to find a setting.\n\n"
        "Settings of the work are kept in its database; what the command line sets holds for this start "
        "and can't be changed here meanwhile. A value that can't be used is explained beside its field, and "
        "nothing changes until it is right. Each can be set back to its default. Appearance and notifications are "
        "this computer's, and the keys lie in the system's keychain.");
}

} // namespace linernotes::ui
