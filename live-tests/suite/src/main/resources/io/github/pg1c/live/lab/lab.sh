#!/bin/sh
# The laboratory of a run: in new mount and network namespaces, a file system in memory for everything that the hosts
# write, the control groups that they boot in, and the switch that they are plugged into. Lives until its standard
# input ends.
#
#   lab.sh <empty directory>
set -eu
umask 022
# Ctrl-C reaches everybody; the laboratory ends when its standard input does.
trap '' INT
dir=$1

mount --make-rprivate /
mount -t tmpfs -o mode=755,size=80% laboratory "$dir"

# systemd wants control groups of version 2 to itself. Below the group of this process they are nobody else's.
mkdir "$dir/cgroup2"
mount -t cgroup2 cgroup2 "$dir/cgroup2"
own=$(sed -n 's/^0:://p' /proc/self/cgroup)
groups=$dir/cgroup2${own%/}/pg1c-lab-$$
mkdir "$groups"
ln -s "$groups" "$dir/groups"

ip link add name switch type bridge
ip link set switch up
echo up
cat > /dev/null

# The hosts have ended before; what a host's systemd made of groups is empty, and so it can be removed.
for _ in $(seq 300); do
  find "$groups" -depth -type d -exec rmdir {} \; 2> /dev/null || :
  [ -e "$groups" ] || exit 0
  sleep 0.1
done
echo "control groups are still in use: $groups" >&2
exit 1
