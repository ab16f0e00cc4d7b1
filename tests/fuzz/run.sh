#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds the fuzz targets, lets each hunt for a while, two at a time. One line a target; a
# broken promise or a crash fails, with the input that shows it.
#
#   bash tests/fuzz/run.sh                      20 seconds each
#   bash tests/fuzz/run.sh 600 title seedline   ten minutes, these two
#
# They begin with corpus/, regressions/, the tests' fixtures and, where they are, the recorded answers; all read in
# place. What a run learns goes to a scratch folder: corpus/ grows by hand.
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
root=${here%/tests/fuzz}
# shellcheck source=packaging/dependencies.sh
source "$root/packaging/dependencies.sh"

seconds=${1:-20}
[ $# -eq 0 ] || shift
if ! [[ $seconds =~ ^[1-9][0-9]*$ ]]; then
    echo "usage: tests/fuzz/run.sh [SECONDS [TARGET…]]" >&2
    exit 2
fi
targets=("$@")
[ $# -gt 0 ] || mapfile -t targets < <(ls -- "$here/corpus")
for target in "${targets[@]}"; do
    if ! [ -d "$here/corpus/$target" ]; then
        echo "There is no target \"$target\" but $(cd -- "$here/corpus" && echo *)." >&2
        exit 2
    fi
done

linernotes_install build test

build="$root/build/fuzz"
mkdir -p -- "$build/found"
exec {lock}>"$build/setup.lock"
flock "$lock"
if ! [ -f "$build/build.ninja" ] || ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$build/CMakeCache.txt"; then
    cmake --fresh -S "$root" --preset fuzz </dev/null
fi
cmake --build "$build" </dev/null {lock}>&-
exec {lock}>&-

scratch=$(mktemp -d "${TMPDIR:-/tmp}/linernotes-fuzz.XXXXXX")
trap 'rm -rf -- "$scratch"' EXIT

export LC_ALL=C.UTF-8 TZ=UTC
# The usual 256 MiB of freed memory kept apart costs more time in page faults than it finds.
export ASAN_OPTIONS="${ASAN_OPTIONS:-quarantine_size_mb=16:malloc_context_size=8}"
export UBSAN_OPTIONS="${UBSAN_OPTIONS:-print_stacktrace=1}"
export here build scratch seconds
export fixtures="$root/tests/fixtures" recorded="${LINERNOTES_RECORDED_ANSWERS:-$root/../shared/fixtures}"

# Answers that a target may begin with, joined by commas as libFuzzer wants them.
answers_for() {
    case "$1" in
    spotify | genius | musicbrainz) find "$fixtures/$1" "$recorded" -name '*.json' \( -path "$fixtures/*" -o -name "*__$1-*" \) ;;
    refusal) find "$recorded/errors" -type f ;;
    esac 2>/dev/null | LC_ALL=C sort | paste -sd , || true # the recorded ones need not be there
}

hunt() {
    local target=$1 status=0 log="$scratch/$1.log" found="$build/found/$1-" answers runs speed reached input
    local seeds=("$here/corpus/$target")
    [ ! -d "$here/regressions/$target" ] || seeds+=("$here/regressions/$target")
    answers=$(answers_for "$target")
    mkdir -- "$scratch/$target"
    "$build/tests/fuzz/fuzz_$target" "$scratch/$target" "${seeds[@]}" ${answers:+"-seed_inputs=$answers"} \
        -max_total_time="$seconds" -rss_limit_mb=2048 -timeout=10 -max_len=65536 \
        -print_final_stats=1 -artifact_prefix="$found" >"$log" 2>&1 </dev/null || status=$?
    if [ "$status" -eq 0 ]; then
        runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
        speed=$(sed -n 's/^stat::average_exec_per_sec: *//p' "$log")
        reached=$(grep -o 'cov: [0-9]*' "$log" | tail -n 1)
        printf 'fuzz_%-9s %9d runs  %7d exec/s  %s\n' "$target" "$runs" "$speed" "$reached"
        return
    fi
    input=$(sed -n 's/.*Test unit written to //p' "$log" | tail -n 1)
    {
        printf 'fuzz_%s FAILED (exit code %d)\n' "$target" "$status"
        grep -m 1 -E '^Does not hold: |ERROR: |runtime error: ' "$log" || tail -n 20 "$log"
        grep -E '^ +#[0-9]+ .* in .*/engine/' "$log" | head -n 8 || true
        if [ -n "$input" ]; then
            printf '    the input: %s\n    again:     %s %s\n' "$input" "$build/tests/fuzz/fuzz_$target" "$input"
            printf '    to keep:   cp %s %s/WHAT-IT-SHOWS\n' "$input" "$here/regressions/$target"
        fi
    } >&2
    return 1
}
export -f answers_for hunt

# shellcheck disable=SC2016 # expanded by the inner shell
printf '%s\0' "${targets[@]}" | xargs -0 -n 1 -P "${LINERNOTES_FUZZ_JOBS:-2}" bash -c 'hunt "$1"' bash \
    || { echo "Fuzzing found something to correct." >&2; exit 1; }
