#!/usr/bin/env bash
# Measures the simulator against others, and what verdicts cost a run of lint; prints one table.
#
#   Benchmarks/Simulation/run.sh [DIRECTORY…]   or BENCH_DIRECTORIES="dir …"
#   FORMAT=text|markdown|tsv  ROUNDS=n (5)  PYTHON=program (python3)  INSTALL_PEERS=no
#
# SimPy and detangle are installed into build/simulation-peers. Of the folders with Swift files, the fixtures, which are
# full of findings, come first; the default beside them is this repository's sources.
set -euo pipefail
cd "$(dirname "$0")/../.."

note() { echo "unblock: note: $1" >&2; }

python="${PYTHON:-python3}"
has_peers() { "$1" -c 'import simpy, detangle' 2>/dev/null; }
if ! has_peers "$python" && [ "${INSTALL_PEERS:-yes}" = yes ] && command -v "$python" >/dev/null; then
    peers=build/simulation-peers
    if [ ! -x "$peers/bin/python3" ]; then
        note "installing SimPy and detangle into $peers"
        mkdir -p build
        { "$python" -m venv "$peers" && "$peers/bin/pip" install --quiet simpy detangle; } >&2 || rm -rf "$peers"
    fi
    [ ! -x "$peers/bin/python3" ] || python="$peers/bin/python3"
fi
has_peers "$python" || note "SimPy and detangle are not installed: their rows are empty"
export PYTHONDONTWRITEBYTECODE=1

"${SWIFT:-swift}" build --configuration release --product unblock-bench >&2
bench="$("${SWIFT:-swift}" build --configuration release --show-bin-path)/unblock-bench"
options=(--rounds "${ROUNDS:-5}" --format "${FORMAT:-text}")
"$bench" simulation "${options[@]}" --python "$python" --peers Benchmarks/Simulation/peers.py

if [ $# -gt 0 ]; then
    given=("$@")
else
    read -r -a given <<<"${BENCH_DIRECTORIES:-Sources}"
fi
directories=("$PWD/fixtures/rules")
for directory in "${given[@]}"; do directories+=("$(cd "$directory" && pwd)"); done
# In text each table has widths of its own, so each has its header.
[ "${FORMAT:-text}" = text ] || options+=(--no-header)
"$bench" verdicts "${options[@]}" "${directories[@]}"
