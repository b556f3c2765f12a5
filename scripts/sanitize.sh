#!/usr/bin/env bash
# Runs the runtime's tests under Thread Sanitizer and Address Sanitizer; SUITES="A B" runs only those.
#
# They are built in a package of their own under build/sanitized, which has the runtime and nothing else: the whole
# project with swift-syntax would take a quarter of an hour. Left out are the tests that measure stack or go 100,000
# calls deep, because a sanitizer's frames are larger and its own stack of calls is short.
set -euo pipefail
cd "$(dirname "$0")/.."
swift=${SWIFT:-swift}
root=$PWD
package=build/sanitized
left_out="theGreatestDepth|StackSizeTests|aLoopWithAThreadOfItsOwnServesOthers"

mkdir -p "$package/Sources" "$package/Tests"
for target in CEventLoop ExecutorFutures; do ln -sfn "$root/Sources/$target" "$package/Sources/$target"; done
for target in ExecutorFuturesTests LoopTrace ProcessWorker; do ln -sfn "$root/Tests/$target" "$package/Tests/$target"; done
cat >"$package/Package.swift" <<'MANIFEST'
// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [.swiftLanguageMode(.v6)]

func program(_ name: String) -> Target {
    .executableTarget(name: name, dependencies: ["ExecutorFutures"], path: "Tests/\(name)", swiftSettings: settings)
}

let package = Package(
    name: "sanitized",
    platforms: [.macOS(.v15)],
    targets: [
        .target(name: "CEventLoop"),
        .target(name: "ExecutorFutures", dependencies: ["CEventLoop"], swiftSettings: settings),
        program("LoopTrace"),
        program("ProcessWorker"),
        .testTarget(
            name: "ExecutorFuturesTests", dependencies: ["ExecutorFutures", "LoopTrace", "ProcessWorker"],
            swiftSettings: settings),
    ])
MANIFEST

# The Swift runtime does not tell the sanitizer that resuming a continuation comes before what the task does next when
# the continuation is resumed before it is awaited; the runtime itself orders the two.
cat >"$package/thread.suppressions" <<'LIST'
race_top:withUnsafeContinuation
race_top:withUnsafeThrowingContinuation
LIST
export TSAN_OPTIONS="suppressions=$root/$package/thread.suppressions" ASAN_OPTIONS=detect_leaks=0

cd "$package"
suites=${SUITES:-$(grep -rohE '^(@Suite.* )?(final )?(struct|class) [A-Za-z]+Tests\b' "$root/Tests/ExecutorFuturesTests" |
    awk '{ print $NF }' | sort -u)}
failed=()
for sanitizer in thread address; do
    "$swift" build --build-tests --sanitize "$sanitizer" --scratch-path "$sanitizer" >&2
    # One process for each suite: in one for all of them the sanitizer itself fails.
    for suite in $suites; do
        log="$sanitizer/$suite.log"
        status=0
        "$swift" test --skip-build --sanitize "$sanitizer" --scratch-path "$sanitizer" --no-parallel \
            --filter "\.$suite/" --skip "$left_out" >"$log" 2>&1 || status=$?
        if [ "$status" -ne 0 ] || grep -qE '(WARNING|ERROR): (Thread|Address)Sanitizer' "$log"; then
            failed+=("$package/$log")
        fi
        printf '%-8s %-28s %s\n' "$sanitizer" "$suite" "$(grep -hE 'Test run with' "$log" | tail -n 1)"
    done
done
[ "${#failed[@]}" -eq 0 ] || { printf 'unblock: error: not clean: see %s\n' "${failed[@]}" >&2; exit 1; }
