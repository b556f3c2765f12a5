#!/usr/bin/env bash
# Validates the golden reports and those of a real run against public schemas (two JUnit XSDs, SARIF 2.1.0).
# SCHEMAS names the folder that has them; Tests/ReportConformance/check.sh says what they are called.
set -euo pipefail
cd "$(dirname "$0")/.."
schemas=${SCHEMAS:-}
if [ ! -d "$schemas" ]; then
    echo "unblock: error: '$schemas' is no folder: make check-schemas SCHEMAS=<folder with the schemas>" >&2
    exit 2
fi
export UNBLOCK_SCHEMAS
UNBLOCK_SCHEMAS=$(cd "$schemas" && pwd)
unblock=$(scripts/program.sh)
reports=build/reports/conformance
mkdir -p "$reports"

# The fixtures have findings, so status 1 is what a good run ends with.
lint() {
    local status=0
    "$unblock" lint fixtures/rules --format json "$@" >"$reports/fixtures.json" || status=$?
    [ "$status" -eq 1 ] || exit 1
}
lint --junit-profile extended --report "junit=$reports/fixtures.extended.xml" --report "sarif=$reports/fixtures.sarif" \
    --report "jsonl=$reports/fixtures.jsonl" --report "gitlab=$reports/fixtures.gitlab.json" \
    --report "checkstyle=$reports/fixtures.checkstyle.xml"
lint --junit-profile strict --report "junit=$reports/fixtures.strict.xml"

Tests/ReportConformance/check.sh Tests/ReportingTests/Golden
Tests/ReportConformance/check.sh "$reports"
