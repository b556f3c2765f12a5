#!/usr/bin/env bash
# Measures the runtime against its peers and prints one table.
#
#   Benchmarks/Runtime/run.sh [GROUP…]      pools, loop, timers, coordination, streams, processes, memory, blockers
#   FORMAT=text|markdown|tsv  ROUNDS=n (7)  PYTHON=program (python3)  INSTALL_PEERS=no
#
# The tables of text and markdown hold medians; the spread is half the distance between the least and the greatest round.
set -euo pipefail
cd "$(dirname "$0")"

format="${FORMAT:-text}"
rounds="${ROUNDS:-7}"
groups=("$@")
[ ${#groups[@]} -gt 0 ] || groups=(pools loop timers coordination streams processes memory blockers)

note() { echo "unblock: note: $1" >&2; }

python="${PYTHON:-python3}"
has_uvloop() { "$python" -c 'import uvloop' 2>/dev/null; }
if ! has_uvloop && [ "${INSTALL_PEERS:-yes}" = yes ] && command -v "$python" >/dev/null; then
    peers=../../build/runtime-peers
    if [ ! -x "$peers/bin/python3" ]; then
        note "installing uvloop into build/runtime-peers"
        mkdir -p ../../build
        { "$python" -m venv "$peers" && "$peers/bin/pip" install --quiet uvloop; } >&2 || rm -rf "$peers"
    fi
    [ ! -x "$peers/bin/python3" ] || python="$peers/bin/python3"
fi
has_uvloop || note "uvloop is not installed: its rows are empty"
export PYTHONDONTWRITEBYTECODE=1

swift build -c release >&2
bin="$(swift build -c release --show-bin-path)"

header=()
for group in "${groups[@]}"; do
    # Each group of rows is a subcommand of runtime-bench.
    "$bin/runtime-bench" "$group" --format "$format" --rounds "$rounds" \
        --python "$python" --peers Peers ${header[@]+"${header[@]}"}
    header=(--no-header)
done
