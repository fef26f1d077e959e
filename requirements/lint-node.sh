#!/bin/sh
# Compiles and lints a package of TypeScript with the tools that requirements/install-node.sh put into FOLDER, if it did.
#
#     sh requirements/lint-node.sh FOLDER PACKAGE
set -eu

[ -e "$1/installed.json" ] || { [ -z "${CI:-}" ] && exit 0; }
PATH="$(pwd)/$1/bin:$(pwd)/$1/node_modules/.bin:$PATH"
cd "$2"
set -x
tsc --noEmit
eslint .
