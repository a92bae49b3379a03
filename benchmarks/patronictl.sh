#!/usr/bin/env bash
# Compares `patronictl list` with the client's cluster() for the same three members: patronictl reads a recorded state from a real etcd
# on loopback, the client asks a server on loopback that answers as Patroni does. The two take turns in one run.
# Needs Debian's packages patroni, python3-etcd, python3-dnspython, etcd-server and etcd-client, and the benchmarks built (README.md).
set -euo pipefail
cd "$(dirname "$0")"
rounds=${1:-20}
work=$(mktemp -d)
client=23790
etcd --data-dir "$work/etcd" --listen-client-urls "http://127.0.0.1:$client" --advertise-client-urls "http://127.0.0.1:$client" \
    --listen-peer-urls http://127.0.0.1:23800 --initial-advertise-peer-urls http://127.0.0.1:23800 \
    --initial-cluster default=http://127.0.0.1:23800 > "$work/etcd.log" 2>&1 &
etcd=$!
trap 'kill "$etcd"; wait "$etcd" 2> /dev/null || true; rm -rf "$work"' EXIT
export ETCDCTL_API=3
put() { etcdctl --endpoints="http://127.0.0.1:$client" put "/service/main/$1" "$2" > /dev/null; }
for _ in {1..50}; do
    etcdctl --endpoints="http://127.0.0.1:$client" endpoint health > "$work/health.log" 2>&1 && break
done
put initialize 7400000000000000001
put leader node1
put status '{"optime":67109216,"slots":{}}'
put config '{"loop_wait":10,"ttl":30}'
for i in 1 2 3; do
    role=$([ "$i" = 1 ] && echo master || echo replica)
    put "members/node$i" "{\"conn_url\":\"postgres://node$i:5432/postgres\",\"api_url\":\"https://node$i:8008/patroni\",\"state\":\"running\",\"role\":\"$role\",\"version\":\"3.0.2\",\"xlog_location\":67109216,\"timeline\":3}"
done
cat > "$work/patronictl.yml" <<YAML
scope: main
namespace: /service/
name: node0
etcd3:
  host: 127.0.0.1:$client
YAML
# The classes of this source tree come first, so that nothing older from a repository is measured.
java -cp "target/classes:../patroni-client/target/classes:$(cat target/classpath)" \
    io.github.pg1c.benchmarks.PatronictlCalls "$rounds" patronictl -c "$work/patronictl.yml" list -f json
