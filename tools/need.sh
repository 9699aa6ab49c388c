#!/bin/sh
# Usage: need.sh COMMAND REMEDY. Says what to do when a command is missing.
set -eu

if ! command -v "$1" >/dev/null 2>&1; then
    printf 'Samspill needs "%s", which is not installed.\n  %s\n' "$1" "$2" >&2
    exit 1
fi
