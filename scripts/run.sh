#!/usr/bin/env bash
# Lints the example project, or what PATHS names, prints the findings, and writes build/reports/unblock.xml.
# Findings are what the demonstration is for, so they do not make it fail; a fault does.
set -euo pipefail
cd "$(dirname "$0")/.."

unblock=$(scripts/build-release.sh)
read -r -a paths <<<"${PATHS:-fixtures/projects/thumbnailer}"
report=build/reports/unblock.xml
mkdir -p build/reports

status=0
"$unblock" lint "${paths[@]}" --report "junit=$report" || status=$?
case $status in
0) echo "No findings." >&2 ;;
1) echo "These are the findings of the example; 'unblock lint' ended with status 1, as it does in CI." >&2 ;;
*) exit "$status" ;;
esac
echo "JUnit report: $report" >&2
