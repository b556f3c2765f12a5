#!/usr/bin/env bash
# Measures what verdicts cost and prints a table.
#
#   Benchmarks/Verdicts/run.sh [DIRECTORY…]   or BENCH_DIRECTORIES="dir …"
#   FORMAT=text|markdown|tsv  ROUNDS=n (5)
#
# The fixtures, which are full of findings, are measured first; the default beside them is this repository's sources.
set -euo pipefail
cd "$(dirname "$0")/../.."
"${SWIFT:-swift}" build --configuration release --product unblock-bench >&2
if [ $# -gt 0 ]; then
    given=("$@")
else
    read -r -a given <<<"${BENCH_DIRECTORIES:-Sources}"
fi
directories=("$PWD/fixtures/rules")
for directory in "${given[@]}"; do directories+=("$(cd "$directory" && pwd)"); done
.build/release/unblock-bench verdicts --rounds "${ROUNDS:-5}" --format "${FORMAT:-text}" "${directories[@]}"
