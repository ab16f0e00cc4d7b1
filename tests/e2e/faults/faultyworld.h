// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demoserver.h"
#include "e2e/groundtruth.h"
#include "engine.h"
#include "fakes/hastyclock.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <atomic>
#include <memory>
#include <mutex>

namespace linernotes::test
{

/// The demo services as the enemy, and an engine that works against them in the same process. Time is hurried on
/// whenever nothing is in hand, so that waits of hours pass in moments.
class FaultyWorld
{
public:
    explicit FaultyWorld(demo::Face face = demo::Face::Legacy);

    /// The run's artist, and all release groups.
    void seed();
    void open();
    void close() { m_engine.reset(); }
    /// Waits until no run has work left, or somebody has to do something. False: it took too long.
    bool work();
    /// What a person does when the services are well again: credentials are confirmed, dead letters sent again.
    bool repair();

    /// Waits until the optional source was visited again wherever it had not answered.
    bool visitAgain();

    /// Nothing is lost and nothing is wrong; empty is good.
    [[nodiscard]] QString compare(bool withMusicBrainz = true);
    [[nodiscard]] PipelineSnapshot snapshot();

    /// Answers 429 with these headers to the calls for which `when` holds, and watches that nobody calls meanwhile.
    void refuse(std::function<bool(const demo::CallInfo &)> when, const QByteArray &retryAfter, Milliseconds expected,
                bool isDaily);
    /// Calls of a service that it had refused and whose time had not come; those in flight at that moment are none.
    [[nodiscard]] int callsTooEarly() const { return m_callsTooEarly; }

    demo::DemoServer server;
    HastyClock clock;
    Settings settings;

    [[nodiscard]] Engine &engine() { return *m_engine; }
    [[nodiscard]] QString databasePath() const { return m_folder.filePath(QStringLiteral("run.sqlite")); }

private:
    [[nodiscard]] Milliseconds nextStep(const PipelineSnapshot &now) const;
    [[nodiscard]] std::vector<QJsonObject> exported(ExportKind kind);
    [[nodiscard]] QString artistId() const { return server.catalogue().artists().front().spotifyId; }

    QTemporaryDir m_folder;
    std::unique_ptr<Engine> m_engine;
    std::mutex m_mutex;
    QMap<QString, std::pair<Instant, QElapsedTimer>> m_refused; ///< by side: until when, and since when
    std::atomic<int> m_callsTooEarly{0};
};

} // namespace linernotes::test
