#!/usr/bin/env bash
# Feeds cut and spliced sources to the analyzer, all in one process: COUNT inputs from the first SEED, made of the
# fixtures and of what the folders in FUZZ_DIRECTORIES hold. REPLAY=seed runs one group again and keeps its inputs.
# A trap ends the process; the seeds that were at work then stand in build/fuzz/running.
set -euo pipefail
cd "$(dirname "$0")/.."
"${SWIFT:-swift}" build --configuration release --product unblock-fuzz >&2
read -r -a more <<<"${FUZZ_DIRECTORIES:-}"
directories=("$PWD/fixtures")
for directory in ${more[@]+"${more[@]}"}; do directories+=("$(cd "$directory" && pwd)"); done
mkdir -p build/fuzz

options=(--count "${COUNT:-10000}" --seed "${SEED:-1}")
if [ -n "${REPLAY:-}" ]; then options+=(--replay "$REPLAY"); fi
# Memory that explodes must end this process, not the machine.
ulimit -v 8000000 2>/dev/null || true
status=0
.build/release/unblock-fuzz "${options[@]}" "${directories[@]}" || status=$?
if [ "$status" -gt 128 ] || [ "$status" -lt 0 ]; then
    seeds=$(tr -d ' ' <build/fuzz/running | grep . | tr '\n' ' ' || true)
    echo "unblock: error: the analyzer ended with status $status; at work: seeds $seeds: run REPLAY=<seed> make fuzz" >&2
fi
exit "$status"
