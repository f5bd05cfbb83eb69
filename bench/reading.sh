#!/usr/bin/env bash
# How well prose is read: bench/reading.sh FOLDER [FOLDER WITH THE TEXTS], see org.groundplan.bench.Readings
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. src/build/jdk.sh
find_jdk
[ -f target/test-classes/org/groundplan/bench/Readings.class ] || ./build -q test-compile
"$JAVA_HOME/bin/java" -Dcases="${1:-}" -Dtexts="${2:-${1:-}}" -cp "target/test-classes:target/classes:target/lib/*" org.groundplan.bench.Readings
