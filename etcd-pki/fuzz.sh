#!/usr/bin/env bash
# Looks for inputs that a reader cannot take: each fuzz test of the two classes ReaderFuzzTest, or the named ones, for this many seconds.
# What is found lands beside the known inputs in src/test/resources, and every later build runs it.
# usage: fuzz.sh [SECONDS [TEST…]], where TEST is such as store.ReaderFuzzTest#pem or cfssl.ReaderFuzzTest#config
set -euo pipefail
cd "$(dirname "$0")"
seconds=${1:-60}
shift || true
package=io.github.pg1c.pki
tests=("$@")
if [ ${#tests[@]} -eq 0 ]; then
    for class in store.ReaderFuzzTest cfssl.ReaderFuzzTest; do
        source=src/test/java/${package//.//}/${class//.//}.java
        mapfile -t -O ${#tests[@]} tests < <(grep -A1 '@FuzzTest' "$source" | sed -n "s/.*void \\([a-z0-9]*\\)(.*/$class#\\1/p")
    done
fi
failed=()
for test in "${tests[@]}"; do
    echo "== $test, $seconds s"
    log=target/fuzz-${test//#/-}.log
    JAZZER_FUZZ=1 JAZZER_MAX_DURATION=${seconds}s mvn -q -o surefire:test -Dfuzz.hooks=true -Dtest="$package.$test" \
        -Dsurefire.failIfNoSpecifiedTests=true > "$log" 2>&1 || failed+=("$test")
    grep -E 'DONE|^== Java Exception|cov:' "$log" | tail -n 2 || true
done
if [ ${#failed[@]} -gt 0 ]; then
    echo "failed: ${failed[*]}; see target/fuzz-*.log" >&2
    exit 1
fi
