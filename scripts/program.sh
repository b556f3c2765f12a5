#!/usr/bin/env bash
# Prints the path of the program that the other scripts use: UNBLOCK when it is set, else the release build, made now.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ -n "${UNBLOCK:-}" ]; then
    echo "$UNBLOCK"
else
    scripts/build-release.sh
fi
