
# Read to its end before anything runs: the script may come through standard input, which no command may then take.
{
set -eu
LC_ALL=C
export LC_ALL
umask 022
PATH=$PATH:/usr/sbin:/sbin

usage() {
  printf '%s: %s [--packages DIR] [--dry-run | --versions] [--set-hostname] [--any-host]\n' "$m_usage" "${0##*/}" >&2
  exit 2
}

root='' from='' dry=no versions=no any_host=no set_hostname=no
while [ $# -gt 0 ]; do
  case $1 in
    --packages) [ $# -ge 2 ] || usage; from=${2%/}; shift ;;
    --dry-run) dry=yes ;;
    --versions) versions=yes ;;
    --set-hostname) set_hostname=yes ;;
    --any-host) any_host=yes ;;
    *) usage ;;
  esac
  shift
done
state=/var/lib/pg1c
work=$(mktemp -d)
policy=''
clean_up() {
  [ -z "$policy" ] || rm -f "$policy"
  rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 1' INT TERM HUP

problems=0
problem() {
  problems=$((problems + 1))
  printf '%s: %s: %s\n' "$m_problem" "$1" "$2" >&2
}

# The name that has a number.
holder() { # passwd|group NUMBER
  entry=$(entry_of "$1" "$2") || entry=''
  printf '%s\n' "${entry%%:*}"
}

# What the manager knows of all packages at once, a line for each that is installed.
# shellcheck disable=SC2086 # one word for each package
installed_packages() {
  package_states $packages $tools | sed -n 's/^installed \([^ ]*\) .*/\1/p'
}

# The same with their versions, a line for each.
# shellcheck disable=SC2086 # one word for each package
installed_versions() {
  package_states $packages | sed -n 's/^installed //p'
}

is_known() { # package, or package with version
  case $manager in
    apt) case $1 in
      *=*) [ -n "$(apt-cache show "$1" 2> /dev/null)" ] ;;
      *) apt-cache policy "$1" 2> /dev/null | grep -q '^  Candidate: [^(]' ;;
    esac ;;
    *) [ -n "$(dnf -q repoquery "$1" 2> /dev/null)" ] ;;
  esac
}

# The file of an archive: among the packages, or where its path says.
archive_file() { # file
  if [ -n "$from" ] && [ -f "$from/${1##*/}" ]; then
    printf '%s\n' "$from/${1##*/}"
  else
    printf '%s\n' "$1"
  fi
}

# What is done again only when it is another thing: its stamp says what was done.
stamp() { # kind name
  printf '%s/prepared/%s-%s\n' "$state" "$1" "$(printf '%s' "$2" | tr / _)"
}

all_there() { # programs
  for path in $1; do
    [ -x "$path" ] || return 1
  done
}

is_unpacked() { # sha256 file programs
  [ "$(cat "$(stamp archive "$2")" 2> /dev/null)" = "$1" ] && all_there "$3"
}

is_filled() { # directory requirements programs
  [ "$(cat "$(stamp environment "$1")" 2> /dev/null)" = "$2" ] && all_there "$3"
}

# Where a file of a repository belongs.
place() { # file
  case $1 in
    *.asc) printf '%s/%s\n' "$keyrings" "${1##*/}" ;;
    *) printf '%s/%s\n' "$sources" "${1##*/}" ;;
  esac
}

missing_locales() {
  known=$(known_locales)
  for name in $locales; do
    has_line "$known" "$(printf '%s' "$name" | plain)" || printf ' %s' "$name"
  done
}

# A unit that a package brought, and that would start or runs: not one of the bundle.
is_rival() { # unit
  [ ! -e "/etc/systemd/system/$1" ] && systemctl cat "$1" > /dev/null 2>&1 &&
    { systemctl is-enabled --quiet "$1" 2> /dev/null || systemctl is-active --quiet "$1"; }
}

# Directories that a package made for another user than the one of the specification, without a file in them.
inherited() {
  while read -r user path; do
    if [ -n "$path" ] && [ -d "$path" ] && [ ! -L "$path" ] && [ "$(stat -c %U:%G "$path")" != root:root ] &&
      [ -z "$(find "$path" -prune \( -user "$user" -perm -300 -o -group "$user" -perm -030 \))" ] &&
      [ -z "$(find "$path" ! -type d | head -n 1)" ]; then
      printf '%s %s\n' "$user" "$path"
    fi
  done << EOF
$heirs
EOF
}

if [ "$versions" = yes ]; then
  [ -z "$packages" ] || installed_versions || :
  exit 0
fi

# ---------- What is missing.

[ "$(id -u)" -eq 0 ] || problem "$m_not_root" "$(id -un)"
host=$(uname -n)
host=${host%%.*}
if [ "$host" != "$node" ] && [ "$any_host" = no ] && [ "$set_hostname" = no ]; then
  problem "$m_other_host" "$host ($m_expected $node; --set-hostname, --any-host)"
fi
is_system || [ "$any_host" = yes ] ||
  problem "$m_other_system" "$(release ID)-$(release VERSION_ID) ($m_expected $system; --any-host)"
usable=yes
for tool in "$program" sha256sum cmp getent systemctl tar; do
  if ! has "$tool"; then
    problem "$m_no_program" "$tool"
    usable=no
  fi
done
case $manager-$from-$repositories in
  apt--*'|https:'*) [ -e /etc/ssl/certs/ca-certificates.crt ] || problem "$m_no_program" ca-certificates ;;
esac
[ "$usable" = yes ] || {
  printf '%s: %s\n' "$m_nothing_done" "$problems" >&2
  exit 1
}

installed=$(installed_packages) || :
lacking=''
for package in $packages $tools; do
  has_line "$installed" "$package" || lacking="$lacking $package"
done
while read -r package is; do
  version=$(pinned "$package")
  # Replacing a package beside the running cluster belongs to an update, node by node.
  [ -z "$version" ] || [ "$is" = "$version" ] || problem "$m_other_version" "$package $is ($m_expected $version)"
done << EOF
$([ -z "$pins" ] || installed_versions || :)
EOF
unheld=''
if [ "$manager" = apt ] && [ -n "$packages" ]; then
  held=$(apt-mark showhold)
  for package in $packages; do
    has_line "$held" "$package" || unheld="$unheld $package"
  done
fi
unpack='' fill=''
while read -r sum file paths; do
  [ -z "$file" ] || is_unpacked "$sum" "$file" "$paths" || unpack="$unpack $file"
done << EOF
$archives
EOF
while IFS='|' read -r directory requirements paths; do
  [ -z "$directory" ] || is_filled "$directory" "$requirements" "$paths" || fill="$fill $directory"
done << EOF
$environments
EOF
new_users=''
while read -r user uid gid _ _; do
  [ -n "$user" ] || continue
  is=$(id_of passwd "$user") group=$(id_of group "$user")
  [ -n "$is" ] && [ -n "$group" ] || new_users="$new_users $user"
  [ "$uid" != - ] || continue
  if [ -n "$is" ] && [ "$is" != "$uid" ]; then
    problem "$m_other_number" "$user: $is ($m_expected $uid)"
  elif [ -z "$is" ] && [ -n "$(holder passwd "$uid")" ]; then
    problem "$m_taken" "$uid: $(holder passwd "$uid") ($user)"
  fi
  if [ -n "$group" ] && [ "$group" != "$gid" ]; then
    problem "$m_other_number" "$user: $group ($m_expected $gid)"
  elif [ -z "$group" ] && [ -n "$(holder group "$gid")" ]; then
    problem "$m_taken" "$gid: $(holder group "$gid") ($user)"
  fi
done << EOF
$users
EOF
new_locales=$(missing_locales)
new_lines=''
while IFS='|' read -r path line; do
  [ -z "$path" ] || grep -sqxF "$line" "$path" || new_lines="$new_lines $path"
done << EOF
$early
EOF
others=''
for unit in $rivals; do
  ! is_rival "$unit" || others="$others $unit"
done
new_services=''
for unit in $services; do
  systemctl is-enabled --quiet "$unit" 2> /dev/null || new_services="$new_services $unit"
done
write_repositories "$work"
new_sources='' old_sources=''
for file in "$work"/new/*; do
  # A host without a network gets none: it would ask for them at each update.
  [ -n "$from" ] || [ ! -f "$file" ] || cmp -s "$file" "$(place "$file")" || new_sources="$new_sources ${file##*/}"
done
for file in "$sources"/pg1c-*."$kind" "$keyrings"/pg1c-*.asc; do
  [ ! -f "$file" ] || [ -f "$work/new/${file##*/}" ] || old_sources="$old_sources $file"
done
new_name=''
[ "$host" = "$node" ] || [ "$set_hostname" = no ] || new_name=$node

if [ "$dry" = yes ]; then
  [ -z "$lacking$unpack$fill" ] || printf '[packages]\n'
  for item in $new_name $new_users $new_lines $new_sources $lacking $unheld $unpack $fill $new_locales $others $new_services; do
    printf '%s  %s\n' "$m_lacks" "$item"
  done
  for item in $old_sources; do
    printf '%s  %s\n' "$m_leftover" "$item"
  done
  [ "$problems" -eq 0 ] || exit 1
  exit 0
fi

# ---------- Whether it can be had, before anything changes.

if [ -n "$from" ]; then
  if [ ! -f "$from/SHA256SUMS" ]; then
    problem "$m_no_sums" "$from/SHA256SUMS"
  else
    [ -z "$sums" ] || [ "$(sum_of_sums "$from/SHA256SUMS")" = "$sums" ] || problem "$m_other_sums" "$from/SHA256SUMS"
    wrong=$(cd "$from" && sha256sum --quiet --strict -c SHA256SUMS 2>&1) ||
      problem "$m_wrong_sum" "$(printf '%s' "$wrong" | head -n 3 | tr '\n' ' ')"
    # What has no sum would be installed unseen.
    listed=$(cut -c 67- "$from/SHA256SUMS")
    for file in "$from"/* "$from"/repodata/*; do
      name=${file#"$from"/}
      [ ! -f "$file" ] || [ "$name" = SHA256SUMS ] || has_line "$listed" "$name" || problem "$m_no_sum" "$name"
    done
  fi
fi
while read -r sum file paths; do
  case "$unpack " in
    *" $file "*)
      archive=$(archive_file "$file")
      if [ ! -f "$archive" ]; then
        problem "$m_no_archive" "$file (--packages)"
      elif [ "$(sha256 "$archive")" != "$sum" ]; then
        problem "$m_wrong_sum" "$archive"
      fi
      ;;
  esac
done << EOF
$archives
EOF

# A repository of the files in a directory; apt reads no other one then.
apt_repository() {
  mkdir "$work/repository" "$work/lists" "$work/lists/partial"
  for deb in "$from"/*.deb; do
    [ -f "$deb" ] || continue
    ln -s "$deb" "$work/repository/"
    dpkg-deb -f "$deb"
    printf 'Filename: ./%s\nSize: %s\nSHA256: %s\n\n' "${deb##*/}" "$(stat -c %s "$deb")" "$(sha256 "$deb")"
  done > "$work/repository/Packages"
  printf 'deb [trusted=yes] file:%s/repository ./\n' "$work" > "$work/sources.list"
  # apt reads as a user of its own.
  chmod 755 "$work" "$work/repository"
  set -- "Dir::Etc::SourceList \"$work/sources.list\";" 'Dir::Etc::SourceParts "-";' "Dir::State::Lists \"$work/lists\";" \
    'APT::Sandbox::User "root";' 'Acquire::Languages "none";'
  printf '%s\n' "$@" > "$work/apt.conf"
  APT_CONFIG=$work/apt.conf
  export APT_CONFIG
}

if [ "$problems" -eq 0 ] && [ -n "$lacking$new_sources" ]; then
  case $manager in
    apt)
      if [ -n "$from" ]; then apt_repository; else try_repositories "$work"; fi
      apt-get -q -o APT::Update::Error-Mode=any update > "$work/update" 2>&1 || problem "$m_failed" "apt-get update: $(tail -n 2 "$work/update" | tr '\n' ' ')"
      ;;
    *)
      if [ -n "$from" ]; then
        [ -d "$from/repodata" ] || problem "$m_no_repodata" "$from"
        printf '[pg1c]\nname=pg1c\nbaseurl=file://%s\ngpgcheck=0\nenabled=1\n' "$from" > "$work/pg1c.repo"
        dnf() {
          command dnf --setopt=reposdir="$work" "$@"
        }
      else
        try_repositories "$work"
        dnf -q makecache > "$work/update" 2>&1 || problem "$m_failed" "dnf makecache: $(tail -n 2 "$work/update" | tr '\n' ' ')"
      fi
      ;;
  esac
  # shellcheck disable=SC2046,SC2086 # one word for each package
  for package in $(exact $lacking); do
    is_known "$package" || problem "$m_no_package" "$package"
  done
fi
if [ "$problems" -gt 0 ]; then
  printf '%s: %s\n' "$m_nothing_done" "$problems" >&2
  exit 1
fi

# ---------- From here on the node changes.

changes=0
did() { # what name
  changes=$((changes + 1))
  printf '%s  %s\n' "$1" "$2"
}

(umask 077 && mkdir -p "$state/prepared")

if [ -n "$new_name" ]; then
  hostnamectl set-hostname "$node"
  did "$m_hostname" "$node"
fi

add_user() { # user uid gid home shell
  if [ -z "$(id_of group "$1")" ]; then
    if [ "$3" = - ]; then groupadd --system "$1"; else groupadd --gid "$3" "$1"; fi
  fi
  if [ -z "$(id_of passwd "$1")" ]; then
    if [ "$2" = - ]; then
      useradd --system --gid "$1" --home-dir "$4" --no-create-home --shell "$5" "$1"
    else
      useradd --uid "$2" --gid "$1" --home-dir "$4" --no-create-home --shell "$5" "$1"
    fi
  fi
}

# A user of a given number is there before the packages, which would make it with another one.
while read -r user uid gid home shell; do
  case "$new_users " in
    *" $user "*)
      if [ "$uid" != - ]; then
        add_user "$user" "$uid" "$gid" "$home" "$shell"
        did "$m_user" "$user"
      fi
      ;;
  esac
done << EOF
$users
EOF

while IFS='|' read -r path line; do
  if [ -n "$path" ] && ! grep -sqxF "$line" "$path"; then
    mkdir -p "${path%/*}"
    printf '%s\n' "$line" >> "$path"
    did "$m_line" "$path"
  fi
done << EOF
$early
EOF

# The host has its repositories itself from here on.
if [ -z "$from" ]; then
  unset APT_CONFIG
  unset -f dnf
fi
for name in $new_sources; do
  target=$(place "$name")
  mkdir -p "${target%/*}"
  install -m 0644 "$work/new/$name" "$target"
  did "$m_repository" "$target"
done
for file in $old_sources; do
  rm -f "$file"
  did "$m_removed" "$file"
done

if [ -n "$lacking" ]; then
  case $manager in
    apt)
      # Services start in the order of the cluster, not when their packages come.
      if [ ! -e /usr/sbin/policy-rc.d ]; then
        policy=/usr/sbin/policy-rc.d
        printf '#!/bin/sh\nexit 101\n' > "$policy"
        chmod 755 "$policy"
      fi
      # shellcheck disable=SC2046,SC2086 # one word for each package
      DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends -o Dpkg::Options::=--force-confold \
        install $(exact $lacking) > "$work/install" 2>&1 || {
        cat "$work/install" >&2
        exit 1
      }
      ;;
    *)
      for module in $modules; do
        command dnf -q -y module disable "$module" > "$work/install" 2>&1 || {
          cat "$work/install" >&2
          exit 1
        }
      done
      # shellcheck disable=SC2046,SC2086 # one word for each package
      dnf -q -y --setopt=install_weak_deps=False install $(exact $lacking) > "$work/install" 2>&1 || {
        cat "$work/install" >&2
        exit 1
      }
      ;;
  esac
  for package in $lacking; do
    did "$m_package" "$package"
  done
fi
if [ -n "$unheld" ]; then
  # shellcheck disable=SC2086 # one word for each package
  apt-mark -qq hold $unheld > "$work/hold" || {
    cat "$work/hold" >&2
    exit 1
  }
  for package in $unheld; do
    did "$m_hold" "$package"
  done
fi

while read -r user uid gid home shell; do
  if [ -n "$user" ] && { [ -z "$(id_of passwd "$user")" ] || [ -z "$(id_of group "$user")" ]; }; then
    add_user "$user" "$uid" "$gid" "$home" "$shell"
    did "$m_user" "$user"
  fi
done << EOF
$users
EOF

while read -r sum file paths; do
  case "$unpack " in
    *" $file "*)
      mkdir "$work/archive"
      tar -C "$work/archive" --no-same-owner -xf "$(archive_file "$file")"
      for path in $paths; do
        found=$(find "$work/archive" -type f -name "${path##*/}" -perm /111 | head -n 1)
        if [ -z "$found" ]; then
          printf '%s: %s: %s (%s)\n' "$m_problem" "$m_not_in_archive" "${path##*/}" "$file" >&2
          exit 1
        fi
        mkdir -p "${path%/*}"
        # The program that runs keeps its file.
        install -m 0755 "$found" "$path.pg1c-new"
        mv -f "$path.pg1c-new" "$path"
        if has restorecon; then
          restorecon "$path" || :
        fi
      done
      rm -rf "$work/archive"
      printf '%s\n' "$sum" > "$(stamp archive "$file")"
      did "$m_archive" "$file"
      ;;
  esac
done << EOF
$archives
EOF

while IFS='|' read -r directory requirements paths; do
  case "$fill " in
    *" $directory "*)
      mkdir -p "${directory%/*}"
      [ -x "$directory/bin/pip" ] || python3 -m venv "$directory"
      set -- --disable-pip-version-check --no-cache-dir --quiet
      [ -z "$from" ] || set -- "$@" --no-index --find-links "$from"
      # shellcheck disable=SC2086 # one word for each requirement
      "$directory/bin/pip" install "$@" $requirements
      for path in $paths; do
        program=$directory/bin/${path##*/}
        if [ "$path" != "$program" ]; then
          mkdir -p "${path%/*}"
          ln -sfn "$program" "$path"
        fi
      done
      printf '%s\n' "$requirements" > "$(stamp environment "$directory")"
      did "$m_environment" "$directory"
      ;;
  esac
done << EOF
$environments
EOF

due=$(inherited)
while read -r user path; do
  if [ -n "$path" ]; then
    chown "$user:$user" "$path"
    did "$m_heir" "$path"
  fi
done << EOF
$due
EOF

if [ -n "$new_locales" ] && [ -f /etc/locale.gen ]; then
  for name in $new_locales; do
    grep -qxF "$name UTF-8" /etc/locale.gen || printf '%s UTF-8\n' "$name" >> /etc/locale.gen
  done
  locale-gen > "$work/locales"
fi
for name in $new_locales; do
  case " $(missing_locales) " in
    *" $name "*)
      printf '%s: %s: %s\n' "$m_problem" "$m_no_locale" "$name" >&2
      exit 1
      ;;
  esac
  did "$m_locale" "$name"
done

# Packages may have brought further units.
others=''
for unit in $rivals; do
  ! is_rival "$unit" || others="$others $unit"
done
if [ -n "$others" ]; then
  # All at once: systemd reads all of its units again each time.
  # shellcheck disable=SC2086 # one word for each unit
  systemctl disable --quiet --now $others
  for unit in $others; do
    did "$m_rival" "$unit"
  done
fi
for unit in $services; do
  switched=no
  if ! systemctl is-enabled --quiet "$unit" 2> /dev/null; then
    systemctl enable --quiet "$unit"
    switched=yes
  fi
  # A unit may have a condition that this host does not meet.
  if ! systemctl is-active --quiet "$unit"; then
    systemctl start "$unit"
    ! systemctl is-active --quiet "$unit" || switched=yes
  fi
  [ "$switched" = no ] || did "$m_service" "$unit"
done

if [ "$changes" -eq 0 ]; then
  printf '%s\n' "$m_same"
else
  printf '%s\n' "$m_next"
fi
} < /dev/null
