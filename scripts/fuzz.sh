#!/usr/bin/env bash
# Cuts and splices the fixtures, line by line, and lints each result: whatever the text is, unblock must end with
# status 0 or 1 within ten seconds. A failing input is kept in build/fuzz/ with its seed in the name.
set -euo pipefail
cd "$(dirname "$0")/.."
unblock=$(scripts/build-release.sh)
rounds=${ROUNDS:-200}
first=${SEED:-1}
mkdir -p build/fuzz
input=build/fuzz/input.swift
mapfile -t sources < <(find fixtures -name '*.swift' | sort)

for ((seed = first; seed < first + rounds; seed++)); do
    RANDOM=$((seed % 32768))
    : >"$input"
    for _ in 1 2 3 4; do
        source=${sources[RANDOM % ${#sources[@]}]}
        bytes=$(stat -c %s "$source" 2>/dev/null || stat -f %z "$source")
        # Cut at any byte, so that strings, brackets and characters break apart.
        tail -c +$((1 + RANDOM % (bytes + 1))) "$source" | head -c $((1 + RANDOM % (bytes + 1))) >>"$input" || true
    done
    status=0
    timeout 10 "$unblock" lint "$input" --format json >/dev/null 2>build/fuzz/errors || status=$?
    if [ "$status" -gt 1 ]; then
        cp "$input" "build/fuzz/failed-$seed.swift"
        echo "unblock: error: seed $seed ended with status $status: see build/fuzz/failed-$seed.swift" >&2
        cat build/fuzz/errors >&2
        exit 1
    fi
done
echo "$rounds inputs from seed $first: no crash, no endless run"
