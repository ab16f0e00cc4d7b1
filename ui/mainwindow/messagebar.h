// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QPushButton;

namespace linernotes::ui
{

/// What came of what was asked for. It lies over the lower edge of the pages: they have its room while there is nothing
/// to say, and nothing on them moves when there is.
class MessageBar : public QWidget
{
    Q_OBJECT

public:
    /// `pages`: over whose lower edge it lies. `folder` and `cancel`: of an export, while there is something to show or
    /// to cancel.
    MessageBar(QWidget *pages, QAction *folder, QAction *cancel);

    /// As plain text, for some seconds or until the next.
    void tell(const QString &message, bool isBrief);
    [[nodiscard]] QString message() const;
    /// False: there is none. What is under way is told on.
    bool closeMessage();
    /// Of the text, where somebody clicks on it.
    void addMessageAction(QAction *action);
    void offerFolder(); ///< until the next message
    void showProgress(const QString &text); ///< beside the message: what else is told meanwhile is seen
    void endProgress();

Q_SIGNALS:
    void messageChanged(const QString &message);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QWidget *m_pages;
    QLabel *m_message;
    QPushButton *m_folder;
    QLabel *m_progress;
    QPushButton *m_cancel;
    QWidget *m_close;
    QTimer m_forget;
};

} // namespace linernotes::ui
