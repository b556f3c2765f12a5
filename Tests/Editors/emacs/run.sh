#!/usr/bin/env bash
# Emacs in batch mode, set up by editors/emacs/unblock.el, opens a file, sees the finding at its place, applies the fix and
# saves; then the finding is gone and the file compiles. Once with eglot, and once with lsp-mode.
#   ./run.sh [--install] [PROGRAM]   see ../support.sh
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
source "$here/../support.sh"
begin "$@"

has() {
    command -v emacs >/dev/null &&
        emacs --batch --eval "(progn (require 'package) (package-initialize) (require '$1))" 2>/dev/null
}
has eglot && has lsp-mode || install_packages emacs-nox elpa-eglot elpa-lsp-mode
tried=false
for client in eglot lsp-mode; do
    has "$client" || continue
    tried=true
    # Of what the compiler reports too, the only server of a buffer has to tell.
    case "$client" in eglot) make_sample 'Thread.sleep(forTimeInterval: 1)' ;; *) make_sample ;; esac
    HOME="$folder/home" CLIENT="$client" SETTINGS="$root/editors/emacs/unblock.el" timeout 120 \
        emacs --batch -l "$here/session.el" >"$folder/log" 2>&1 || { tail -20 "$folder/log" >&2; exit 1; }
    check_sample
    echo "passed: $(emacs --version | head -1) with $client"
done
$tried || lacks "Emacs with eglot or lsp-mode"
