#!/usr/bin/env bash
# Measures time and peak memory of `unblock lint` on one, two and four copies of some packages.
#
#   Benchmarks/Scale/run.sh [DIRECTORY…]   or BENCH_DIRECTORIES="dir …"; the default is what `swift build` checked out
#   ROUNDS=n (1)  FORMAT=text|tsv  SCRATCH=dir, where the trees are put together
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$(scripts/program.sh)
if [ $# -gt 0 ]; then
    directories=("$@")
else
    read -r -a directories <<<"${BENCH_DIRECTORIES:-$(echo .build/checkouts/*)}"
fi
exec python3 Benchmarks/Scale/measure.py "$program" "${directories[@]}"
