#!/usr/bin/env bash
# Lints each package that is named and counts what simulation says of its findings: confirmed, not reproduced, not
# modelled and why, and what became of the fixes that are offered. PACKAGES holds folders, each with a package.
# Writes each report to build/verdicts/, and the tables to standard output.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ -z "${PACKAGES:-}" ]; then
    echo "unblock: note: nothing evaluated: set PACKAGES to folders with packages" >&2
    exit 0
fi
unblock=$(scripts/program.sh)
unblock=$(cd "$(dirname "$unblock")" && pwd)/$(basename "$unblock")
reports=$PWD/build/verdicts
mkdir -p "$reports"

names=()
for package in $PACKAGES; do
    name=$(basename "$package")
    echo "unblock: note: $name" >&2
    (cd "$package" && "$unblock" lint . --fail-on never --format json) >"$reports/$name.json"
    names+=("$reports/$name.json")
done
python3 scripts/tally_verdicts.py "${names[@]}"
