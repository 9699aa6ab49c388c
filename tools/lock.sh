#!/bin/sh
# Pins what pyproject.toml and package.json ask for, with hashes and without addresses: who installs
# chooses the registry, and the hashes see to it that it is the same package.
set -eu
cd "$(dirname "$0")/.."
tools/need.sh uv "python3 -m pip install uv"
tools/need.sh npm "Install Node.js 20 or newer, which brings npm."

pin() {
    uv pip compile "$@" --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-annotate --no-header ${UPGRADE:+--upgrade}
}

pin pyproject.toml --output-file requirements.txt
pin pyproject.toml --extra dev --output-file requirements-dev.txt
echo "setuptools>=80" | pin - --output-file requirements-build.txt
npm install --package-lock-only --loglevel=error --no-progress
