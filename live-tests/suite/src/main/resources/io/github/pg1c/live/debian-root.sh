#!/bin/sh
# Builds the file system that all test hosts share: Debian with the programs that a bundle configures, nothing running.
#
#   debian-root.sh <directory> <suite> <mirror> <packages file> <further package>...
#
# The directory appears whole or not at all. Debian's own packages are used as they are, because their paths, users and
# versions are what the generated files are written for.
set -eu

root=$1 suite=$2 mirror=$3
packages=$(sed 's/#.*//' "$4")
shift 4
building=$(mktemp -d "$root.XXXXXX")
trap 'rm -rf "$building"' EXIT
chmod 755 "$building"

# An older debootstrap does not know the suite by name; all of Debian's are made alike.
recipe=/usr/share/debootstrap/scripts/$suite
[ -e "$recipe" ] || recipe=/usr/share/debootstrap/scripts/sid
debootstrap --variant=minbase "$suite" "$building" "$mirror" "$recipe"

mkdir -p "$building/etc/postgresql-common"
# The cluster is Patroni's to make.
echo 'create_main_cluster = false' > "$building/etc/postgresql-common/createcluster.conf"
# Packages must not start services while they are being installed.
printf '#!/bin/sh\nexit 101\n' > "$building/usr/sbin/policy-rc.d"
chmod 755 "$building/usr/sbin/policy-rc.d"
printf 'en_US.UTF-8 UTF-8\nru_RU.UTF-8 UTF-8\n' > "$building/etc/locale.gen"

export DEBIAN_FRONTEND=noninteractive LC_ALL=C
chroot "$building" apt-get update
# shellcheck disable=SC2086 # one word for each package
chroot "$building" apt-get install --yes --no-install-recommends $packages "$@"
chroot "$building" locale-gen
chroot "$building" apt-get clean
rm -rf "$building"/var/lib/apt/lists/* "$building/usr/sbin/policy-rc.d"

mv -T "$building" "$root"
trap - EXIT
