
has() {
  command -v "$1" > /dev/null
}

sha256() {
  sum=$(sha256sum < "$1")
  printf '%s\n' "${sum%% *}"
}

# A value of /etc/os-release, without quotation marks.
release() { # KEY
  line=$(sed -n "s/^$1=//p" "${root:-}/etc/os-release" 2> /dev/null) || line=''
  line=${line#\"}
  printf '%s\n' "${line%\"}"
}

# Whether a list of lines has a line.
has_line() { # lines line
  case "
$1
" in
    *"
$2
"*) ;;
    *) return 1 ;;
  esac
}

# The line of a user or group, as the system that is looked at has it; fails with 2 where it has none.
entry_of() { # passwd|group NAME|NUMBER
  if [ -z "$root" ]; then
    getent "$1" "$2"
  elif [ -r "$root/etc/$1" ]; then
    awk -F : -v key="$2" '$1 == key || $3 == key { print; found = 1; exit } END { exit found ? 0 : 2 }' "$root/etc/$1"
  else
    return 1
  fi
}

# The number of a name, empty where there is none.
id_of() { # passwd|group NAME
  entry=$(entry_of "$1" "$2") || entry=''
  entry=${entry#*:*:}
  printf '%s\n' "${entry%%:*}"
}

# Names of locales are written in several ways.
plain() {
  tr '[:upper:]' '[:lower:]' | tr -d '-'
}

# The locales that the system has, one a line; none where it cannot be asked.
known_locales() {
  if [ -z "$root" ]; then
    locale -a 2> /dev/null
  else
    chroot "$root" /usr/bin/locale -a 2> /dev/null
  fi | plain
}

set -eu
LC_ALL=C
export LC_ALL
umask 077

usage() {
  printf '%s: %s [--secrets DIR] [--any-host] [--adopt-database] [--no-systemd] [--root DIR]\n' "$m_usage" "$0" >&2
  exit 2
}

root='' secrets='' any_host=no adopt=no systemd=yes
while [ $# -gt 0 ]; do
  case $1 in
    --secrets) [ $# -ge 2 ] || usage; secrets=${2%/}; shift ;;
    --root) [ $# -ge 2 ] || usage; root=${2%/}; shift ;;
    --any-host) any_host=yes ;;
    --adopt-database) adopt=yes ;;
    --no-systemd) systemd=no ;;
    *) usage ;;
  esac
  shift
done
# Another root is not the system that runs: its services and its kernel are left alone.
[ -z "$root" ] || systemd=no
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
state=/var/lib/pg1c
list=$root$state/installed

problems=0
problem() {
  problems=$((problems + 1))
  printf '%s: %s: %s\n' "$m_problem" "$1" "$2" >&2
}

# numbers USER GROUP: sets uid and gid, empty for what the system does not have.
numbers() {
  entry=${ids#*" passwd:$1="} uid=${entry%% *}
  entry=${ids#*" group:$2="} gid=${entry%% *}
}

# Whether the kernel can make a device: another root has the modules of its own kernel.
loadable() { # module
  if [ -n "$root" ]; then
    [ -n "$(find "$root/lib/modules/" "$root/usr/lib/modules/" -name "$1.ko*" 2> /dev/null)" ]
  else
    PATH=$PATH:/usr/sbin:/sbin modprobe -n -q "$1" 2> /dev/null
  fi
}

# The first process of another user than this one that has the device or its numbered twin open.
holder() { # path user
  numbers "$2" root
  find /proc/[0-9]*/fd \( -lname "$1" -o -lname "${1}0" \) 2> /dev/null | cut -d / -f 3 | while read -r pid; do
    if [ "$(stat -c '%u' "/proc/$pid" 2> /dev/null)" != "$uid" ]; then
      printf '%s %s\n' "$pid" "$(cat "/proc/$pid/comm" 2> /dev/null)"
      break
    fi
  done
}

# Whether a user may write to a device as its owner: root reads nothing of others' rights.
is_owner() { # path user
  numbers "$2" root
  [ "$(stat -L -c '%u' "$root$1")" = "$uid" ]
}

# A file system that was just made belongs to root and has nothing in it; a package may have given an empty directory to
# its user already.
is_new() { # path uid
  present=$(stat -c '%u' "$1")
  [ ! -L "$1" ] && { [ "$present" = 0 ] || [ "$present" = "$2" ]; } && entries=$(ls -A "$1") &&
    { [ -z "$entries" ] || [ "$entries" = lost+found ]; }
}

# Whether a directory that is there gets its mode and owner.
is_due() { # rule path uid
  case $1 in
    own) ;;
    make) false ;;
    disk) mountpoint -q "$2" && is_new "$2" "$3" ;;
    *) is_new "$2" "$3" ;;
  esac
}

# Whether a user may make, rename and remove what is in a directory: root reads nothing of others' rights.
may_change() { # path uid gid
  [ -n "$(find -H "$1" -prune \( -uid "$2" -perm -300 -o -gid "$3" -perm -030 -o -perm -003 \))" ]
}

# ---------- Everything is looked at before the first file is touched.

[ "$(id -u)" -eq 0 ] || problem "$m_not_root" "$(id -un)"
for tool in sha256sum stat grep cmp; do
  command -v "$tool" > /dev/null || problem "$m_no_program" "$tool (coreutils, grep, diffutils)"
done
if [ -n "$root" ] && [ ! -d "$root" ]; then
  problem "$m_no_root" "$root"
fi
if [ "$any_host" = no ]; then
  if [ -n "$root" ]; then
    host=$(head -n 1 "$root/etc/hostname" 2> /dev/null) || host='?'
  else
    host=$(uname -n)
  fi
  [ "${host%%.*}" = "$node" ] || problem "$m_other_host" "${host%%.*} ($m_expected $node; --any-host)"
fi
while read -r path source; do
  case $path in
    *.so) [ ! -f "$root$path" ] || continue ;;
  esac
  [ -z "$path" ] || [ -x "$root$path" ] || [ -L "$root$path" ] || problem "$m_no_program" "$path ($source)"
done << EOF
$programs
EOF
# Looked up once: each look-up is a process, and each file has an owner.
ids=''
for user in $users; do
  uid=$(id_of passwd "$user") gid=$(id_of group "$user")
  [ -n "$uid" ] || problem "$m_no_user" "$user"
  [ -n "$gid" ] || problem "$m_no_group" "$user"
  ids="$ids passwd:$user=$uid group:$user=$gid"
done
if [ -n "$locales" ] && [ -x "$root/usr/bin/locale" ]; then
  known=$(known_locales)
  for locale in $locales; do
    has_line "$known" "$(printf '%s' "$locale" | plain)" || problem "$m_no_locale" "$locale"
  done
fi
while read -r necessity user module path; do
  if [ "$necessity" != required ]; then
    continue
  elif [ ! -e "$root$path" ]; then
    { [ "$module" != - ] && loadable "$module"; } || problem "$m_no_device" "$path ($m_module $module)"
  else
    [ "$module" != - ] || is_owner "$path" "$user" || problem "$m_foreign_device" "$path ($user)"
    if [ -z "$root" ]; then
      held=$(holder "$path" "$user")
      [ -z "$held" ] || problem "$m_held_device" "$path ($held)"
    fi
  fi
done << EOF
$devices
EOF
# Asked at the first installation only: a database that a package made has neither the roles nor the locale nor the
# checksums of this cluster.
while read -r _ _ _ _ path mark; do
  if [ -n "$mark" ] && [ "$adopt" = no ] && [ ! -s "$list" ] && [ -e "$root$path/PG_VERSION" ] &&
    [ ! -e "$root$path/$mark" ]; then
    problem "$m_foreign_database" "$path"
  fi
done << EOF
$directories
EOF
# Asked at the first installation only: later the services of the cluster themselves listen.
if [ -z "$root" ] && [ "$adopt" = no ] && [ ! -s "$list" ] && command -v ss > /dev/null; then
  while read -r address port service; do
    taken=''
    [ -z "$port" ] || taken=$(ss -Hltnp "sport = :$port" | while read -r _ _ _ local _ process; do
      case ${local%:*} in
        "$address" | "[$address]" | '*' | 0.0.0.0 | '[::]') printf '%s %s\n' "$local" "$process" ;;
      esac
    done)
    [ -z "$taken" ] || problem "$m_taken_port" "$service: $(printf '%s\n' "$taken" | head -n 1)"
  done << EOF
$ports
EOF
fi
# Where services make and remove files they have to be able to; data and WAL are removed or renamed before a new copy.
while read -r rule _ owner group path _; do
  numbers "$owner" "$group"
  case $rule in
    disk)
      [ -z "$uid" ] || [ -z "$gid" ] || [ ! -d "$root$path" ] || is_due "$rule" "$root$path" "$uid" ||
        may_change "$root$path" "$uid" "$gid" || problem "$m_foreign_parent" "$path ($owner)"
      ;;
    remade | database)
      [ -L "$root$path" ] || ! mountpoint -q "$root$path" || problem "$m_mounted" "$path"
      ;;
  esac
done << EOF
$directories
EOF
# Names each file that cannot be read or is another one.
damaged=$(while read -r sha _ _ _ path; do
  [ -z "$path" ] || printf '%s  %s\n' "$sha" "$here/rootfs$path"
done << EOF | sha256sum -c --quiet 2> /dev/null
$files
EOF
) || :
while read -r line; do
  [ -z "$line" ] || problem "$m_damaged" "${line%: FAILED*}"
done << EOF
$damaged
EOF
[ -f "$here/settings" ] || problem "$m_damaged" "$here/settings"
if [ -n "$secrets" ] && [ ! -d "$secrets/rootfs" ]; then
  secrets=$secrets/nodes/$node
fi
while read -r _ _ _ _ path; do
  if [ -z "$path" ]; then
    :
  elif [ -z "$secrets" ]; then
    [ -s "$root$path" ] || problem "$m_secrets_needed" "$path"
  elif [ ! -f "$secrets/rootfs$path" ] || [ ! -s "$secrets/rootfs$path" ]; then
    problem "$m_no_secret" "$secrets/rootfs$path"
  fi
done << EOF
$secret_files
EOF
# Asked at the first installation, and when what the answer depends on changes: later a service outside that is down
# prevents no other change.
input() { # path
  if [ -f "$here/rootfs$1" ]; then
    printf '%s\n' "$here/rootfs$1"
  else
    printf '%s\n' "${secrets:+$secrets/rootfs}$1"
  fi
}
if [ -z "$root" ]; then
  while read -r probe inputs; do
    [ -n "$probe" ] || continue
    due='' when=later
    [ -s "$list" ] || due=yes when=first
    for path in $inputs; do
      source=$(input "$path")
      if [ ! -s "$source" ]; then
        # It is reported already.
        due=''
        break
      fi
      cmp -s "$source" "$path" || due=yes
    done
    if [ -n "$due" ]; then
      found=$(sh "$here/rootfs$probe" "$here/rootfs" "${secrets:+$secrets/rootfs}" "$when") || found=${found:-$probe}
      while read -r line; do
        [ -z "$line" ] || problem "$m_probe" "$line"
      done << END
$found
END
    fi
  done << EOF
$probes
EOF
fi
if [ "$problems" -gt 0 ]; then
  printf '%s: %s\n' "$m_nothing_done" "$problems" >&2
  exit 1
fi

# ---------- From here on the node changes.

changed=''
edited=''
needs=''

# What this run has done is kept until it ends, so that the next one finishes what an interrupted one began.
unfinished=$root$state/unfinished
keep() { # first|changed|edited|need VALUE
  printf '%s %s\n' "$1" "$2" >> "$unfinished"
}

change() { # path
  changed="$changed $1"
  keep changed "$1"
}

need() { # word
  case " $needs " in
    *" $1 "*) ;;
    *)
      needs="$needs $1"
      keep need "$1"
      ;;
  esac
}

# tell WORD PATH
tell() {
  printf '%s  %s\n' "$1" "$2"
}

directory() { # rule mode owner group path
  target=$root$5
  numbers "$3" "$4"
  if [ ! -d "$target" ]; then
    # Parents belong to root and may be entered.
    (umask 022 && mkdir -p "$target")
    chown "$uid:$gid" "$target"
    chmod "$2" "$target"
    tell "$m_created" "$5"
  elif is_due "$1" "$target" "$uid" && [ "$(stat -c '%a %u %g' "$target")" != "${2#0} $uid $gid" ]; then
    chown "$uid:$gid" "$target"
    chmod "$2" "$target"
    tell "$m_changed" "$5"
  fi
}

# What pg1c did not write, or a person edited since, is kept beside the new file, once.
back_up() { # path
  target=$root$1
  if [ -s "$list" ] && [ ! -L "$target" ]; then
    if grep -qxF "secret $1" "$list" || grep -qxF "$(sha256 "$target") $1" "$list"; then
      return
    fi
  fi
  edited="$edited $1"
  keep edited "$1"
  if [ ! -e "$target.pg1c-backup" ] && [ ! -L "$target.pg1c-backup" ]; then
    cp -pP "$target" "$target.pg1c-backup"
    tell "$m_backup" "$1.pg1c-backup"
  fi
}

install_file() { # source mode owner group path
  target=$root$5
  numbers "$3" "$4"
  if [ -f "$target" ] && [ ! -L "$target" ] && cmp -s "$target" "$1"; then
    if [ "$(stat -c '%a %u %g' "$target")" = "${2#0} $uid $gid" ]; then
      tell "$m_unchanged" "$5"
      return
    fi
    change "$5"
    chown "$uid:$gid" "$target"
    chmod "$2" "$target"
    word=$m_changed
  else
    change "$5"
    word=$m_created
    if [ -e "$target" ] || [ -L "$target" ]; then
      word=$m_changed
      back_up "$5"
    fi
    (umask 022 && mkdir -p "$(dirname -- "$target")")
    # Readable by root alone until it has its owner; then it takes its place at once.
    rm -f "$target.pg1c-new"
    cp "$1" "$target.pg1c-new"
    chown "$uid:$gid" "$target.pg1c-new"
    chmod "$2" "$target.pg1c-new"
    mv -f "$target.pg1c-new" "$target"
    if [ -z "$root" ] && command -v restorecon > /dev/null; then
      restorecon "$target" || :
    fi
  fi
  tell "$word" "$5"
}

directory own 0700 root root "$state"
first=no
[ -s "$list" ] || first=yes
if [ -f "$unfinished" ]; then
  while read -r word value; do
    case $word in
      first) first=yes ;;
      changed) changed="$changed $value" ;;
      edited) edited="$edited $value" ;;
      need) needs="$needs $value" ;;
    esac
  done < "$unfinished"
elif [ "$first" = yes ]; then
  keep first installation
fi
while read -r rule mode owner group path _; do
  [ -z "$path" ] || directory "$rule" "$mode" "$owner" "$group" "$path"
done << EOF
$directories
EOF

rm -f "$list.new"
: > "$list.new"
while read -r mode owner group need path; do
  if [ -n "$path" ]; then
    [ -z "$secrets" ] || install_file "$secrets/rootfs$path" "$mode" "$owner" "$group" "$path"
    case "$changed " in
      *" $path "*) need "$need" ;;
    esac
    printf 'secret %s\n' "$path" >> "$list.new"
  fi
done << EOF
$secret_files
EOF
while read -r sha mode owner group path; do
  if [ -n "$path" ]; then
    install_file "$here/rootfs$path" "$mode" "$owner" "$group" "$path"
    printf '%s %s\n' "$sha" "$path" >> "$list.new"
  fi
done << EOF
$files
EOF

# What an earlier installation brought and this one does not have.
if [ -s "$list" ]; then
  while read -r sha path; do
    target=$root$path
    if grep -q -F " $path" "$list.new" && cut -d ' ' -f 2- "$list.new" | grep -qxF "$path"; then
      continue
    fi
    [ -e "$target" ] || [ -L "$target" ] || continue
    case $path in
      /etc/systemd/system/*.service)
        now=''
        case ${path##*/} in
          # Without its files keepalived would give the address away some time later.
          pg1c-* | keepalived.service) now=--now ;;
        esac
        # shellcheck disable=SC2086 # an option or none
        [ "$systemd" = no ] || systemctl disable $now "${path##*/}" || :
        ;;
    esac
    if [ "$sha" = secret ] || { [ -f "$target" ] && [ "$(sha256 "$target")" = "$sha" ]; }; then
      rm -f "$target"
      tell "$m_removed" "$path"
    else
      mv -f "$target" "$target.pg1c-backup"
      tell "$m_removed_edited" "$path.pg1c-backup"
    fi
    change "$path"
  done < "$list"
fi
# A need is that of a changed setting, not of a changed file: rewording a comment needs nothing.
settings=$root$state/settings
needs_of() { # path
  while read -r word path _; do
    [ "$path" != "$1" ] || printf '%s\n' "$word"
  done < "$here/settings" | sort -u
}
if [ -f "$settings" ]; then
  for word in $({
    grep -vxFf "$settings" "$here/settings" || :
    grep -vxFf "$here/settings" "$settings" || :
  } | cut -d ' ' -f 1 | sort -u); do
    need "$word"
  done
  for file in $edited; do
    for word in $(needs_of "$file"); do
      need "$word"
    done
  done
elif [ "$first" = no ]; then
  for file in $changed; do
    for word in $(needs_of "$file"); do
      need "$word"
    done
  done
fi
if [ -f "$list" ] && [ "$(sha256 "$list")" = "$(sha256 "$list.new")" ]; then
  rm -f "$list.new"
else
  mv -f "$list.new" "$list"
fi

# Units and kernel settings take effect; no service is started here, because their order is the runbook's.
if [ "$systemd" = yes ]; then
  for unit in $rivals; do
    # The unit need not exist.
    systemctl disable "$unit" 2> /dev/null || :
    if systemctl is-active --quiet "$unit"; then
      printf '%s: %s\n' "$m_stop_rival" "systemctl stop $unit"
    fi
  done
  case $changed in
    */etc/systemd/system/*) systemctl daemon-reload ;;
  esac
  disabled=''
  for unit in $units; do
    systemctl is-enabled --quiet "$unit" 2> /dev/null || disabled="$disabled $unit"
  done
  # All at once: systemd reads all of its units again each time.
  # shellcheck disable=SC2086 # one word for each unit
  [ -z "$disabled" ] || systemctl enable --quiet $disabled || problem "$m_failed" "systemctl enable$disabled"
  for unit in $settings_units; do
    verb=start
    case "$changed " in
      *" /etc/systemd/system/$unit "*) verb=restart ;;
    esac
    systemctl "$verb" "$unit" || problem "$m_failed" "systemctl $verb $unit"
  done
  case $changed in
    */etc/sysctl.d/90-pg1c.conf*)
      sysctl -q -p /etc/sysctl.d/90-pg1c.conf || problem "$m_failed" "sysctl -p /etc/sysctl.d/90-pg1c.conf"
      ;;
  esac
  case $changed in
    */etc/udev/rules.d/*)
      udevadm control --reload || problem "$m_failed" "udevadm control --reload"
      # A device that is there already gets its owner by an event.
      while read -r _ _ _ path; do
        if [ -e "$path" ]; then
          udevadm trigger --action=change --sysname-match="${path##*/}" || problem "$m_failed" "udevadm trigger"
          udevadm settle --timeout=30 || problem "$m_failed" "udevadm settle"
        fi
      done << EOF
$devices
EOF
      ;;
  esac
  while read -r necessity user _ path; do
    if [ "$necessity" = required ] && [ -e "$path" ]; then
      is_owner "$path" "$user" || problem "$m_closed_device" "$path ($user)"
    fi
  done << EOF
$devices
EOF
fi

# What starts for the first time reads everything.
[ "$first" = no ] || needs=''
for word in $needs; do
  case $word in
    nothing | installation) ;;
    *)
      printf '%s  [%s]\n' "$m_needs" "$word"
      changed="$changed $word"
      ;;
  esac
done
if [ -z "$changed" ]; then
  printf '%s\n' "$m_same"
else
  printf '%s\n' "$m_next"
fi
[ "$problems" -eq 0 ] || exit 1
if [ ! -f "$settings" ] || [ "$(sha256 "$settings")" != "$(sha256 "$here/settings")" ]; then
  cp "$here/settings" "$settings.new"
  mv -f "$settings.new" "$settings"
fi
rm -f "$unfinished"
