#!/bin/sh
# Runs the script of a bundle that fetches packages, on a machine with a network: a copy of the root of the bare hosts,
# of which nothing is kept.
#
#   fetch.sh <root> <script of the bundle> <directory of the packages> <directory of wheels> <archive that is put there>...
#
# pip finds these wheels and no other ones. The directory appears whole or not at all; what the script said stands
# beside it.
set -eu
root=$1 script=$2 packages=$3 wheels=$4
shift 4
[ ! -d "$packages" ] || exit 0
fetched=$(mktemp -d "$packages.XXXXXX")
trap 'rm -rf "$fetched" "$fetched.said"' EXIT
trap 'exit 1' INT TERM HUP
[ $# -eq 0 ] || cp "$@" "$fetched"
unshare --mount sh -eu -c '
  place=$(mktemp -d)
  mount -t tmpfs place "$place"
  mkdir "$place/upper" "$place/work" "$place/root"
  mount -t overlay -o "lowerdir=$1,upperdir=$place/upper,workdir=$place/work" overlay "$place/root"
  mkdir "$place/root/packages" "$place/root/wheels"
  mount --bind "$3" "$place/root/packages"
  mount --bind "$4" "$place/root/wheels"
  cp "$2" "$place/root/fetch.sh"
  cp /etc/resolv.conf "$place/root/etc/resolv.conf"
  PIP_NO_INDEX=1 PIP_FIND_LINKS=/wheels chroot "$place/root" sh /fetch.sh /packages
' sh "$root" "$script" "$fetched" "$wheels" > "$fetched.said"
chmod 755 "$fetched"
mv "$fetched.said" "$packages.said"
mv -T "$fetched" "$packages"
trap - EXIT
