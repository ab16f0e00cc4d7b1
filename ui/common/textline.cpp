// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/textline.h"

#include <QApplication>
#include <QCache>
#include <QPainter>
#include <QPointer>
#include <QStaticText>
#include <QStyle>
#include <QTextOption>

#include <cmath>

namespace linernotes::ui
{
namespace
{

struct Key {
    QString text;
    TypeStep step = TypeStep::Body;
    int room = 0;
    Qt::TextElideMode elide = Qt::ElideRight;
    bool operator==(const Key &) const = default;
};

size_t qHash(const Key &key, size_t seed)
{
    return qHashMulti(seed, key.text, static_cast<int>(key.step), key.room, static_cast<int>(key.elide));
}

/// What was cut off may be the end of a name: the … stands after it and not within it.
QString withClosedIsolation(QString elided)
{
    if (elided.count(QChar(0x2068)) > elided.count(QChar(0x2069)) && elided.endsWith(u'…'))
        elided.insert(elided.size() - 1, QChar(0x2069));
    return elided;
}

constexpr int unbounded = -1;
/// Some screens full. A line takes a kilobyte or two.
constexpr int mostLines = 2000;
/// Longer than any line that a screen shows: measuring ends there.
constexpr qsizetype mostLetters = 1000;

/// Lines as they were shaped for the fonts of now.
class Lines : public QObject
{
public:
    explicit Lines(QObject *parent)
        : QObject(parent)
        , m_lines(mostLines)
    {
        connect(&Theme::instance(), &Theme::changed, this, [this] { m_lines.clear(); });
    }

    /// What fits into so much room.
    const QStaticText &line(const QString &text, TypeStep step, int room, Qt::TextElideMode elide = Qt::ElideRight)
    {
        const auto &whole = shaped({.text = text, .step = step, .room = unbounded});
        return room == unbounded || whole.size().width() <= room ? whole : shaped({text, step, room, elide});
    }

private:
    const QStaticText &shaped(const Key &key)
    {
        if (const auto *known = m_lines.object(key))
            return *known;
        const auto font = Theme::instance().font(key.step);
        auto shown = key.text.left(mostLetters).replace(QLatin1Char('\n'), QLatin1Char(' '));
        if (key.room != unbounded)
            shown = withClosedIsolation(QFontMetricsF(font).elidedText(shown, key.elide, key.room));
        auto *line = new QStaticText(shown);
        line->setTextFormat(Qt::PlainText);
        QTextOption option;
        option.setTextDirection(QGuiApplication::layoutDirection()); // the window's, whatever the first name's is
        option.setWrapMode(QTextOption::NoWrap);
        line->setTextOption(option);
        line->prepare({}, font);
        m_lines.insert(key, line);
        return *m_lines.object(key);
    }

    QCache<Key, QStaticText> m_lines;
};

Lines &lines()
{
    static QPointer<Lines> kept; // goes with the application, whose fonts it holds
    if (!kept)
        kept = new Lines(QCoreApplication::instance());
    return *kept;
}

} // namespace

void drawLine(QPainter &painter, const QRect &area, Qt::Alignment alignment, TypeStep step, const QString &text,
              Qt::TextElideMode elide)
{
    if (text.isEmpty() || area.width() <= 0)
        return;
    const auto &line = lines().line(text, step, area.width(), elide);
    painter.setFont(Theme::instance().font(step));
    const auto place = QStyle::alignedRect(painter.layoutDirection(), alignment, line.size().toSize(), area);
    painter.drawStaticText(place.topLeft(), line);
}

int lineWidth(TypeStep step, const QString &text)
{
    return static_cast<int>(std::ceil(lines().line(text, step, unbounded).size().width()));
}

} // namespace linernotes::ui
