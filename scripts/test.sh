#!/usr/bin/env bash
# Builds everything with all its tests, then runs them; the last lines are the test runner's own.
# The output of the runner is kept in build/test.log for whoever wants to look again.
# A test that never ends is stopped after TEST_MINUTES (30), and the log then says which one had begun.
set -euo pipefail
cd "$(dirname "$0")/.."
swift=${SWIFT:-swift}
minutes=${TEST_MINUTES:-30}
mkdir -p build

if [ ! -d .build/debug ]; then
    echo "building unblock and its tests; the first build compiles swift-syntax and takes several minutes" >&2
fi
# An import that Package.swift does not declare must fail here, not on the next machine.
"$swift" build --build-tests --explicit-target-dependency-import-check error

# Without it the runner keeps its last lines to itself, and they are the ones that name a test that hangs.
by_line=()
if command -v stdbuf >/dev/null; then by_line=(stdbuf -oL); fi
# A limit where the system has the command for it; macOS has not.
limit=()
if command -v timeout >/dev/null; then limit=(timeout --kill-after 10 "$((minutes * 60))"); fi

status=0
${limit[@]+"${limit[@]}"} ${by_line[@]+"${by_line[@]}"} "$swift" test --skip-build --no-parallel 2>&1 |
    tee build/test.log || status=$?
if [ "$status" -eq 124 ] || [ "$status" -eq 137 ]; then
    echo "unblock: error: the tests had not ended after $minutes minutes: the last test that started hangs" >&2
fi
exit "$status"
