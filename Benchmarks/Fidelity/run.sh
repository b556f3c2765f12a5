#!/usr/bin/env bash
# Runs the programs of fixtures/simulation for real and compares them with what the simulator says; prints one table.
#
#   Benchmarks/Fidelity/run.sh [PROGRAM…]      the default is all
#   FORMAT=text|markdown|tsv  ROUNDS=n (5)  SWIFT=program (swift)
#   UNBLOCK=program            adds what `unblock lint` says about each program
#
# Three rounds take about a quarter of an hour, nearly all of it asleep. Times are medians over the rounds.
set -euo pipefail
cd "$(dirname "$0")/../.."

swift="${SWIFT:-swift}"
programs="$PWD/build/fidelity"
mkdir -p "$programs"
"$swift" build -c release --product unblock-fidelity >&2
bin="$("$swift" build -c release --show-bin-path)"

# The runner links ExecutorFutures too: the programs take the same objects, and not those of files that are gone.
grep -oE "/.*/(ExecutorFutures|CEventLoop)\.build/[^']*\.o" "$bin/unblock-fidelity.product/Objects.LinkFileList" \
    >"$programs/objects"
for source in fixtures/simulation/programs/*.swift; do
    program="$programs/$(basename "$source" .swift)"
    newest="$(ls -t "$source" Benchmarks/Fidelity/Harness/*.swift "$bin/unblock-fidelity" | head -1)"
    [ "$program" -nt "$newest" ] && continue
    echo "compiling $source" >&2
    "${swift}c" -O -wmo -swift-version 6 -warnings-as-errors -parse-as-library -module-name program \
        -I "$bin/Modules" -Xcc "-fmodule-map-file=$bin/CEventLoop.build/module.modulemap" \
        Benchmarks/Fidelity/Harness/*.swift "$source" "@$programs/objects" -o "$program"
done

rm -f "$programs/lint.json"
if [ -n "${UNBLOCK:-}" ]; then
    # By themselves: among the fixtures of this package stand types with the names of Dispatch's.
    sources="$(mktemp -d)"
    cp fixtures/simulation/programs/*.swift "$sources"
    "$UNBLOCK" lint "$sources" --no-cache --format json --fail-on never >"$programs/lint.json"
    rm -rf "$sources"
fi

# On Linux a pool of one thread can be had; and other work on the machine waits, where one may ask for that.
run=("$bin/unblock-fidelity" "$programs" "${ROUNDS:-5}" "${FORMAT:-text}" "$@")
if [ "$(uname)" = Linux ]; then
    clang -shared -fPIC -O1 Benchmarks/Fidelity/one-core.c -o "$programs/one-core.so" -ldl
    # shellcheck disable=SC2016
    exec setsid --wait bash -c 'echo -20 2>/dev/null >/proc/self/autogroup || true; exec "$@"' fidelity "${run[@]}"
fi
exec "${run[@]}"
