#!/usr/bin/env bash
# Measures what the cache and the index store cost and save, and checks that neither changes a finding.
#
#   Benchmarks/Cache/run.sh [DIRECTORY…]   or BENCH_DIRECTORIES="dir …"; the default is what `swift build` checked out
#   FORMAT=text|tsv  ROUNDS=n (5)
set -euo pipefail
exec "$(dirname "$0")/../../scripts/measure-packages.sh" Benchmarks/Cache/measure.py "$@"
