#!/usr/bin/env bash
# Compares whole runs of Maven: one that does nothing, one of pg1c:generate when nothing changed, one that makes all anew.
# The three take turns, so that a noisy moment hits each of them; the medians and their ratios are printed.
# Needs the artifacts in the local repository: mvn -DskipTests install
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-15}
version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' bom/pom.xml | head -n 1)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp samples/lxc/cluster.yaml "$work/cluster.yaml"
cat > "$work/pom.xml" <<POM
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>benchmark</groupId>
  <artifactId>empty</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
</project>
POM
cd "$work"
goal="io.github.pg1c:pg1c-maven-plugin:$version:generate"
empty() { mvn -o -q validate; }
unchanged() { mvn -o -q "$goal"; }
anew() { rm -rf target .pg1c && mvn -o -q "$goal"; }
seconds() {
    local start end
    start=$(date +%s%N)
    "$1" > "$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
    end=$(date +%s%N)
    echo $(((end - start) / 1000000)) >> "$work/$1.ms"
}
empty && unchanged
for ((round = 0; round < rounds; round++)); do
    seconds empty
    seconds anew
    seconds unchanged
done
median() { sort -n "$work/$1.ms" | awk '{ v[NR] = $1 } END { print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
base=$(median empty)
for run in empty unchanged anew; do
    awk -v run="$run" -v median="$(median "$run")" -v base="$base" -v rounds="$rounds" \
        'BEGIN { printf "%-10s median of %d: %6.0f ms, %.2f x an empty run\n", run, rounds, median, median / base }'
done
