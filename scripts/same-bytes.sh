#!/usr/bin/env bash
# Lints every rule's fixtures in five processes, and with 1 and 8 jobs; the pages, which hold a drawing of each simulated
# run, and the reports for programs, which hold its schedule, must be equal byte for byte.
set -euo pipefail
cd "$(dirname "$0")/.."
unblock=$(scripts/program.sh)
unblock=$(cd "$(dirname "$unblock")" && pwd)/$(basename "$unblock")
reports=$(mktemp -d)
trap 'rm -rf "$reports"' EXIT

pages=0
for folder in fixtures/rules/*/; do
    first=
    for run in 1 2 3 4 5 jobs-1 jobs-8; do
        options=()
        case $run in jobs-*) options=(--jobs "${run#jobs-}") ;; esac
        (cd "$folder" && "$unblock" lint . --fail-on never --min-confidence possible --reproducible --format jsonl \
            --report html="$reports/page.html" ${options[@]+"${options[@]}"}) >"$reports/lines.jsonl"
        sum=$(cat "$reports/page.html" "$reports/lines.jsonl" | cksum)
        first=${first:-$sum}
        if [ "$sum" != "$first" ]; then
            echo "unblock: error: $folder: run $run differs from the first: see 'unblock lint $folder'" >&2
            exit 1
        fi
        pages=$((pages + 1))
    done
done
echo "$pages pages and reports: those of one folder are all equal"
