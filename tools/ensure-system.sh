#!/bin/sh
# Sees to what the tests need besides Python and npm packages: Chromium, PostgreSQL's server
# programs and a font. Installs them where it may (root on Debian or Ubuntu), else says what to do.
set -eu

has_chromium() {
    [ -x "${SAMSPILL_CHROMIUM:-/usr/bin/chromium}" ] ||
        command -v chromium >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1
}

has_postgres() {
    command -v initdb >/dev/null 2>&1 && command -v pg_ctl >/dev/null 2>&1 && return 0
    for bin in /usr/lib/postgresql/*/bin; do
        [ -x "$bin/initdb" ] && [ -x "$bin/pg_ctl" ] && return 0
    done
    return 1
}

missing=""
has_chromium || missing="$missing chromium fonts-dejavu-core"
has_postgres || missing="$missing postgresql"
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing$missing ..."
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    # shellcheck disable=SC2086  # one word per package is what is meant
    apt-get install -qq -y --no-install-recommends $missing >/dev/null
    if has_chromium && has_postgres; then
        exit 0
    fi
fi

cat >&2 <<END
The tests need programs that are missing here:$missing
  Debian, Ubuntu:  sudo apt-get install$missing
  Fedora:          sudo dnf install chromium postgresql-server
  macOS:           brew install chromium postgresql
  Elsewhere:       put initdb and pg_ctl on PATH; SAMSPILL_CHROMIUM=/path/to/chromium
END
exit 1
