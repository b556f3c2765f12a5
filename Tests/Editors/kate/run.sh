#!/usr/bin/env bash
# Kate on a screen of its own (Xvfb), with editors/kate/settings.json: opens a file, asks for "Quick Fix" and saves; the file
# then has the fix, and nothing else has changed.
#   ./run.sh [--install] [PROGRAM]   see ../support.sh; SCREENS=folder keeps a picture of each step
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
source "$here/../support.sh"
begin "$@"

has_all() { for name in kate Xvfb xdotool dbus-run-session import; do command -v "$name" >/dev/null || return 1; done; }
has_all || install_packages kate xvfb xdotool dbus-x11 imagemagick
has_all || lacks "Kate with Xvfb, xdotool, dbus and ImageMagick"

# What the compiler reports too: Kate runs no other server that would tell of it.
make_sample 'Thread.sleep(forTimeInterval: 1)'
settings="$folder/home/.config"
mkdir -p "$settings/kate/lspclient" "$folder/runtime"
cp "$root/editors/kate/settings.json" "$settings/kate/lspclient/"
# Kate asks once whether it may start a server; this is the answer "yes".
cat >"$settings/katerc" <<KATERC
[Kate Plugins]
lspclientplugin=true

[lspclient]
AllowedServerCommandLines=$folder/bin/unblock lsp
KATERC
HOME="$folder/home" XDG_CONFIG_HOME="$settings" XDG_RUNTIME_DIR="$folder/runtime" SCREENS="${SCREENS:-}" \
    timeout 120 xvfb-run -a -s "-screen 0 1280x800x24" dbus-run-session -- "$here/session.sh" >"$folder/log" 2>&1 ||
    { tail -5 "$folder/log" >&2; exit 1; }
check_sample
echo "passed: $(QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR="$folder/runtime" kate --version 2>/dev/null | head -1)"
