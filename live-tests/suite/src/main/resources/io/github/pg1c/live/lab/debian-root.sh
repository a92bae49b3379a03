#!/bin/sh
# Builds the file system that all test hosts of a release share, never booted: Debian with systemd, and either the
# programs that a bundle configures, prepared as the runbook says, or nothing that it needs.
#
#   debian-root.sh <directory> <suite> <mirror> bare|prepared <packages file> <further package>...
#
# The directory appears whole or not at all. Debian's own packages are used as they are, because their paths, users
# and versions are what the generated files are written for. They are kept beside the roots, so that another list of
# packages is downloaded in parts only.
set -eu
umask 022

root=$1 suite=$2 mirror=$3 state=$4
packages=$(sed 's/#.*//' "$5")
shift 5
cache=${root%/*}/packages/$suite
mkdir -p "$cache"
exec 9> "$root.lock"
flock 9
[ ! -d "$root" ] || exit 0
building=$(mktemp -d "$root.XXXXXX")
archives=$building/var/cache/apt/archives
clean_up() {
  ! mountpoint -q "$archives" || umount "$archives" || exit
  rm -rf --one-file-system "$building"
}
trap clean_up EXIT
trap 'exit 1' INT TERM HUP
chmod 755 "$building"

# An older debootstrap does not know the suite by name; all of Debian's are made alike.
recipe=/usr/share/debootstrap/scripts/$suite
[ -e "$recipe" ] || recipe=/usr/share/debootstrap/scripts/sid
debootstrap --variant=minbase --cache-dir="$cache" "$suite" "$building" "$mirror" "$recipe"

# No host may set the clock of this machine.
mkdir -p "$building/etc/default"
echo 'DAEMON_OPTS="-x -F 1"' > "$building/etc/default/chrony"
if [ "$state" = prepared ]; then
  mkdir -p "$building/etc/postgresql-common"
  # The cluster is Patroni's to make.
  echo 'create_main_cluster = false' > "$building/etc/postgresql-common/createcluster.conf"
  printf 'en_US.UTF-8 UTF-8\nru_RU.UTF-8 UTF-8\n' > "$building/etc/locale.gen"
fi
# Packages must not start services while they are being installed.
printf '#!/bin/sh\nexit 101\n' > "$building/usr/sbin/policy-rc.d"
chmod 755 "$building/usr/sbin/policy-rc.d"

export DEBIAN_FRONTEND=noninteractive LC_ALL=C
chroot "$building" apt-get update
mount --bind "$cache" "$archives"
# shellcheck disable=SC2086 # one word for each package
chroot "$building" apt-get install --yes --no-install-recommends -o Dpkg::Options::=--force-confold $packages "$@"
umount "$archives"
rm -rf "$building"/var/lib/apt/lists/* "$building/usr/sbin/policy-rc.d"

if [ "$state" = prepared ]; then
  chroot "$building" locale-gen
  # As the runbook says: what the packages start by themselves must not run beside what the bundle brings.
  chroot "$building" systemctl disable etcd haproxy keepalived patroni pgbouncer postgresql
fi
# Hosts without a way out have nothing to update, and many of them on one machine no time for it.
chroot "$building" systemctl mask apt-daily.timer apt-daily-upgrade.timer e2scrub_all.timer
chroot "$building" systemctl enable systemd-networkd systemd-networkd-wait-online ssh

# An ordinary user with sudo, as administrators have one, beside the numbers that specifications give to users.
chroot "$building" useradd --uid 5000 --create-home --shell /bin/bash admin
echo 'admin ALL=(ALL:ALL) NOPASSWD: ALL' > "$building/etc/sudoers.d/admin"
chmod 440 "$building/etc/sudoers.d/admin"
mkdir -p "$building/etc/ssh/sshd_config.d"
echo 'AuthorizedKeysFile /etc/ssh/authorized_keys/%u' > "$building/etc/ssh/sshd_config.d/keys.conf"

# The interface keeps the name and the MAC address that the laboratory gives it.
printf '[Match]\nOriginalName=*\n[Link]\nNamePolicy=keep\nMACAddressPolicy=none\n' \
  > "$building/etc/systemd/network/00-keep.link"
# Each host gets an identity of its own.
rm -f "$building"/etc/ssh/ssh_host_*_key* "$building/etc/machine-id" "$building/var/lib/dbus/machine-id"
: > "$building/etc/resolv.conf"

mv -T "$building" "$root"
trap - EXIT
