#!/usr/bin/env bash
# The Swift files that people write, separated by NUL: not fixtures, whose form is what they test, and nothing generated.
set -euo pipefail
cd "$(dirname "$0")/.."
folders=(Package.swift Plugins Sources Tests)
[ -d Benchmarks ] && folders+=(Benchmarks)
find "${folders[@]}" -name '*.swift' -not -path '*/Generated/*' -not -path '*/.build/*' -print0
