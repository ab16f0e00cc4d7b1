// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demoserver.h"
#include "engine.h"
#include "mainwindow/mainwindow.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

class QTableView;

namespace linernotes::test
{

/// The program's window as it stands on the demo catalogue: server, engine, database and window are real.
/// Settings of the window go to a folder of its own. Pictures of it go to $LINERNOTES_PICTURES, if that is set.
class DemoWindow
{
public:
    enum class Pose { Demo, Services }; ///< what the window takes the server for: the demo, or the services themselves
    /// `store`: where the window's credentials come from; null: as they were given to the engine.
    explicit DemoWindow(const QSize &size = {1024, 700}, Pose pose = Pose::Demo, CredentialStore *store = nullptr);
    ~DemoWindow();
    DemoWindow(const DemoWindow &) = delete;
    DemoWindow &operator=(const DemoWindow &) = delete;

    [[nodiscard]] Engine &engine() const { return *m_engine; }
    [[nodiscard]] ui::MainWindow &window() const { return *m_window; }
    [[nodiscard]] demo::DemoServer &server() { return m_server; }
    [[nodiscard]] QString filePath(const QString &name) const { return m_folder.filePath(name); }

    /// The widget of this name, the open dialog first, waited for until it is seen; without it the test ends.
    template <typename Widget>
    Widget *find(const char *objectName) const
    {
        if (!QTest::qWaitFor([&] { return isVisible(objectName); }))
            qFatal("no visible %s", objectName);
        return qobject_cast<Widget *>(visible(QLatin1String(objectName)));
    }
    [[nodiscard]] bool isVisible(const char *objectName) const { return visible(QLatin1String(objectName)); }

    void click(const char *objectName) const;
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const; ///< in the active window
    void clickCell(QTableView *table, int row, int column, bool twice = false) const;
    void clickHeader(QTableView *table, int column) const;
    void picture(const char *name) const;

    /// Seeds artists of the catalogue as the seed dialog does, and waits until their run has ended.
    void runArtists(int howMany);
    /// Waits until there are runs and all have ended.
    void waitForRuns() const;

private:
    [[nodiscard]] QWidget *visible(const QString &objectName) const;

    QTemporaryDir m_folder;
    demo::DemoServer m_server;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace linernotes::test
