#!/bin/sh
# Boots a test host: systemd as process 1 of an overlay over the shared root. Runs as process 1 of new mount, network, PID,
# IPC and UTS namespaces, so that the kernel ends every process of the host at once when this one ends: a power loss.
#
#   host.sh <shared root> <directory of the laboratory> <host name> <size of its disk> [<mount point of the disk>]
#
# Says "up" when the network namespace can be plugged in, boots at the first line of its standard input, and lives until
# that ends. What the host has written stays in the laboratory for its next boot.
set -eu

lower=$1 lab=$2 name=$3 size=$4 mount_point=${5:-}
here=$lab/$name
group=$(readlink "$lab/groups")/$name

mount -t proc proc /proc
# The devices that /sys shows are those of the network namespace in which it is mounted.
mount -t sysfs sysfs /sys
mount -t cgroup2 cgroup2 /sys/fs/cgroup
# The groups of the boot before would be in the way of this one's.
while [ -e "$group" ]; do
  find "$group" -depth -type d -exec rmdir {} \; 2> /dev/null || sleep 0.1
done
mkdir "$group"
echo $$ > "$group/cgroup.procs"

mkdir -p "$here/upper" "$here/work" "$here/root"
mount -t overlay -o "lowerdir=$lower,upperdir=$here/upper,workdir=$here/work" "$name" "$here/root"
binds=
if [ -n "$mount_point" ]; then
  if [ ! -e "$here/disk" ]; then
    truncate --size="$size" "$here/disk"
    mkfs.ext4 -q -m 0 "$here/disk"
  fi
  mkdir -p "$here/mounted"
  mount -o loop "$here/disk" "$here/mounted"
  binds=--bind=$here/mounted:$mount_point
fi

# Kernel settings without a namespace are the machine's and those of all hosts. A host gets them as files of its own, with
# the machine's values at each boot: what it writes can be read there, and nobody else notices.
scope=/var/lib/kernel-settings
rm -rf "$here/root$scope"
own_setting() { # path: as files under the same path in the host's scope
  mkdir -p "$here/root$scope${1%/*}"
  if [ -d "$1" ]; then
    mkdir "$here/root$scope$1"
    for setting in "$1"/*; do
      cat "$setting" > "$here/root$scope$setting" 2> /dev/null || :
    done
  else
    cat "$1" > "$here/root$scope$1"
  fi
  # nspawn looks for what it binds below /proc when the host's root is its own already.
  case $1 in
    /proc/*) binds="$binds --bind=$scope$1:$1" ;;
    *) binds="$binds --bind=$here/root$scope$1:$1" ;;
  esac
}
own_setting /proc/sys/vm
for setting in /proc/sys/kernel/numa_balancing /sys/kernel/mm/transparent_hugepage/enabled \
  /sys/kernel/mm/transparent_hugepage/defrag; do
  [ ! -e "$setting" ] || own_setting "$setting"
done
# systemd-sysctl writes over what is there without cutting it off first, which a file keeps and the kernel does not.
for key in $(sed -n 's/^-\{0,1\}\([a-z]*\.[a-z_]*\) *=.*/\1/p' "$here"/root/etc/sysctl.d/*.conf "$here"/root/usr/lib/sysctl.d/*.conf 2> /dev/null); do
  setting=$here/root$scope/proc/sys/$(echo "$key" | tr . /)
  [ ! -e "$setting" ] || : > "$setting"
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
