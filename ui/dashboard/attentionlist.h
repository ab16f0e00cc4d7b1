// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dashboard/attention.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QBoxLayout;
class QVBoxLayout;

namespace linernotes::ui
{

/// What needs a person now, each with its button; a calm word where nothing does.
class AttentionList : public QWidget
{
    Q_OBJECT

public:
    explicit AttentionList(QWidget *parent);

    void present(const std::vector<Attention> &list);
    [[nodiscard]] bool isEmpty() const { return m_list.empty(); }
    /// Each button stands beside its words, or else below them.
    void setBeside(bool beside);
    /// The keys go to the first button; Tab leads to the next.
    void focusFirst();

Q_SIGNALS:
    void wanted(const linernotes::ui::Attention &attention);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Row {
        QWidget *widget = nullptr;
        QLabel *text = nullptr;
        QPushButton *button = nullptr;
        QBoxLayout *layout = nullptr;
    };
    Row makeRow();
    static void fill(const Row &row, const Attention &attention);

    std::vector<Attention> m_list;
    std::vector<Row> m_rows; ///< taken up again from picture to picture: a button keeps the focus
    QLabel *m_nothing;
    QVBoxLayout *m_layout;
    bool m_isBeside = false;
};

} // namespace linernotes::ui
