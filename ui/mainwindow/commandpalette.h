// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QDialog>
#include <QList>
#include <QPointer>

#include <optional>

class QLineEdit;
class QLabel;
class QListWidget;

namespace linernotes::ui
{

class Page;

/// Every action of the window, found by a few letters of its name and done with Enter.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    /// An action, and where it belongs: "View", "Runs".
    struct Command {
        QPointer<QAction> action; ///< may go while the palette is open: a filter that is deleted
        QString place;
        QPointer<Page> page = {}; ///< has to be shown first
        bool isOfMenuBar = false; ///< whatever page is shown
    };
    CommandPalette(const QList<Command> &commands, QWidget *parent);

    /// The actions, with those of their menus in place of these; a menu that a key opens is one itself.
    static QList<Command> commandsOf(const QString &place, const QList<QAction *> &actions);
    /// What it is called, without the mark of its mnemonic.
    static QString nameOf(const QAction &action);
    /// Whether the letters stand in the text in this order; the fewer words they are spread over the better: 0 is best,
    /// negative is no.
    static int distance(const QString &letters, const QString &text);

Q_SIGNALS:
    /// One of a page that is not shown.
    void elsewhereWanted(linernotes::ui::Page *page, QAction *action);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void filter();
    void trigger();
    static std::optional<int> rank(const Command &command, const QString &letters);

    QList<Command> m_commands;
    QLineEdit *m_text;
    QListWidget *m_list;
    QLabel *m_nothing; ///< in place of the list
};

} // namespace linernotes::ui
