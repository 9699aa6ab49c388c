#!/bin/sh
# Copies the files that the pages need from node_modules to webapp/static/vendor. No bundler: each
# file is served as its package ships it, so every path is checked before anything is replaced.
set -eu
cd "$(dirname "$0")/.."

target=webapp/static/vendor
inter=node_modules/@fontsource-variable/inter/files
files="
node_modules/@digdir/designsystemet-css/dist/src/index.css designsystemet.css
node_modules/@digdir/designsystemet-theme/src/themes/designsystemet.css designsystemet-theme.css
node_modules/socket.io-client/dist/socket.io.min.js socket.io.min.js
$inter/inter-latin-wght-normal.woff2 inter-latin.woff2
$inter/inter-latin-ext-wght-normal.woff2 inter-latin-ext.woff2
"

echo "$files" | while read -r source name; do
    if [ -n "$source" ] && [ ! -s "$source" ]; then
        echo "$source is missing: a package has moved its files. Correct tools/vendor.sh." >&2
        exit 1
    fi
done

mkdir -p "$target"
echo "$files" | while read -r source name; do
    [ -z "$source" ] || cp "$source" "$target/$name"
done
