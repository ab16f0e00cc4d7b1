#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A search that finds nothing may be a search that can't find: houserules.sh must name each of these faults, and must
# pass what only looks like one.
set -euo pipefail

rules=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)/houserules.sh
tree=$(mktemp -d)
trap 'rm -rf -- "$tree"' EXIT
spdx='// SPDX-License-Identifier: GPL-3.0-or-later'
faults=0

# judge <path in the tree> <line of code>: the rules' verdict on a tree with this one file
judge() {
    rm -rf -- "$tree"/*
    mkdir -p -- "$tree/$(dirname -- "$1")"
    printf '%s\n#pragma once\n%s\n' "$spdx" "$2" >"$tree/$1"
    GIT_DIR=/nonexistent bash "$rules" "$tree" 2>&1
}

breaks() { # breaks <words of the rule> <path> <line>
    local verdict
    if verdict=$(judge "$2" "$3"); then
        echo "Not found in $2: $3"
        faults=$((faults + 1))
    elif ! grep -qF -- "- $1" <<<"$verdict"; then
        printf 'Found for another reason in %s: %s\n%s\n' "$2" "$3" "$verdict"
        faults=$((faults + 1))
    fi
}

keeps() { # keeps <path> <line>
    local verdict
    if ! verdict=$(judge "$1" "$2"); then
        printf 'Wrongly found in %s: %s\n%s\n' "$1" "$2" "$verdict"
        faults=$((faults + 1))
    fi
}

breaks 'engine/ knows no widget' engine/store/a.cpp '#include <QWidget>'
breaks 'engine/ knows no widget' engine/store/a.h '#include <QtCharts/QChartView>'
breaks 'engine/ knows no widget' engine/store/a.h '#  include <QtWidgets>'
keeps engine/store/a.h '#include <QString>'
keeps engine/store/a.h '#include <QStringView>'
keeps ui/runs/a.h '#include <QWidget>'
breaks 'engine/ does not include ui/' engine/store/a.cpp '#include "ui/runs/runspage.h"'
breaks 'engine/ does not include ui/' engine/store/a.cpp '#include "../../ui/runs/runspage.h"'
breaks 'ui/ talks to the Engine' ui/runs/a.cpp '#include <QSqlQuery>'
breaks 'ui/ talks to the Engine' ui/runs/a.cpp '#include <sqlite3.h>'
breaks 'ui/ talks to the Engine' ui/runs/a.cpp '#include "store/store.h"'
keeps ui/runs/a.cpp '#include "engine.h"'
breaks 'includes start at the layer' engine/store/a.cpp '#include "../core/error.h"'
breaks 'SQL belongs in sql/' engine/store/a.cpp 'query.exec("SELECT id, name FROM runs");'
breaks 'SQL belongs in sql/' engine/store/a.cpp 'query.exec(u"insert or ignore into runs values (1)"_qs);'
breaks 'SQL belongs in sql/' app/a.cpp 'query.exec("delete from runs");'
breaks 'SQL belongs in sql/' app/a.cpp 'query.exec("create unique index x on y (z)");'
breaks 'SQL belongs in sql/' ui/runs/a.cpp 'const char *text = "update runs set paused = 1";'
keeps ui/runs/a.cpp 'label->setText(tr("Select the artists to seed. Update the settings."));'
keeps engine/store/a.cpp '// selects what was inserted into the queue'
keeps tests/engine/a.cpp 'query.exec("SELECT id FROM runs");'
breaks 'no closure and no braces' engine/http/a.cpp 'const auto page = co_await get([id](Page &page) {'
breaks 'no closure and no braces' engine/http/a.cpp 'const auto page = co_await get({.id = id});'
keeps engine/http/a.cpp 'const auto page = co_await get(request);'
breaks 'no QFuture::then with a context' ui/a.cpp 'ask().then(this, [this](int answer) {'
keeps ui/a.cpp 'whenDone(ask(), this, [this](int answer) {'
breaks 'names without a meaning' engine/store/a.h 'class RunManager'
breaks 'names without a meaning' engine/store/a.h 'struct StringUtils {'
breaks 'names without a meaning' engine/store/a.h 'namespace linernotes::StoreHelper'
keeps engine/http/a.h 'class QNetworkAccessManager;'
breaks 'no absolute paths' engine/store/a.cpp "open(\"/""home/someone/data\");"
breaks 'no absolute paths' tests/engine/a.cpp "open(\"/""work/main/data\");"
keeps engine/spotify/a.cpp '// https://example.org/home/page and ./work/x and "/me/artists"'
breaks 'no processEvents()' ui/runs/a.cpp 'QCoreApplication::processEvents();'
breaks 'no processEvents()' engine/http/a.cpp 'std::this_thread::sleep_for(1s);'
breaks 'no using namespace' engine/http/a.cpp 'using namespace std;'
keeps engine/http/a.cpp 'using namespace std::chrono_literals;'
breaks 'no file over 500 lines' engine/http/a.cpp "$(printf '\n%.0s' {1..500}; echo x)"
# passes_bare <path> <text>: the rules' verdict on a tree with this file alone, as it is
passes_bare() {
    rm -rf -- "$tree"/* "$tree"/.clang-format
    mkdir -p -- "$tree/$(dirname -- "$1")"
    printf '%s\n' "$2" >"$tree/$1"
    GIT_DIR=/nonexistent bash "$rules" "$tree" >/dev/null
}
for file in sql/sqlite/a.sql .clang-format README.md tests/leaks.supp resources/a.ts; do
    if passes_bare "$file" 'no licence'; then
        echo "$file without its licence line was not found"
        faults=$((faults + 1))
    fi
done
for file in tests/a.json LICENSE; do
    if ! passes_bare "$file" '{}'; then
        echo "Wrongly found without a licence line: $file"
        faults=$((faults + 1))
    fi
done
passes_bare README.md "$(printf '# Title\n\nText.\n\n<!-- SPDX-License-Identifier: GPL-3.0-or-later -->')" || {
    echo 'README.md with its licence at the end was not understood'
    faults=$((faults + 1))
}

[ "$faults" -eq 0 ] || exit 1
echo "Each rule finds what it is for."
