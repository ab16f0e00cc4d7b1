// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QTimer>
#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace linernotes::ui
{

/// What came of what was asked for. It lies over the lower part of the pages, above the bars at their foot: they have
/// its room while there is nothing to say, and nothing on them moves when there is.
class MessageBar : public QWidget
{
    Q_OBJECT

public:
    enum class Lasting {
        UntilNext,
        Briefly, ///< a receipt: for some seconds
        UntilClosed, ///< by a person, or until the next of its kind: what comes meanwhile lies over it for its time
    };
    /// `pages`: over which it lies. `folder`: of an export, while there is something to show.
    MessageBar(QWidget *pages, QAction *folder);

    /// As plain text.
    void tell(const QString &message, Lasting lasting);
    [[nodiscard]] QString message() const;
    /// False: there is none. What is under way is told on.
    bool closeMessage();
    /// Of the text, where somebody clicks on it.
    void addMessageAction(QAction *action);
    void offerFolder(); ///< with the message that is told
    /// Room for what may be under way, beside the message: what else is told meanwhile is seen. `cancel` ends it.
    void addProgress(const QString &work, QPushButton *cancel);
    void showProgress(const QString &work, const QString &text);
    void endProgress(const QString &work);

Q_SIGNALS:
    void messageChanged(const QString &message);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Progress {
        QLabel *text = nullptr;
        QPushButton *cancel = nullptr;
    };
    void say(const QString &message);
    void giveBack();
    void place();
    [[nodiscard]] int floor();

    QWidget *m_pages;
    QLabel *m_message;
    QPushButton *m_folder;
    QMap<QString, Progress> m_progress;
    QWidget *m_close;
    QHBoxLayout *m_parts;
    QTimer m_forget;
    QString m_standing; ///< stays until it is closed; empty: nothing does
    bool m_hasFolder = false; ///< what stays
};

} // namespace linernotes::ui
