#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, runs the tests. ctest's summary comes last and its exit code is ours.
#
#   bash tests/run.sh                         all tests, release preset
#   bash tests/run.sh asan -L engine          another preset; what follows goes to ctest
#   bash tests/run.sh -R jsonreader           the same with the release preset
#   bash tests/run.sh --build-only [preset]   everything but the tests
#   LINERNOTES_TARGET=engine_tests bash tests/run.sh asan -L engine    builds only what these tests need
#
# The tests get a display, a home, a locale and a network (loopback only) of their own: they neither see nor
# touch what belongs to the person who runs them.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
# shellcheck source=packaging/dependencies.sh
source "$root/packaging/dependencies.sh"

build_only=
if [ "${1:-}" = --build-only ]; then
    build_only=yes
    shift
fi
preset=release
case "${1:-}" in
'' | -*) ;;
*)
    preset=$1
    shift
    ;;
esac
build="$root/build/$preset"

linernotes_install build test run

mkdir -p -- "$build"
exec {lock}>"$build/setup.lock"
flock "$lock"
if ! [ -f "$build/build.ninja" ] || ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$build/CMakeCache.txt"; then
    cmake --fresh -S "$root" --preset "$preset" </dev/null
fi
cmake --build "$build" ${LINERNOTES_TARGET:+--target "$LINERNOTES_TARGET"} </dev/null {lock}>&-
exec {lock}>&-
[ -z "$build_only" ] || exit 0

scratch=$(mktemp -d "${TMPDIR:-/tmp}/linernotes-tests.XXXXXX")
trap 'rm -rf -- "$scratch"' EXIT
mkdir -p -- "$scratch"/{home,config,data,cache,state,tmp}
mkdir -m 700 -- "$scratch/runtime"

export CCACHE_DIR="${CCACHE_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/ccache}" # tests that compile keep the real cache
export HOME="$scratch/home" TMPDIR="$scratch/tmp"
export XDG_CONFIG_HOME="$scratch/config" XDG_DATA_HOME="$scratch/data" XDG_CACHE_HOME="$scratch/cache"
export XDG_STATE_HOME="$scratch/state" XDG_RUNTIME_DIR="$scratch/runtime"
export LC_ALL=C.UTF-8 TZ=UTC
export DBUS_SESSION_BUS_ADDRESS=disabled: # no one's keychain, no one's notifications
unset WAYLAND_DISPLAY XDG_CURRENT_DESKTOP QT_STYLE_OVERRIDE QT_QPA_PLATFORMTHEME QT_SCALE_FACTOR
unset http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY no_proxy NO_PROXY
unset SPOTIFY_CLIENT_ID SPOTIFY_CLIENT_SECRET GENIUS_ACCESS_TOKEN LINERNOTES_DATABASE
unset LINERNOTES_SPOTIFY_API_URL LINERNOTES_SPOTIFY_ACCOUNTS_URL LINERNOTES_GENIUS_API_URL LINERNOTES_MUSICBRAINZ_API_URL
export QT_QPA_PLATFORM=xcb LIBGL_ALWAYS_SOFTWARE=1 NO_AT_BRIDGE=1
# intercept_strndup: GCC 12's wrapper reads a byte past what libxkbcommon-x11 rightly copies by its length.
export ASAN_OPTIONS="${ASAN_OPTIONS:-detect_leaks=1:strict_string_checks=1:detect_stack_use_after_return=0:intercept_strndup=0}"
export LSAN_OPTIONS="${LSAN_OPTIONS:-suppressions=$root/tests/leaks.supp:print_suppressions=0}"
export UBSAN_OPTIONS="${UBSAN_OPTIONS:-print_stacktrace=1:halt_on_error=1}"

# A network namespace proves that no test needs the world outside. Where the system forbids it, the tests still run.
isolated=()
if [ "$(id -u)" -eq 0 ]; then
    isolate=(unshare --net)
else
    isolate=(unshare --user --map-current-user --keep-caps --net)
fi
if "${isolate[@]}" ip link set lo up 2>/dev/null; then
    # shellcheck disable=SC2016 # expanded by the inner shell
    isolated=("${isolate[@]}" bash -c 'ip link set lo up && exec "$@"' bash)
else
    echo "This system does not allow a private network: the tests run with the ordinary one."
fi

# xvfb-run ends its server itself; the window manager ends with it.
# shellcheck disable=SC2016
in_display='openbox --sm-disable >/dev/null 2>&1 & exec "$@"'
status=0
"${isolated[@]}" xvfb-run -a -s '-screen 0 1440x900x24 -nolisten tcp' \
    bash -c "$in_display" bash \
    ctest --test-dir "$build" --output-on-failure --no-tests=error -j "${LINERNOTES_TEST_JOBS:-2}" "$@" </dev/null \
    || status=$?
exit "$status"
