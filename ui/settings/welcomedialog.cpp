// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/welcomedialog.h"

#include "common/icons.h"
#include "common/scrolledroom.h"
#include "common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace linernotes::ui
{

WelcomeDialog::WelcomeDialog(QWidget *parent)
    : SnugDialog(parent)
{
    const auto &theme = Theme::instance();
    setObjectName(QStringLiteral("welcomeDialog"));
    setWindowTitle(tr("Welcome"));
    auto *words = new QWidget(this);
    auto *title = new QLabel(tr("Find out who made the records"), words);
    title->setFont(theme.font(TypeStep::Title));
    auto *what = new QLabel(tr("You name artists. Linernotes walks their albums and tracks, finds the producers and "
                               "writers of every recording with the evidence for each credit, and their profiles."),
                            words);
    what->setWordWrap(true);
    auto *texts = new QVBoxLayout(words);
    texts->setContentsMargins(0, 0, 0, 0);
    texts->setSpacing(theme.space(5));
    texts->addWidget(title);
    texts->addWidget(what);
    texts->addWidget(makeNeed(QStringLiteral("album"), tr("Spotify lists the albums and tracks"),
                              tr("It wants the client id and the client secret of an app. You make one for nothing; "
                                 "its owner needs a Premium account. New apps are in development mode, which is "
                                 "enough: they may ask less in a day, so that large lists take longer.")));
    texts->addWidget(makeNeed(QStringLiteral("credit"), tr("Genius knows who produced and wrote"),
                              tr("It wants a client access token, which every free account gets.")));
    texts->addWidget(
        makeNeed(QStringLiteral("demo"), tr("Nothing is needed to try it"),
                 tr("The demo catalogue has invented artists and answers like the services do. It is here at "
                    "any time, under Help → Welcome.")));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.space(6), theme.space(6), theme.space(6), theme.space(5));
    layout->setSpacing(theme.space(5));
    layout->addWidget(new ScrolledRoom(words, this), 1);
    layout->addWidget(makeButtons());
    setUsualWidth(78);
}

QWidget *WelcomeDialog::makeNeed(const QString &iconName, const QString &title, const QString &text)
{
    const auto &theme = Theme::instance();
    auto *need = new QWidget(this);
    auto *picture = new QLabel(need);
    const auto size = theme.iconSize(TypeStep::Title);
    picture->setPixmap(icon(iconName, IconInk::Muted).pixmap(QSize(size, size), devicePixelRatioF()));
    auto *head = new QLabel(title, need);
    head->setFont(theme.font(TypeStep::Strong));
    auto *words = new QLabel(text, need);
    words->setWordWrap(true);
    words->setForegroundRole(QPalette::PlaceholderText);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(theme.space(1));
    texts->addWidget(head);
    texts->addWidget(words);
    auto *layout = new QHBoxLayout(need);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.space(3));
    layout->addWidget(picture, 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
    return need;
}

QWidget *WelcomeDialog::makeButtons()
{
    auto *buttons = new QWidget(this);
    auto *demo = new QPushButton(tr("Try the demo"), buttons);
    demo->setObjectName(QStringLiteral("welcomeDemo"));
    auto *credentials = new QPushButton(tr("Enter credentials…"), buttons);
    credentials->setObjectName(QStringLiteral("welcomeCredentials"));
    credentials->setProperty("primary", true);
    credentials->setDefault(true);
    auto *layout = new QHBoxLayout(buttons);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addStretch(1);
    layout->addWidget(demo);
    layout->addWidget(credentials);
    connect(demo, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT demoWanted();
    });
    connect(credentials, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT credentialsWanted();
    });
    return buttons;
}

} // namespace linernotes::ui
