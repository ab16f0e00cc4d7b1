#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# bash tests/format.sh          says which tracked sources are not formatted as .clang-format wants; exit code 1
# bash tests/format.sh --fix    formats them
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
cd -- "$root"
command -v clang-format-19 >/dev/null || {
    # shellcheck source=packaging/dependencies.sh
    source packaging/dependencies.sh
    linernotes_install test
}

case "${1:-}" in
'') how=(--dry-run -Werror) ;;
--fix) how=(-i) ;;
*)
    echo "usage: tests/format.sh [--fix]" >&2
    exit 2
    ;;
esac

# A file that a colleague has just deleted is still tracked.
mapfile -d '' files < <(git -c safe.directory='*' ls-files -z -- '*.cpp' '*.h' \
    | while IFS= read -r -d '' file; do [ ! -f "$file" ] || printf '%s\0' "$file"; done)
if [ ${#files[@]} -eq 0 ]; then
    echo "No tracked sources were found: is this a git checkout?" >&2
    exit 1
fi
printf '%s\0' "${files[@]}" | xargs -0 -P 2 -n 40 clang-format-19 "${how[@]}" || exit 1
echo "${#files[@]} files: $([ "${1:-}" = --fix ] && echo formatted || echo 'well formatted')."
