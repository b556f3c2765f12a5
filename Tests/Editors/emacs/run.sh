#!/usr/bin/env bash
# Emacs with eglot, in batch mode, opens a file and sees the finding at its place.
#   ./run.sh [PROGRAM]   by default the debug build. Says so and passes where Emacs or eglot is missing.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
program="${1:-$(cd "$here/../../.." && pwd)/.build/debug/unblock}"
[ -x "$program" ] || { echo "unblock: error: $program is not there: build it first" >&2; exit 2; }
program="$(cd "$(dirname "$program")" && pwd)/$(basename "$program")"
command -v emacs >/dev/null || { echo "skipped: Emacs is not installed"; exit 0; }
emacs --batch --eval "(progn (require 'package) (package-initialize) (require 'eglot))" 2>/dev/null ||
    { echo "skipped: eglot is not installed"; exit 0; }

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
printf 'import Foundation\n\nfunc pause() async throws {\n    sleep(1)\n}\n' >"$folder/Sample.swift"
cd "$folder"
found="$(HOME="$folder" SERVER="$program" timeout 120 emacs --batch -l "$here/session.el" 2>/dev/null)"
[[ "$found" == "4 "*"puts the cooperative pool to sleep"* ]] || { echo "failed: $found" >&2; exit 1; }
echo "passed: $(emacs --version | head -1)"
