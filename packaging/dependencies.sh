#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What Linernotes needs from Debian 12, in one place, and the way to get it.
#
#   bash packaging/dependencies.sh [build] [test] [run]   installs what is missing of these lists (all by default)
#   bash packaging/dependencies.sh --list [build] …       prints the names
#
# Sourced, it gives linernotes_install <list>…  Nothing missing: no network, no privileges, a few milliseconds.
# Recommended packages are left out, so each name that we really need stands here.

linernotes_packages() {
    case "$1" in
    build)
        printf '%s\n' \
            g++ cmake ninja-build ccache \
            qt6-base-dev qt6-base-dev-tools qt6-charts-dev qt6-svg-dev qt6-httpserver-dev qt6-websockets-dev \
            qt6-l10n-tools qt6-tools-dev qt6-tools-dev-tools qcoro-qt6-dev \
            libqt6opengl6-dev libopengl-dev libgl-dev libvulkan-dev libsqlite3-dev zlib1g-dev \
            qtkeychain-qt6-dev
        ;;
    run)
        # The SVG icons are a plugin that no library pulls in; Qt's own words come in other languages only with their
        # package; ca-certificates lets TLS be verified; xdg-utils opens links in the browser; QtKeychain loads libsecret
        # by name; the fonts cover the names of artists in any script, and what is no script.
        printf '%s\n' \
            libqt6svg6 qt6-translations-l10n libsecret-1-0 ca-certificates xdg-utils \
            fonts-dejavu-core fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji
        ;;
    test)
        # A window manager, because focus goes back to the window under a closed dialog only where there is one;
        # iproute2 brings up the loopback of the private network in which the tests run; clang and its runtime library
        # build the fuzz targets; a keychain of the tests' own, on a bus of its own.
        printf '%s\n' \
            xvfb xauth xdotool openbox sqlite3 libyaml-cpp-dev git iproute2 clang-format-19 clang-tidy-19 \
            clang-19 libclang-rt-19-dev dbus dbus-bin dbus-daemon gnome-keyring
        ;;
    *)
        echo "There is no list of packages named \"$1\": build, test and run are." >&2
        return 2
        ;;
    esac
}

linernotes_missing() {
    local installed
    # dpkg-query fails when it does not know one of the names; what it knows is still printed.
    installed=$(dpkg-query -W -f='${db:Status-Abbrev}${Package}\n' "$@" 2>/dev/null | sed -n 's/^[ih]i *//p') || true
    comm -23 <(printf '%s\n' "$@" | LC_ALL=C sort -u) <(LC_ALL=C sort -u <<<"$installed")
}

# linernotes_install <list>…: returns 1 with a message for people where it can't be done.
linernotes_install() {
    local list names=() missing=() as_root=() log
    for list in "$@"; do
        local some
        some=$(linernotes_packages "$list") || return 2
        mapfile -t -O "${#names[@]}" names <<<"$some"
    done
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        linernotes_explain_other_system "$@"
        return
    fi
    mapfile -t missing < <(linernotes_missing "${names[@]}")
    [ ${#missing[@]} -eq 0 ] && return 0

    if [ "$(id -u)" -ne 0 ]; then
        # Without a terminal sudo can't ask for a password, so it must not need one.
        if command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
            as_root=(sudo)
        else
            {
                echo "Linernotes needs packages that are not installed, and only an administrator may install them."
                echo "Please have this run by one, then start again:"
                echo
                echo "    apt-get update && apt-get install --no-install-recommends ${missing[*]}"
                echo
            } >&2
            return 1
        fi
    fi

    echo "Installing ${#missing[@]} package(s), once: ${missing[*]}"
    log=$(mktemp)
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300)
    if ! "${apt[@]}" update </dev/null >"$log" 2>&1 \
        || ! "${apt[@]}" install --no-install-recommends "${missing[@]}" </dev/null >>"$log" 2>&1; then
        {
            echo "The packages could not be installed. The last lines of apt-get:"
            tail -n 20 "$log" | sed 's/^/    /'
            echo "Linernotes is built for Debian 12; on another release some names may differ."
        } >&2
        rm -f "$log"
        return 1
    fi
    rm -f "$log"
}

# Elsewhere we can't install, but with the tools in place the build may go on.
linernotes_explain_other_system() {
    command -v cmake >/dev/null && command -v ninja >/dev/null && command -v g++ >/dev/null \
        && command -v ccache >/dev/null && return 0
    cat >&2 <<'TEXT'
This is not a Debian system, so Linernotes can't install what it needs. Please install, then start again:

    GCC 12 or newer, CMake 3.25 or newer, Ninja, ccache
    Qt 6.4 or newer: Core, DBus, Network, Widgets, Charts, Svg, HttpServer, WebSockets, Test,
        Linguist tools
    QCoro for Qt 6 (0.8 or newer), QtKeychain for Qt 6, SQLite, zlib
    for the tests: Xvfb, xauth, xdotool, openbox, sqlite3, yaml-cpp, git, clang-format 19, clang-tidy 19,
        clang 19 with libFuzzer, D-Bus, gnome-keyring
TEXT
    return 1
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
    set -euo pipefail
    if [ "${1:-}" = --list ]; then
        shift
        [ $# -gt 0 ] || set -- build test run
        for list in "$@"; do linernotes_packages "$list"; done
    else
        [ $# -gt 0 ] || set -- build test run
        linernotes_install "$@"
    fi
fi
