#!/usr/bin/env bash
# Drives the language server with every editor that is here; INSTALL=1 installs those that are missing.
# UNBLOCK=program instead of the debug build. Ends with failure when one of them fails, after all have run.
set -euo pipefail
cd "$(dirname "$0")/.."
options=()
[ -z "${INSTALL:-}" ] || options=(--install)
status=0
for editor in neovim emacs vim kate vscode pytest-lsp; do
    echo "-- $editor"
    "Tests/Editors/$editor/run.sh" ${options[@]+"${options[@]}"} "${UNBLOCK:-.build/debug/unblock}" || status=1
done
exit "$status"
