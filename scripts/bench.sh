#!/usr/bin/env bash
# Runs every benchmark in Benchmarks/ that has a run.sh; FORMAT=tsv makes them print tables for machines.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/build-release.sh >/dev/null

shopt -s nullglob
found=0
for benchmark in Benchmarks/run.sh Benchmarks/*/run.sh; do
    # It compares times, not speeds, and takes half an hour: `make fidelity`.
    [ "$benchmark" = Benchmarks/Fidelity/run.sh ] && continue
    found=1
    "$benchmark"
done
if [ "$found" -eq 0 ]; then
    echo "unblock: error: no benchmark found: add Benchmarks/<name>/run.sh" >&2
    exit 2
fi
