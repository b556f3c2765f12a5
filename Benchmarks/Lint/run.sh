#!/usr/bin/env bash
# Measures the analyzer against its peers and prints one table.
#
#   Benchmarks/Lint/run.sh [DIRECTORY…]   or BENCH_DIRECTORIES="dir …"; the default is what `swift build` checked out
#   FORMAT=text|markdown|tsv  ROUNDS=n (5)  PEER_ROUNDS=n (3)  MEMORY="dir …" (all)  INSTALL_PEERS=no
#
# A tenth of the files is copied to a folder of its own for the peers, so that nothing around them is read.
set -euo pipefail
cd "$(dirname "$0")/../.."
swift=${SWIFT:-swift}
format=${FORMAT:-text}

note() { echo "unblock: note: $1" >&2; }

"$swift" build --configuration release --product unblock >&2
"$swift" build --configuration release --product unblock-bench >&2
bench=.build/release/unblock-bench

if [ $# -gt 0 ]; then
    given=("$@")
else
    read -r -a given <<<"${BENCH_DIRECTORIES:-$(echo .build/checkouts/*)}"
fi
directories=()
for directory in "${given[@]}"; do directories+=("$(cd "$directory" && pwd)"); done
read -r -a memory <<<"${MEMORY:-${directories[*]}}"

# Every tenth file, flat, under names that tell them apart.
subset=$(mktemp -d)
trap 'rm -rf "$subset"' EXIT
number=0
while IFS= read -r -d '' file; do
    if ((number % 10 == 0)); then cp "$file" "$subset/File$number.swift"; fi
    number=$((number + 1))
done < <(find "${directories[@]}" -type f -name '*.swift' -not -path '*/.build/*' -print0 | sort -z)

peers=()
toolchain=$(command -v "$swift")
if "$toolchain" format --version >/dev/null 2>&1; then
    peers+=(--swift "$toolchain")
else
    note "this toolchain has no 'swift format': its rows are empty"
fi
semgrep=$(command -v semgrep || true)
if [ -z "$semgrep" ] && [ "${INSTALL_PEERS:-yes}" = yes ]; then
    semgrep=$PWD/build/peers/bin/semgrep
    if [ ! -x "$semgrep" ]; then
        note "installing semgrep into build/peers"
        mkdir -p build
        { python3 -m venv build/peers && build/peers/bin/pip install --quiet semgrep; } >&2 || semgrep=
    fi
fi
if [ -n "$semgrep" ]; then
    peers+=(--semgrep "$semgrep")
    # It starts its engine from the search path.
    PATH=$(dirname "$semgrep"):$PATH
else
    note "semgrep is not installed: its rows are empty"
fi
for directory in "${memory[@]}"; do peers+=(--memory "$directory"); done

"$bench" parser --rounds "${ROUNDS:-5}" --format "$format" "${directories[@]}"
"$bench" peers --rounds "${PEER_ROUNDS:-3}" --format "$format" --no-header --unblock "$PWD/.build/release/unblock" \
    --patterns "$PWD/Benchmarks/Lint/semgrep.yml" "${peers[@]}" "$subset"
"$bench" chains --rounds "${ROUNDS:-5}" --format "$format" --no-header
if [ "$format" != tsv ]; then
    lines=$(find "${directories[@]}" -type f -name '*.swift' -not -path '*/.build/*' -print0 | xargs -0 cat | wc -l)
    copied=$(find "$subset" -name '*.swift' | wc -l)
    printf '\n%s files, %s lines; %s of them for the other programs; %s cores; medians of %s and %s rounds.\n' \
        "$number" "$lines" "$copied" "$(getconf _NPROCESSORS_ONLN)" "${ROUNDS:-5}" "${PEER_ROUNDS:-3}"
fi
