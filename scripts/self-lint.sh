#!/usr/bin/env bash
# Unblock linted by itself must report nothing, not even a note.
set -euo pipefail
cd "$(dirname "$0")/.."
unblock=$(scripts/program.sh)
"$unblock" lint Sources --fail-on note
