#!/usr/bin/env bash
# Builds the release program and prints its path on standard output; everything else goes to standard error.
set -euo pipefail
cd "$(dirname "$0")/.."
swift=${SWIFT:-swift}

if [ ! -x .build/release/unblock ]; then
    echo "building unblock; the first build compiles swift-syntax and takes six to twenty minutes on two cores" >&2
fi
"$swift" build --configuration release --product unblock >&2
echo ".build/release/unblock"
