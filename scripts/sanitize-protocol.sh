#!/usr/bin/env bash
# Runs the language server's tests under Thread Sanitizer; SUITES="A B" runs only those, and SKIP_BUILD=1 takes what
# is built already.
#
# They are built in a package of their own under build/sanitized-protocol: the project's manifest, of which only what
# these tests need is kept. Even so it has swift-syntax, and the first build takes some minutes.
set -euo pipefail
cd "$(dirname "$0")/.."
swift=${SWIFT:-swift}
root=$PWD
package=build/sanitized-protocol

mkdir -p "$package"
for folder in Sources Tests fixtures rules; do ln -sfn "$root/$folder" "$package/$folder"; done
if [ -f Package.resolved ]; then cp Package.resolved "$package/"; fi
{
    cat Package.swift
    cat <<'MANIFEST'

var kept = ["LanguageServerTests", "LanguageServerProtocolTests"]
var reached = 0
while reached < kept.count {
    for case .byNameItem(let name, _) in package.targets.first(where: { $0.name == kept[reached] })?.dependencies ?? []
    where !kept.contains(name) {
        kept.append(name)
    }
    reached += 1
}
package.targets.removeAll { !kept.contains($0.name) }
package.products = []
MANIFEST
} >"$package/Package.swift"

cd "$package"
[ -n "${SKIP_BUILD:-}" ] || "$swift" build --build-tests --sanitize thread --scratch-path thread >&2

# The same false alarm as in scripts/sanitize.sh: the Swift runtime orders what a continuation that is resumed before it
# is awaited comes before, and does not tell the sanitizer.
cat >thread.suppressions <<'LIST'
race_top:withUnsafeContinuation
race_top:withUnsafeThrowingContinuation
LIST
export TSAN_OPTIONS="suppressions=$PWD/thread.suppressions"

suites=${SUITES:-$(grep -rohE '^(@Suite.* )?(final )?(struct|class) [A-Za-z]+Tests\b' \
    "$root/Tests/LanguageServerTests" "$root/Tests/LanguageServerProtocolTests" | awk '{ print $NF }' | sort -u)}
failed=()
for suite in $suites; do
    log="thread/$suite.log"
    status=0
    "$swift" test --skip-build --sanitize thread --scratch-path thread --no-parallel --filter "\.$suite/" \
        >"$log" 2>&1 || status=$?
    if [ "$status" -ne 0 ] || grep -qE '(WARNING|ERROR): ThreadSanitizer' "$log"; then failed+=("$package/$log"); fi
    printf '%-28s %s\n' "$suite" "$(grep -hE 'Test run with' "$log" | tail -n 1)"
done
[ "${#failed[@]}" -eq 0 ] || { printf 'unblock: error: not clean: see %s\n' "${failed[@]}" >&2; exit 1; }
