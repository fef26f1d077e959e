#!/bin/sh
# Makes the environment FOLDER hold exactly what the given locks pin; does nothing (in a few ms) where it does already.
#
#     [PYTHON=python3.13] sh requirements/install.sh FOLDER LOCK...
#
# Rule: FOLDER/installed/LOCK is a copy of a lock that is installed in full, compared by content. A later lock adds to an
# earlier one; a lock that changed, a run that was killed or a checkout that moved makes the environment anew. Where a lock
# pins setuptools, the checkout itself is installed too (editable, for its command), without asking a registry.
set -eu

OLDEST=3.11
FOLDER=${1:?name the folder of the environment}
INSTALLED=$FOLDER/installed
shift

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "$@"
    exit 2
}

version_of() { "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null; }

is_new_enough() { "$1" -c "import sys; sys.exit(sys.version_info < (${OLDEST%.*}, ${OLDEST#*.}))" >/dev/null 2>&1; }

# What tells one interpreter from another, so that another PYTHON is noticed.
identity_of() { "$1" -c 'import sys; print(sys.version, sys.base_prefix)' 2>/dev/null; }

find_python() {
    hint="Name one: make PYTHON=/path/to/python$OLDEST"
    if [ -n "${PYTHON:-}" ]; then
        is_new_enough "$PYTHON" && printf '%s' "$PYTHON" && return
        version=$(version_of "$PYTHON") || fail "PYTHON=$PYTHON cannot be run. $hint"
        fail "PYTHON=$PYTHON is Python $version; this needs $OLDEST or newer. $hint"
    fi
    for candidate in python3 python3.14 python3.13 python3.12 python3.11 python; do
        is_new_enough "$candidate" && printf '%s' "$candidate" && return
    done
    version=$(version_of python3) || version="none"
    fail "This needs Python $OLDEST or newer; found: $version. $hint"
}

# A lock that was installed and reads differently now: packages may have to go, which pip would not do.
has_outdated_lock() {
    for copy in "$INSTALLED"/*.txt; do
        [ ! -e "$copy" ] || cmp -s "$copy" "requirements/${copy##*/}" || return 0
    done
    return 1
}

is_usable() {
    [ "$(cat "$INSTALLED/place" 2>/dev/null)" = "$(pwd -P)" ] && [ -x "$FOLDER/bin/python" ] && [ ! -e "$INSTALLED/unfinished" ] &&
        ! has_outdated_lock || return 1
    [ -z "${PYTHON:-}" ] || [ "$(identity_of "$PYTHON")" = "$(identity_of "$FOLDER/bin/python")" ]
}

make_environment() {
    python=$(find_python)
    say "Making $FOLDER with Python $(version_of "$python") ..."
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        fail "$python lacks the venv module or its pip. On Debian and Ubuntu: apt-get install python3-venv. Or: make PYTHON=..."
    rm -rf "$FOLDER"
    "$python" -m venv "$FOLDER"
    mkdir "$INSTALLED"
    pwd -P >"$INSTALLED/place"
}

pip_install() { "$FOLDER/bin/python" -m pip install --quiet --disable-pip-version-check --no-input --no-deps "$@"; }

# Every package is listed with its hashes, so nothing is resolved here; pip takes the wheel wherever there is one.
install_lock() {
    say "Installing $1 ..."
    : >"$INSTALLED/unfinished"
    pip_install --require-hashes -r "$1"
    cp "$1" "$INSTALLED/"
    rm "$INSTALLED/unfinished"
}

# The compatible mode writes a plain path; the newer one would have every start of Python import a finder (13 ms).
install_checkout() {
    pip_install --no-index --no-build-isolation --config-settings editable_mode=compat --editable .
    cp pyproject.toml "$INSTALLED/"
}

is_usable || make_environment
for lock in "$@"; do
    cmp -s "$lock" "$INSTALLED/${lock##*/}" || install_lock "$lock"
    ! grep -q '^setuptools==' "$lock" || cmp -s pyproject.toml "$INSTALLED/pyproject.toml" || install_checkout
done
