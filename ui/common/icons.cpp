// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/icons.h"

#include "common/theme.h"

#include <QApplication>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <QWidget>

#include <cmath>
#include <memory>

namespace linernotes::ui
{
namespace
{

/// Parsed once for the program. GUI thread only.
QSvgRenderer *pictureOf(const QString &name)
{
    static QHash<QString, std::shared_ptr<QSvgRenderer>> pictures;
    auto &picture = pictures[name];
    if (!picture)
        picture = std::make_shared<QSvgRenderer>(QStringLiteral(":/icons/%1.svg").arg(name));
    return picture->isValid() ? picture.get() : nullptr;
}

/// The drawing's shape in one colour, at the size in device pixels.
QPixmap tinted(const QString &name, const QSize &size, const QColor &colour)
{
    const auto key =
        QStringLiteral("icon:%1:%2x%3:%4").arg(name).arg(size.width()).arg(size.height()).arg(colour.rgba());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    if (auto *picture = pictureOf(name)) {
        QPainter painter(&pixmap);
        picture->setAspectRatioMode(Qt::KeepAspectRatio);
        picture->render(&painter, QRectF(QPointF(), size));
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), colour);
    }
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class TintedIconEngine final : public QIconEngine
{
public:
    TintedIconEngine(QString name, IconInk ink)
        : m_name(std::move(name))
        , m_ink(ink)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, rect, m_name, colour(mode));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return tinted(m_name, size, colour(mode));
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        auto scaled = pixmap(size, mode, state); // `size` is in device pixels already
        scaled.setDevicePixelRatio(scale);
        return scaled;
    }
    [[nodiscard]] QIconEngine *clone() const override { return new TintedIconEngine(*this); }
    bool isNull() override { return pictureOf(m_name) == nullptr; }

private:
    [[nodiscard]] QColor colour(QIcon::Mode mode) const
    {
        const auto &colours = Theme::instance().colours();
        if (mode == QIcon::Disabled)
            return QApplication::palette().color(QPalette::Disabled, QPalette::ButtonText);
        switch (m_ink) {
        case IconInk::Text:
            return colours.text;
        case IconInk::Muted:
            return colours.muted;
        case IconInk::Outline:
            return colours.outline;
        case IconInk::OnAccent:
            return colours.onAccent;
        }
        Q_UNREACHABLE();
    }

    QString m_name;
    IconInk m_ink;
};

} // namespace

QIcon icon(const QString &name, IconInk ink)
{
    return QIcon(new TintedIconEngine(name, ink));
}

QIcon programIcon()
{
    QIcon icon;
    for (const int side : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        if (auto *picture = pictureOf(QStringLiteral("linernotes"))) {
            QPainter painter(&pixmap);
            picture->render(&painter, pixmap.rect());
        }
        icon.addPixmap(pixmap);
    }
    return icon;
}

QPixmap iconPixmap(const QString &name, int size, const QColor &colour, const QWidget &on)
{
    const auto scale = on.devicePixelRatioF();
    auto pixmap = tinted(name, (QSizeF(size, size) * scale).toSize(), colour);
    pixmap.setDevicePixelRatio(scale);
    return pixmap;
}

void paintIcon(QPainter &painter, const QRectF &area, const QString &name, const QColor &colour)
{
    const auto scale = painter.device()->devicePixelRatioF();
    const QSize size(static_cast<int>(std::ceil(area.width() * scale)),
                     static_cast<int>(std::ceil(area.height() * scale)));
    auto pixmap = tinted(name, size, colour);
    pixmap.setDevicePixelRatio(scale);
    painter.drawPixmap(area.topLeft(), pixmap);
}

} // namespace linernotes::ui
