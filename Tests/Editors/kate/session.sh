#!/usr/bin/env bash
# The part of the test that runs beside Kate, on its screen; it is in the folder of the package.
set -euo pipefail

kate -n -b --line 4 --column 5 Sources/Sample/Sample.swift &
kate=$!
trap 'kill -9 "$kate" 2>/dev/null || true' EXIT

shoot() { [ -z "$SCREENS" ] || { mkdir -p "$SCREENS"; import -window root "$SCREENS/kate-$1.png"; }; }

for _ in $(seq 100); do
    window="$(xdotool search --onlyvisible --name Sample.swift 2>/dev/null | head -1 || true)"
    [ -z "$window" ] || break
    sleep 0.2
done
[ -n "$window" ] || { echo "failed: Kate shows no window"; exit 1; }
xdotool windowsize "$window" 1280 800 windowfocus "$window"

# There is no way to ask Kate what it shows: a quick fix does nothing before the finding is there, and nothing after it.
for _ in $(seq 60); do
    sleep 0.5
    shoot finding
    xdotool key ctrl+period
    sleep 0.5
    xdotool key ctrl+s
    sleep 0.2
    if grep -q 'Task.sleep' Sources/Sample/Sample.swift; then
        shoot fixed
        exit 0
    fi
done
shoot failed
echo "failed: no fix after a minute"
exit 1
