// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/theme.h"

#include "common/housestyle.h"
#include "common/motion.h"
#include "common/preferences.h"

#include <QApplication>
#include <QEvent>
#include <QFontMetrics>
#include <QPointer>

namespace linernotes::ui
{
namespace
{

QPalette paletteOf(const Colours &colours)
{
    QPalette palette;
    palette.setColor(QPalette::Window, colours.canvas);
    palette.setColor(QPalette::WindowText, colours.text);
    palette.setColor(QPalette::Base, colours.surface);
    palette.setColor(QPalette::AlternateBase, blend(colours.surface, colours.canvas, 0.5));
    palette.setColor(QPalette::Text, colours.text);
    palette.setColor(QPalette::PlaceholderText, colours.muted);
    palette.setColor(QPalette::Button, colours.surface);
    palette.setColor(QPalette::ButtonText, colours.text);
    palette.setColor(QPalette::BrightText, colours.onAccent);
    palette.setColor(QPalette::Highlight, colours.accent);
    palette.setColor(QPalette::HighlightedText, colours.onAccent);
    palette.setColor(QPalette::Link, colours.accent);
    palette.setColor(QPalette::LinkVisited, colours.accent);
    palette.setColor(QPalette::ToolTipBase, colours.text);
    palette.setColor(QPalette::ToolTipText, colours.surface);
    palette.setColor(QPalette::Light, colours.raised);
    palette.setColor(QPalette::Midlight, colours.raised);
    palette.setColor(QPalette::Mid, colours.line);
    palette.setColor(QPalette::Dark, colours.outline);
    palette.setColor(QPalette::Shadow, colours.outline);
    const auto faded = blend(colours.surface, colours.muted, 0.7);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faded);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colours.line);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, faded);
    return palette;
}

/// What the desktop wears: the platform theme's palette tells, as Qt 6.4 has no question for it.
bool systemIsDark()
{
    const auto gtkTheme = qEnvironmentVariable("GTK_THEME");
    if (gtkTheme.endsWith(QLatin1String("dark"), Qt::CaseInsensitive))
        return true;
    QApplication::setPalette(QPalette());
    const auto palette = QApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

double sizeFactor(TypeStep step)
{
    switch (step) {
    case TypeStep::Caption:
        return 0.9;
    case TypeStep::Body:
    case TypeStep::Strong:
        return 1;
    case TypeStep::Title:
        return 1.45;
    case TypeStep::Display:
        return 2.3;
    }
    Q_UNREACHABLE();
}

} // namespace

QString iconOf(WorkState state)
{
    switch (state) {
    case WorkState::Ready:
        return QStringLiteral("ready");
    case WorkState::InFlight:
        return QStringLiteral("inflight");
    case WorkState::Delayed:
        return QStringLiteral("delayed");
    case WorkState::Dead:
        return QStringLiteral("dead");
    case WorkState::Done:
        return QStringLiteral("check");
    }
    Q_UNREACHABLE();
}

const Colours &Colours::light()
{
    static const Colours colours{
        .canvas = QColor(0xf4f5f7),
        .surface = QColor(0xffffff),
        .raised = QColor(0xeceef2),
        .line = QColor(0xe1e4e9),
        .outline = QColor(0x808792),
        .text = QColor(0x1a1d23),
        .muted = QColor(0x59616d),
        .accent = QColor(0x5b3fc4),
        .onAccent = QColor(0xffffff),
        .selection = QColor(0xe4defa),
        .states = {QColor(0x1f5fc9), QColor(0x0a6c7e), QColor(0x955200), QColor(0xc02636), QColor(0x1a7234)}};
    return colours;
}

const Colours &Colours::dark()
{
    static const Colours colours{
        .canvas = QColor(0x131519),
        .surface = QColor(0x1b1e23),
        .raised = QColor(0x262a31),
        .line = QColor(0x2b2f37),
        .outline = QColor(0x6f7784),
        .text = QColor(0xe7e9ed),
        .muted = QColor(0xa0a8b4),
        .accent = QColor(0xb09bff),
        .onAccent = QColor(0x17122b),
        .selection = QColor(0x38305c),
        .states = {QColor(0x7aacff), QColor(0x45c4d6), QColor(0xf0b14e), QColor(0xff8087), QColor(0x66cc7f)}};
    return colours;
}

QColor blend(const QColor &under, const QColor &over, double weight)
{
    const auto mixed = [weight](double a, double b) { return static_cast<float>(a + (b - a) * weight); };
    return QColor::fromRgbF(mixed(under.redF(), over.redF()), mixed(under.greenF(), over.greenF()),
                            mixed(under.blueF(), over.blueF()));
}

Theme &Theme::instance()
{
    static QPointer<Theme> theme; // gone with its application: tests make several
    if (!theme) {
        theme = new Theme(qApp);
        QApplication::setStyle(new HouseStyle); // taken over by the application; asks for this theme while it is set
        theme->apply();
    }
    return *theme;
}

Theme::Theme(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

void Theme::setAppearance(Appearance appearance)
{
    if (m_appearance == appearance)
        return;
    m_appearance = appearance;
    apply();
}

void Theme::apply()
{
    m_isApplying = true;
    m_mayMove = desktopLetsThingsMove();
    m_isDark = m_appearance == Appearance::System ? systemIsDark() : m_appearance == Appearance::Dark;
    QApplication::setPalette(paletteOf(colours()));
    m_isApplying = false;
    Q_EMIT changed();
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && watched->isWindowType() && !m_isApplying
        && m_appearance == Appearance::System)
        apply();
    return QObject::eventFilter(watched, event);
}

int Theme::space(int quarters) const
{
    return qRound(QFontMetricsF(QApplication::font()).height() * quarters / 4);
}

QFont Theme::font(TypeStep step) const
{
    // The usual desktop fonts (DejaVu, Noto, Cantarell) have tabular figures by default; Qt 6.4 can't ask for them.
    auto font = QApplication::font();
    const auto factor = sizeFactor(step);
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(font.pixelSize() * factor));
    if (step == TypeStep::Strong || step == TypeStep::Title || step == TypeStep::Display)
        font.setWeight(QFont::DemiBold);
    return font;
}

int Theme::lineHeight(TypeStep step) const
{
    return QFontMetrics(font(step)).height();
}

int Theme::figureWidth(TypeStep step, int figures) const
{
    return QFontMetrics(font(step)).horizontalAdvance(QLatin1Char('0')) * figures;
}

int Theme::iconSize(TypeStep step) const
{
    return QFontMetrics(font(step)).ascent() + space(1) / 2;
}

double Theme::radius() const
{
    return space(1) * 1.25;
}

bool Theme::mayAnimate()
{
    return instance().m_mayMove && Preferences::instance().hasMotion();
}

} // namespace linernotes::ui
