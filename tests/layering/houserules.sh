#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The rules of the house that a text search can check:  houserules.sh <root of a checkout>
# Prints each offence as file:line: text, and fails if there is one.
set -uo pipefail
shopt -s lastpipe # offence counts, at the end of a pipe

cd -- "$1" || exit 2
faults=0

# Tracked and new files; in a source archive without git, all files outside build/.
all_files() {
    local file
    { git -c safe.directory='*' ls-files -co --exclude-standard 2>/dev/null \
        || find . -type f -not -path './build/*' -printf '%P\n'; } \
        | while IFS= read -r file; do [ ! -f "$file" ] || printf '%s\n' "$file"; done
}
mapfile -t files < <(all_files)
[ ${#files[@]} -gt 0 ] || { echo "No files to check in $1"; exit 2; }

# pick <extended regex on paths>: the files it fits, one a line
pick() { printf '%s\n' "${files[@]}" | grep -E -- "$1"; }

# offence <rule> <<< "offending lines": counts and prints them, if any
offence() {
    local found
    found=$(cat)
    [ -n "$found" ] || return 0
    faults=$((faults + 1))
    printf -- '- %s\n%s\n' "$1" "$(sed 's/^/    /' <<<"$found")"
}

# search <regex on paths> <grep options…>: grep over these files, with names and line numbers
search() {
    local paths=$1
    shift
    pick "$paths" | tr '\n' '\0' | xargs -0 -r grep -nHE "$@" 2>/dev/null
}

sources='\.(cpp|h)$'

# 1. Layers
search "^engine/.*$sources" '#[[:space:]]*include[[:space:]]*[<"](Qt(Widgets|Charts|Gui|Svg|SvgWidgets|PrintSupport|OpenGL[A-Za-z]*|Quick|Qml)[/">]|Q([A-Z][A-Za-z]*(Widget|Button|Box|Dialog|Window|Layout|Delegate)|(AbstractItem|Chart|Column|Graphics|Header|List|Table|Tree)View|Widget|(Gui)?Application|Chart|Icon|Pixmap|Image|Painter|Dialog|Graphics[A-Za-z]*|Label|Action|Menu|Font|Color)[>"])' \
    | offence 'engine/ knows no widget, chart or picture'
search "^engine/.*$sources" '#[[:space:]]*include[[:space:]]*["<]((\.\./)*(ui|app)/)' \
    | offence 'engine/ does not include ui/ or app/'
search "^ui/.*$sources" '#[[:space:]]*include[[:space:]]*["<]((\.\./)*app/|store/|http/|spotify/|genius/|workers/|QSql|sqlite3|QTcp|QUdp|QNetwork(AccessManager|Reply|Request)|QtSql|QtNetwork)' \
    | offence 'ui/ talks to the Engine: no database, no socket, no engine internals, nothing of app/'
search "^(engine|ui|app)/.*$sources" '#[[:space:]]*include[[:space:]]*"(\.\./)' \
    | offence 'includes start at the layer, not at "../"'

# 2. All SQL lives in sql/. In a C++ string: a statement's first words.
search "^(engine|ui|app)/.*$sources" -i '"[^"]*\b(select[[:space:]]+([a-z_.*,() ]+[[:space:]]+)?from|select[[:space:]]+[a-z_]+\(|insert[[:space:]]+(or[[:space:]]+[a-z]+[[:space:]]+)?into|update[[:space:]]+[a-z_]+[[:space:]]+set|delete[[:space:]]+from|(create|drop|alter)[[:space:]]+(unique[[:space:]]+|temp[a-z]*[[:space:]]+)?(table|index|view|trigger))\b' \
    | offence 'SQL belongs in sql/'

# 3. A class is a noun that says what it is
search "^(engine|ui|app|tests)/.*$sources" '\b(class|struct|namespace)[[:space:]]+([A-Za-z_]+[[:space:]]+)*[A-Za-z:]*(Manager|Helper|Helpers|Util|Utils|Misc|Common)\b[^;]*$' \
    | offence 'names without a meaning: Manager, Helper, Utils, Misc, Common'

# 4. Every file says its licence in the first three lines, a page of text at its end. What cannot is named in REUSE.toml:
# JSON has no comments, pictures have no lines, and what a parser is fed is fed as it is.
pick . | grep -vE '\.(json|png)$|(^|/)LICENSE$|tests/fuzz/(corpus|regressions)/' | tr '\n' '\0' | xargs -0 -r awk '
    { says = /SPDX-License-Identifier: GPL-3\.0-or-later/ }
    FILENAME ~ /\.md$/ { licensed[FILENAME] = says; next }
    says { licensed[FILENAME] = 1 }
    FNR >= 3 { nextfile }
    END { for (i = 1; i < ARGC; ++i) if (!licensed[ARGV[i]]) print ARGV[i] }' \
    | offence 'no SPDX-License-Identifier line'

# 5. A file is read in one sitting
pick '\.(cpp|h|cmake|sh|sql)$|(^|/)CMakeLists\.txt$' | grep -vE '^(resources|tests/fixtures)/' | tr '\n' '\0' \
    | xargs -0 -r wc -l | awk '$1 > 500 && $2 != "total" { print $2 ": " $1 " lines" }' \
    | offence 'no file over 500 lines'

# 6. Nothing of a developer's machine. (In tests such a path may be the input of a case: these hold it in parts.)
search '\.(cpp|h|cmake|sh|sql|txt|json|md|qrc|xml|desktop|yml|yaml|1)$|^\.ci/' \
    '(^|[^A-Za-z0-9_.~}/-])/(work|home/[a-z]|Users/|root/|mnt/)' \
    | grep -vE '^(tests/layering/houserules|resources/demo/|tests/fixtures/)' \
    | offence 'no absolute paths of a machine'

# 7. Things that the design rules out
search "^(engine|ui|app)/.*$sources" '\b(processEvents|terminate)\(|\bQThread::(m|u)?sleep\(|\bstd::this_thread::sleep_' \
    | grep -vE ':[0-9]+:[[:space:]]*(///?|\*)' \
    | offence 'no processEvents(), terminate() or sleeping'
search "^(engine|ui|app|tests)/.*$sources" '\busing namespace[[:space:]]+(std|Qt)[[:space:]]*;' \
    | offence 'no using namespace std or Qt'
# GCC 12 destroys twice what is made by braces or captured within a co_await expression (its bugs 95599, 99576): name it
# on a line of its own first.
search "^(engine|ui|app|tests)/.*$sources" 'co_await [^;]*[[{]' \
    | offence 'no closure and no braces within a co_await expression'
# In Qt 6.4 it looks at the context from the wrong thread, and asserts that it still lives: core/whendone.h.
search "^(engine|ui|app|tests)/.*$sources" '\.then\((this|[A-Za-z_]*[Cc]ontext|&)' \
    | offence 'no QFuture::then with a context: whenDone()'
# What the window translates of the engine's words stands there in the same words.
sed -n '/^constexpr std::array reasons/,/^};/s/.*"linernotes::ui", "\(.*\)").*/\1/p' ui/common/enginewords.cpp \
    | while IFS= read -r words; do grep -rqF -- "$words" engine || echo "$words"; done \
    | offence 'the engine says no such thing (any more): ui/common/enginewords.cpp'
search '^(engine|ui|app)/.*\.h$' -L '^#pragma once$' 2>/dev/null | offence 'headers have #pragma once'

if [ "$faults" -gt 0 ]; then
    echo "$faults rule(s) broken."
    exit 1
fi
echo "${#files[@]} files keep the rules."
