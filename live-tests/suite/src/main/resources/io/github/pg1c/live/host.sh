#!/bin/sh
# Becomes process 1 of a test host, in new mount, network, PID, IPC and UTS namespaces: an overlay over the shared root,
# kept in memory, so that everything of the host is gone when this process is.
#
#   host.sh <shared root> <empty directory> <host name>
#
# Says "up" and lives until its standard input ends.
set -eu

lower=$1 here=$2 name=$3

mount --make-rprivate /
mount -t tmpfs -o mode=755 "host-$name" "$here"
mkdir "$here/upper" "$here/work" "$here/root"
mount -t overlay -o "lowerdir=$lower,upperdir=$here/upper,workdir=$here/work" "host-$name" "$here/root"
cd "$here/root"

mount -t proc proc proc
# Kernel parameters are the machine's: no test host may change them.
mount --bind proc/sys proc/sys
mount -o remount,bind,ro proc/sys
mount -t sysfs -o ro sysfs sys
mount -t tmpfs -o mode=755 dev dev
mkdir dev/pts dev/shm
mount -t devpts -o newinstance,ptmxmode=0666 devpts dev/pts
mount -t tmpfs -o mode=1777 shm dev/shm
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd
for device in null zero full random urandom; do
  : > "dev/$device"
  mount --bind "/dev/$device" "dev/$device"
done
mount -t tmpfs -o mode=755 run run
mkdir -p run/lock old
echo "$name" > etc/hostname
printf '127.0.0.1 localhost\n127.0.1.1 %s\n' "$name" > etc/hosts
: > etc/resolv.conf
hostname "$name"
ip link set lo up

pivot_root . old
umount -l old
rmdir old
echo up
# Ignoring the signal of a child's end lets the kernel reap the orphans that process 1 inherits.
exec env --ignore-signal=CHLD cat > /dev/null
