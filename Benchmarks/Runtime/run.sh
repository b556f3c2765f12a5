#!/usr/bin/env bash
# Measures the runtime against its peers and prints one table.
#
#   Benchmarks/Runtime/run.sh [GROUP…]      pools, blockers; the default is all
#   FORMAT=text|markdown|tsv  ROUNDS=n (7)  PYTHON=program (python3)
#
# The tables of text and markdown hold medians; the spread is half the distance between the least and the greatest round.
set -euo pipefail
cd "$(dirname "$0")"

format="${FORMAT:-text}"
rounds="${ROUNDS:-7}"
groups=("$@")
[ ${#groups[@]} -gt 0 ] || groups=(pools blockers)

swift build -c release >&2
bin="$(swift build -c release --show-bin-path)"

header=()
for group in "${groups[@]}"; do
    # Each group of rows is a subcommand of runtime-bench.
    "$bin/runtime-bench" "$group" --format "$format" --rounds "$rounds" \
        --python "${PYTHON:-python3}" --peers peers.py ${header[@]+"${header[@]}"}
    header=(--no-header)
done
