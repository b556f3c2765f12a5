#!/usr/bin/env bash
# A headless Neovim opens a file, sees the finding at its place, applies the fix, saves; then the finding is gone.
#   ./run.sh [PROGRAM]   by default the debug build; NVIM=program. Says so and passes where Neovim is missing.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
program="${1:-$(cd "$here/../../.." && pwd)/.build/debug/unblock}"
nvim="${NVIM:-nvim}"
[ -x "$program" ] || { echo "unblock: error: $program is not there: build it first" >&2; exit 2; }
program="$(cd "$(dirname "$program")" && pwd)/$(basename "$program")"
command -v "$nvim" >/dev/null || { echo "skipped: Neovim is not installed"; exit 0; }

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/Sources/Sample" "$folder/home"
cat >"$folder/Package.swift" <<'MANIFEST'
// swift-tools-version: 6.0
import PackageDescription
let package = Package(name: "Sample", targets: [.target(name: "Sample")])
MANIFEST
cat >"$folder/Sources/Sample/Sample.swift" <<'SWIFT'
import Foundation

func pause() async throws {
    sleep(1)
}
SWIFT
cd "$folder"
HOME="$folder/home" SERVER="$program" timeout 120 "$nvim" --clean --headless -n \
    -c 'set filetype=swift' -c 'edit Sources/Sample/Sample.swift' -c "luafile $here/session.lua" -c 'qa!'
grep -q 'try await Task.sleep(for: .seconds(1))' Sources/Sample/Sample.swift
"$program" lint Sources/Sample/Sample.swift
echo "passed: $("$nvim" --version | head -1)"
