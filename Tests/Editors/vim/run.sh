#!/usr/bin/env bash
# Vim with ALE, without a screen, opens a file, lists the finding at its place, applies the fix as `:ALECodeAction` does and
# saves; then nothing is listed and the file compiles.
#   ./run.sh [--install] [PROGRAM]   see ../support.sh
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
source "$here/../support.sh"
begin "$@"

has_vim() { command -v vim >/dev/null && vim --version | grep -q '+job'; }
find_ale() {
    ale=""
    for candidate in /usr/share/vim-ale /usr/share/vim/addons "$HOME/.vim/pack/plugins/start/ale"; do
        if [ -f "$candidate/autoload/ale.vim" ]; then ale="$candidate"; fi
    done
    [ -n "$ale" ]
}
has_vim || install_packages vim-nox
has_vim || lacks "Vim with jobs"
find_ale || install_packages vim-ale
find_ale || lacks ALE

make_sample
HOME="$folder/home" RESULT="$folder/result" ALE="$ale" EDITOR_FILES="$root/editors/vim" timeout 120 \
    vim -N -n -i NONE -u "$here/session.vim" --not-a-term Sources/Sample/Sample.swift -c "call Session()" >/dev/null 2>&1 || {
    cat "$folder/result" >&2 2>/dev/null || echo "failed" >&2
    exit 1
}
check_sample
cat "$folder/result"
