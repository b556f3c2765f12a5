#!/usr/bin/env bash
# Drives the real program with pytest-lsp: ./run.sh [PROGRAM], by default the debug build.
# Makes a virtual environment of its own; says so and passes where Python or the package is missing.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../../.." && pwd)"
program="${1:-$root/.build/debug/unblock}"
[ -x "$program" ] || { echo "unblock: error: $program is not there: build it first" >&2; exit 2; }
environment="$(mktemp -d)"
trap 'rm -rf "$environment"' EXIT
if ! python3 -m venv "$environment" > /dev/null 2>&1; then
    echo "skipped: pytest-lsp needs python3 with venv"
    exit 0
fi
if ! "$environment/bin/pip" --quiet --disable-pip-version-check install 'pytest-lsp==1.0.1' > /dev/null 2>&1; then
    echo "skipped: pytest-lsp does not install here"
    exit 0
fi
UNBLOCK="$program" "$environment/bin/python" -B -m pytest -q -p no:cacheprovider "$here"
