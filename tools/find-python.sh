#!/bin/sh
# Prints the newest Python that can carry Samspill, or says what to install. PYTHON=... chooses one.
set -eu

fits() {
    command -v "$1" >/dev/null 2>&1 &&
        "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
    if fits "$candidate"; then
        command -v "$candidate"
        exit 0
    fi
done

cat >&2 <<END
Samspill needs Python 3.11 or newer, with venv; none was found${PYTHON:+ at PYTHON=$PYTHON}.
  Debian, Ubuntu:  sudo apt-get install python3 python3-venv
  Fedora:          sudo dnf install python3
  macOS:           brew install python
  Another place:   make ... PYTHON=/path/to/python3
END
exit 1
