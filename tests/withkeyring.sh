#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# withkeyring.sh PROGRAM…    runs it on a message bus of its own, with an unlocked gnome-keyring that knows nothing yet.
# Where that can't be had, the program runs without, and LINERNOTES_NO_KEYRING says why.
set -uo pipefail

without() {
    export LINERNOTES_NO_KEYRING="$1"
    shift
    exec "$@"
}

for tool in dbus-run-session gnome-keyring-daemon; do
    command -v "$tool" >/dev/null || without "$tool is not installed" "$@"
done

rings=$(mktemp -d "${TMPDIR:-/tmp}/linernotes-keyring.XXXXXX")
trap 'rm -rf -- "$rings"' EXIT
# The socket in the runtime folder has a short name only in a short folder.
mkdir -m 700 -- "$rings/run" "$rings/data"
export XDG_RUNTIME_DIR="$rings/run" LINERNOTES_KEYRING_DATA="$rings/data"
unset DBUS_SESSION_BUS_ADDRESS
# The keyring has no screen to ask for a password on: its question would stay open for good.
export LINERNOTES_KEYRING_DISPLAY="${DISPLAY:-}"
unset DISPLAY

# Its own words go nowhere: a pipe that it holds would keep whoever reads our output waiting.
# shellcheck disable=SC2016 # expanded by the inner shell
dbus-run-session -- bash -c '
    printf "a password of the test" | XDG_DATA_HOME="$LINERNOTES_KEYRING_DATA" \
        gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 &
    daemon=$!
    answers() {
        dbus-send --session --print-reply --dest=org.freedesktop.DBus /org/freedesktop/DBus \
            org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets 2>/dev/null | grep -q "boolean true"
    }
    for _ in {1..100}; do
        ! answers || break
        sleep 0.1
    done
    answers || export LINERNOTES_NO_KEYRING="gnome-keyring does not start"
    [[ -z $LINERNOTES_KEYRING_DISPLAY ]] || export DISPLAY="$LINERNOTES_KEYRING_DISPLAY"
    "$@"
    status=$?
    kill "$daemon" 2>/dev/null
    exit "$status"' bash "$@"
