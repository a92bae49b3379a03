#!/bin/sh
# Boots a test host: systemd as process 1 of an overlay over the shared root. Runs as process 1 of new mount, network,
# PID, IPC and UTS namespaces, so that the kernel ends every process of the host at once when this one ends: a power
# loss.
#
#   host.sh <shared root> <directory of the laboratory> <host name> <size of a disk> [<mount point of a disk>...]
#
# Says "up" when the network namespace can be plugged in, boots at the first line of its standard input, and lives until
# that ends. What the host has written stays in the laboratory for its next boot.
set -eu
umask 022
# Ctrl-C reaches everybody; the host ends when its standard input does.
trap '' INT

lower=$1 lab=$2 name=$3 size=$4
shift 4
here=$lab/$name
group=$(readlink "$lab/groups")/$name

mount -t proc proc /proc
# The devices that /sys shows are those of the network namespace in which it is mounted.
mount -t sysfs sysfs /sys
mount -t cgroup2 cgroup2 /sys/fs/cgroup
# The groups of the boot before would be in the way of this one's.
for _ in $(seq 100); do
  [ -e "$group" ] || break
  find "$group" -depth -type d -exec rmdir {} \; 2> /dev/null || :
  sleep 0.1
done
mkdir "$group"
echo $$ > "$group/cgroup.procs"

mkdir -p "$here/upper" "$here/work" "$here/root"
mount -t overlay -o "lowerdir=$lower,upperdir=$here/upper,workdir=$here/work" "$name" "$here/root"
binds=
for mount_point in "$@"; do
  disk=$here/disk$(printf '%s' "$mount_point" | tr / -)
  if [ ! -e "$disk" ]; then
    truncate --size="$size" "$disk"
    mkfs.ext4 -q -m 0 "$disk"
  fi
  mkdir -p "$disk.mounted"
  mount -o loop "$disk" "$disk.mounted"
  binds="$binds --bind=$disk.mounted:$mount_point"
done

# What nspawn keeps of its machines, which have the same names in other laboratories.
mkdir -p /run/systemd/nspawn
mount -t tmpfs -o mode=755 nspawn /run/systemd/nspawn

# Kernel settings without a namespace are the machine's and those of all hosts. A host gets them as files of its own,
# with the machine's values at each boot: what it writes can be read there, and nobody else notices.
scope=/var/lib/kernel-settings
rm -rf "$here/root$scope"
own_setting() { # path: as files under the same path in the host's scope
  mkdir -p "$here/root$scope${1%/*}"
  find "$1" -xdev -type d -exec mkdir -p "$here/root$scope{}" \;
  find "$1" -xdev -type f | while read -r setting; do
    cat "$setting" > "$here/root$scope$setting" 2> /dev/null || :
  done
  # nspawn looks for what it binds below /proc when the host's root is its own already.
  case $1 in
    /proc/*) binds="$binds --bind=$scope$1:$1" ;;
    *) binds="$binds --bind=$here/root$scope$1:$1" ;;
  esac
}
keys=$(cat "$here"/root/etc/sysctl.d/*.conf "$here"/root/usr/lib/sysctl.d/*.conf 2> /dev/null |
  sed -n 's/^-\{0,1\}\([a-z][a-z0-9_./]*\) *=.*/\1/p' | tr . / | sort -u)
own_setting /proc/sys/vm
own_setting /proc/sys/fs
for setting in /sys/kernel/mm/transparent_hugepage/enabled /sys/kernel/mm/transparent_hugepage/defrag \
  $(printf '/proc/sys/%s\n' kernel/numa_balancing "$keys" | grep '^/proc/sys/kernel/' | sort -u); do
  [ ! -e "$setting" ] || own_setting "$setting"
done
# systemd-sysctl writes over what is there without cutting it off first, which a file keeps and the kernel does not.
for key in $keys; do
  setting=$here/root$scope/proc/sys/$key
  [ ! -f "$setting" ] || : > "$setting"
done

ip link set lo up
echo up
read -r _

# Writable, because an installer that could not write there would fail where it does not on a real host. Modules and the
# clock stay out of reach: they are the machine's.
export SYSTEMD_NSPAWN_API_VFS_WRITABLE=1 SYSTEMD_NSPAWN_UNIFIED_HIERARCHY=1
# shellcheck disable=SC2086 # one word for each mount
systemd-nspawn --quiet --boot --directory="$here/root" --machine="$name" --register=no --keep-unit --capability=all \
  --drop-capability=CAP_SYS_MODULE,CAP_SYS_TIME $binds \
  --resolv-conf=off --timezone=off --link-journal=no --console=pipe < /dev/null >&2 &
cat > /dev/null
