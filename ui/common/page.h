// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "telemetry/snapshot.h"

#include <QAction>
#include <QPointer>
#include <QString>
#include <QWidget>

class QSettings;

namespace linernotes::ui
{

class OutcomeBar;

/// What stands in the sidebar and is shown in the middle of the window. A new page is this, and one line where
/// MainWindow makes its pages: sidebar, menu and shortcut follow.
class Page : public QWidget
{
    Q_OBJECT

public:
    struct Title {
        QString id; ///< stable: its object name, and its group in the settings
        QString text;
        QString icon;
    };
    explicit Page(Title title, QWidget *parent)
        : QWidget(parent)
        , m_title(std::move(title))
    {
        setObjectName(m_title.id);
        setAccessibleName(m_title.text);
    }

    [[nodiscard]] const Title &title() const { return m_title; }

    /// The newest picture; at most four times a second.
    virtual void present(const PipelineSnapshotPtr &snapshot) = 0;
    /// The focus goes inside, so that its keys work at once: to what is first here or, until that is shown, to the
    /// first that is. Who moves the focus meanwhile keeps it.
    void takeFocus();
    /// Ctrl+F: the focus goes to what filters this page. False: nothing does.
    virtual bool find() { return false; }
    /// Ctrl+C: selected rows as tab-separated text. False: there are none.
    virtual bool copyRows() { return false; }
    /// What can be done here, for the menu “Page”, the command palette and the help: all that its buttons and menus do.
    /// A menu stands here as its menuAction().
    [[nodiscard]] virtual QList<QAction *> commands() const { return actions(); }
    /// Parts of it that are gone to by name, for the command palette; what else each is found by is its whatsThis().
    [[nodiscard]] virtual QList<QAction *> links() { return {}; }
    /// F1: what it is for and how to use it, in plain sentences. Its keys are told by its commands.
    [[nodiscard]] virtual QString explanation() const = 0;
    /// What tells of work on many that was begun here; null: there is no such work.
    [[nodiscard]] virtual OutcomeBar *work() const { return nullptr; }
    virtual void saveState(QSettings &) const { }
    virtual void restoreState(QSettings &) { }

Q_SIGNALS:
    /// A short text beside the title in the sidebar; empty: none.
    void badgeChanged(const QString &badge);
    /// What came of something that was asked for here.
    void told(const QString &message);
    void failed(const linernotes::Error &error);
    /// The same, in a sentence that says what did not work.
    void toldFailure(const QString &message);

protected:
    /// Not the focus proxy: Tab would leap over what stands before it.
    void setFirst(QWidget *first);
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Title m_title;
    QPointer<QWidget> m_first;
    QPointer<QWidget> m_standIn; ///< has the focus until the first is shown
};

} // namespace linernotes::ui
