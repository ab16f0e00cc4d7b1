#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Gathers the window's texts into the files of the languages: what is new stands there as unfinished, what is gone is
# taken out. Of the engine only what it answers a person (core/foruser.h): what it writes down stays English.
#   update.sh           brings all files up to date
#   update.sh --check   changes nothing, and fails where a text is missing, unfinished or gone
set -euo pipefail
cd "$(dirname "$0")/../.."
lupdate=$(command -v lupdate6 || echo /usr/lib/qt6/bin/lupdate)
[[ -x $lupdate ]] || { echo "lupdate is missing: install qt6-l10n-tools." >&2; exit 1; }
sources=(ui app/desktop.cpp app/desktopnotifier.cpp app/desktopstart.cpp app/onedesktop.cpp engine/core/foruser.h)
mapfile -t answering < <(grep -rl --include='*.cpp' 'ForUser::tr' engine | sort)
sources+=("${answering[@]}")

# gather FILE: English is the language of the sources, and has only its plural forms.
gather() {
    local only=()
    [[ $1 == *_en.ts ]] && only=(-pluralonly)
    "$lupdate" -silent "${sources[@]}" -no-obsolete -locations none "${only[@]}" -ts "$1" >/dev/null 2>&1
    sed -i '2i<!-- SPDX-License-Identifier: GPL-3.0-or-later -->' "$1" # lupdate drops it
}

failed=0
for file in resources/translations/*.ts; do
    if [[ ${1:-} != --check ]]; then
        gather "$file"
        continue
    fi
    copy=$(mktemp --suffix="_$(basename "$file")")
    trap 'rm -f "$copy"' EXIT
    cp "$file" "$copy"
    gather "$copy"
    if grep -q 'type="unfinished"' "$copy" || ! diff -q "$file" "$copy" >/dev/null; then
        echo "$file is not up to date (run resources/translations/update.sh, then translate what is unfinished):"
        diff "$file" "$copy" | head -20 || true
        grep -B3 'type="unfinished"' "$copy" | head -20 || true
        failed=1
    fi
done
exit $failed
