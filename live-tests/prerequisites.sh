# shellcheck shell=bash
# What the live tests need of a machine; read by the scripts beside the root pom, from that directory.
#
#   PG1C_LIVE_CACHE    directory that keeps the file systems of the test hosts and their packages, by default /var/tmp/pg1c-live
#   PG1C_LIVE_MIRROR   mirror of Debian that they are built from, by default the one this machine's apt uses

debian_mirror_is_known() {
  # shellcheck disable=SC2016 # apt's own variables
  [ -n "${PG1C_LIVE_MIRROR:-}" ] ||
    [[ $(apt-get indextargets --format '$(ORIGIN) $(LABEL)' 'Created-By: Packages') == *'Debian Debian'* ]]
}

# Prints why this machine cannot run them, and nothing when it can.
why_not_live() {
  if [ "$(uname -s)" != Linux ] || ! grep -Eqs '^ID(_LIKE)?=.*(debian|ubuntu)' /etc/os-release; then
    echo "this is neither Debian nor Ubuntu"
  elif [ "$(id -u)" != 0 ]; then
    echo "test hosts need root"
  elif ! unshare --mount --net --pid --ipc --uts --fork true 2> /dev/null; then
    echo "this environment does not allow new namespaces"
  elif ! grep -qw overlay /proc/filesystems && ! modprobe overlay 2> /dev/null; then
    echo "this kernel has no overlay file system"
  elif ! grep -qw cgroup2 /proc/filesystems; then
    echo "this kernel has no control groups of version 2"
  elif [ ! -e /dev/loop-control ] && ! modprobe loop 2> /dev/null; then
    echo "this kernel has no loop devices"
  elif ! debian_mirror_is_known && ! { apt-get update -q >&2 && debian_mirror_is_known; }; then
    echo "apt knows no mirror of Debian here; name one in PG1C_LIVE_MIRROR"
  fi
}

# install_missing PACKAGE...: what the live tests and the build use, and these packages, as far as they are missing.
install_missing() {
  local wanted=(ansible-core ansible-lint debian-archive-keyring debootstrap e2fsprogs gnupg iproute2 openssh-client procps
    systemd-container util-linux "$@")
  local missing=() tool
  command -v javac > /dev/null || wanted+=(openjdk-17-jdk-headless)
  command -v mvn > /dev/null || wanted+=(maven)
  for tool in "${wanted[@]}"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$tool" 2> /dev/null)" = installed ] || missing+=("$tool")
  done
  if [ ${#missing[@]} -gt 0 ]; then
    apt-get update -q
    DEBIAN_FRONTEND=noninteractive apt-get install -q --yes --no-install-recommends "${missing[@]}"
  fi
}

# Each systemd watches files by some eight instances of inotify; of the 128 that Linux allows a user at first, fifteen
# hosts leave none.
allow_hosts() {
  local instances=/proc/sys/fs/inotify/max_user_instances
  [ "$(cat "$instances")" -ge 1024 ] || echo 1024 > "$instances"
}
