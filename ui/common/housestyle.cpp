// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/housestyle.h"

#include "common/controllook.h"
#include "common/menulook.h"
#include "common/theme.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QStyleOption>
#include <QToolButton>
#include <QtMath>

namespace linernotes::ui
{
namespace
{

const Colours &colours()
{
    return Theme::instance().colours();
}

void drawHeaderSection(QPainter &painter, const QStyleOptionHeader &option)
{
    painter.fillRect(option.rect, colours().surface);
    painter.setPen(QPen(colours().line, Theme::instance().hairline()));
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

int sortArrowWidth()
{
    return Theme::instance().space(3);
}

bool isSorted(const QStyleOptionHeader &option)
{
    return option.sortIndicator != QStyleOptionHeader::None;
}

/// The label of a table's first column stands where the page's other text begins, as its cells do (RowDelegate).
int headerIndent(const QStyleOption *option, const QWidget *widget)
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    const bool isFirst = header
        && (header->position == QStyleOptionHeader::Beginning
            || header->position == QStyleOptionHeader::OnlyOneSection);
    const auto *view = qobject_cast<const QHeaderView *>(widget);
    return isFirst && view && view->orientation() == Qt::Horizontal ? Theme::instance().space(2) : 0;
}

void drawSortArrow(QPainter &painter, const QPointF &centre, bool isDescending)
{
    const auto half = Theme::instance().space(1) * 0.75;
    const auto tip = isDescending ? half / 2 : -half / 2; // the largest on top: it points down the list
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours().text);
    painter.drawPolygon(
        QPolygonF({centre + QPointF(-half, -tip), centre + QPointF(half, -tip), centre + QPointF(0, tip)}));
    painter.restore();
}

/// Of a button that opens a menu and does nothing else.
bool hasMenuArrow(const QStyleOptionToolButton &button)
{
    return button.features.testFlag(QStyleOptionToolButton::HasMenu)
        && !button.features.testFlag(QStyleOptionToolButton::MenuButtonPopup);
}

int menuArrowWidth()
{
    return Theme::instance().space(2);
}

/// The label, and after it which way its column is sorted.
void drawHeaderLabel(QPainter &painter, const QStyleOptionHeader &option)
{
    painter.setFont(Theme::instance().font(TypeStep::Caption));
    const auto arrow = isSorted(option) ? sortArrowWidth() : 0;
    const auto metrics = painter.fontMetrics();
    const auto text = metrics.elidedText(option.text, Qt::ElideRight, std::max(option.rect.width() - arrow, 0));
    const QSize size(metrics.horizontalAdvance(text) + arrow, option.rect.height());
    const auto both = QStyle::alignedRect(option.direction, option.textAlignment, size, option.rect);
    painter.setPen(isSorted(option) ? colours().text : colours().muted);
    painter.drawText(QStyle::visualRect(option.direction, both, both.adjusted(0, 0, -arrow, 0)),
                     Qt::AlignCenter | Qt::TextSingleLine, text);
    if (arrow == 0)
        return;
    const QRect place(both.right() + 1 - arrow, both.top(), arrow, both.height());
    // Qt calls "down" what runs from A to Z.
    drawSortArrow(painter, QRectF(QStyle::visualRect(option.direction, both, place)).center() + QPointF(arrow / 8.0, 0),
                  option.sortIndicator == QStyleOptionHeader::SortUp);
}

/// What is scrolled lies on the window itself, as panels do, and not on a surface of its own.
bool isOnCanvas(const QAbstractScrollArea &area)
{
    return !area.viewport()->autoFillBackground();
}

QBrush groundOf(const QStyleOption &option, const QWidget *scrollBar)
{
    const auto *holder = scrollBar ? scrollBar->parentWidget() : nullptr;
    const auto *area = holder ? qobject_cast<const QAbstractScrollArea *>(holder->parentWidget()) : nullptr;
    return !holder || (area && isOnCanvas(*area)) ? option.palette.window() : option.palette.base();
}

/// Only a thumb, without a groove or arrows.
void drawScrollBar(QPainter &painter, const QStyle &style, const QStyleOptionSlider &option, const QWidget *widget)
{
    painter.fillRect(option.rect, groundOf(option, widget));
    if (option.maximum <= option.minimum)
        return;
    auto thumb = QRectF(style.subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, widget));
    const auto margin = Theme::instance().space(1) / 2.0;
    thumb.adjust(margin, margin, -margin, -margin);
    const bool isActive = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isActive ? colours().muted : colours().outline);
    const auto radius = std::min(thumb.width(), thumb.height()) / 2;
    painter.drawRoundedRect(thumb, radius, radius);
    painter.restore();
}

} // namespace

HouseStyle::HouseStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void HouseStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        drawButton(*painter, *option, isPrimary(widget), button && (button->features & QStyleOptionButton::Flat));
        return;
    }
    case PE_PanelButtonTool:
        drawButton(*painter, *option, isPrimary(widget), true);
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            drawField(*painter, *option, true);
        return;
    case PE_FrameLineEdit:
        drawField(*painter, *option, false);
        return;
    case PE_Frame:
        if (qobject_cast<const QAbstractScrollArea *>(widget)) {
            drawField(*painter, *option, true);
            return;
        }
        break;
    case PE_PanelScrollAreaCorner: // between two bars, on the same ground
        if (const auto *area = qobject_cast<const QAbstractScrollArea *>(widget)) {
            painter->fillRect(option->rect, isOnCanvas(*area) ? option->palette.window() : option->palette.base());
            return;
        }
        break;
    case PE_PanelMenu:
        drawMenuPanel(*painter, *option, widget && widget->testAttribute(Qt::WA_TranslucentBackground));
        return;
    case PE_FrameTabBarBase:
        drawTabBase(*painter, *option);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckBox(*painter, *option);
        return;
    case PE_IndicatorRadioButton:
        drawRadioButton(*painter, *option);
        return;
    case PE_FrameFocusRect:
        if (qobject_cast<const QToolButton *>(widget) && isFlat(widget))
            drawFlatFocus(*painter, *option, *widget);
        return;
    case PE_FrameMenu: // the panel has drawn it
    case PE_PanelMenuBar:
    case PE_PanelStatusBar:
    case PE_FrameStatusBarItem:
    case PE_IndicatorToolBarSeparator:
    case PE_PanelItemViewRow: // the delegates draw the whole row, hover and selection too
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

/// The base class cuts a text in the middle of a letter.
void HouseStyle::drawChoiceLabel(const QStyleOptionComboBox &choice, QPainter *painter, const QWidget *widget) const
{
    auto label = choice;
    const auto room = subControlRect(CC_ComboBox, &choice, SC_ComboBoxEditField, widget).width();
    const auto taken = choice.currentIcon.isNull() ? 2 : choice.iconSize.width() + 6; // by the base class's margins
    label.currentText = choice.fontMetrics.elidedText(choice.currentText, Qt::ElideRight, room - taken);
    QProxyStyle::drawControl(CE_ComboBoxLabel, &label, painter, widget);
}

void HouseStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    if (const auto *choice = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        element == CE_ComboBoxLabel && choice)
        return drawChoiceLabel(*choice, painter, widget);
    switch (element) {
    case CE_ToolBar:
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, colours().canvas);
        return;
    case CE_HeaderEmptyArea:
    case CE_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            drawHeaderSection(*painter, *header);
        } else {
            QStyleOptionHeader empty;
            empty.rect = option->rect;
            drawHeaderSection(*painter, empty);
        }
        return;
    case CE_Header:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            drawHeaderSection(*painter, *header);
            auto label = *header;
            label.rect = subElementRect(SE_HeaderLabel, option, widget); // the base class would ask itself
            drawHeaderLabel(*painter, label);
            return;
        }
        break;
    case CE_PushButton:
        QProxyStyle::drawControl(element, option, painter, widget);
        if (isFlat(widget) && (option->state & State_HasFocus))
            drawFlatFocus(*painter, *option, *widget);
        return;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
            button && isPrimary(widget) && (button->state & State_Enabled)) {
            auto primary = *button;
            primary.palette.setColor(QPalette::ButtonText, colours().onAccent);
            QProxyStyle::drawControl(element, &primary, painter, widget);
            return;
        }
        break;
    case CE_ToolButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            auto label = *button;
            if (isPrimary(widget) && (button->state & State_Enabled))
                label.palette.setColor(QPalette::ButtonText, colours().onAccent);
            const bool isBoth = button->toolButtonStyle == Qt::ToolButtonTextBesideIcon && !button->icon.isNull()
                && !button->text.isEmpty();
            if (isBoth)
                drawIconAndText(*painter, label, *this);
            else
                QProxyStyle::drawControl(element, &label, painter, widget);
            return;
        }
        break;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            drawMenuBarItem(*painter, *item, *this, widget);
            return;
        }
        break;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            const auto written = drawMenuGround(*painter, *item, widget);
            QProxyStyle::drawControl(element, &written, painter, widget);
            return;
        }
        break;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            drawTab(*painter, *tab);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void HouseStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                    const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            drawScrollBar(*painter, *this, *slider, widget);
            return;
        }
    }
    if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        control == CC_ToolButton && button && hasMenuArrow(*button)) {
        // The base style puts a tiny arrow into the lower corner, below the text.
        auto plain = *button;
        plain.features &= ~QStyleOptionToolButton::HasMenu;
        QProxyStyle::drawComplexControl(control, &plain, painter, widget);
        // Behind the text, and not at the edge, where the ring of the focus is.
        const auto half = button->fontMetrics.size(Qt::TextShowMnemonic, button->text).width() / 2;
        const QRect place(button->rect.center().x() + half + menuArrowWidth() / 2, button->rect.top(), menuArrowWidth(),
                          button->rect.height());
        drawSortArrow(*painter, QRectF(visualRect(button->direction, button->rect, place)).center(), true);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int HouseStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const auto &theme = Theme::instance();
    switch (metric) {
    case PM_ScrollBarExtent:
        return theme.space(3);
    case PM_ScrollBarSliderMin:
        return theme.space(6);
    case PM_ToolBarItemSpacing:
    case PM_ToolBarItemMargin:
    case PM_ToolBarFrameWidth:
        return theme.space(1);
    case PM_ToolBarIconSize:
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
        return theme.iconSize(TypeStep::Body);
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return theme.space(3);
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
    case PM_SplitterWidth:
    case PM_HeaderMargin:
        return theme.space(2);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return theme.iconSize(TypeStep::Body);
    case PM_DefaultFrameWidth:
        // What scrolls is a rectangle: it begins where it leaves the rounded corners alone.
        return qobject_cast<const QAbstractScrollArea *>(widget)
            ? qCeil(theme.radius() * (1 - M_SQRT1_2) + theme.hairline())
            : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_MenuVMargin:
        return theme.space(1);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int HouseStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 1;
    case SH_ComboBox_AllowWheelScrolling: // who scrolls a page changes nothing on it
        return 0;
    case SH_DialogButtonLayout: // Qt's own boxes as our dialogs: what is done stands last
        return QDialogButtonBox::GnomeLayout;
    case SH_Menu_Mask:
        if (auto *mask = qstyleoption_cast<QStyleHintReturnMask *>(returnData);
            mask && option && widget && !widget->testAttribute(Qt::WA_TranslucentBackground)) {
            mask->region = menuShape(*option);
            return 1;
        }
        return 0;
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ItemView_ShowDecorationSelected:
        return hint == SH_ItemView_ShowDecorationSelected ? 1 : 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QRect HouseStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const auto &theme = Theme::instance();
    switch (element) {
    case SE_HeaderLabel: {
        const auto margin = pixelMetric(PM_HeaderMargin, option, widget);
        const auto label = option->rect.adjusted(margin + headerIndent(option, widget), 0, -margin, 0);
        return visualRect(option->direction, option->rect, label);
    }
    case SE_LineEditContents:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            return QProxyStyle::subElementRect(element, option, widget).adjusted(theme.space(1), 0, -theme.space(1), 0);
        break;
    default:
        break;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect HouseStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
                                 const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !slider)
        return QProxyStyle::subControlRect(control, option, subControl, widget);
    // Without arrows the groove is the whole bar, and the thumb is its part that is seen.
    const bool isFlat = slider->orientation == Qt::Horizontal;
    const auto length = isFlat ? slider->rect.width() : slider->rect.height();
    const auto range = static_cast<qint64>(slider->maximum) - slider->minimum;
    auto size = length;
    if (range > 0) {
        size = static_cast<int>(static_cast<qint64>(length) * slider->pageStep / (range + slider->pageStep));
        size = std::clamp(size, std::min(pixelMetric(PM_ScrollBarSliderMin, option, widget), length), length);
    }
    const auto start = sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition, length - size,
                                               slider->upsideDown);
    const auto part = [&](int from, int to) {
        const QRect rect =
            isFlat ? QRect(from, 0, to - from, slider->rect.height()) : QRect(0, from, slider->rect.width(), to - from);
        return visualRect(slider->direction, slider->rect, rect);
    };
    switch (subControl) {
    case SC_ScrollBarGroove:
        return part(0, length);
    case SC_ScrollBarSlider:
        return part(start, start + size);
    case SC_ScrollBarSubPage:
        return part(0, start);
    case SC_ScrollBarAddPage:
        return part(start + size, length);
    default:
        return {};
    }
}

QSize HouseStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                   const QWidget *widget) const
{
    auto room = QProxyStyle::sizeFromContents(type, option, size, widget);
    const auto &theme = Theme::instance();
    switch (type) {
    case CT_PushButton:
    case CT_ToolButton:
    case CT_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            const QFontMetrics metrics(theme.font(TypeStep::Caption));
            const auto margins = 2 * pixelMetric(PM_HeaderMargin, option, widget) + headerIndent(option, widget);
            const auto arrow = isSorted(*header) ? sortArrowWidth() : 0;
            room.setWidth(metrics.horizontalAdvance(header->text) + margins + arrow + theme.space(1));
        }
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
            button && hasMenuArrow(*button))
            room.rwidth() += 3 * menuArrowWidth(); // the label stays in the middle, with room for the ring beside it
        if (type == CT_PushButton) // Fusion's own room leaves the text at the rounded edge
            room.rwidth() += theme.space(2);
        return {room.width(), std::max(room.height(), theme.space(7))};
    default:
        return room;
    }
}

void HouseStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    // A menu's corners are round. Under X11 there may be nobody who mixes what is translucent: there they are cut off.
    if (qobject_cast<QMenu *>(widget) && QGuiApplication::platformName() != QLatin1String("xcb"))
        widget->setAttribute(Qt::WA_TranslucentBackground);
}

} // namespace linernotes::ui
