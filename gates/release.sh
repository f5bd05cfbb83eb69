#!/usr/bin/env bash
# Before a release, not in every build: no source in the catalogue may be older than 18 months today.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
limit=$(date -d '18 months ago' +%F)
awk -v limit="$limit" '
  /^  - name: / { name = substr($0, 11) }
  /^    date: / { if ($2 < limit) { print "older than 18 months: " name " (" $2 ")"; old++ } }
  END { if (old) { print old " entries have to be gone through again"; exit 1 } print "catalogue: no source older than 18 months" }
' src/main/resources/catalog/technologies.yaml
