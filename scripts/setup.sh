#!/usr/bin/env bash
# Makes sure that a Swift toolchain, pkg-config and the headers of libxml2 are there.
# Installs the last two where a package manager and the rights for it are at hand; says what to do otherwise.
set -euo pipefail

fail() {
    echo "unblock: error: $1: $2" >&2
    exit 2
}

command -v "${SWIFT:-swift}" >/dev/null || fail "no Swift toolchain found" "install Swift 6.2 or newer, see https://swift.org/install"

have_libxml2() {
    command -v pkg-config >/dev/null && pkg-config --exists libxml-2.0
}

have_libxml2 && exit 0

# Runs a command as root, if that is possible without asking anybody.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
        sudo "$@"
    else
        return 1
    fi
}

if command -v apt-get >/dev/null; then
    packages=(libxml2-dev pkg-config)
    echo "installing ${packages[*]} with apt-get" >&2
    install() { as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >&2; }
    install 2>/dev/null || { as_root apt-get update -qq >&2 && install; } ||
        fail "libxml2 could not be installed" "run as root: apt-get install ${packages[*]}"
elif command -v brew >/dev/null; then
    echo "installing libxml2 and pkgconf with brew" >&2
    brew install libxml2 pkgconf >&2 || fail "libxml2 could not be installed" "run: brew install libxml2 pkgconf"
    # Homebrew keeps libxml2 out of the default search path, because macOS has a copy of its own.
    have_libxml2 ||
        fail "pkg-config does not find libxml2" "run: export PKG_CONFIG_PATH=\"$(brew --prefix libxml2)/lib/pkgconfig\""
else
    fail "the headers of libxml2 or pkg-config are missing" \
        "install them with your package manager (Fedora: dnf install libxml2-devel pkgconf; Alpine: apk add libxml2-dev pkgconf)"
fi

have_libxml2 || fail "libxml2 was installed but pkg-config does not find it" "check: pkg-config --cflags libxml-2.0"
