#!/usr/bin/env bash
# Validates reports against public schemas (two JUnit XSDs, SARIF 2.1.0) that SCHEMAS points to.
set -euo pipefail
cd "$(dirname "$0")/.."
schemas=${SCHEMAS:-}
if [ ! -d "$schemas" ]; then
    echo "unblock: error: '$schemas' is no folder: make check-schemas SCHEMAS=<folder with the schemas>" >&2
    exit 2
fi
unblock=$(scripts/build-release.sh)
UNBLOCK=$PWD/$unblock SCHEMAS=$(cd "$schemas" && pwd) Tests/ReportConformance/check.sh
