#!/usr/bin/env bash
# The extension for VS Code under Node, with stand-ins for VS Code and its client library, drives the real program.
#   ./run.sh [PROGRAM]   by default the debug build. Says so and passes where Node is missing.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
program="${1:-$(cd "$here/../../.." && pwd)/.build/debug/unblock}"
[ -x "$program" ] || { echo "unblock: error: $program is not there: build it first" >&2; exit 2; }
program="$(cd "$(dirname "$program")" && pwd)/$(basename "$program")"
command -v node >/dev/null || { echo "skipped: Node is not installed"; exit 0; }

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
printf 'import Foundation\n\nfunc pause() async throws {\n    sleep(1)\n}\n' >"$folder/Sample.swift"
NODE_PATH="$here/stubs" SERVER="$program" FOLDER="$folder" timeout 120 node "$here/session.js"
echo "passed: Node $(node --version)"
