#!/usr/bin/env bash
# Compares findings with labelled call sites of public repositories: LABELLED is the table, REPOSITORIES the folder
# with a clone of each repository as owner/name at the revision that the table names.
# Prints, for each polarity, how many sites were judged as labelled; a repository that is not there is counted and left out.
set -euo pipefail
cd "$(dirname "$0")/.."
labelled=${LABELLED:-}
repositories=${REPOSITORIES:-build/repositories}

if [ ! -f "$labelled" ] || [ ! -d "$repositories" ]; then
    echo "unblock: note: labelled sites not evaluated: set LABELLED to the table and REPOSITORIES to the clones" >&2
    exit 0
fi
unblock=$(scripts/program.sh)
unblock=$(cd "$(dirname "$unblock")" && pwd)/$(basename "$unblock")
mkdir -p build/labelled

tail -n +2 "$labelled" | cut -f 1 | sort -u | while IFS= read -r repository; do
    if [ ! -d "$repositories/$repository" ]; then
        echo "unblock: note: $repository is not there: its sites are left out" >&2
        continue
    fi
    status=0
    (cd "$repositories/$repository" && "$unblock" lint . --min-confidence likely --fail-on never --format jsonl) \
        >"build/labelled/${repository//\//+}.jsonl" || status=$?
    [ "$status" -eq 0 ] || exit "$status"
done
python3 scripts/compare_labelled.py "$labelled" build/labelled
