#!/usr/bin/env bash
# Measures time and peak memory of `unblock lint` on one, two and four copies of some packages.
#
#   Benchmarks/Scale/run.sh [DIRECTORY…]   or BENCH_DIRECTORIES="dir …"; the default is what `swift build` checked out
#   ROUNDS=n (1)  FORMAT=text|tsv  SCRATCH=dir, where the trees are put together
set -euo pipefail
exec "$(dirname "$0")/../../scripts/measure-packages.sh" Benchmarks/Scale/measure.py "$@"
