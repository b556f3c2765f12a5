#!/usr/bin/env bash
# Vim with ALE, without a screen, opens a file and lists the finding at its place; after an edit that mends it, nothing.
#   ./run.sh [PROGRAM]   by default the debug build. Says so and passes where Vim or ALE is missing.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../../.." && pwd)"
program="${1:-$root/.build/debug/unblock}"
[ -x "$program" ] || { echo "unblock: error: $program is not there: build it first" >&2; exit 2; }
program="$(cd "$(dirname "$program")" && pwd)/$(basename "$program")"
command -v vim >/dev/null && vim --version | grep -q '+job' || { echo "skipped: Vim with jobs is not installed"; exit 0; }
ale=""
for folder in /usr/share/vim-ale /usr/share/vim/addons "$HOME/.vim/pack/plugins/start/ale"; do
    if [ -f "$folder/autoload/ale.vim" ]; then ale="$folder"; fi
done
[ -n "$ale" ] || { echo "skipped: ALE is not installed"; exit 0; }

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
printf 'import Foundation\n\nfunc pause() async throws {\n    sleep(1)\n}\n' >"$folder/Sample.swift"
touch "$folder/Package.swift"
cd "$folder"
HOME="$folder" SERVER="$program" ALE="$ale" EDITOR_FILES="$root/editors/vim" timeout 120 \
    vim -N -n -i NONE -u "$here/session.vim" --not-a-term Sample.swift -c "call Session()" >/dev/null 2>&1 || {
    cat "$folder/result" 2>/dev/null >&2
    echo "failed" >&2
    exit 1
}
cat "$folder/result"
