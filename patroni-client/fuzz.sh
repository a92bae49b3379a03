#!/usr/bin/env bash
# Looks for inputs that a parser cannot take: each fuzz test of ParserFuzzTest, or the named ones, for this many seconds.
# What is found lands beside the known inputs in src/test/resources, and every later build runs it.
# usage: fuzz.sh [SECONDS [TEST…]]
set -euo pipefail
cd "$(dirname "$0")"
seconds=${1:-60}
shift || true
source=src/test/java/io/github/pg1c/patroni/ParserFuzzTest.java
tests=("$@")
if [ ${#tests[@]} -eq 0 ]; then
    mapfile -t tests < <(grep -A1 '@FuzzTest' "$source" | sed -n 's/.*void \([a-z]*\)(.*/\1/p')
fi
failed=()
for test in "${tests[@]}"; do
    echo "== $test, $seconds s"
    JAZZER_FUZZ=1 JAZZER_MAX_DURATION=${seconds}s mvn -q -o surefire:test -Dfuzz.hooks=true -Dunit.tests.jvm= \
        -Dtest="ParserFuzzTest#$test" -Dsurefire.failIfNoSpecifiedTests=true > target/fuzz-"$test".log 2>&1 || failed+=("$test")
    grep -E 'DONE|^== Java Exception|cov:' target/fuzz-"$test".log | tail -n 2 || true
done
if [ ${#failed[@]} -gt 0 ]; then
    echo "failed: ${failed[*]}; see target/fuzz-*.log" >&2
    exit 1
fi
