// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace linernotes::ui
{

/// Draws a cell of a TableView: the row's ground (hover, selection) and one line of text, after which stands the icon
/// that the model names for Qt::DecorationRole, if it does.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum class Ink { Normal, Muted, Strong };
    RowDelegate(Ink ink, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_ink(ink)
    {
    }
    /// Where what has no room is cut: names that end in a number keep it.
    void setElide(Qt::TextElideMode elide) { m_elide = elide; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    virtual void paintContent(QPainter &painter, const QRect &area, const QModelIndex &index) const;

private:
    Ink m_ink;
    Qt::TextElideMode m_elide = Qt::ElideRight;
};

/// Draws a list of words (role `dataRole`, QStringList) as chips; those without room are counted: "+2".
class ChipsDelegate : public RowDelegate
{
    Q_OBJECT

public:
    ChipsDelegate(int dataRole, QObject *parent)
        : RowDelegate(Ink::Normal, parent)
        , m_dataRole(dataRole)
    {
    }

protected:
    void paintContent(QPainter &painter, const QRect &area, const QModelIndex &index) const override;

private:
    int m_dataRole;
};

/// Draws a share (role `dataRole`, double, 0 … 1) as a short bar with its number.
class ShareDelegate : public RowDelegate
{
    Q_OBJECT

public:
    ShareDelegate(int dataRole, QObject *parent)
        : RowDelegate(Ink::Normal, parent)
        , m_dataRole(dataRole)
    {
    }

protected:
    void paintContent(QPainter &painter, const QRect &area, const QModelIndex &index) const override;

private:
    int m_dataRole;
};

/// The same bar for other places: `area` holds the bar and its number.
void paintShare(QPainter &painter, const QRect &area, double share);

} // namespace linernotes::ui
