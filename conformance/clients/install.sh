#!/usr/bin/env bash
# Installs the clients that npm does not bring, where Python and Go are: conformance/clients.test.ts
# runs those that are there. Versions are pinned in python/requirements.txt and go/go.mod.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
cache=$(realpath ../..)/node_modules/.cache/yuntai-clients
mkdir -p "$cache"

skipped() {
  echo "== SKIPPED: $1"
}

python_clients() {
  python3 -m venv "$cache/python" &&
    "$cache/python/bin/pip" install --quiet --no-input --no-compile -r python/requirements.txt
}

if ! command -v python3 >/dev/null; then
  skipped 'tccli and the Python SDKs: there is no python3'
elif ! python_clients; then
  rm -rf "$cache/python"
  skipped 'tccli and the Python SDKs: they could not be installed'
fi

if ! command -v go >/dev/null; then
  skipped 'the Go SDKs: there is no go'
elif ! (cd go && go build -o "$cache/go-walk" ./walk); then
  rm -f "$cache/go-walk"
  skipped 'the Go SDKs: the walk could not be built'
fi
