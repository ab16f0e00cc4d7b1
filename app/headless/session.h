// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commandline.h"
#include "demo/demoserver.h"
#include "engine.h"

#include <memory>

namespace linernotes
{

/// The database that the line names, else the environment, else the user's own for real work or for the demo.
QString databaseOf(const CommandLine &line);

/// What every start of the program needs: the settings of the command line and the environment, the database, the
/// credentials, and with --demo the demo services.
struct Session {
    std::unique_ptr<demo::DemoServer> demo; ///< outlives the engine
    std::unique_ptr<Engine> engine;
    bool isDemo = false;

    enum class Use {
        Work, ///< the database may be new
        Window, ///< as Work, and it is watched
        Change, ///< the database exists
        Read, ///< the database exists, whichever catalogue it holds
    };
    /// Real work and the demo never share a database: headless/databaseclaim.h.
    static Result<Session> open(const CommandLine &line, Use use, const Credentials &credentials);
    /// With the credentials of the keychain and the environment, for what is shown of them: it does not wait long.
    static Result<Session> open(const CommandLine &line, Use use);
};

} // namespace linernotes
