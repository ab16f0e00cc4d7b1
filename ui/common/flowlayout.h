// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <QList>

#include <utility>
#include <vector>

namespace linernotes::ui
{

/// Items one after the other, on as many lines as they need. What can grow (a line of text, a field) takes what the
/// others leave of its line; text that wraps may be given less width than it would like, at the cost of height.
class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(QWidget *parent = nullptr);
    ~FlowLayout() override;
    FlowLayout(const FlowLayout &) = delete;
    FlowLayout &operator=(const FlowLayout &) = delete;

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize minimumSize() const override;
    [[nodiscard]] QSize sizeHint() const override;
    void setGeometry(const QRect &rect) override;

    void clear(); ///< deletes the widgets too

private:
    using Line = std::vector<std::pair<QLayoutItem *, int>>; ///< with their widths
    int arrange(const QRect &rect, bool place) const;
    int arrangeLine(Line &line, const QRect &rect, bool place) const;

    QList<QLayoutItem *> m_items;
};

} // namespace linernotes::ui
