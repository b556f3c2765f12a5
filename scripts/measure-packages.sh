#!/usr/bin/env bash
# Runs a benchmark's Python program on packages.
# usage: measure-packages.sh MEASURE.py [DIRECTORY…]   or BENCH_DIRECTORIES="dir …"; the default is what `swift build`
#        checked out
set -euo pipefail
cd "$(dirname "$0")/.."
measure=$1
shift
program=$(scripts/program.sh)
if [ $# -gt 0 ]; then
    directories=("$@")
else
    read -r -a directories <<<"${BENCH_DIRECTORIES:-$(echo .build/checkouts/*)}"
fi
exec python3 "$measure" "$program" "${directories[@]}"
