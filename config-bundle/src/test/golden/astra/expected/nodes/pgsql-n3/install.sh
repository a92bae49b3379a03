#!/bin/sh
# Устанавливает файлы узла pgsql-n3 кластера pgsql-cluster.
# Можно запускать повторно; сеть не нужна; службы не запускает.
# Создано pg1c. Не правьте этот файл: измените описание кластера и выполните генерацию заново.

node='pgsql-n3'
users='etcd haproxy postgres root'
locales='en_US.UTF-8 ru_RU.UTF-8'
units='etcd.service haproxy.service patroni.service pg1c-huge-pages.service pgbouncer.service'
settings_units='pg1c-huge-pages.service'
rivals='postgrespro-std-15.service'
# package, program
programs='etcd-client /usr/bin/etcdctl
etcd-server /usr/bin/etcd
haproxy /usr/sbin/haproxy
iproute2 /sbin/ip
patroni /usr/bin/patroni
patroni /usr/bin/patronictl
pgbouncer /usr/sbin/pgbouncer
postgrespro-std-15-server /opt/pgpro/std-15/bin/initdb
postgrespro-std-15-server /opt/pgpro/std-15/bin/pg_basebackup
postgrespro-std-15-server /opt/pgpro/std-15/bin/pg_rewind
postgrespro-std-15-server /opt/pgpro/std-15/bin/postgres
postgrespro-std-15-server /opt/pgpro/std-15/bin/psql'
# rule, mode, owner, group, path
directories='make 0755 root root /etc/etcd
own 0750 etcd etcd /etc/etcd/tls
make 0755 root root /etc/haproxy
own 0700 root root /etc/haproxy/tls
make 0755 root root /etc/patroni
own 0750 postgres postgres /etc/patroni/tls
make 0755 root root /etc/pgbouncer
own 0750 postgres postgres /etc/pgbouncer/tls
data 0700 etcd etcd /var/lib/etcd
make 0755 postgres postgres /var/lib/pgpro/std-15
data 0700 postgres postgres /var/lib/pgpro/std-15/data
make 0750 postgres postgres /var/log/postgresql'
# SHA-256, mode, owner, group, path
files='3f55b2f4c756b2e15122617984b423955b2dd6fa2d4b4ecd226f96cc821b716c 0644 root root /etc/etcd/etcd.yml
f4d8120618090c737c416a3329501de0b520a2d78296d2f3e9cf0147e0f8c3c1 0644 root root /etc/haproxy/haproxy.cfg
49cd23df42da34592b6b697c02e2d3df0142c61ba05a03b84abe30df8d6d8e73 0644 root root /etc/patroni/databases.sql
15b2f767a1de02bbf69d86363684ebfca92a627a7dc5a149643649d3deef8d82 0640 root postgres /etc/patroni/patroni.yml
dbb6d2dbadf94513338af4e0a5a71d796ac55f39e1979b3e1f21604c3c1328e7 0755 root root /etc/patroni/post-bootstrap.sh
bbc2f41a0e507548accf05d193c66d82a12129374be1473557bd779187fb8cb6 0644 root root /etc/patroni/shared.yml
3f1b6a592a56a5cf42cea8a352030d1d23557208ad2bc81c2c764f2f5dea2663 0640 root postgres /etc/pgbouncer/pg_hba.conf
3e07a9fd2bd82841e08122eabade15d00dde21fb24310ba1410b67d738534124 0640 root postgres /etc/pgbouncer/pgbouncer.ini
80093747cac99b4617f7a4809646c2c096e6a1c7f4ae50bf336d41f252b7bfa8 0644 root root /etc/security/limits.d/90-pg1c.conf
8fea17754241c09a7743afe86a89207418238a6b8e50a310fd763d3319bdb303 0644 root root /etc/sysctl.d/90-pg1c.conf
56672eaeee8272d55014b45afc86de35afbb730611694544ad0610fd563c8d50 0644 root root /etc/systemd/system/etcd.service
18a36a41eda2655bb70ce5d8485b7b6e9eda5812b8a107366f58af020275242e 0644 root root /etc/systemd/system/haproxy.service
82dae1085cbb2ee9cef23382dd1d62ce343d54e726af9c78cd87cd90626a0ddc 0644 root root /etc/systemd/system/patroni.service
26f1e13defd31fdc0140a55f1f9300fe42c7aba35e2e41bbeb82c8049bf63ccb 0644 root root /etc/systemd/system/pg1c-huge-pages.service
0266b68aeddc236c205adb529cf12967f429294fa69b0ebe359816e2a6a43f0b 0644 root root /etc/systemd/system/pgbouncer.service
a3887b4b826c27a46967f225e2023fce9e398cfdfdc61a651d8e52f3f927f52a 0644 root root /etc/udev/rules.d/61-pg1c-watchdog.rules
439096cc472c3081b9423903df64669b430f61ef0bd70b3c2cf1edf81a8e9db2 0755 root root /usr/local/sbin/pg1c-etcdctl
fa1f72b827615c16eee4f39eb080ca00bb802d10c8b380aff6659a29d255d251 0755 root root /usr/local/sbin/pg1c-patronictl'
# mode, owner, group, need, path
secret_files='0644 etcd etcd restart:etcd /etc/etcd/tls/ca.pem
0600 root root nothing /etc/etcd/tls/client-key.pem
0644 root root nothing /etc/etcd/tls/client.pem
0644 etcd etcd nothing /etc/etcd/tls/crl.der
0600 etcd etcd nothing /etc/etcd/tls/peer-key.pem
0644 etcd etcd nothing /etc/etcd/tls/peer.pem
0600 etcd etcd nothing /etc/etcd/tls/server-key.pem
0644 etcd etcd nothing /etc/etcd/tls/server.pem
0600 root root restart:haproxy /etc/haproxy/haproxy.env
0644 root root reload:haproxy /etc/haproxy/tls/ca.pem
0600 root root reload:haproxy /etc/haproxy/tls/client.pem
0644 root root reload:haproxy /etc/haproxy/tls/crl.pem
0600 root root reload:haproxy /etc/haproxy/tls/server.pem
0600 postgres postgres restart:patroni /etc/patroni/patroni.env
0600 postgres postgres manual /etc/patroni/roles.sql
0644 postgres postgres reload:patroni /etc/patroni/tls/ca.pem
0644 postgres postgres reload:patroni /etc/patroni/tls/crl.pem
0644 postgres postgres reload:patroni /etc/patroni/tls/etcd-ca.pem
0600 postgres postgres reload:patroni /etc/patroni/tls/etcd-client-key.pem
0644 postgres postgres reload:patroni /etc/patroni/tls/etcd-client.pem
0600 postgres postgres reload:patroni /etc/patroni/tls/patroni-client-key.pem
0644 postgres postgres reload:patroni /etc/patroni/tls/patroni-client.pem
0600 postgres postgres reload:postgresql /etc/patroni/tls/postgresql-key.pem
0644 postgres postgres reload:postgresql /etc/patroni/tls/postgresql.pem
0600 postgres postgres reload:patroni /etc/patroni/tls/rest-key.pem
0644 postgres postgres reload:patroni /etc/patroni/tls/rest.pem
0644 postgres postgres reload:pgbouncer /etc/pgbouncer/tls/ca.pem
0600 postgres postgres reload:pgbouncer /etc/pgbouncer/tls/server-key.pem
0644 postgres postgres reload:pgbouncer /etc/pgbouncer/tls/server.pem
0600 postgres postgres reload:pgbouncer /etc/pgbouncer/userlist.txt'

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
