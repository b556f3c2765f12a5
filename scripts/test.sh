#!/usr/bin/env bash
# Builds everything with all its tests, then runs them; the last lines are the test runner's own.
# The output of the runner is kept in build/test.log for whoever wants to look again.
set -euo pipefail
cd "$(dirname "$0")/.."
swift=${SWIFT:-swift}
mkdir -p build

if [ ! -d .build/debug ]; then
    echo "building unblock and its tests; the first build compiles swift-syntax and takes several minutes" >&2
fi
# An import that Package.swift does not declare must fail here, not on the next machine.
"$swift" build --build-tests --explicit-target-dependency-import-check error
"$swift" test --skip-build --no-parallel 2>&1 | tee build/test.log
