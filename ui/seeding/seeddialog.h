// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "messages/messages.h"

#include <QDialog>
#include <QTimer>

#include <vector>

class QLabel;
class QLineEdit;
class QListView;
class QMimeData;
class QPlainTextEdit;
class QPushButton;

namespace linernotes::ui
{

class SeedLinesModel;

/// Which artists to look at: typed, pasted, dropped or opened, and shown as understood before anything is queued.
/// Accepted, it tells artists() and runName(). A row of what was understood leads to its line. Text is understood on
/// another thread.
class SeedDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SeedDialog(QWidget *parent);

    [[nodiscard]] std::vector<ArtistDiscoveryMessage> artists() const;
    [[nodiscard]] QString runName() const;
    /// The lines that are not understood, as they were typed.
    [[nodiscard]] QStringList leftOver() const;
    /// As it was typed, pasted or read.
    [[nodiscard]] QString text() const;
    void setText(const QString &text);
    void tellProblem(const QString &text);
    /// Adds the file's lines to the text; what can't be read is said in the dialog.
    void openFile(const QString &path);

public Q_SLOTS:
    /// Waits for what has just been typed to be understood.
    void accept() override;
    /// Asks first where more than a few lines would be lost.
    void reject() override;

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeInput();
    QWidget *makeUnderstood();
    QLayout *makeCounts(QWidget *parent);
    QWidget *makeFoot();
    void goToNextInvalid();
    void showInText(const QModelIndex &row);
    void chooseFile();
    bool takeFiles(const QMimeData *dropped);
    void textChanged();
    void understand();
    void showUnderstood();
    void addText(const Result<QString> &text);

    SeedLinesModel *m_model;
    QPlainTextEdit *m_text = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_counts = nullptr;
    QPushButton *m_invalid = nullptr; ///< how many, and the way to the next
    QLabel *m_problem = nullptr;
    QLineEdit *m_runName = nullptr;
    QPushButton *m_seed = nullptr;
    QTimer m_timer;
    bool m_isNameOwn = false; ///< the user has written a name for the run
    bool m_isReading = false;
    bool m_isStale = false; ///< the text has changed since the reading under way began
    bool m_isWanted = false; ///< accept() came while the text was not yet understood
};

} // namespace linernotes::ui
