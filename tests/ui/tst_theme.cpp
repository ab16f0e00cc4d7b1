// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/icons.h"
#include "common/motion.h"
#include "common/preferences.h"
#include "common/theme.h"

#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace linernotes;
using ui::Colours;
using ui::WorkState;

namespace
{

/// https://www.w3.org/TR/WCAG21/#dfn-relative-luminance
double luminance(const QColor &colour)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

/// https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio
double contrast(const QColor &a, const QColor &b)
{
    const auto [low, high] =
        std::minmax({luminance(a), luminance(b)}); // by value: of two temporaries it would be references
    return (high + 0.05) / (low + 0.05);
}

constexpr double leastOfParts = 3;

} // namespace

/// What is written can be read, and what must not move stands still.
class ThemeTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_config;

    void configure(const QString &file, const QByteArray &text) const
    {
        const auto path = m_config.filePath(file);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile written(path);
        QVERIFY(written.open(QIODevice::WriteOnly));
        written.write(text);
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_config.path().toLocal8Bit());
        QCoreApplication::setOrganizationName(QStringLiteral("linernotes"));
        QCoreApplication::setApplicationName(QStringLiteral("linernotes-test"));
    }

    void theMeasureIsThatOfWcag()
    {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QVERIFY(std::abs(contrast(QColor(0x767676), Qt::white) - 4.54) < 0.01); // a well-known pair
    }

    void everyTextCanBeReadOnEveryGround_data()
    {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        for (const auto *colours : {&Colours::light(), &Colours::dark()}) {
            const auto *theme = colours == &Colours::light() ? "light" : "dark";
            std::vector<std::pair<const char *, QColor>> inks{
                {"text", colours->text}, {"muted", colours->muted}, {"accent", colours->accent}};
            for (const auto &[name, state] :
                 {std::pair("ready", WorkState::Ready), std::pair("in flight", WorkState::InFlight),
                  std::pair("delayed", WorkState::Delayed), std::pair("dead", WorkState::Dead),
                  std::pair("done", WorkState::Done)})
                inks.emplace_back(name, colours->state(state));
            for (const auto &[inkName, ink] : inks) {
                for (const auto &[groundName, ground] :
                     {std::pair("canvas", colours->canvas), std::pair("surface", colours->surface),
                      std::pair("raised", colours->raised), std::pair("selection", colours->selection)})
                    QTest::addRow("%s: %s on %s", theme, inkName, groundName) << ink << ground;
            }
            QTest::addRow("%s: on accent", theme) << colours->onAccent << colours->accent;
            QTest::addRow("%s: tooltip", theme) << colours->surface << colours->text;
        }
    }
    void everyTextCanBeReadOnEveryGround()
    {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        constexpr double leastOfAa = 4.5;
        QVERIFY2(contrast(ink, ground) >= leastOfAa, qPrintable(QString::number(contrast(ink, ground))));
    }

    /// https://www.w3.org/TR/WCAG21/#non-text-contrast
    void theEdgeOfWhatIsOperatedIsSeen_data()
    {
        QTest::addColumn<QColor>("edge");
        QTest::addColumn<QColor>("ground");
        for (const auto *colours : {&Colours::light(), &Colours::dark()}) {
            const auto *theme = colours == &Colours::light() ? "light" : "dark";
            for (const auto &[edgeName, edge] :
                 {std::pair("outline", colours->outline), std::pair("accent", colours->accent)}) {
                for (const auto &[groundName, ground] :
                     {std::pair("canvas", colours->canvas), std::pair("surface", colours->surface),
                      std::pair("raised", colours->raised)})
                    QTest::addRow("%s: %s on %s", theme, edgeName, groundName) << edge << ground;
            }
        }
    }
    void theEdgeOfWhatIsOperatedIsSeen()
    {
        QFETCH(QColor, edge);
        QFETCH(QColor, ground);
        QVERIFY2(contrast(edge, ground) >= leastOfParts, qPrintable(QString::number(contrast(edge, ground))));
    }

    /// As they are drawn: the strongest stroke in the indicator stands out against what is around it.
    void whatIsOperatedIsSeen_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::addColumn<bool>("isRadio");
        QTest::addColumn<int>("state");
        for (const bool isDark : {false, true}) {
            const auto *theme = isDark ? "dark" : "light";
            QTest::addRow("%s: box", theme) << isDark << false << static_cast<int>(Qt::Unchecked);
            QTest::addRow("%s: box, partly", theme) << isDark << false << static_cast<int>(Qt::PartiallyChecked);
            QTest::addRow("%s: box, checked", theme) << isDark << false << static_cast<int>(Qt::Checked);
            QTest::addRow("%s: radio", theme) << isDark << true << static_cast<int>(Qt::Unchecked);
            QTest::addRow("%s: radio, checked", theme) << isDark << true << static_cast<int>(Qt::Checked);
        }
    }
    void whatIsOperatedIsSeen()
    {
        QFETCH(bool, isDark);
        QFETCH(bool, isRadio);
        QFETCH(int, state);
        ui::Theme::instance().setAppearance(isDark ? ui::Appearance::Dark : ui::Appearance::Light);
        QWidget window;
        QCheckBox box(&window);
        QRadioButton radio(&window);
        box.setTristate(true);
        box.setCheckState(static_cast<Qt::CheckState>(state));
        radio.setChecked(state == Qt::Checked);
        auto *button = isRadio ? static_cast<QAbstractButton *>(&radio) : &box;
        button->resize(button->sizeHint());
        const auto picture = button->grab().toImage();
        const auto ground = ui::Theme::instance().colours().canvas;
        double most = 1;
        for (int x = 0; x < picture.width(); ++x) {
            for (int y = 0; y < picture.height(); ++y)
                most = std::max(most, contrast(picture.pixelColor(x, y), ground));
        }
        QVERIFY2(most >= leastOfParts, qPrintable(QString::number(most)));
    }

    void aTextBoxKeepsItsRoundedCorners()
    {
        ui::Theme::instance().setAppearance(ui::Appearance::Light);
        QPlainTextEdit text;
        text.resize(200, 100);
        const auto picture = text.grab().toImage();
        // The corner's arc goes through here; a rectangle of the text's ground would cover it.
        QVERIFY(picture.pixelColor(1, 1) != Colours::light().surface);
    }

    /// As a row that is selected: a solid accent would need other signs and frames on it.
    void whatAMenuHighlightsKeepsItsInk()
    {
        QMenu menu;
        auto *plain = menu.addAction(ui::icon(QStringLiteral("runs")), QStringLiteral("Runs"));
        auto *checked = menu.addAction(QStringLiteral("Live"));
        checked->setCheckable(true);
        checked->setChecked(true);
        menu.popup(QPoint(0, 0));
        for (const auto appearance : {ui::Appearance::Light, ui::Appearance::Dark}) {
            ui::Theme::instance().setAppearance(appearance);
            const auto &colours = ui::Theme::instance().colours();
            for (auto *action : {plain, checked}) {
                menu.setActiveAction(action);
                const auto place = menu.actionGeometry(action);
                const auto row = menu.grab(place).toImage();
                QCOMPARE(row.pixelColor(row.width() - row.height() / 2, row.height() / 2), colours.selection);
                QVERIFY(contrast(colours.text, colours.selection) >= 4.5);
                auto best = 1.0; // its sign, at the front
                for (int x = 0; x < row.height(); ++x) {
                    for (int y = 0; y < row.height(); ++y)
                        best = std::max(best, contrast(row.pixelColor(x, y), colours.selection));
                }
                QVERIFY2(best >= leastOfParts, qPrintable(QString::number(best)));
            }
        }
        ui::Theme::instance().setAppearance(ui::Appearance::Light);
    }

    void theDesktopMayAskForNoMotion_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("moves");
        const auto kde = QStringLiteral("kdeglobals");
        const auto gtk = QStringLiteral("gtk-3.0/settings.ini");
        QTest::newRow("nothing is said") << kde << QByteArray() << true;
        QTest::newRow("KDE, none") << kde << QByteArray("[KDE]\nAnimationDurationFactor=0\n") << false;
        QTest::newRow("KDE, slow") << kde << QByteArray("[KDE]\nAnimationDurationFactor=2.5\n") << true;
        QTest::newRow("KDE, no number") << kde << QByteArray("[KDE]\nAnimationDurationFactor=fast\n") << true;
        QTest::newRow("GTK, off") << gtk << QByteArray("[Settings]\ngtk-enable-animations=false\n") << false;
        QTest::newRow("GTK, 0") << gtk << QByteArray("[Settings]\ngtk-enable-animations=0\n") << false;
        QTest::newRow("GTK, on") << gtk << QByteArray("[Settings]\ngtk-enable-animations=true\n") << true;
        QTest::newRow("GTK 4, off") << QStringLiteral("gtk-4.0/settings.ini")
                                    << QByteArray("[Settings]\ngtk-enable-animations=false\n") << false;
    }
    void theDesktopMayAskForNoMotion()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, text);
        configure(file, text);
        QTEST(ui::desktopLetsThingsMove(), "moves");
        QVERIFY(QFile::remove(m_config.filePath(file)));
    }

    void aPersonMayWantNoMotion()
    {
        QVERIFY(ui::Theme::mayAnimate());
        ui::Preferences::instance().setMotion(false);
        QVERIFY(!ui::Theme::mayAnimate());
        ui::Preferences::instance().setMotion(true);
        QVERIFY(ui::Theme::mayAnimate());
    }
};

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
