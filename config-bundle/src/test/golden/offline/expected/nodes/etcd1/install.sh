#!/bin/sh
# Устанавливает файлы узла etcd1 кластера patroni_cluster.
# Можно запускать повторно; сеть не нужна; службы не запускает.
# Создано pg1c. Не правьте этот файл: измените описание кластера и выполните генерацию заново.

node='etcd1'
users='etcd root'
locales=''
units='etcd.service'
settings_units=''
rivals=''
# package, program
programs='etcd /usr/bin/etcd
etcd /usr/bin/etcdctl'
# rule, mode, owner, group, path
directories='make 0755 root root /etc/etcd
own 0750 etcd etcd /etc/etcd/tls
data 0700 etcd etcd /var/lib/etcd/default'
# SHA-256, mode, owner, group, path
files='1700c72135de102130ed1765aea14c39aae6084e21c553d767e1a4bd12891c67 0644 root root /etc/etcd/etcd.yml
bfb894418b2669ef0129fa0d71dd44853341ad07028035c0d4037bc7472403df 0644 root root /etc/sysctl.d/90-pg1c.conf
4d571432eeb3c2a081298cbd9add981d06943ff7e6fc3a92546d35977b41fbfc 0644 root root /etc/systemd/system/etcd.service
26926e8373d6144215f585f018e3ed9bb746485e421ef8de60a233c92a451c02 0755 root root /usr/local/sbin/pg1c-etcdctl'
# mode, owner, group, need, path
secret_files='0644 etcd etcd restart:etcd /etc/etcd/tls/ca.pem
0600 root root nothing /etc/etcd/tls/client-key.pem
0644 root root nothing /etc/etcd/tls/client.pem
0644 etcd etcd nothing /etc/etcd/tls/crl.der
0600 etcd etcd nothing /etc/etcd/tls/peer-key.pem
0644 etcd etcd nothing /etc/etcd/tls/peer.pem
0600 etcd etcd nothing /etc/etcd/tls/server-key.pem
0644 etcd etcd nothing /etc/etcd/tls/server.pem'

m_usage='Использование'
m_problem='ПРОБЛЕМА'
m_not_root='установка возможна только от root, а не от'
m_no_root='нет такого каталога'
m_other_host='это другой узел'
m_expected='ожидается'
m_no_program='не хватает программы'
m_package='пакет'
m_no_user='нет пользователя'
m_no_group='нет группы'
m_no_locale='нет локали'
m_damaged='файл отсутствует или отличается от сгенерированного'
m_secrets_needed='секретного файла на узле ещё нет; укажите каталог с секретами в --secrets'
m_no_secret='секретный файл отсутствует или пуст'
m_nothing_done='Ничего не изменено; проблем'
m_created='создан   '
m_changed='изменён  '
m_unchanged='без изменений'
m_removed='удалён   '
m_removed_edited='изменён вручную, перенесён в'
m_needs='нужно    '
m_backup='прежний файл сохранён как'
m_stop_rival='Эта служба занимает тот же порт или данные и работает; остановите её'
m_failed='команда завершилась с ошибкой'
m_same='Узел уже соответствует описанию; ничего не изменено.'
m_next='Готово. Службы не запускались и не перезапускались: порядок — в RUNBOOK.md, в скобках указано, что нужно после каждого изменения.'

set -eu
LC_ALL=C
export LC_ALL
umask 077

usage() {
  printf '%s: %s [--secrets DIR] [--any-host] [--no-systemd] [--root DIR]\n' "$m_usage" "$0" >&2
  exit 2
}

root='' secrets='' any_host=no systemd=yes
while [ $# -gt 0 ]; do
  case $1 in
    --secrets) [ $# -ge 2 ] || usage; secrets=${2%/}; shift ;;
    --root) [ $# -ge 2 ] || usage; root=${2%/}; shift ;;
    --any-host) any_host=yes ;;
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

sha256() {
  sum=$(sha256sum < "$1")
  printf '%s\n' "${sum%% *}"
}

# id_of passwd|group NAME: the number, as the system that is installed into has it.
id_of() {
  if [ -n "$root" ]; then
    entry=$(grep -s "^$2:" "$root/etc/$1" | head -n 1)
  else
    entry=$(getent "$1" "$2") || entry=''
  fi
  entry=${entry#*:*:}
  printf '%s\n' "${entry%%:*}"
}

# ---------- Everything is looked at before the first file is touched.

[ "$(id -u)" -eq 0 ] || problem "$m_not_root" "$(id -un)"
for tool in sha256sum stat grep; do
  command -v "$tool" > /dev/null || problem "$m_no_program" "$tool (coreutils, grep)"
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
while read -r package path; do
  [ -z "$path" ] || [ -x "$root$path" ] || [ -L "$root$path" ] || problem "$m_no_program" "$path ($m_package $package)"
done << EOF
$programs
EOF
for user in $users; do
  [ -n "$(id_of passwd "$user")" ] || problem "$m_no_user" "$user"
  [ -n "$(id_of group "$user")" ] || problem "$m_no_group" "$user"
done
if [ -n "$locales" ] && [ -x "$root/usr/bin/locale" ]; then
  if [ -n "$root" ]; then
    known=$(chroot "$root" /usr/bin/locale -a 2> /dev/null) || known=''
  else
    known=$(locale -a 2> /dev/null) || known=''
  fi
  known=$(printf '%s\n' "$known" | tr '[:upper:]' '[:lower:]' | tr -d '-')
  for locale in $locales; do
    wanted=$(printf '%s\n' "$locale" | tr '[:upper:]' '[:lower:]' | tr -d '-')
    printf '%s\n' "$known" | grep -qxF "$wanted" || problem "$m_no_locale" "$locale"
  done
fi
while read -r sha _ _ _ path; do
  if [ -n "$path" ] && ! { [ -f "$here/rootfs$path" ] && [ "$(sha256 "$here/rootfs$path")" = "$sha" ]; }; then
    problem "$m_damaged" "$here/rootfs$path"
  fi
done << EOF
$files
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

# A file system that was just made belongs to root and has nothing in it.
is_new() { # path
  [ ! -L "$1" ] && [ "$(stat -c '%u' "$1")" = 0 ] && entries=$(ls -A "$1") &&
    { [ -z "$entries" ] || [ "$entries" = lost+found ]; }
}

directory() { # rule mode owner group path
  target=$root$5
  uid=$(id_of passwd "$3") gid=$(id_of group "$4")
  if [ ! -d "$target" ]; then
    # Parents belong to root and may be entered.
    (umask 022 && mkdir -p "$target")
    chown "$uid:$gid" "$target"
    chmod "$2" "$target"
    tell "$m_created" "$5"
  elif { [ "$1" = own ] || { [ "$1" = data ] && is_new "$target"; }; } &&
    [ "$(stat -c '%a %u %g' "$target")" != "${2#0} $uid $gid" ]; then
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
  uid=$(id_of passwd "$3") gid=$(id_of group "$4")
  if [ -f "$target" ] && [ ! -L "$target" ] && [ "$(sha256 "$target")" = "$(sha256 "$1")" ]; then
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
while read -r rule mode owner group path; do
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
        [ "$systemd" = no ] || systemctl disable "${path##*/}" || :
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
  for unit in $units; do
    systemctl enable --quiet "$unit" || problem "$m_failed" "systemctl enable $unit"
  done
  for unit in $settings_units; do
    systemctl start "$unit" || problem "$m_failed" "systemctl start $unit"
  done
  case $changed in
    */etc/sysctl.d/90-pg1c.conf*)
      sysctl -q -p /etc/sysctl.d/90-pg1c.conf || problem "$m_failed" "sysctl -p /etc/sysctl.d/90-pg1c.conf"
      ;;
  esac
  case $changed in
    */etc/udev/rules.d/*)
      udevadm control --reload || problem "$m_failed" "udevadm control --reload"
      ;;
  esac
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
