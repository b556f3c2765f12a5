#!/usr/bin/env bash
# The extension for VS Code under Node, with stand-ins for VS Code and its client library, drives the real program.
#   ./run.sh [--install] [PROGRAM]   see ../support.sh
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
source "$here/../support.sh"
begin "$@"
command -v node >/dev/null || install_packages nodejs
command -v node >/dev/null || lacks Node

make_sample
NODE_PATH="$here/stubs" SERVER="$program" FOLDER="$folder/package/Sources/Sample" timeout 120 node "$here/session.js"
echo "passed: Node $(node --version)"
