// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

#include <array>

namespace linernotes::ui
{

enum class Appearance { System, Light, Dark };

/// The five states of a message. Each has its own colour and its own icon: colour alone never tells.
enum class WorkState { Ready, InFlight, Delayed, Dead, Done };
inline constexpr std::array allWorkStates{WorkState::Ready, WorkState::InFlight, WorkState::Delayed, WorkState::Done,
                                          WorkState::Dead};

/// Name of the icon in resources/icons.
QString iconOf(WorkState state);

enum class TypeStep {
    Caption, ///< labels beside figures, second lines
    Body,
    Strong, ///< the one weight for emphasis
    Title,
    Display, ///< figures to be read from two metres
};

/// All colours of one appearance. Contrast of each text colour on each surface is WCAG AA (tests/ui/tst_theme).
struct Colours {
    QColor canvas; ///< what the window is made of
    QColor surface; ///< what content lies on
    QColor raised; ///< hovered rows and buttons
    QColor line; ///< hair lines between things
    QColor outline; ///< borders of what can be operated; 3:1 on what it stands on, as WCAG 1.4.11 has it
    QColor text;
    QColor muted; ///< second-rank text
    QColor accent;
    QColor onAccent;
    QColor selection; ///< behind selected rows; `text` is written on it
    std::array<QColor, allWorkStates.size()> states; ///< by WorkState

    [[nodiscard]] const QColor &state(WorkState state) const { return states.at(static_cast<std::size_t>(state)); }
    static const Colours &light();
    static const Colours &dark();
};

/// Every colour, size and font of the window comes from here, and no number of these is anywhere else.
/// Lives in the GUI thread, one for the program, as long as the QApplication.
class Theme : public QObject
{
    Q_OBJECT

public:
    static Theme &instance();

    /// Switches at run time; all windows follow.
    void setAppearance(Appearance appearance);
    [[nodiscard]] Appearance appearance() const { return m_appearance; }
    [[nodiscard]] bool isDark() const { return m_isDark; }
    [[nodiscard]] const Colours &colours() const { return m_isDark ? Colours::dark() : Colours::light(); }

    /// Device-independent pixels: that many quarters of the system font's line height.
    [[nodiscard]] int space(int quarters) const;
    [[nodiscard]] QFont font(TypeStep step) const;
    [[nodiscard]] int lineHeight(TypeStep step) const;
    /// Width of that many figures of the step, for columns that must not move while counting.
    [[nodiscard]] int figureWidth(TypeStep step, int figures) const;
    /// Edge length of an icon that stands in a line of the step.
    [[nodiscard]] int iconSize(TypeStep step) const;
    [[nodiscard]] int rowHeight() const { return space(8); } ///< of tables and lists
    [[nodiscard]] double radius() const; ///< of all rounded corners
    [[nodiscard]] double hairline() const { return 1; }
    /// Whether things may move. False where the desktop asks for reduced motion, or a person in the settings.
    [[nodiscard]] static bool mayAnimate();

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit Theme(QObject *parent);
    void apply();

    Appearance m_appearance = Appearance::System;
    bool m_isDark = false;
    bool m_mayMove = true; ///< by the desktop
    bool m_isApplying = false;
};

/// `over` laid on `under` with that much weight, 0 … 1.
QColor blend(const QColor &under, const QColor &over, double weight);

} // namespace linernotes::ui
