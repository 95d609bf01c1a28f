#!/usr/bin/env bash
# Sees to the system packages that a target needs: need.sh run|test|postgresql
# As root on Debian or Ubuntu it installs what is missing, elsewhere it names it.
set -euo pipefail

target=$1
python=${PYTHON:-python3}
PATH=$PATH:/usr/sbin:/sbin

missing=()
packages=()

need() { # what it is, its Debian packages, the command that succeeds where it is there
    local what=$1 debian=$2
    shift 2
    if ! "$@" >/dev/null 2>&1; then
        missing+=("$what")
        packages+=($debian)
    fi
}

library() {
    if command -v ldconfig >/dev/null; then
        ldconfig -p | grep -F "lib$1.so"
    else
        ls /opt/homebrew/lib/lib"$1".* /usr/local/lib/lib"$1".* 2>/dev/null | grep .
    fi
}

python_is_recent() {
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'
}

font() {
    if command -v fc-list >/dev/null; then
        fc-list | grep -F "$1"
    else
        ls /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf
    fi
}

# `type -P` asks for programs alone: `command -v` would also find the function itself.
chromium() {
    [ -x "${WAYMARK_CHROMIUM:-}" ] || type -P chromium ||
        type -P chromium-browser || type -P google-chrome
}

pg_ctl() {
    type -P pg_ctl || ls /usr/lib/postgresql/*/bin/pg_ctl
}

look() {
    missing=()
    packages=()
    need "Python 3.11 or newer (PYTHON=... names another one)" python3 python_is_recent
    need "Python's venv module" python3-venv "$python" -c "import ensurepip, venv"
    need "Pango, which sets the text of the PDF" libpango-1.0-0 library pango-1.0
    need "PangoFT2" libpangoft2-1.0-0 library pangoft2-1.0
    need "HarfBuzz's subsetter" libharfbuzz-subset0 library harfbuzz-subset
    need "the DejaVu fonts, which stand in for missing signs" fonts-dejavu-core font DejaVu
    if [ "$target" = test ]; then
        need "Chromium (or WAYMARK_CHROMIUM=/its/path)" chromium chromium
        need "Poppler's pdftotext and pdftoppm" poppler-utils type -P pdftoppm
    elif [ "$target" = postgresql ]; then
        need "PostgreSQL's server" postgresql pg_ctl
    fi
}

look
if [ ${#missing[@]} -eq 0 ]; then
    exit 0
fi
if command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ]; then
    echo "Installing ${packages[*]}"
    export DEBIAN_FRONTEND=noninteractive
    # Whatever apt-get says of a failure, what is missing after it is named below.
    apt-get update -qq </dev/null || true
    apt-get install -y -qq --no-install-recommends "${packages[@]}" </dev/null >/dev/null || true
    look
fi
if [ ${#missing[@]} -gt 0 ]; then
    {
        echo "Missing on this system:"
        printf '  - %s\n' "${missing[@]}"
        echo "On Debian or Ubuntu: sudo apt-get install ${packages[*]}"
        echo "Elsewhere: the packages of the same names from your package manager."
    } >&2
    exit 1
fi
