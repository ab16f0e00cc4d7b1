// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLayout;
class QToolButton;

namespace linernotes::ui
{

class FlowLayout;
class LineLabel;

/// One line of the settings: what it is and what it means on the left, below what is to be known of it now; what it is
/// set with on the right, or below where that would leave the words too little room.
class SettingRow : public QWidget
{
    Q_OBJECT

public:
    SettingRow(const QString &title, const QString &explanation, QWidget *parent);

    /// Takes its name and its explanation for screen readers from the row.
    void addControl(QWidget *control);
    /// Under the words.
    void addBelow(QWidget *widget);
    /// Whether each word stands in what it says.
    [[nodiscard]] bool matches(const QString &text) const;
    void addWords(const QString &words) { m_words += QLatin1Char(' ') + words; }
    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const QString &words() const { return m_words; }
    /// As its controls show it, on one line.
    [[nodiscard]] QString valueText() const;
    /// The keys go to what it is set with.
    void focusControl();

    /// What is wrong with what was entered; empty: nothing.
    void setProblem(const QString &problem);
    [[nodiscard]] QString problem() const;
    void setNote(const QString &note);
    /// When what was changed holds; empty: it holds.
    void setPending(const QString &when);
    /// A button that leads back to `usual`.
    void setResettable(bool resettable, const QString &usual);
    [[nodiscard]] bool isResettable() const;

Q_SIGNALS:
    void resetWanted();

private:
    QLayout *makeTitle();
    void makeProblem();
    void makeSide();

    const QString m_name;
    QString m_words; ///< that the search finds it by
    QWidget *m_texts;
    LineLabel *m_pending;
    QLabel *m_explanation;
    QWidget *m_problemLine;
    QLabel *m_problem;
    QLabel *m_note;
    QWidget *m_side;
    FlowLayout *m_controls;
    QToolButton *m_reset;
};

} // namespace linernotes::ui
