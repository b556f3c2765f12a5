#!/usr/bin/env bash
# Applies every fix to copies of packages and builds them: prints the errors that the fixes brought, which must be none.
# usage: evaluate-fixes.sh PACKAGE…   (folders with a Package.swift whose dependencies can be resolved)
set -euo pipefail
swift=${SWIFT:-swift}
cd "$(dirname "$0")/.."
unblock=$(scripts/program.sh)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# Errors of a build, without the places, so that moved lines make no difference.
errors() { sed -n 's/^.*\(error: .*\)$/\1/p' "$1" | sort; }

printf 'package\tfindings\tleft\tchanged files\tnew errors\n'
for package; do
    name=$(basename "$package")
    copy=$work/$name
    cp -R "$package" "$copy"
    (cd "$copy" && "$swift" build --build-tests > "$work/before.log" 2>&1) || true
    findings() { (cd "$copy" && "$unblock" lint --no-simulate --format jsonl . 2> /dev/null || true) | grep -c '"rule"' || true; }
    before=$(findings)
    (cd "$copy" && "$unblock" lint --no-simulate --fix --unsafe-fixes . > "$work/fix.log" 2>&1) || true
    after=$(findings)
    changed=$(diff -rq --exclude=.build --exclude=.git "$package" "$copy" | wc -l) || true
    (cd "$copy" && "$swift" build --build-tests > "$work/after.log" 2>&1) || true
    new=$(comm -13 <(errors "$work/before.log") <(errors "$work/after.log"))
    count=$(printf '%s' "$new" | grep -c . || true)
    printf '%s\t%s\t%s\t%s\t%s\n' "$name" "$before" "$after" "$changed" "$count"
    if [ "$count" != 0 ]; then
        failed=1
        grep -E 'error: ' "$work/after.log" | sort -u | head -40 >&2
    fi
done
exit $failed
