#!/usr/bin/env bash
# pytest-lsp drives the real program through every feature; README.md says which test is about what.
#   ./run.sh [--install] [PROGRAM]   see ../support.sh
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
source "$here/../support.sh"
begin "$@"
python="$python_environment/bin/python"
has_client() { [ -x "$python" ] && "$python" -c 'import pytest_lsp' 2>/dev/null; }
has_client || install_python 'pytest-lsp==1.0.1'
if ! has_client; then
    python=python3
    python3 -c 'import pytest_lsp' 2>/dev/null || lacks pytest-lsp
fi
UNBLOCK="$program" "$python" -B -m pytest -q -p no:cacheprovider "$here"
