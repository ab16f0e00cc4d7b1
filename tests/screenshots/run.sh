#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the README's pictures anew: every page, light and dark, of the demo catalogue.
#
#   bash tests/screenshots/run.sh [FOLDER]    docs/ unless another is named
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
folder=${1:-$root/docs}
mkdir -p -- "$folder"
LINERNOTES_PICTURES=$(cd -- "$folder" && pwd -P)
export LINERNOTES_PICTURES
LINERNOTES_TARGET=tst_screenshots bash "$root/tests/run.sh" -R '^tst_screenshots$'
