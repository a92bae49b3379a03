#!/usr/bin/env bash
# An authority and three nodes, each with key, request, certificate and files: cfssl and openssl as their manuals say, this library in a warm JVM
# (in memory, and with its files, which it forces to disk and the others do not) and as a whole process. All take turns, so that a noisy moment
# hits each of them; medians and their ratios to cfssl are printed.
#
#   benchmarks/pki.sh [rounds]     cfssl is the first on the PATH, unless CFSSL names a directory with another
#
# Needs the classes: mvn -DskipTests -Pbenchmarks install
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-15}
class_path=benchmarks/target/classes:$(cat benchmarks/target/classpath)
class_path=$PWD/$class_path
[ -z "${CFSSL:-}" ] || PATH=$CFSSL:$PATH
work=$(mktemp -d)
trap 'exec 3>&- ; rm -rf "$work"' EXIT

cat > "$work/ca-config.json" << 'JSON'
{"signing": {"default": {"expiry": "8760h"}, "profiles": {
  "etcd": {"usages": ["signing", "key encipherment", "server auth", "client auth"], "expiry": "8760h"}}}}
JSON

with_cfssl() {
  local algorithm=$1 size=$2 node
  echo "{\"CN\": \"benchmark\", \"key\": {\"algo\": \"$algorithm\", \"size\": $size}}" > ca-csr.json
  cfssl gencert -initca ca-csr.json | cfssljson -bare ca
  for node in node1 node2 node3; do
    echo "{\"CN\": \"$node\", \"hosts\": [\"$node\", \"127.0.0.1\"], \"key\": {\"algo\": \"$algorithm\", \"size\": $size}}" > "$node-csr.json"
    cfssl gencert -ca=ca.pem -ca-key=ca-key.pem -config="$work/ca-config.json" -profile=etcd "$node-csr.json" | cfssljson -bare "$node"
  done
}

with_openssl() {
  local node options=(-newkey rsa:"$2")
  [ "$1" = rsa ] || options=(-newkey ec -pkeyopt ec_paramgen_curve:P-256)
  openssl req -x509 "${options[@]}" -nodes -days 1825 -subj /CN=benchmark -addext keyUsage=critical,keyCertSign,cRLSign \
    -keyout ca-key.pem -out ca.pem
  for node in node1 node2 node3; do
    openssl req "${options[@]}" -nodes -subj "/CN=$node" -keyout "$node-key.pem" -out "$node.csr"
    printf 'subjectAltName=DNS:%s,IP:127.0.0.1\nextendedKeyUsage=serverAuth,clientAuth\nkeyUsage=critical,digitalSignature\nauthorityKeyIdentifier=keyid\n' \
      "$node" > "$node.ext"
    openssl x509 -req -in "$node.csr" -CA ca.pem -CAkey ca-key.pem -CAcreateserial -days 365 -extfile "$node.ext" -out "$node.pem"
  done
}

with_process() {
  java -XX:+UseSerialGC -cp "$class_path" io.github.pg1c.benchmarks.IssuingBenchmark "$1" "$2" "$work/process"
}

microseconds() {
  local name=$1 start end
  shift
  mkdir -p "$work/$name"
  start=${EPOCHREALTIME/./}
  (cd "$work/$name" && "$@") > "$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
  end=${EPOCHREALTIME/./}
  echo $((end - start))
}

mkfifo "$work/orders" "$work/answers"
java -XX:+UseSerialGC -cp "$class_path" io.github.pg1c.benchmarks.IssuingBenchmark < "$work/orders" > "$work/answers" &
exec 3> "$work/orders" 4< "$work/answers"
warm() {
  local issued written
  echo "$1 $2 $work/files" >&3
  read -r issued written <&4
  echo "$issued" >> "$work/library.us"
  echo "$written" >> "$work/files.us"
}

median() { sort -n "$1" | awk '{ v[NR] = $1 } END { print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

cfssl version | sed -n 's/^Version/cfssl/p'
openssl version
java -version 2>&1 | head -n 1
mkdir -p "$work/files" "$work/process"
for kind in 'ecdsa 256' 'rsa 2048'; do
  read -r algorithm size <<< "$kind"
  rm -f "$work"/*.us
  echo "$kind $([ "$algorithm" = rsa ] && echo 20 || echo 1000)" >&3
  read -r _ <&4
  for ((round = 0; round < rounds; round++)); do
    microseconds cfssl with_cfssl "$algorithm" "$size" >> "$work/cfssl.us"
    warm "$algorithm" "$size"
    microseconds openssl with_openssl "$algorithm" "$size" >> "$work/openssl.us"
    warm "$algorithm" "$size"
    microseconds process with_process "$algorithm" "$size" >> "$work/process.us"
  done
  base=$(median "$work/cfssl.us")
  for run in cfssl openssl library files process; do
    awk -v run="$run" -v kind="$kind" -v median="$(median "$work/$run.us")" -v base="$base" -v n="$(wc -l < "$work/$run.us")" \
      'BEGIN { printf "%-9s %-8s median of %2d: %8.1f ms, %5.2f x cfssl\n", kind, run, n, median / 1000, median / base }'
  done
done
