#!/usr/bin/env bash
# Adjusted Rand index of our boundaries on published systems, beside a baseline: bench/boundaries.sh FOLDER
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. src/build/jdk.sh
find_jdk
[ -f target/test-classes/org/groundplan/bench/Boundaries.class ] || ./build -q test-compile
"$JAVA_HOME/bin/java" -Dcases="${1:-}" -cp "target/test-classes:target/classes:target/lib/*" org.groundplan.bench.Boundaries
