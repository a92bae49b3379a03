#!/usr/bin/env bash
# The programs that the conformance tests ask. Debian 12 lacks zlint and has cfssl 1.2 only, and Debian's etcd would be started where
# it is installed: these are taken from Debian 13 and unpacked into a directory, so that the machine stays what it is.
#
#   etcd-pki/src/test/sh/tools.sh packages      the packages to install with apt-get
#   etcd-pki/src/test/sh/tools.sh unpack DIR    unpacks what is missing and prints what belongs into PG1C_TOOLS
set -euo pipefail

packages=(curl gnutls-bin golang-cfssl libnss3-tools openssl python3)

unpacked=(etcd-server golang-cfssl zlint)

is_there() {
  command -v etcd > /dev/null && command -v zlint > /dev/null && ! cfssl version 2> /dev/null | grep -q '^Version: 1\.[0-5]\.'
}

unpack() {
  local directory=$1
  mkdir -p "$directory"
  directory=$(cd "$directory" && pwd)
  if [ -x "$directory/root/usr/bin/zlint" ] && [ -x "$directory/root/usr/bin/cfssl" ] && [ -x "$directory/root/usr/bin/etcd" ]; then
    return
  fi
  local mirror=${PG1C_LIVE_MIRROR:-}
  if [ -z "$mirror" ]; then
    # shellcheck disable=SC2016 # apt's own variables
    mirror=$(apt-get indextargets --format '$(ORIGIN) $(LABEL) $(REPO_URI)' 'Created-By: Packages' |
      awk '$1 == "Debian" && $2 == "Debian" { print $3; exit }')
  fi
  if [ -z "$mirror" ]; then
    echo "apt knows no mirror of Debian here; name one in PG1C_LIVE_MIRROR" >&2
    exit 69
  fi
  mkdir -p "$directory/lists/partial" "$directory/cache/archives/partial" "$directory/root"
  echo "deb $mirror trixie main" > "$directory/sources"
  local apt=(apt-get -q -o "Dir::Etc::SourceList=$directory/sources" -o Dir::Etc::SourceParts=/dev/null
    -o "Dir::State::Lists=$directory/lists" -o "Dir::Cache=$directory/cache" -o APT::Sandbox::User=root)
  "${apt[@]}" update >&2
  (cd "$directory" && "${apt[@]}" download "${unpacked[@]}" >&2)
  local package
  for package in "$directory"/*.deb; do
    dpkg -x "$package" "$directory/root"
    rm "$package"
  done
}

case "${1:-}" in
  packages) echo "${packages[@]}" ;;
  unpack)
    if ! is_there; then
      unpack "${2:?directory}"
      echo "$(cd "$2" && pwd)/root/usr/bin"
    fi
    ;;
  *)
    sed -n '2,/^set/{/^set/!s/^# \{0,1\}//p}' "$0" >&2
    exit 64
    ;;
esac
