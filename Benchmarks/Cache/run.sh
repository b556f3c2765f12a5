#!/usr/bin/env bash
# Measures what the cache and the index store cost and save, and checks that neither changes a finding.
#
#   Benchmarks/Cache/run.sh [DIRECTORY…]   or BENCH_DIRECTORIES="dir …"; the default is what `swift build` checked out
#   FORMAT=text|tsv  ROUNDS=n (5)
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$(scripts/program.sh)
if [ $# -gt 0 ]; then
    directories=("$@")
else
    read -r -a directories <<<"${BENCH_DIRECTORIES:-$(echo .build/checkouts/*)}"
fi
exec python3 Benchmarks/Cache/measure.py "$program" "${directories[@]}"
