#!/usr/bin/env bash
# Whole-process times of the main job, five runs each: minimum, median, maximum in seconds.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
brief=${1:-examples/library/brief.yaml}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
./groundplan design "$brief" --no-trial -o "$out/warm" > /dev/null
measure() {
  local name=$1 i start
  shift
  for i in 1 2 3 4 5; do
    start=$(date +%s%N)
    "$@" > /dev/null
    echo $((($(date +%s%N) - start) / 1000000))
  done | sort -n | awk -v name="$name" '{t[NR]=$1} END {printf "%-22s min %.2f  median %.2f  max %.2f s\n", name, t[1]/1000, t[3]/1000, t[5]/1000}'
}
measure "derive, no trial" ./groundplan design "$brief" --no-trial -o "$out/a"
measure "with all trials" ./groundplan design "$brief" -o "$out/b"

echo "warm, in process, without trials and without I/O:"
. src/build/jdk.sh
find_jdk
[ -d target/test-classes/org/groundplan/bench ] || ./build -q test-compile
"$JAVA_HOME/bin/java" -cp "target/test-classes:target/classes:target/lib/*" org.groundplan.bench.Warm
