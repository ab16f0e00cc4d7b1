#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# clang-tidy-19 over the sources, as .clang-tidy says; any warning fails.
#
#   bash tests/tidy.sh                every source
#   bash tests/tidy.sh --since REV    the sources that changed since REV, or include a header that did
#   bash tests/tidy.sh FILE…          these
#
# A source that was clean is not checked again until it, a project header that it includes (through any number of
# others), its compile command, .clang-tidy or clang-tidy itself changes: build/tidy/clean/ has a name for each.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
cd -- "$root"
command -v clang-tidy-19 >/dev/null || {
    # shellcheck source=packaging/dependencies.sh
    source packaging/dependencies.sh
    linernotes_install test
}

commands=build/release/compile_commands.json
tidy=build/tidy
mkdir -p "$tidy/clean" "$tidy/commands"
jobs=${LINERNOTES_TIDY_JOBS:-2}

# clang does not know all of GCC's warnings. The analyzer explores 225,000 states a function by default, half of the
# whole time; nearly all of what it finds, it finds in the first tenth.
options=(--quiet --extra-arg=-Wno-unknown-warning-option)
for argument in -Xclang -analyzer-config -Xclang max-nodes=25000; do options+=("--extra-arg=$argument"); done

# Sources include what moc and rcc write, so that has to be there; nothing is compiled.
mkdir -p build/release
exec {lock}>build/release/setup.lock
flock "$lock"
{
    if ! [ -f build/release/build.ninja ]; then cmake --fresh --preset release; fi
    ninja -C build/release build.ninja # a folder or file that is new since the last build
    ninja -C build/release -t targets all | sed -n 's/^\([^/][^ ]*_autogen\): phony$/\1/p' | grep -v /CMakeFiles/ \
        | xargs -r ninja -C build/release
} </dev/null >"$tidy/prepare.log" 2>&1 {lock}>&- || { tail -n 20 "$tidy/prepare.log"; exit 1; }
exec {lock}>&-

# The build is GCC's; clang does not know these flags. Coroutines need none in C++23.
sed -E 's/ -fcoroutines\b//g; s/ -Wno-maybe-uninitialized\b//g' "$commands" >"$tidy/commands/compile_commands.json"

# "source<TAB>command" for each of our own sources.
compiled=$(awk -v root="$root/" '
    /^  "command": /{ command = $0 }
    /^  "file": /{
        file = $0
        sub(/^  "file": "/, "", file); sub(/",?$/, "", file)
        if (index(file, root) != 1) next
        file = substr(file, length(root) + 1)
        if (file ~ /^build\//) next
        print file "\t" command
    }' "$tidy/commands/compile_commands.json" | LC_ALL=C sort -u -t $'\t' -k1,1)

# "source<TAB>project file that it depends on": the closure of the #include lines. A name fits every project file
# that ends in it, so this may name a file too many but none too few.
dependencies() {
    git -c safe.directory='*' ls-files -co --exclude-standard -- '*.cpp' '*.h' \
        | while IFS= read -r file; do [ ! -f "$file" ] || printf '%s\n' "$file"; done \
        | xargs -d '\n' awk '
            FNR == 1 { files[FILENAME] = 1 }
            /^[ \t]*#[ \t]*include/ {
                if (match($0, /["<][^">]+[">]/)) {
                    name = substr($0, RSTART + 1, RLENGTH - 2)
                    sub(/^(\.\.?\/)+/, "", name)
                    wants[FILENAME] = wants[FILENAME] "\n" name
                }
            }
            END {
                for (file in files) {
                    rest = file
                    while (1) {
                        bySuffix[rest] = bySuffix[rest] "\n" file
                        slash = index(rest, "/")
                        if (!slash) break
                        rest = substr(rest, slash + 1)
                    }
                }
                for (file in files) {
                    split("", seen); n = 1; queue[1] = file; seen[file] = 1
                    for (i = 1; i <= n; ++i) {
                        count = split(wants[queue[i]], names, "\n")
                        for (j = 2; j <= count; ++j) {
                            hits = split(bySuffix[names[j]], found, "\n")
                            for (k = 2; k <= hits; ++k)
                                if (!(found[k] in seen)) { seen[found[k]] = 1; queue[++n] = found[k] }
                        }
                    }
                    for (other in seen) print file "\t" other
                }
            }' | LC_ALL=C sort
}
needs=$(dependencies)

case "${1:-}" in
--since)
    [ $# -eq 2 ] || { echo "usage: tests/tidy.sh [--since REV | FILE…]" >&2; exit 2; }
    changed=$({
        git -c safe.directory='*' diff --name-only "$(git -c safe.directory='*' merge-base "$2" HEAD)" -- '*.cpp' '*.h'
        git -c safe.directory='*' ls-files -o --exclude-standard -- '*.cpp' '*.h'
    } | LC_ALL=C sort -u)
    wanted=$(awk -F '\t' 'NR == FNR { changed[$1] = 1; next } $2 in changed { print $1 }' \
        <(printf '%s\n' "$changed") <(printf '%s\n' "$needs") | LC_ALL=C sort -u)
    compiled=$(awk -F '\t' 'NR == FNR { wanted[$1] = 1; next } $1 in wanted' \
        <(printf '%s\n' "$wanted") <(printf '%s\n' "$compiled"))
    ;;
-*)
    echo "usage: tests/tidy.sh [--since REV | FILE…]" >&2
    exit 2
    ;;
?*)
    compiled=$(awk -F '\t' 'NR == FNR { wanted[$1] = 1; next } $1 in wanted' \
        <(realpath -m --relative-to="$root" -- "$@") <(printf '%s\n' "$compiled"))
    ;;
esac

# One hash a file of the tree, taken once.
declare -A hash_of
while read -r sum name; do hash_of[$name]=$sum; done < <(
    cut -f 2 <<<"$needs" | LC_ALL=C sort -u | xargs -d '\n' sha256sum)
common=$( { clang-tidy-19 --version; cat .clang-tidy; cat tests/.clang-tidy 2>/dev/null || true; echo "${options[@]}"; } | sha256sum)

declare -A key_text
while IFS=$'\t' read -r file other; do
    key_text[$file]+="$other ${hash_of[$other]} "
done <<<"$needs"

queue=()
total=0
while IFS=$'\t' read -r file command; do
    [ -n "$file" ] || continue
    total=$((total + 1))
    key=$(printf '%s' "$common" "$command" "${key_text[$file]:-}" | sha256sum)
    key=${key%% *}
    [ -f "$tidy/clean/$key" ] || queue+=("$file" "$key")
done <<<"$compiled"

check() {
    local tidy=$1 file=$2 key=$3 output
    shift 3
    # clang-tidy counts the warnings of foreign headers on stderr; what concerns us is on stdout.
    if output=$(clang-tidy-19 -p "$tidy/commands" "$@" "$file" 2>"$tidy/$key.err"); then
        : >"$tidy/clean/$key"
        rm -f "$tidy/$key.err"
        echo "clean   $file"
    else
        # One write, so that two jobs do not mix their lines. Without findings the reason is on stderr.
        printf 'FAILED  %s\n%s\n' "$file" "${output:-$(cat "$tidy/$key.err")}"
        rm -f "$tidy/$key.err"
        return 1
    fi
}
export -f check

fresh=$((${#queue[@]} / 2))
echo "clang-tidy: $total sources, $((total - fresh)) clean since the last time, $fresh to check"
if [ "$fresh" -gt 0 ]; then
    # shellcheck disable=SC2016
    printf '%s\0' "${queue[@]}" \
        | xargs -0 -n 2 -P "$jobs" bash -c 'check "$1" "${@: -2}" "${@:2:$#-3}"' bash "$tidy" "${options[@]}" \
        || { echo "clang-tidy found something to correct."; exit 1; }
fi
echo "clang-tidy: clean"
