#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Starts Linernotes from this checkout: installs what is missing, builds what has changed, opens the program.
# Arguments go to the program:  bash packaging/run.sh status --json
# Everything said here goes to stderr, so that the program's stdout stays its own.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
build="$root/build/release"
program="$build/app/linernotes"
log="$build/setup.log"

# shellcheck source=packaging/dependencies.sh
source "$root/packaging/dependencies.sh"

say() { printf '%s\n' "$*" >&2; }

give_up() {
    say "$1 The end of the log:"
    tail -n 25 -- "$log" | sed 's/^/    /' >&2
    say "The whole log is in $log"
    exit 1
}

# A checkout that was moved or copied brings a build that belongs to another folder.
is_configured() {
    [ -f "$build/build.ninja" ] && grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$build/CMakeCache.txt" 2>/dev/null
}

# Ninja's "[12/340] …" becomes one line that counts on a terminal, and silence elsewhere.
show_progress() {
    local line announced=
    while IFS= read -r line; do
        [[ $line =~ ^\[([0-9]+)/([0-9]+)\] && $line != *"globbed directories"* ]] || continue # looking is not building
        if [ -z "$announced" ]; then
            announced=yes
            say "Building Linernotes. The first time takes some minutes."
        fi
        [ -t 2 ] && printf '\r  step %s of %s ' "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}" >&2
    done
    if [ -n "$announced" ] && [ -t 2 ]; then printf '\n' >&2; fi
}

linernotes_install build run >&2

mkdir -p -- "$build"
# Two starts at the same time must not build into each other.
exec {lock}>"$build/setup.lock"
flock "$lock"

: >"$log"
if ! is_configured; then
    say "Preparing the build."
    cmake --fresh -S "$root" --preset release </dev/null >>"$log" 2>&1 || give_up "The build could not be prepared."
fi
cmake --build "$build" --target linernotes </dev/null 2>&1 {lock}>&- | tee -a -- "$log" | show_progress \
    || give_up "Linernotes could not be built."
[ -x "$program" ] || give_up "The build ended without a program."
exec {lock}>&-

# In the bare "C" locale Qt could not name files with letters beyond ASCII.
if [ "$(locale charmap 2>/dev/null)" != UTF-8 ]; then export LC_ALL=C.UTF-8; fi
exec "$program" "$@"
