#!/usr/bin/env bash
# Measures the language server from an edit to its diagnostics, beside sourcekit-lsp; prints one table.
#
#   Benchmarks/LanguageServer/run.sh [DIRECTORY…]   or BENCH_DIRECTORIES="dir …": what lies in the workspace beside the
#   edited file; the default is what `swift build` checked out
#   FORMAT=text|tsv  EDITS=n (500)  PEER_EDITS=n (20)  SIZES="lines …"  PEER=program (sourcekit-lsp; empty: none)
set -euo pipefail
cd "$(dirname "$0")/../.."
swift=${SWIFT:-swift}

note() { echo "unblock: note: $1" >&2; }

"$swift" build --configuration release --product unblock >&2
if [ $# -gt 0 ]; then
    given=("$@")
else
    read -r -a given <<<"${BENCH_DIRECTORIES:-$(echo .build/checkouts/*)}"
fi
options=(--edits "${EDITS:-500}" --peer-edits "${PEER_EDITS:-20}" --format "${FORMAT:-text}")
if [ -n "${SIZES:-}" ]; then
    read -r -a sizes <<<"$SIZES"
    options+=(--sizes "${sizes[@]}")
fi
peer=$(command -v "${PEER-sourcekit-lsp}" || true)
if [ -n "$peer" ]; then options+=(--peer "$peer"); else note "there is no sourcekit-lsp: its column is empty"; fi
PYTHONDONTWRITEBYTECODE=1 python3 Benchmarks/LanguageServer/bench.py .build/release/unblock "${options[@]}" \
    --beside "${given[@]}"
