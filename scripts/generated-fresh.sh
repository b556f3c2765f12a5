#!/usr/bin/env bash
# Fails when the files made from rules/ differ from what the generator would write now; changes nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
"${SWIFT:-swift}" run --skip-build unblock-generate --check
